"""The statement table: which findings a question means, then whole rows for them, a batch at a time.

Rows come in the order in which articles were added, within a reading in text order: the order of the keys, so that
no answer is ever sorted in memory, however many rows it has.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, or_, select, union

from sayso.errors import UsageError
from sayso.ledger import search
from sayso.ledger.batches import BATCH
from sayso.ledger.correction_tables import correction, standing
from sayso.ledger.corrections import shown_corrections
from sayso.ledger.judgements import decided
from sayso.ledger.readings import speakers_of
from sayso.ledger.rows import corrected, grouped, language_of, metadata_of, statement_of
from sayso.ledger.schema import article, article_metadata, finding, newest, reading, run, span, statement, version
from sayso.ledger.shown import current_only, findings, language, published_between
from sayso.records.filter import StatementFilter
from sayso.records.row import StatementRow


def matching(wanted: StatementFilter) -> Select[Any]:
    """Keys of the findings that ``wanted`` means; UsageError for a filter that can mean nothing."""
    query = findings()
    if wanted.current:
        query = current_only(query)
    if wanted.source is not None:
        query = _holding(query, wanted.source, "source")
    if wanted.content is not None:
        query = _holding(query, wanted.content, "content")
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
    return _holding(current_only(findings()), term, "content", "sentence").order_by(finding.c.key)


def _holding(query: Select[Any], term: str, *fields: search.Field) -> Select[Any]:
    """``query`` with ``term`` in one of ``fields`` as they are shown: of a corrected statement the correction's."""
    pointer = standing.alias()
    corrected = search.correction_keys(term, *fields)
    replaced = (
        select(finding.c.key)
        .join(pointer, pointer.c.statement == finding.c.statement)
        .where(pointer.c.correction.in_(corrected))
    )
    shown = standing.alias()
    return query.outerjoin(shown, shown.c.statement == finding.c.statement).where(
        finding.c.key.in_(union(search.statement_keys(term, *fields), replaced)),
        or_(shown.c.correction.is_(None), shown.c.correction.in_(corrected)),
    )


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
    spoke = speakers_of(connection, keys)
    judged = decided(connection, wanted)
    corrections = shown_corrections(connection, wanted)
    for key in keys:
        row = found[key]
        read = statement_of(row, spans.get(row.statement, []), spoke.get(key, []))
        fix = corrections.get(row.statement)
        yield StatementRow(
            statement=corrected(read, fix) if fix else read,
            article_id=row.article_id,
            version_id=row.version_id,
            run_id=row.run_id,
            given_id=row.given_id,
            metadata=metadata_of(row, publisher=row.publisher, url=row.url),
            judgement=judged.get(row.statement),
            language=language_of(row),
        )


def _whole(keys: Sequence[int]) -> Select[Any]:
    parent, pointer, fixed = statement.alias("parent"), standing.alias("pointer"), statement.alias("fixed")
    return (
        select(
            finding.c.key.label("finding_key"),
            *(column for column in finding.c if column.name not in ("key", "id", "reading", "number", "parent")),
            statement.c.id.label("statement_id"),
            func.coalesce(fixed.c.id, parent.c.id).label("parent_id"),
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
        .outerjoin(pointer, pointer.c.statement == finding.c.parent)
        .outerjoin(correction, correction.c.key == pointer.c.correction)
        .outerjoin(fixed, fixed.c.key == correction.c.statement)
        .where(finding.c.key.in_(keys))
    )


def _articles(wanted: StatementFilter) -> Select[Any] | None:
    """Keys of the articles the filter leaves, or None if it leaves all of them."""
    conditions = published_between(wanted.since, wanted.until)
    if wanted.article is not None:
        name = wanted.article
        conditions.append(or_(article.c.id == name, article.c.url == name, article.c.given_id == name))
    if wanted.publisher is not None:
        conditions.append(article.c.publisher == wanted.publisher)
    if not conditions:
        return None
    return (
        select(article.c.key)
        .join(newest, newest.c.article == article.c.key)
        .join(article_metadata, article_metadata.c.key == newest.c.metadata)
        .where(and_(*conditions))
    )


def shown_with(connection: Connection, ids: Sequence[str]) -> set[tuple[int, str]]:
    """Keys of the findings shown that stand for one of ``ids`` (at most BATCH): their own or their correction's; with that id."""
    pointer, fixed = standing.alias(), statement.alias()
    base = current_only(findings()).with_only_columns(finding.c.key, statement.c.id)
    own = base.join(statement, statement.c.key == finding.c.statement).where(statement.c.id.in_(ids))
    by_person = (
        current_only(findings())
        .with_only_columns(finding.c.key, fixed.c.id)
        .join(pointer, pointer.c.statement == finding.c.statement)
        .join(correction, correction.c.key == pointer.c.correction)
        .join(fixed, fixed.c.key == correction.c.statement)
        .where(fixed.c.id.in_(ids))
    )
    return {(row.key, row.id) for query in (own, by_person) for row in connection.execute(query)}


def finding_of(connection: Connection, statement_id: str) -> Row[Any] | None:
    """The finding that speaks for a statement: the one shown, else the last that any run made; a person's statement by the one
    it stands for, while it is shown.
    """
    query = findings().join(statement, statement.c.key == finding.c.statement).where(statement.c.id == statement_id)
    last = query.order_by(finding.c.key.desc()).limit(1)
    found = connection.execute(current_only(last)).one_or_none() or connection.execute(last).one_or_none()
    if found is not None:
        return found
    fixed = statement.alias()
    replaced = (
        findings()
        .join(standing, standing.c.statement == finding.c.statement)
        .join(correction, correction.c.key == standing.c.correction)
        .join(fixed, fixed.c.key == correction.c.statement)
        .where(fixed.c.id == statement_id)
        .order_by(finding.c.key.desc())
        .limit(1)
    )
    return connection.execute(current_only(replaced)).one_or_none() or connection.execute(replaced).one_or_none()


def only(key: int) -> Select[Any]:
    """The finding with this key."""
    return select(finding.c.key).where(finding.c.key == key)


def among(keys: Sequence[int]) -> Select[Any]:
    """The findings with these keys (at most BATCH), in their order."""
    return select(finding.c.key).where(finding.c.key.in_(keys)).order_by(finding.c.key)
