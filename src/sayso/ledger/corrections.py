"""What people put in place of statements: stored with the judgement, and shown while a *fix* stands."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select

from sayso.errors import UsageError
from sayso.ledger import schema
from sayso.ledger.actors import name_keys
from sayso.ledger.batches import insert_all, keys_by_id
from sayso.ledger.correction_tables import corrected_position, correction, standing
from sayso.ledger.findings import span_rows
from sayso.ledger.position_findings import position_keys
from sayso.ledger.position_tables import name, position, position_finding
from sayso.ledger.rows import grouped, parts_of
from sayso.ledger.values import evidence_of, issue_of, judged_columns, span_of, stance_of, undamaged
from sayso.records.judgement import CorrectedPosition, Correction, Named
from sayso.records.span import Span


def store_correction(connection: Connection, judgement: int, replaces: Row[Any], given: Correction) -> int:
    """The key of the correction, written for the judgement with key ``judgement``; ``replaces`` is the row of a statement.

    Spans come first, because storing a correction also puts it into the search index.
    """
    statement = _statement_key(connection, given, replaces.version)
    key = connection.execute(
        insert(correction)
        .values(
            judgement=judgement,
            replaces=replaces.key,
            statement=statement,
            form=given.form,
            sentence_start=given.sentence.start,
            sentence_end=given.sentence.end,
            sentence=given.sentence.text,
            positions=len(given.positions),
        )
        .returning(correction.c.key)
    ).scalar_one()
    _store_positions(connection, key, statement, given.positions)
    return key


def shown_corrections(connection: Connection, statements: Sequence[int]) -> dict[int, Correction]:
    """By the key of the statement it replaces, the correction shown for each of ``statements`` that has one."""
    query = select(correction).join(standing, standing.c.correction == correction.c.key)
    rows = connection.execute(query.where(standing.c.statement.in_(statements))).all()
    values = _values(connection, rows)
    return {row.replaces: values[row.key] for row in rows}


def correction_by(connection: Connection, judgement_id: str) -> Correction | None:
    """What the *fix* with this id put in place, whether it stands or not; None if there is no such fix."""
    query = select(correction).join(schema.judgement, schema.judgement.c.key == correction.c.judgement)
    rows = connection.execute(query.where(schema.judgement.c.id == judgement_id)).all()
    return _values(connection, rows)[rows[0].key] if rows else None


def shown_in_place(connection: Connection, statement_id: str) -> Correction | None:
    """What is shown in place of the statement; None if it is shown as a run found it."""
    keys = keys_by_id(connection, schema.statement, [statement_id])
    return shown_corrections(connection, list(keys.values())).get(keys.get(statement_id, 0))


def judged_as(connection: Connection, statement_id: str) -> str:
    """The id under which a statement is judged: its own, and a person's statement under the id of the one it replaces."""
    found = schema.statement.alias("found")
    own = select(schema.finding.c.key).where(schema.finding.c.statement == found.c.key).exists()
    query = (
        select(schema.statement.c.id)
        .join(correction, correction.c.replaces == schema.statement.c.key)
        .join(found, found.c.key == correction.c.statement)
        .where(found.c.id == statement_id, ~own)
        .order_by(correction.c.key.desc())
        .limit(1)
    )
    return connection.scalar(query) or statement_id


def _statement_key(connection: Connection, given: Correction, version: int) -> int:
    known = keys_by_id(connection, schema.statement, [given.id])
    if not known:
        insert_all(connection, schema.statement, [{"id": given.id, "version": version}])
        known = keys_by_id(connection, schema.statement, [given.id])
        insert_all(connection, schema.span, span_rows(given, known[given.id]))
    return known[given.id]


def _store_positions(connection: Connection, key: int, statement: int, positions: Sequence[CorrectedPosition]) -> None:
    keys = position_keys(connection, positions, [statement] * len(positions))
    people = [each.object for each in positions] + [each.speaker for each in positions if each.speaker]
    names = name_keys(connection, people)
    found = keys_by_id(connection, position_finding, (each.carried for each in positions if each.carried))
    for each in positions:
        if each.carried and each.carried not in found:
            raise UsageError(f"{each.carried} is no position a run found: nothing to carry over")
    rows = [
        {
            "correction": key,
            "number": n,
            "position": keys[each.id],
            "speaker_name": names[each.speaker] if each.speaker else None,
            "object_name": names[each.object],
            **judged_columns(each),
            "carried": found[each.carried] if each.carried else None,
        }
        for n, each in enumerate(positions)
    ]
    insert_all(connection, corrected_position, rows)


def _values(connection: Connection, rows: Sequence[Row[Any]]) -> dict[int, Correction]:
    """By key, the corrections of ``rows`` of that table."""
    if not rows:
        return {}
    table = schema.span
    spans = grouped(
        connection.execute(
            select(table, schema.statement.c.id)
            .join(schema.statement, schema.statement.c.key == table.c.statement)
            .where(table.c.statement.in_([row.statement for row in rows]))
            .order_by(table.c.number)
        ).all(),
        "statement",
    )
    positions = grouped(connection.execute(_positions([row.key for row in rows])).all(), "correction")
    return {row.key: _correction_of(row, spans[row.statement], positions.get(row.key, [])) for row in rows}


def _positions(corrections: Sequence[int]) -> Select[Any]:
    speaker = name.alias("speaker_row")
    return (
        select(*(column for column in corrected_position.c if column.name not in ("position", "carried")))
        .add_columns(*(column for column in position.c if column.name not in ("key", "statement")))
        .add_columns(name.c.name.label("object"), name.c.kind.label("object_kind"))
        .add_columns(speaker.c.name.label("speaker"), speaker.c.kind.label("speaker_kind"))
        .add_columns(position_finding.c.id.label("carried_id"))
        .join(position, position.c.key == corrected_position.c.position)
        .join(name, name.c.key == corrected_position.c.object_name)
        .outerjoin(speaker, speaker.c.key == corrected_position.c.speaker_name)
        .outerjoin(position_finding, position_finding.c.key == corrected_position.c.carried)
        .where(corrected_position.c.correction.in_(corrections))
        .order_by(corrected_position.c.correction, corrected_position.c.number)
    )


def _correction_of(row: Row[Any], spans: Sequence[Row[Any]], positions: Sequence[Row[Any]]) -> Correction:
    parts = parts_of(spans)
    with undamaged():
        return Correction(
            id=spans[0].id,
            source=parts["source"],
            cue=parts["cue"],
            content=parts["content"],
            form=row.form,
            sentence=Span(row.sentence_start, row.sentence_end, row.sentence),
            positions=tuple(map(_position_of, positions)),
        )


def _position_of(row: Row[Any]) -> CorrectedPosition:
    return CorrectedPosition(
        id=row.id,
        role=row.role,
        mention=span_of(row),
        issue=issue_of(row),
        speaker=None if row.speaker is None else Named(row.speaker, row.speaker_kind),
        object=Named(row.object, row.object_kind),
        stance=stance_of(row),
        label=row.label,
        wording=row.wording,
        flags=tuple(row.flags.split()),
        evidence=evidence_of(row.evidence),
        carried=row.carried_id,
    )
