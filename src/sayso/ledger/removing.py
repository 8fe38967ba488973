"""What removing has in common: the guards are lifted inside the one transaction, and no byte is left behind in the file.

Rows of a ledger are never changed or deleted, which triggers see to. Removing is the one exception: it takes the triggers away
and puts them back before it commits, so that whoever else opens the file finds them, and a death in between leaves them too.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Column, Connection, Engine, Table, delete, select

from sayso.ledger.batches import batches
from sayso.ledger.connection import explained, transaction
from sayso.ledger.search import INDEXES

_INDEXED = {
    "statement_search": ("statement_text", ("source", "content", "sentence")),
    "correction_search": ("correction_text", ("source", "content", "sentence")),
    "text_search": ("version", ("text",)),
    "title_search": ("article_metadata", ("title",)),
}
"""Of each index the rows that it is made of, and their columns."""


@contextmanager
def removal(engine: Engine) -> Iterator[Connection]:
    """One durable transaction in which rows may be changed and deleted; what they held is overwritten, not only let go."""
    with transaction(engine, write=True, durable=True) as connection:
        connection.exec_driver_sql("PRAGMA secure_delete=ON")
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        guards = _guards(connection)
        for name, _ in guards:
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        yield connection
        for index in INDEXES:
            connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('optimize')")  # noqa: S608  names of this module
        for _, sql in guards:
            connection.exec_driver_sql(sql)


def wiped(engine: Engine) -> bool:
    """Whether nothing of what was removed is left in the log beside the ledger; False while another process reads from it."""
    with explained(engine), engine.connect() as connection:
        cursor = connection.connection.cursor()
        try:
            busy, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            cursor.close()
    return not busy


def unindexed(connection: Connection, index: str, keys: Sequence[int]) -> None:
    """Takes rows out of a search index; they must still be as they were when they were put in."""
    rows, columns = _INDEXED[index]
    listed = ", ".join(columns)
    for part in _placed(keys):
        connection.exec_driver_sql(
            f"INSERT INTO {index}({index}, rowid, {listed}) SELECT 'delete', \"key\", {listed} FROM {rows}"  # noqa: S608  names of this module
            f' WHERE "key" IN ({part})'
        )


def indexed(connection: Connection, index: str, keys: Sequence[int]) -> None:
    """Puts rows into a search index, as they are now."""
    rows, columns = _INDEXED[index]
    listed = ", ".join(columns)
    for part in _placed(keys):
        connection.exec_driver_sql(
            f'INSERT INTO {index}(rowid, {listed}) SELECT "key", {listed} FROM {rows} WHERE "key" IN ({part})'  # noqa: S608  names of this module
        )


def keys_where(connection: Connection, wanted: Column[Any], of: Column[Any], values: Iterable[Any]) -> list[Any]:
    """Of the rows with ``of`` among ``values``, the values of ``wanted``, each once, in order."""
    found: set[Any] = set()
    for batch in batches(list(values)):
        found.update(connection.execute(select(wanted).where(of.in_(batch))).scalars())
    return sorted(found - {None})


def delete_where(connection: Connection, table: Table, column: str, values: Iterable[Any]) -> int:
    """How many rows went that have ``column`` among ``values``."""
    gone = 0
    for batch in batches(list(values)):
        gone += connection.execute(delete(table).where(table.c[column].in_(batch))).rowcount
    return gone


def _placed(keys: Sequence[int]) -> Iterator[str]:
    for batch in batches(list(keys)):
        yield ", ".join(str(int(each)) for each in batch)


def _guards(connection: Connection) -> list[tuple[str, str]]:
    """Name and definition of the triggers that ``schema.guards`` makes."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return [(row.name, row.sql) for row in rows if row.name.endswith(("_no_update", "_no_delete"))]
