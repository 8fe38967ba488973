"""Writing what one reading found: blocks, quotations nobody is credited with, statements and findings."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from sayso.ledger import schema
from sayso.records.ids import finding_id
from sayso.records.reading import Reading
from sayso.records.statement import Statement

BATCH = 500
"""Values in one IN list; any SQLite takes at least 999."""


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
    _insert(connection, schema.block, blocks)
    _insert(connection, schema.unattributed_quote, quotes)
    known = statement_keys(connection, (statement.id for statement in reading.statements))
    new = [statement for statement in reading.statements if statement.id not in known]
    _insert(connection, schema.statement, [{"id": statement.id, "version": version} for statement in new])
    keys = known | statement_keys(connection, (statement.id for statement in new))
    _insert(connection, schema.span, [row for statement in new for row in _spans(statement, keys[statement.id])])
    findings = [_finding(reading, n, key, keys) for n in range(len(reading.statements))]
    _insert(connection, schema.finding, findings)


def statement_keys(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """The keys of those of ``ids`` that are stored."""
    wanted = list(ids)
    keys: dict[str, int] = {}
    for first in range(0, len(wanted), BATCH):
        batch = wanted[first : first + BATCH]
        rows = connection.execute(
            select(schema.statement.c.id, schema.statement.c.key).where(schema.statement.c.id.in_(batch))
        )
        keys.update((row.id, row.key) for row in rows)
    return keys


def _spans(statement: Statement, key: int) -> list[dict[str, Any]]:
    parts = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    return [
        {"statement": key, "part": part, "number": n, "start": span.start, "end": span.end, "text": span.text}
        for part, spans in parts.items()
        for n, span in enumerate(spans)
    ]


def _finding(reading: Reading, number: int, key: int, keys: dict[str, int]) -> dict[str, Any]:
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
    }


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
