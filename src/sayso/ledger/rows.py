"""Values made of database rows: the one place that knows which column becomes which field."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Row

from sayso.errors import LedgerError
from sayso.records.article import Block, Metadata
from sayso.records.judgement import Judgement
from sayso.records.language import UNKNOWN, Language
from sayso.records.run import Run
from sayso.records.span import Span
from sayso.records.statement import Statement


@contextmanager
def undamaged() -> Iterator[None]:
    """Turns the refusal of a value into a LedgerError: rows were checked when written, so they have been changed."""
    try:
        yield
    except ValueError as error:
        raise LedgerError(f"the ledger is damaged ({error}): `sayso verify` says where") from error


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
    )


def language_of(row: Row[Any]) -> Language:
    """From the columns that ``shown.language`` adds."""
    return Language(row.text_language, row.text_language_basis) if row.text_language else UNKNOWN


def span_of(row: Row[Any]) -> Span:
    """From ``start``, ``end`` and ``text``; LedgerError if they cannot be a span."""
    with undamaged():
        return Span(row.start, row.end, row.text)


def block_of(row: Row[Any]) -> Block:
    return Block(row.kind, span_of(row))


def run_of(row: Row[Any]) -> Run:
    return Run(row.id, row.model, row.settings, row.code)


def judgement_of(row: Row[Any]) -> Judgement:
    return Judgement(row.id, row.subject, row.decision, row.judge, row.made_at, row.note, row.replacement, row.undoes)


def statement_of(finding: Row[Any], spans: Iterable[Row[Any]]) -> Statement:
    """From a finding with ``statement_id`` and ``parent_id`` beside its columns, and the spans in order of number.

    LedgerError if the rows are not those of a statement.
    """
    parts: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for row in spans:
        parts[row.part].append(span_of(row))
    with undamaged():
        return Statement(
            id=finding.statement_id,
            source=tuple(parts["source"]),
            cue=tuple(parts["cue"]),
            content=tuple(parts["content"]),
            form=finding.form,
            marks=finding.marks,
            confidence=finding.confidence,
            sentence=Span(finding.sentence_start, finding.sentence_end, finding.sentence),
            parent=finding.parent_id,
        )


def grouped(rows: Sequence[Row[Any]], column: str) -> dict[int, list[Row[Any]]]:
    """The rows by the value of ``column``, each group in the order given."""
    groups: dict[int, list[Row[Any]]] = {}
    for row in rows:
        groups.setdefault(getattr(row, column), []).append(row)
    return groups
