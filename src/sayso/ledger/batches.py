"""Reading and writing many rows with few questions."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from sqlalchemy import Connection, Table, insert, select

from sayso.ledger.values import Values

BATCH = 500
"""Values in one IN list; any SQLite takes at least 999."""

Item = TypeVar("Item")


def batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """``items`` in order, at most BATCH at a time."""
    for first in range(0, len(items), BATCH):
        yield items[first : first + BATCH]


def keys_by_id(connection: Connection, table: Table, ids: Iterable[str]) -> dict[str, int]:
    """The keys of those of ``ids`` that ``table`` has."""
    keys: dict[str, int] = {}
    for batch in batches(list(ids)):
        rows = connection.execute(select(table.c.id, table.c.key).where(table.c.id.in_(batch)))
        keys.update((row.id, row.key) for row in rows)
    return keys


def insert_all(connection: Connection, table: Table, rows: list[Values]) -> None:
    """Writes ``rows``, which have the same columns; nothing for none."""
    if rows:
        connection.execute(insert(table), rows)
