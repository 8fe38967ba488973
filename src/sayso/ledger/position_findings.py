"""Writing the positions a reading found, and reading them back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from sayso.ledger.batches import insert_all, keys_by_id
from sayso.ledger.position_tables import position, position_finding
from sayso.ledger.schema import statement
from sayso.ledger.values import (
    Values,
    evidence_of,
    issue_of,
    judged_columns,
    local_number,
    place,
    span_of,
    stance_of,
    undamaged,
)
from sayso.records.ids import actor_local_id, finding_id
from sayso.records.judgement import CorrectedPosition
from sayso.records.position import Position
from sayso.records.reading import Reading


def store_positions(
    connection: Connection,
    reading: Reading,
    key: int,
    findings: Mapping[str, int],
    statements: Mapping[str, int],
    names: Mapping[str, int],
) -> None:
    """Writes the positions of ``reading``, stored under ``key``; one that another run found stays one row.

    Keys are given of findings and statements by the statement's id, of names by the actor's local id.
    """
    keys = position_keys(connection, reading.positions, [statements[each.statement] for each in reading.positions])
    rows = [
        {
            "id": finding_id(reading.id, each.id),
            "reading": key,
            "number": n,
            "finding": findings[each.statement],
            "position": keys[each.id],
            "speaker": local_number(each.speaker) if each.speaker else None,
            "object": local_number(each.object),
            "speaker_name": names[each.speaker] if each.speaker else None,
            "object_name": names[each.object],
            **judged_columns(each),
        }
        for n, each in enumerate(reading.positions)
    ]
    insert_all(connection, position_finding, rows)


def position_keys(
    connection: Connection, positions: Sequence[Position | CorrectedPosition], statements: Sequence[int]
) -> dict[str, int]:
    """The keys of ``positions``, each of the statement with the key at its place, written as far as they are new."""
    known = keys_by_id(connection, position, (each.id for each in positions))
    new = {each.id: _position(each, of) for each, of in zip(positions, statements, strict=True) if each.id not in known}
    insert_all(connection, position, list(new.values()))
    return known | keys_by_id(connection, position, new)


def positions_of(connection: Connection, key: int) -> Iterator[Position]:
    """The positions of the reading with key ``key``, in its order."""
    columns = [column for column in position_finding.c if column.name not in ("id", "key", "position")]
    query = (
        select(*columns, *(column for column in position.c if column.name not in ("key", "statement")))
        .add_columns(statement.c.id.label("statement_id"))
        .join(position, position.c.key == position_finding.c.position)
        .join(statement, statement.c.key == position.c.statement)
        .where(position_finding.c.reading == key)
        .order_by(position_finding.c.number)
    )
    for row in connection.execute(query):
        yield _position_of(row)


def _position_of(row: Row[Any]) -> Position:
    with undamaged():
        return Position(
            id=row.id,
            statement=row.statement_id,
            speaker=None if row.speaker is None else actor_local_id(row.speaker),
            object=actor_local_id(row.object),
            role=row.role,
            mention=span_of(row),
            issue=issue_of(row),
            stance=stance_of(row),
            label=row.label,
            wording=row.wording,
            flags=tuple(row.flags.split()),
            evidence=evidence_of(row.evidence),
        )


def _position(each: Position | CorrectedPosition, of: int) -> Values:
    issue = each.issue
    return {
        "id": each.id,
        "statement": of,
        "role": each.role,
        **place(each.mention),
        "issue_start": issue.start if issue else None,
        "issue_end": issue.end if issue else None,
        "issue_text": issue.text if issue else None,
    }
