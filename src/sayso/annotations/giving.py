"""From what a ledger shows of an article to the document that is given out."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.annotations.document import Document, Given, GivenPosition, Range, marks_of
from sayso.records.judgement import CorrectedPosition, Correction
from sayso.records.position import Position
from sayso.records.reading import Reading
from sayso.records.row import StatementRow
from sayso.records.span import Span


def document_of(reading: Reading, rows: Sequence[StatementRow], corrections: Mapping[str, Correction]) -> Document:
    """The article with all statements that are shown of it, rejected ones among them, with their decision.

    ``corrections`` are those shown in place of statements, by the id that they are shown under.
    """
    given = tuple(given_of(reading, row, corrections.get(row.statement.id)) for row in rows)
    return Document(reading.version_id, reading.version_id, reading.text, marks_of(given), given, about=_about(rows))


def given_of(reading: Reading, row: StatementRow, correction: Correction | None) -> Given:
    """The statement as it is shown: as the reading has it, or as a person put it right."""
    statement = row.statement
    found: Iterable[Position | CorrectedPosition] = (
        correction.positions if correction else (p for p in reading.positions if p.statement == statement.id)
    )
    return Given(
        id=statement.id,
        source=_ranges(statement.source),
        cue=_ranges(statement.cue),
        content=_ranges(statement.content),
        form=statement.form,
        decision=row.decision,
        positions=tuple(GivenPosition(p.id, p.mention.start, p.mention.end, p.label) for p in found),
    )


def _ranges(spans: Sequence[Span]) -> tuple[Range, ...]:
    return tuple((span.start, span.end) for span in spans)


def _about(rows: Sequence[StatementRow]) -> dict[str, str]:
    if not rows:
        return {}
    first = rows[0]
    metadata = first.metadata
    known = {
        "article": first.article_id,
        "title": metadata.title,
        "url": metadata.url,
        "publisher": metadata.publisher,
        "published": metadata.published,
    }
    return {name: value for name, value in known.items() if value}
