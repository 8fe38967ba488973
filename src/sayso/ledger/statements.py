"""The statement table: which findings a question means, then whole rows for them, a batch at a time.

Rows come in the order in which articles were added, within a reading in text order: the order of the keys, so that
no answer is ever sorted in memory, however many rows it has.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, literal, or_, select

from sayso.errors import UsageError
from sayso.ledger import search
from sayso.ledger.findings import BATCH
from sayso.ledger.judgements import standing
from sayso.ledger.rows import grouped, language_of, metadata_of, statement_of
from sayso.ledger.schema import article, article_metadata, finding, newest, reading, run, span, statement, version
from sayso.ledger.shown import current_only, findings, language
from sayso.records.filter import StatementFilter
from sayso.records.row import StatementRow

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def matching(wanted: StatementFilter) -> Select[Any]:
    """Keys of the findings that ``wanted`` means; UsageError for a filter that can mean nothing."""
    query = findings()
    if wanted.current:
        query = current_only(query)
    if wanted.source is not None:
        query = query.where(finding.c.key.in_(search.statement_keys(wanted.source, "source")))
    if wanted.content is not None:
        query = query.where(finding.c.key.in_(search.statement_keys(wanted.content, "content")))
    if wanted.run is not None:
        query = query.where(reading.c.run.in_(select(run.c.key).where(run.c.id == wanted.run)))
    articles = _articles(wanted)
    if articles is not None:
        query = query.where(version.c.article.in_(articles))
    if wanted.offset < 0 or (wanted.limit is not None and wanted.limit < 0):
        raise UsageError(f"limit and offset count rows: {wanted.limit} and {wanted.offset} cannot both be meant")
    return query.order_by(finding.c.key).limit(wanted.limit).offset(wanted.offset or None)


def naming(term: str) -> Select[Any]:
    """Keys of the findings shown with ``term`` in their content or sentence."""
    keys = search.statement_keys(term, "content", "sentence")
    return current_only(findings()).where(finding.c.key.in_(keys)).order_by(finding.c.key)


def rows(connection: Connection, keys: Select[Any]) -> Iterator[StatementRow]:
    """The rows of the findings that ``keys`` selects, in its order; at most BATCH of them are in memory."""
    for batch in connection.execute(keys).scalars().partitions(BATCH):
        yield from _batch(connection, batch)


def _batch(connection: Connection, keys: Sequence[int]) -> Iterator[StatementRow]:
    found = {row.finding_key: row for row in connection.execute(_whole(keys))}
    wanted = [row.statement for row in found.values()]
    spans = grouped(
        connection.execute(select(span).where(span.c.statement.in_(wanted)).order_by(span.c.number)).all(), "statement"
    )
    decided = standing(connection, [row.statement_id for row in found.values()])
    for key in keys:
        row = found[key]
        yield StatementRow(
            statement=statement_of(row, spans.get(row.statement, [])),
            article_id=row.article_id,
            version_id=row.version_id,
            run_id=row.run_id,
            given_id=row.given_id,
            metadata=metadata_of(row, publisher=row.publisher, url=row.url),
            judgement=decided.get(row.statement_id),
            language=language_of(row),
        )


def _whole(keys: Sequence[int]) -> Select[Any]:
    parent = statement.alias("parent")
    return (
        select(
            finding.c.key.label("finding_key"),
            *(finding.c[name] for name in ("statement", "form", "marks", "confidence")),
            *(finding.c[name] for name in ("sentence_start", "sentence_end", "sentence")),
            statement.c.id.label("statement_id"),
            parent.c.id.label("parent_id"),
            version.c.id.label("version_id"),
            run.c.id.label("run_id"),
            article.c.id.label("article_id"),
            article.c.given_id,
            article.c.publisher,
            article.c.url,
            *(column for column in article_metadata.c if column.name not in ("key", "article", "added_at")),
            *language(),
        )
        .join(statement, statement.c.key == finding.c.statement)
        .join(reading, reading.c.key == finding.c.reading)
        .join(version, version.c.key == reading.c.version)
        .join(run, run.c.key == reading.c.run)
        .join(article, article.c.key == version.c.article)
        .join(newest, newest.c.article == article.c.key)
        .join(article_metadata, article_metadata.c.key == newest.c.metadata)
        .outerjoin(parent, parent.c.key == finding.c.parent)
        .where(finding.c.key.in_(keys))
    )


def _articles(wanted: StatementFilter) -> Select[Any] | None:
    """Keys of the articles the filter leaves, or None if it leaves all of them."""
    conditions = []
    if wanted.article is not None:
        name = wanted.article
        conditions.append(or_(article.c.id == name, article.c.url == name, article.c.given_id == name))
    if wanted.publisher is not None:
        conditions.append(article.c.publisher == wanted.publisher)
    published = article_metadata.c.published
    if wanted.since is not None:
        since = literal(_date(wanted.since))
        conditions.append(published >= func.substr(since, 1, func.length(published)))
    if wanted.until is not None:
        until = literal(_date(wanted.until))
        conditions.append(func.substr(published, 1, func.length(until)) <= until)
    if not conditions:
        return None
    return (
        select(article.c.key)
        .join(newest, newest.c.article == article.c.key)
        .join(article_metadata, article_metadata.c.key == newest.c.metadata)
        .where(and_(*conditions))
    )


def _date(text: str) -> str:
    if not _DATE.fullmatch(text):
        raise UsageError(f"{text!r} is not a date: write 2019, 2019-04 or 2019-04-04")
    return text


def finding_of(connection: Connection, statement_id: str) -> Row[Any] | None:
    """The finding that speaks for a statement: the one shown, else the last that any run made."""
    query = findings().join(statement, statement.c.key == finding.c.statement).where(statement.c.id == statement_id)
    last = query.order_by(finding.c.key.desc()).limit(1)
    return connection.execute(current_only(last)).one_or_none() or connection.execute(last).one_or_none()


def only(key: int) -> Select[Any]:
    """The finding with this key."""
    return select(finding.c.key).where(finding.c.key == key)
