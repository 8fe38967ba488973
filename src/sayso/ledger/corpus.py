"""Counting what the ledger holds."""

from typing import Any

from sqlalchemy import Connection, Table, func, select

from sayso.ledger.schema import article, article_metadata, outcome, reading, run, version
from sayso.ledger.shown import readings
from sayso.records.corpus import Corpus, Count


def corpus(connection: Connection) -> Corpus:
    """All counts, of one state of the ledger if ``connection`` is in a transaction."""
    published = article_metadata.c.published
    total = connection.execute(
        readings().add_columns(
            func.count().label("articles"),
            func.coalesce(func.sum(reading.c.statements), 0).label("statements"),
            func.min(published).label("first"),
            func.max(published).label("last"),
            func.count(published).label("dated"),
        )
    ).one()
    ended = connection.execute(select(outcome.c.ending, func.count()).group_by(outcome.c.ending))
    endings: dict[str, int] = dict(ended.all())
    return Corpus(
        articles=total.articles,
        versions=_size(connection, version),
        readings=_size(connection, reading),
        statements=total.statements,
        publishers=_split(connection, article.c.publisher),
        languages=_split(connection, article_metadata.c.language),
        text_languages=_split(connection, reading.c.language),
        runs=_split(connection, run.c.id),
        first_published=total.first,
        last_published=total.last,
        undated=total.articles - total.dated,
        skipped=endings.get("skipped", 0),
        failed=endings.get("failed", 0),
    )


def _split(connection: Connection, column: Any) -> tuple[Count, ...]:
    articles = func.count()
    rows = connection.execute(
        readings()
        .add_columns(column, articles, func.sum(reading.c.statements))
        .group_by(column)
        .order_by(articles.desc(), column)
    )
    return tuple(Count(value, articles, statements) for value, articles, statements in rows)


def _size(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0
