"""What an export holds of each row, under the names of the contract."""

from typing import Any

from sayso.records.contract import statement_fields
from sayso.records.row import ArticleRow, RunRow, StatementRow

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
        "text_language": found.language.code,
        "text_language_basis": found.language.basis if found.language.code else None,
    }
