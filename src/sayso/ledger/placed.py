"""Positions by their statements, with the spans that a page marks. A person's correction stands in place of what a run found."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, select

from sayso.ledger.batches import batches
from sayso.ledger.correction_tables import corrected_position, correction, standing
from sayso.ledger.position_tables import name, position, position_finding
from sayso.ledger.registry_tables import actor_shown, registry_name
from sayso.ledger.schema import current, reading, statement
from sayso.ledger.values import issue_of, span_of
from sayso.records.placed import Placed


def placed(connection: Connection, ids: Iterable[str]) -> Iterator[Placed]:
    """The positions shown of the statements ``ids``, a batch at a time; within a batch in the order added."""
    for batch in batches(list(dict.fromkeys(ids))):
        for query in (_by_runs(), _by_people()):
            for row in connection.execute(query.where(statement.c.id.in_(batch)).order_by(position.c.key)):
                yield _placed(row)


def _by_runs() -> Select[Any]:
    table = position_finding
    return (
        _columns(table)
        .join(reading, reading.c.key == table.c.reading)
        .join(current, and_(current.c.reading == reading.c.key, current.c.version == reading.c.version))
        .outerjoin(standing, standing.c.statement == position.c.statement)
        .where(standing.c.correction.is_(None))
    )


def _by_people() -> Select[Any]:
    table = corrected_position
    return (
        _columns(table)
        .join(correction, correction.c.key == table.c.correction)
        .join(standing, standing.c.correction == correction.c.key)
    )


def _columns(table: Any) -> Select[Any]:
    shown = func.coalesce(actor_shown.c.name, name.c.name).label("object")
    spans = (position.c[each] for each in ("start", "end", "text", "issue_start", "issue_end", "issue_text"))
    return (
        select(statement.c.id.label("statement"), shown, position.c.role, table.c.label, *spans)
        .select_from(table)
        .join(position, position.c.key == table.c.position)
        .join(statement, statement.c.key == position.c.statement)
        .join(name, name.c.key == table.c.object_name)
        .outerjoin(registry_name, registry_name.c.name == name.c.key)
        .outerjoin(actor_shown, actor_shown.c.actor == registry_name.c.actor)
    )


def _placed(row: Row[Any]) -> Placed:
    return Placed(row.statement, row.object, row.role, row.label, span_of(row), issue_of(row))
