"""What an export holds of each row, under the names of the contract. What each field is: ``dictionary``."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sayso.records.contract import statement_fields
from sayso.records.ids import offsets
from sayso.records.judgement import CorrectedPosition, Correction, Named
from sayso.records.position import LABELS, Position
from sayso.records.reading import Reading
from sayso.records.row import ArticleRow, RunRow, StatementRow
from sayso.records.span import joined

Fields = dict[str, Any]


def statement_row(found: StatementRow) -> Fields:
    """A statement with its words and offsets, its article, its run and what a person decided."""
    statement = found.statement
    return {
        **statement_fields(statement, found.metadata),
        "source_text": statement.source_text,
        "cue_text": statement.cue_text,
        "content_text": statement.content_text,
        "sentence_text": statement.sentence.text,
        "sentence": [statement.sentence.start, statement.sentence.end],
        "article": found.article_id,
        "article_given_id": found.given_id,
        "version": found.version_id,
        "run": found.run_id,
        "judgement": found.decision,
        **_metadata(found),
    }


def position_rows(
    reading: Reading,
    rows: Sequence[StatementRow],
    corrections: Mapping[str, Correction],
    called: Mapping[str, str],
) -> Iterator[Fields]:
    """The positions in the statements ``rows`` of one article, in their order, each with its words, its offsets and its statement.

    ``corrections``: what people put in place, by the id that it is shown under. ``called``: by name,
    the one that an actor is shown under, where that is another.
    """
    actors = {each.id: Named(each.name, each.kind) for each in reading.actors}
    for row in rows:
        correction = corrections.get(row.statement.id)
        if correction:
            for fixed in correction.positions:
                yield _position_row(row, fixed, fixed.speaker, fixed.object, called)
        else:
            for found in reading.positions:
                if found.statement == row.statement.id:
                    speaker = actors[found.speaker] if found.speaker else None
                    yield _position_row(row, found, speaker, actors[found.object], called)


def _position_row(
    row: StatementRow,
    each: Position | CorrectedPosition,
    speaker: Named | None,
    judged: Named,
    called: Mapping[str, str],
) -> Fields:
    statement = statement_fields(row.statement, row.metadata)
    issue = each.issue
    return {
        "id": each.id,
        "statement": row.statement.id,
        "speaker": called.get(speaker.name, speaker.name) if speaker else None,
        "speaker_kind": speaker.kind if speaker else None,
        "object": called.get(judged.name, judged.name),
        "object_kind": judged.kind,
        "role": each.role,
        "label": each.label,
        **{name: getattr(each.stance, name) for name in LABELS},
        "wording": each.wording,
        "flags": list(each.flags),
        "mention": [each.mention.start, each.mention.end],
        "mention_text": each.mention.text,
        "issue": [issue.start, issue.end] if issue else None,
        "issue_text": issue.text if issue else None,
        "evidence": offsets(each.evidence),
        "evidence_text": joined(each.evidence),
        "made_by": "person" if isinstance(each, CorrectedPosition) and each.carried is None else "run",
        "form": statement["form"],
        "status": statement["status"],
        "move": statement["move"],
        "said_on": statement["said_on"],
        "occasion": statement["occasion"],
        "source_text": row.statement.source_text,
        "content_text": row.statement.content_text,
        "confidence": row.statement.confidence,
        "article": row.article_id,
        "article_given_id": row.given_id,
        "version": row.version_id,
        "run": row.run_id,
        "judgement": row.decision,
        **_metadata(row),
    }


def article_fields(found: ArticleRow) -> Fields:
    return {
        "id": found.article_id,
        "given_id": found.given_id,
        "version": found.version_id,
        "versions": found.versions,
        "run": found.run_id,
        "text_sha256": found.text_sha256,
        "statements": found.statements,
        "added_at": found.added_at,
        **_metadata(found),
    }


def run_fields(found: RunRow) -> Fields:
    run = found.run
    return {
        "id": run.id,
        "code": run.code,
        "settings": run.settings,
        "model": run.model,
        "added_at": found.added_at,
        "readings": found.readings,
        "current": found.current,
    }


def _metadata(found: StatementRow | ArticleRow) -> Fields:
    metadata = found.metadata
    return {
        "title": metadata.title,
        "url": metadata.url,
        "publisher": metadata.publisher,
        "agency": metadata.agency,
        "authors": list(metadata.authors),
        "genre": metadata.genre,
        "section": metadata.section,
        "language": metadata.language,
        "published": metadata.published,
        "published_basis": metadata.published_basis,
        "updated": metadata.updated,
        "updated_basis": metadata.updated_basis,
        "retrieved": metadata.retrieved,
        "retrieved_basis": metadata.retrieved_basis,
        "text_language": found.language.code,
        "text_language_basis": found.language.basis if found.language.code else None,
    }
