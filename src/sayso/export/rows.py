"""What an export holds of each row, under the names of the contract. What each field is: ``dictionary``."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sayso.records.actor import Actor, Speaker
from sayso.records.article import Metadata
from sayso.records.contract import statement_fields
from sayso.records.ids import offsets
from sayso.records.judgement import CorrectedPosition, Correction, Named
from sayso.records.label_fact import LabelFact
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
        "speaker_names": [each.name for each in statement.speakers],
        "speaker_kinds": [each.kind for each in statement.speakers],
        "speaker_titles": _titles(statement.speakers),
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
    actors = {each.id: each for each in reading.actors}
    for row in rows:
        correction = corrections.get(row.statement.id)
        if correction:
            for fixed in correction.positions:
                yield _position_row(row, fixed, fixed.speaker, fixed.object, called)
        else:
            for found in reading.positions:
                if found.statement == row.statement.id:
                    speaker = actors[found.speaker] if found.speaker else None
                    judged = actors[found.object]
                    yield {
                        **_position_row(row, found, _named(speaker), Named(judged.name, judged.kind), called),
                        **_told_of(speaker),
                    }


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
        **_told_of(None),
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


def label_row(found: LabelFact) -> Fields:
    """A label with who uses it of whom, and its article."""
    distance = found.distance
    return {
        "text": found.span.text,
        "span": [found.span.start, found.span.end],
        "of": found.of,
        "of_kind": found.of_kind,
        "own": found.own,
        "holder": found.holder,
        "by": found.by,
        "disputed_by": found.disputed_by,
        "distance": [distance.start, distance.end] if distance else None,
        "distance_text": distance.text if distance else None,
        "article": found.article_id,
        "article_given_id": found.given_id,
        "version": found.version_id,
        "run": found.run_id,
        **_known(found.metadata),
    }


def _named(actor: Actor | None) -> Named | None:
    return Named(actor.name, actor.kind) if actor else None


def _told_of(speaker: Actor | None) -> Fields:
    """What the text tells of a speaker that a reading found; nothing of one that a person put in place."""
    return {
        "speaker_titles": _titles([speaker]) if speaker else [],
        "speaker_size": str(speaker.size) if speaker and speaker.size is not None else None,
        "speaker_of": speaker.of if speaker else None,
    }


def _titles(speakers: Iterable[Actor | Speaker]) -> list[str]:
    """The titles of all of them, each once."""
    return list(dict.fromkeys(" ".join(title.text.split()) for each in speakers for title in each.titles))


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
    return {
        **_known(found.metadata),
        "text_language": found.language.code,
        "text_language_basis": found.language.basis if found.language.code else None,
    }


def _known(metadata: Metadata) -> Fields:
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
    }
