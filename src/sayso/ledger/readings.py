"""A stored reading, whole: the value the writer was given."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, select

from sayso.ledger.actors import actors_of, occasions_of
from sayso.ledger.batches import BATCH
from sayso.ledger.label_tables import title
from sayso.ledger.position_findings import positions_of
from sayso.ledger.position_tables import actor, name, speaker
from sayso.ledger.rows import block_of, grouped, speaker_of, statement_of
from sayso.ledger.schema import (
    article,
    block,
    current,
    finding,
    reading,
    run,
    span,
    statement,
    unattributed_quote,
    version,
)
from sayso.ledger.values import span_of
from sayso.ledger.voice_findings import voices_of
from sayso.records.actor import Speaker
from sayso.records.reading import Reading
from sayso.records.statement import Statement


def reading_of(connection: Connection, version_id: str, run_id: str | None = None) -> Reading | None:
    """The current reading of the version, or the one by ``run_id``; None if there is none."""
    query = (
        select(
            reading.c.key,
            reading.c.id,
            article.c.id.label("article_id"),
            run.c.id.label("run_id"),
            version.c.text,
            version.c.text_sha256,
        )
        .join(version, version.c.key == reading.c.version)
        .join(article, article.c.key == version.c.article)
        .join(run, run.c.key == reading.c.run)
        .where(version.c.id == version_id)
    )
    if run_id is None:
        query = query.join(current, current.c.reading == reading.c.key)
    else:
        query = query.where(run.c.id == run_id)
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    return Reading(
        id=row.id,
        article_id=row.article_id,
        version_id=version_id,
        run_id=row.run_id,
        text=row.text,
        text_sha256=row.text_sha256,
        statements=tuple(statements_of(connection, row.key)),
        unattributed_quotes=tuple(span_of(quote) for quote in _numbered(connection, unattributed_quote, row.key)),
        blocks=tuple(block_of(part) for part in _numbered(connection, block, row.key)),
        actors=tuple(actors_of(connection, row.key)),
        positions=tuple(positions_of(connection, row.key)),
        occasions=tuple(occasions_of(connection, row.key)),
        voices=tuple(voices_of(connection, row.key)),
    )


def statements_of(connection: Connection, key: int) -> Iterator[Statement]:
    """The statements of the reading with key ``key``, in its order."""
    parent = statement.alias("parent")
    query = (
        select(finding, statement.c.id.label("statement_id"), parent.c.id.label("parent_id"))
        .join(statement, statement.c.key == finding.c.statement)
        .outerjoin(parent, parent.c.key == finding.c.parent)
        .where(finding.c.reading == key)
        .order_by(finding.c.number)
    )
    for rows in connection.execute(query).partitions(BATCH):
        keys = [row.statement for row in rows]
        found = connection.execute(select(span).where(span.c.statement.in_(keys)).order_by(span.c.number)).all()
        spans = grouped(found, "statement")
        spoke = speakers_of(connection, [row.key for row in rows])
        yield from (statement_of(row, spans.get(row.statement, []), spoke.get(row.key, [])) for row in rows)


def speakers_of(connection: Connection, findings: Sequence[int]) -> dict[int, list[Speaker]]:
    """The speakers of these findings (at most BATCH), by finding, in order of number, with name, kind and titles of each."""
    rows = connection.execute(_spoken(findings).order_by(speaker.c.finding, speaker.c.number)).all()
    of = (title.c.reading == finding.c.reading) & (title.c.actor == speaker.c.actor)
    query: Select[Any] = (
        select(speaker.c.finding, speaker.c.number.label("speaker"), title.c.start, title.c.end, title.c.text)
        .join(finding, finding.c.key == speaker.c.finding)
        .join(title, of)
        .where(speaker.c.finding.in_(findings))
        .order_by(title.c.number)
    )
    titles: dict[tuple[int, int], list[Row[Any]]] = {}
    for row in connection.execute(query):
        titles.setdefault((row.finding, row.speaker), []).append(row)
    found: dict[int, list[Speaker]] = {}
    for row in rows:
        found.setdefault(row.finding, []).append(speaker_of(row, titles.get((row.finding, row.number), ())))
    return found


def _spoken(findings: Sequence[int]) -> Select[Any]:
    """The rows of ``speaker`` with name and kind; a row whose actor is not there has neither."""
    who = (actor.c.reading == finding.c.reading) & (actor.c.number == speaker.c.actor)
    return (
        select(speaker, name.c.name, name.c.kind)
        .join(finding, finding.c.key == speaker.c.finding)
        .outerjoin(actor, who)
        .outerjoin(name, name.c.key == actor.c.name)
        .where(speaker.c.finding.in_(findings))
    )


def _numbered(connection: Connection, table: Table, key: int) -> list[Row[Any]]:
    return list(connection.execute(select(table).where(table.c.reading == key).order_by(table.c.number)))
