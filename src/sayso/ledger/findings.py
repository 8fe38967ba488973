"""Writing what one reading found: blocks, quotations nobody is credited with, actors, statements and what is said of them."""

from sqlalchemy import Connection, select

from sayso.ledger import schema
from sayso.ledger.actors import store_actors
from sayso.ledger.batches import insert_all, keys_by_id
from sayso.ledger.position_findings import store_positions
from sayso.ledger.position_tables import speaker
from sayso.ledger.values import Values, local_number, told_columns
from sayso.ledger.voice_findings import store_voices
from sayso.records.ids import finding_id
from sayso.records.judgement import Correction
from sayso.records.reading import Reading
from sayso.records.statement import Statement


def store_findings(connection: Connection, reading: Reading, key: int, version: int) -> None:
    """Writes what belongs to ``reading``, stored under ``key``, of the version with key ``version``.

    A statement that another run found stays one row; spans and statements come first, because storing a finding
    also puts it into the search index.
    """
    blocks = [
        {"reading": key, "number": n, "kind": b.kind, "start": b.span.start, "end": b.span.end, "text": b.span.text}
        for n, b in enumerate(reading.blocks)
    ]
    quotes = [
        {"reading": key, "number": n, "start": q.start, "end": q.end, "text": q.text}
        for n, q in enumerate(reading.unattributed_quotes)
    ]
    insert_all(connection, schema.block, blocks)
    insert_all(connection, schema.unattributed_quote, quotes)
    known = keys_by_id(connection, schema.statement, (statement.id for statement in reading.statements))
    new = [statement for statement in reading.statements if statement.id not in known]
    insert_all(connection, schema.statement, [{"id": statement.id, "version": version} for statement in new])
    keys = known | keys_by_id(connection, schema.statement, (statement.id for statement in new))
    insert_all(connection, schema.span, [row for statement in new for row in span_rows(statement, keys[statement.id])])
    names = store_actors(connection, reading, key)
    findings = [_finding(reading, n, key, keys) for n in range(len(reading.statements))]
    insert_all(connection, schema.finding, findings)
    found = _finding_keys(connection, key)
    insert_all(connection, speaker, [row for each in reading.statements for row in _speakers(each, found[each.id])])
    store_positions(connection, reading, key, found, keys, names)
    store_voices(connection, reading, key, version, names)


def _finding_keys(connection: Connection, reading: int) -> dict[str, int]:
    """By the id of the statement, the keys of the findings of the reading with key ``reading``."""
    rows = connection.execute(
        select(schema.statement.c.id, schema.finding.c.key)
        .join(schema.finding, schema.finding.c.statement == schema.statement.c.key)
        .where(schema.finding.c.reading == reading)
    )
    return {row.id: row.key for row in rows}


def _speakers(statement: Statement, finding: int) -> list[Values]:
    return [
        {
            "finding": finding,
            "number": n,
            "actor": local_number(each.actor),
            "reason": each.reason,
            "on_behalf_of": local_number(each.on_behalf_of) if each.on_behalf_of else None,
        }
        for n, each in enumerate(statement.speakers)
    ]


def span_rows(statement: Statement | Correction, key: int) -> list[Values]:
    """The rows of ``span`` of the statement with key ``key``."""
    parts = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    return [
        {"statement": key, "part": part, "number": n, "start": span.start, "end": span.end, "text": span.text}
        for part, spans in parts.items()
        for n, span in enumerate(spans)
    ]


def _finding(reading: Reading, number: int, key: int, keys: dict[str, int]) -> Values:
    statement = reading.statements[number]
    return {
        "id": finding_id(reading.id, statement.id),
        "reading": key,
        "number": number,
        "statement": keys[statement.id],
        "form": statement.form,
        "marks": statement.marks,
        "confidence": statement.confidence,
        "parent": keys[statement.parent] if statement.parent else None,
        "sentence_start": statement.sentence.start,
        "sentence_end": statement.sentence.end,
        "sentence": statement.sentence.text,
        "status": statement.status,
        "move": statement.move,
        **told_columns(statement.told),
        "occasion": local_number(statement.occasion) if statement.occasion else None,
    }
