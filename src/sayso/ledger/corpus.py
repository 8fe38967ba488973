"""Counting what the ledger holds."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Table, func, select

from sayso.ledger.schema import article, article_metadata, outcome, reading, run, version
from sayso.ledger.shown import readings
from sayso.records.corpus import Corpus, Count


def corpus(connection: Connection) -> Corpus:
    """All counts, of one state of the ledger if ``connection`` is in a transaction."""
    groups = _groups(connection)
    ended = connection.execute(select(outcome.c.ending, func.count()).group_by(outcome.c.ending))
    endings: dict[str, int] = dict(ended.all())
    articles = sum(group.articles for group in groups)
    return Corpus(
        articles=articles,
        versions=_size(connection, version),
        readings=_size(connection, reading),
        statements=sum(group.statements for group in groups),
        publishers=_split(groups, "publisher"),
        languages=_split(groups, "language"),
        text_languages=_split(groups, "text_language"),
        runs=_split(groups, "run"),
        first_published=min((group.first for group in groups if group.first is not None), default=None),
        last_published=max((group.last for group in groups if group.last is not None), default=None),
        undated=articles - sum(group.dated for group in groups),
        skipped=endings.get("skipped", 0),
        failed=endings.get("failed", 0),
    )


def _groups(connection: Connection) -> Sequence[Row[Any]]:
    """Articles shown, by everything they are split by: one pass, since joining them is most of the cost."""
    by = (
        article.c.publisher,
        article_metadata.c.language,
        reading.c.language.label("text_language"),
        run.c.id.label("run"),
    )
    published = article_metadata.c.published
    return connection.execute(
        readings()
        .add_columns(
            *by,
            func.count().label("articles"),
            func.sum(reading.c.statements).label("statements"),
            func.min(published).label("first"),
            func.max(published).label("last"),
            func.count(published).label("dated"),
        )
        .group_by(*by)
    ).all()


def _split(groups: Sequence[Row[Any]], by: str) -> tuple[Count, ...]:
    counts: dict[str | None, tuple[int, int]] = {}
    for group in groups:
        articles, statements = counts.get(getattr(group, by), (0, 0))
        counts[getattr(group, by)] = (articles + group.articles, statements + group.statements)
    found = (Count(value, *numbers) for value, numbers in counts.items())
    return tuple(sorted(found, key=lambda each: (-each.articles, each.value is not None, each.value or "")))


def _size(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0
