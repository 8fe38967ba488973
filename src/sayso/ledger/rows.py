"""Values made of database rows: the one place that knows which column becomes which field."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row

from sayso.ledger.values import span_of, told_of, undamaged
from sayso.records.actor import Speaker
from sayso.records.article import Block, Metadata
from sayso.records.ids import actor_local_id, occasion_local_id
from sayso.records.judgement import Correction, Judgement
from sayso.records.language import UNKNOWN, Language
from sayso.records.run import Run
from sayso.records.span import Span
from sayso.records.statement import Statement


def metadata_of(row: Row[Any], *, publisher: str | None, url: str | None) -> Metadata:
    """From the columns of ``article_metadata``; publisher and url stand with the article."""
    return Metadata(
        title=row.title,
        url=url,
        publisher=publisher,
        agency=row.agency,
        authors=tuple(json.loads(row.authors)),
        genre=row.genre,
        section=row.section,
        language=row.language,
        published=row.published,
        retrieved=row.retrieved,
        supersedes=row.supersedes,
        weight=row.weight,
        updated=row.updated,
        published_basis=row.published_basis,
        updated_basis=row.updated_basis,
        retrieved_basis=row.retrieved_basis,
    )


def language_of(row: Row[Any]) -> Language:
    """From the columns that ``shown.language`` adds."""
    return Language(row.text_language, row.text_language_basis) if row.text_language else UNKNOWN


def block_of(row: Row[Any]) -> Block:
    return Block(row.kind, span_of(row))


def run_of(row: Row[Any]) -> Run:
    return Run(row.id, row.model, row.settings, row.code)


def judgement_of(row: Row[Any]) -> Judgement:
    return Judgement(row.id, row.subject, row.decision, row.judge, row.made_at, row.note, row.replacement, row.undoes)


def speaker_of(row: Row[Any], titles: Iterable[Row[Any]] = ()) -> Speaker:
    """From a row of ``speaker`` with ``name`` and ``kind`` of the actor, and the rows of the actor's titles."""
    behalf = None if row.on_behalf_of is None else actor_local_id(row.on_behalf_of)
    held = tuple(map(span_of, titles))
    return Speaker(actor_local_id(row.actor), row.reason, behalf, row.name or "", row.kind or "unknown", held)


def statement_of(finding: Row[Any], spans: Iterable[Row[Any]], speakers: Iterable[Speaker] = ()) -> Statement:
    """From a finding with ``statement_id`` and ``parent_id`` beside its columns, its spans in order of number, and its speakers.

    LedgerError if the rows are not those of a statement.
    """
    parts = parts_of(spans)
    with undamaged():
        return Statement(
            id=finding.statement_id,
            source=parts["source"],
            cue=parts["cue"],
            content=parts["content"],
            form=finding.form,
            marks=finding.marks,
            confidence=finding.confidence,
            sentence=Span(finding.sentence_start, finding.sentence_end, finding.sentence),
            parent=finding.parent_id,
            status=finding.status or "actual",
            move=finding.move or "unknown",
            told=told_of(finding),
            occasion=None if finding.occasion is None else occasion_local_id(finding.occasion),
            speakers=tuple(speakers),
        )


def corrected(read: Statement, given: Correction) -> Statement:
    """The statement with what a person put in place; a person is sure of it, and a new source is of no known speaker."""
    return replace(
        read,
        id=given.id,
        source=given.source,
        cue=given.cue,
        content=given.content,
        form=given.form,
        sentence=given.sentence,
        confidence=1.0,
        speakers=read.speakers if given.source == read.source else (),
    )


def parts_of(spans: Iterable[Row[Any]]) -> dict[str, tuple[Span, ...]]:
    """Source, cue and content from the rows of ``span`` of one statement, in order of number."""
    parts: dict[str, tuple[Span, ...]] = {"source": (), "cue": (), "content": ()}
    for row in spans:
        parts[row.part] += (span_of(row),)
    return parts


def grouped(rows: Sequence[Row[Any]], column: str) -> dict[int, list[Row[Any]]]:
    """The rows by the value of ``column``, each group in the order given."""
    groups: dict[int, list[Row[Any]]] = {}
    for row in rows:
        groups.setdefault(getattr(row, column), []).append(row)
    return groups
