"""What must hold of the rows of one version, computed anew from them. Takes rows that may be damaged in any way."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from sayso.ledger import removal_proofs
from sayso.ledger.batches import BATCH
from sayso.ledger.rows import grouped
from sayso.ledger.schema import block, finding, span, statement, unattributed_quote
from sayso.records.ids import article_id, finding_id, reading_id, statement_id, text_sha256, version_id
from sayso.records.problem import Problem
from sayso.records.span import Span


def same_id(stored: str, computed: str) -> Iterator[Problem]:
    """A problem unless the id is the one computed."""
    if stored != computed:
        yield Problem("id", stored, f"does not stand for what it is made of, which is {computed}")


def version_problems(article: Row[Any], version: Row[Any], redacted: Mapping[str, str]) -> Iterator[Problem]:
    """The text's digest, the version's id, and the article's, which may hang on the text.

    ``redacted`` has, by id, the digest of what a redaction left; ids are made of what was there before.
    """
    try:
        digest = text_sha256(version.text)
    except UnicodeEncodeError as error:
        yield Problem("text", version.id, f"the text cannot be encoded: {error}")
        return
    noted = redacted.get(version.id, version.text_sha256)
    if digest != noted:
        yield Problem("text", version.id, f"the text has the digest {digest}, not {noted}")
    digest = version.text_sha256 if version.id in redacted else digest
    yield from same_id(version.id, version_id(article.id, digest))
    if article.id in redacted:
        if removal_proofs.identity_digest(article._mapping) != redacted[article.id]:
            yield Problem("text", article.id, "what identifies it is not what the redaction left")
        return
    computed = article_id(
        publisher=article.publisher,
        url=article.url,
        given_id=article.given_id,
        collection=article.collection,
        text_digest=digest,
    )
    yield from same_id(article.id, computed)


def statement_problems(
    connection: Connection, version: Row[Any], statements: Sequence[Row[Any]], checked: Counter[str]
) -> Iterator[Problem]:
    """Every span of these statements against the text, every id against its spans."""
    for first in range(0, len(statements), BATCH):
        batch = statements[first : first + BATCH]
        keys = [row.key for row in batch]
        found = connection.execute(select(span).where(span.c.statement.in_(keys)).order_by(span.c.number)).all()
        checked["spans"] += len(found)
        spans = grouped(found, "statement")
        for row in batch:
            yield from _statement(version, row, spans.get(row.key, []))


def reading_problems(
    connection: Connection, version: Row[Any], reading: Row[Any], checked: Counter[str]
) -> Iterator[Problem]:
    """The reading's id, what it holds against the text, and that it holds as much as was stored."""
    yield from same_id(reading.id, reading_id(version.id, str(reading.run_id)))
    for name, table, expected in (("blocks", block, reading.blocks), ("quotes", unattributed_quote, reading.quotes)):
        rows = connection.execute(select(table).where(table.c.reading == reading.key).order_by(table.c.number)).all()
        checked[name] += len(rows)
        yield from _count(reading, name, rows, expected)
        for row in rows:
            yield from anchor(version.text, row.start, row.end, row.text, f"{reading.id} {name} {row.number}")
    found = connection.execute(_findings(reading.key)).all()
    checked["findings"] += len(found)
    yield from _count(reading, "findings", found, reading.statements)
    known = {row.statement for row in found}
    for row in found:
        yield from same_id(row.id, finding_id(reading.id, str(row.statement_id)))
        yield from anchor(version.text, row.sentence_start, row.sentence_end, row.sentence, f"{row.id} sentence")
        if row.version != version.key or (row.parent is not None and row.parent not in known):
            yield Problem("pointer", row.id, "its statement or parent is not of this reading")


def _statement(version: Row[Any], row: Row[Any], found: Sequence[Row[Any]]) -> Iterator[Problem]:
    parts: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for place in found:
        name = f"{row.id} {place.part} {place.number}"
        problems = list(anchor(version.text, place.start, place.end, place.text, name))
        if problems:
            yield from problems
            return
        if place.number != len(parts[place.part]):
            yield Problem("count", name, "is not the next span of its part")
        parts[place.part].append(Span(place.start, place.end, place.text))
    yield from same_id(row.id, statement_id(version.id, **parts))
    if not parts["content"]:
        yield Problem("span", row.id, "has no content")


def anchor(text: str, start: int, end: int, recorded: str, name: str) -> Iterator[Problem]:
    """A problem unless ``[start, end)`` of ``text`` is what was recorded."""
    if not 0 <= start < end <= len(text) or text[start:end] != recorded:
        yield Problem("span", name, f"[{start}, {end}) of the text is not {recorded!r}")


def _count(reading: Row[Any], name: str, rows: Sequence[Row[Any]], expected: int) -> Iterator[Problem]:
    if [row.number for row in rows] != list(range(expected)):
        yield Problem("count", reading.id, f"has {len(rows)} {name}, and {expected} were stored")


def _findings(key: int) -> Any:
    return (
        select(finding, statement.c.id.label("statement_id"), statement.c.version)
        .outerjoin(statement, statement.c.key == finding.c.statement)
        .where(finding.c.reading == key)
        .order_by(finding.c.number)
    )
