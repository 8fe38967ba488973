"""Overwriting stretches of one version's text, and everything in the ledger that was copied from them.

Only characters change, never a place: what a span recorded is taken anew from the text, so that ``text[start:end]`` stays the string
that is recorded. The digest of what is left is noted, since the one that the version's id is made of no longer fits.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table, insert, select, update

from sayso.ledger import raw_bytes
from sayso.ledger.blacking import Place, blacked
from sayso.ledger.clock import now
from sayso.ledger.correction_tables import corrected_position, correction
from sayso.ledger.label_tables import collective, label, title
from sayso.ledger.position_tables import mention, occasion, position, position_finding
from sayso.ledger.removal_tables import redaction
from sayso.ledger.removing import indexed, keys_where, unindexed
from sayso.ledger.schema import block, finding, reading, span, statement, unattributed_quote, version
from sayso.ledger.voice_tables import voice, voice_finding
from sayso.records.ids import canonical_json, text_sha256

_TOLD = ("told_start", "told_end", "told_text")
_OF_READING = (
    (block, (("start", "end", "text"),)),
    (unattributed_quote, (("start", "end", "text"),)),
    (mention, (("start", "end", "text"),)),
    (occasion, (_TOLD,)),
    (voice_finding, (("mention_start", "mention_end", "mention_text"),)),
    (title, (("start", "end", "text"),)),
    (label, (("start", "end", "text"), ("distance_start", "distance_end", "distance_text"))),
    (collective, (("size_start", "size_end", "size_text"), ("of_start", "of_end", "of_text"))),
    (finding, (("sentence_start", "sentence_end", "sentence"), _TOLD)),
)
_OF_STATEMENT = (
    (span, (("start", "end", "text"),)),
    (position, (("start", "end", "text"), ("issue_start", "issue_end", "issue_text"))),
)


def redact(connection: Connection, key: int, places: Iterable[Place]) -> int:
    """How many code points of the version with this key were overwritten."""
    row = connection.execute(select(version).where(version.c.key == key)).one()
    text = blacked(row.text, places)
    changed = sum(one != other for one, other in zip(row.text, text, strict=True))
    readings = keys_where(connection, reading.c.key, reading.c.version, [key])
    statements = keys_where(connection, statement.c.key, statement.c.version, [key])
    corrections = keys_where(connection, correction.c.key, correction.c.replaces, statements)
    searched = (
        ("statement_search", keys_where(connection, finding.c.key, finding.c.reading, readings)),
        ("correction_search", corrections),
        ("text_search", [key]),
    )
    for index, keys in searched:
        unindexed(connection, index, keys)
    raw_bytes.drop(connection, [row.raw_sha256])
    connection.execute(update(version).where(version.c.key == key).values(text=text, raw_sha256=None))
    for table, spans in _OF_READING:
        _retake(connection, table, "reading", readings, spans, text)
    for table, spans in _OF_STATEMENT:
        _retake(connection, table, "statement", statements, spans, text)
    _retake(connection, correction, "key", corrections, (("sentence_start", "sentence_end", "sentence"),), text)
    _retake(connection, voice, "version", [key], (("start", "end", "text"),), text)
    _evidence(connection, position_finding, "reading", readings, text)
    _evidence(connection, corrected_position, "correction", corrections, text)
    for index, keys in searched:
        indexed(connection, index, keys)
    note(connection, row.id, text_sha256(text))
    return changed


def note(connection: Connection, subject: str, digest: str) -> None:
    """Notes the digest of what is left of a version, or of what an article is identified by."""
    connection.execute(insert(redaction).values(subject=subject, sha256=digest, made_at=now()))


def _retake(
    connection: Connection,
    table: Table,
    column: str,
    keys: Sequence[int],
    spans: Sequence[tuple[str, str, str]],
    text: str,
) -> None:
    """Sets what each span of the rows recorded to what the text has there now."""
    for row in connection.execute(_where(table, column, keys)).all():
        held = row._mapping
        new = {
            into: text[held[start] : held[end]]
            for start, end, into in spans
            if held[into] is not None and text[held[start] : held[end]] != held[into]
        }
        _change(connection, table, row, new)


def _evidence(connection: Connection, table: Table, column: str, keys: Sequence[int], text: str) -> None:
    for row in connection.execute(_where(table, column, keys)).all():
        spans = [[start, end, text[start:end]] for start, end, _ in json.loads(row.evidence)]
        _change(connection, table, row, {"evidence": canonical_json(spans)} if spans else {})


def _where(table: Table, column: str, keys: Sequence[int]) -> Select[Any]:
    return select(table).where(table.c[column].in_(keys))


def _change(connection: Connection, table: Table, row: Any, new: dict[str, Any]) -> None:
    if new:
        same = (column == row._mapping[column.name] for column in table.primary_key)
        connection.execute(update(table).where(*same).values(**new))
