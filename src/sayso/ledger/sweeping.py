"""Names in what is not the text of an article: titles, authors, addresses, inputs, notes, other actors' names.

Every column of text of every table is looked at, those aside that are made of digests or of a version's text, which ``redacting``
takes anew. So a table that is added later is swept as well.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, Text, select, update

from sayso.ledger import schema
from sayso.ledger.blacking import BLACK, Names
from sayso.ledger.columns import metadata
from sayso.ledger.label_tables import GROWING as LABELS
from sayso.ledger.position_tables import mention, name, occasion, position, position_finding
from sayso.ledger.redacting import note
from sayso.ledger.registry_log import refresh
from sayso.ledger.registry_names import store_keys
from sayso.ledger.registry_tables import alias, registry_actor, registry_key, registry_name
from sayso.ledger.removal_proofs import identity_digest
from sayso.ledger.removal_tables import GROWING as REMOVED
from sayso.ledger.removing import indexed, unindexed
from sayso.records.folding import folded

_ELSEWHERE = {
    *(each.name for each in (schema.version, schema.block, schema.unattributed_quote, schema.span, schema.finding)),
    *(each.name for each in (mention, occasion, position, position_finding, schema.run, schema.alembic_version)),
    *(each.name for each in (*REMOVED, *LABELS)),
    *(
        "voice",
        "voice_finding",
        "correction",
        "corrected_position",
        "statement",
        "reading",
        "current",
        "newest",
        "standing",
        "raw",
    ),
}
"""Tables whose text is taken anew from the article, or that hold no words of anybody."""

_DIGESTS = {"id", "subject", "replacement", "undoes", "judge", "decision", "made_at", "added_at", "kind"}
"""Columns that cannot hold a name, and who signed: a signature is the signer's own."""

_OF_ARTICLE = ("title", "url", "given_id", "input_name", "supersedes")
"""Columns in which a last name alone is the person's, where the article has the person."""


def sweep(connection: Connection, names: Names) -> None:
    """Blacks out the names wherever else the ledger has them."""
    if not names.forms:
        return
    for table in metadata.sorted_tables:
        if table.name not in _ELSEWHERE:
            _sweep(connection, table, names, connection.execute(select(table)).all(), _columns(table))


def sweep_metadata(connection: Connection, version: int, names: Names) -> None:
    """Blacks out the names in what is known of the version's article."""
    of = select(schema.version.c.article).where(schema.version.c.key == version)
    for table, column in ((schema.article_metadata, "article"), (schema.article, "key")):
        rows = connection.execute(select(table).where(table.c[column].in_(of))).all()
        _sweep(connection, table, names, rows, [each for each in _OF_ARTICLE if each in table.c])


def _columns(table: Table) -> list[str]:
    return [each.name for each in table.c if isinstance(each.type, Text) and each.name not in _DIGESTS]


def _sweep(connection: Connection, table: Table, names: Names, rows: Iterable[Any], columns: Sequence[str]) -> None:
    for row in rows:
        new = dict(_blacked(row, columns, names))
        if not new:
            continue
        if table is registry_key:
            connection.execute(table.delete().where(*_same(table, row)))
        elif table is schema.article_metadata:
            unindexed(connection, "title_search", [row.key])
            _change(connection, table, row, new)
            indexed(connection, "title_search", [row.key])
        elif table is name:
            _rename(connection, row, new["name"])
        else:
            if "folded" in table.c and "name" in new:
                new["folded"] = folded(new["name"])
            _change(connection, table, row, new)
            _follow(connection, table, row, new)


def _follow(connection: Connection, table: Table, row: Any, new: dict[str, Any]) -> None:
    """What hangs on the row that was changed."""
    if table is schema.article:
        note(connection, row.id, identity_digest({**row._mapping, **new}))
    elif table in (registry_actor, alias):
        refresh(connection, [row.key if table is registry_actor else row.actor])


def _rename(connection: Connection, row: Any, called: str) -> None:
    """A blacked name that another row has already is told apart by one more U+2588, so that nothing links the two."""
    while connection.scalar(select(name.c.key).where(name.c.folded == folded(called), name.c.key != row.key).limit(1)):
        called += BLACK
    _change(connection, name, row, {"name": called, "folded": folded(called)})
    of = connection.scalar(select(registry_name.c.actor).where(registry_name.c.name == row.key))
    if of is not None:
        store_keys(connection, [(of, called, row.kind)])


def _blacked(row: Any, columns: Iterable[str], names: Names) -> Iterator[tuple[str, str]]:
    for column in columns:
        held = row._mapping[column]
        if held is not None and names.stand_in(held):
            yield column, names.blacked(held)


def _change(connection: Connection, table: Table, row: Any, new: dict[str, Any]) -> None:
    connection.execute(update(table).where(*_same(table, row)).values(**new))


def _same(table: Table, row: Any) -> Iterator[Any]:
    return (column == row._mapping[column.name] for column in table.primary_key)
