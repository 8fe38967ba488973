"""What is shown: of an article its newest version, of a version its current reading, with the newest metadata."""

import re
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal, select

from sayso.errors import UsageError
from sayso.ledger.schema import article, article_metadata, current, finding, newest, reading, run, version

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def current_only(query: Select[Any]) -> Select[Any]:
    """``query``, which has ``reading`` and ``version``, without other readings and versions than those shown."""
    return query.join(current, and_(current.c.version == version.c.key, current.c.reading == reading.c.key)).join(
        newest, and_(newest.c.article == version.c.article, newest.c.version == version.c.key)
    )


def readings() -> Select[Any]:
    """Articles with the version, reading and run that are shown; columns to be chosen by the caller."""
    return (
        select()
        .select_from(newest)
        .join(article, article.c.key == newest.c.article)
        .join(version, version.c.key == newest.c.version)
        .join(current, current.c.version == version.c.key)
        .join(reading, reading.c.key == current.c.reading)
        .join(run, run.c.key == reading.c.run)
        .join(article_metadata, article_metadata.c.key == newest.c.metadata)
    )


def language() -> tuple[ColumnElement[str | None], ...]:
    """The language of the text that ``reading`` read, under names that the metadata does not have."""
    return reading.c.language.label("text_language"), reading.c.language_basis.label("text_language_basis")


def findings() -> Select[Any]:
    """Keys of findings joined with their reading and version."""
    return (
        select(finding.c.key)
        .join(reading, reading.c.key == finding.c.reading)
        .join(version, version.c.key == reading.c.version)
    )


def published_between(since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    """Conditions on ``article_metadata``, dates compared as far as both are precise; UsageError for what is no date."""
    conditions: list[ColumnElement[bool]] = []
    published = article_metadata.c.published
    if since is not None:
        conditions.append(published >= func.substr(literal(_date(since)), 1, func.length(published)))
    if until is not None:
        last = literal(_date(until))
        conditions.append(func.substr(published, 1, func.length(last)) <= last)
    return conditions


def _date(text: str) -> str:
    if not _DATE.fullmatch(text):
        raise UsageError(f"{text!r} is not a date: write 2019, 2019-04 or 2019-04-04")
    return text
