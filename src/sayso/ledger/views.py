"""Everything a ledger answers, as frozen values. Reads only; each listing is of one state, whatever others write.

A listing is an iterator that holds a few hundred rows. Until it is used up or closed it keeps that state alive,
which costs a writer nothing but the room of its log.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from sqlalchemy import Engine, Select, func, select

from sayso.ledger import corpus as counting
from sayso.ledger import names as naming_actors
from sayso.ledger import positions as position_facts
from sayso.ledger import search, statements
from sayso.ledger.batches import BATCH, batches
from sayso.ledger.connection import transaction
from sayso.ledger.headlines import headlines_of
from sayso.ledger.readings import reading_of
from sayso.ledger.rows import language_of, metadata_of, run_of
from sayso.ledger.schema import article, article_metadata, current, outcome, reading, run, version
from sayso.ledger.shown import language, readings
from sayso.records.corpus import Corpus
from sayso.records.filter import StatementFilter
from sayso.records.position_filter import PositionFilter
from sayso.records.reading import Reading
from sayso.records.row import ArticleRow, NameRow, OutcomeRow, PositionFact, RunRow, StatementRow


def corpus(engine: Engine) -> Corpus:
    """What the ledger holds, counted."""
    with transaction(engine) as connection:
        return counting.corpus(connection)


def statement_rows(engine: Engine, wanted: StatementFilter) -> Iterator[StatementRow]:
    """The statements that ``wanted`` means, in the order added; UsageError at once for a filter without meaning."""
    return _rows(engine, statements.matching(wanted))


def naming(engine: Engine, term: str) -> Iterator[StatementRow]:
    """The statements shown that may name ``term`` in content or sentence: the caller decides by the exact words."""
    return _rows(engine, statements.naming(term))


def _rows(engine: Engine, keys: Select[Any]) -> Iterator[StatementRow]:
    with transaction(engine) as connection:
        yield from statements.rows(connection, keys)


def headlines(engine: Engine, version_ids: Iterable[str]) -> dict[str, str]:
    """By version id, the words of the text that may be shown where no title is known."""
    with transaction(engine) as connection:
        return headlines_of(connection, version_ids)


def texts(engine: Engine, version_ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(version id, text) of those versions that are stored, a batch at a time."""
    wanted = list(version_ids)
    with transaction(engine) as connection:
        for first in range(0, len(wanted), BATCH):
            batch = wanted[first : first + BATCH]
            for row in connection.execute(select(version.c.id, version.c.text).where(version.c.id.in_(batch))):
                yield row.id, row.text


def statement(engine: Engine, statement_id: str) -> StatementRow | None:
    """One statement as it is shown, or as the last run found it where it is not shown; None if none ever did."""
    with transaction(engine) as connection:
        found = statements.finding_of(connection, statement_id)
        if found is None:
            return None
        return next(statements.rows(connection, statements.only(found.key)))


def statement_rows_of(engine: Engine, ids: Iterable[str]) -> dict[str, StatementRow]:
    """By id, the statements shown among ``ids``; a corrected one also by the id of the statement it replaces."""
    found: dict[str, StatementRow] = {}
    with transaction(engine) as connection:
        for batch in batches(list(dict.fromkeys(ids))):
            asked = statements.shown_with(connection, batch)
            keys = sorted({key for key, _ in asked})
            rows = dict(zip(keys, statements.rows(connection, statements.among(keys)), strict=True))
            found.update((statement_id, rows[key]) for key, statement_id in asked)
    return found


def positions(
    engine: Engine, wanted: PositionFilter, role: Literal["object", "speaker"], names: Sequence[str]
) -> Iterator[PositionFact]:
    """The positions shown whose ``role`` has one of ``names``; UsageError for a filter that means nothing."""
    with transaction(engine) as connection:
        yield from position_facts.facts(connection, wanted, role, names)


def names(engine: Engine, term: str) -> list[NameRow]:
    """Names of actors with all words of ``term``."""
    with transaction(engine) as connection:
        return naming_actors.names(connection, term)


def all_names(engine: Engine) -> list[NameRow]:
    """Names that are object or speaker of a position."""
    with transaction(engine) as connection:
        return naming_actors.all_names(connection)


def articles(engine: Engine, containing: str | None = None) -> Iterator[ArticleRow]:
    """Every article in its newest version, in the order added; ``containing``: words in that text or in a title."""
    each = version.alias("each")
    query = readings().add_columns(
        select(func.count()).where(each.c.article == article.c.key).scalar_subquery().label("versions"),
        *(column for column in article_metadata.c if column.name not in ("key", "article", "added_at")),
        article.c.id.label("article_id"),
        *(article.c[name] for name in ("publisher", "url", "given_id", "added_at")),
        version.c.id.label("version_id"),
        version.c.text_sha256,
        run.c.id.label("run_id"),
        reading.c.statements,
        *language(),
    )
    if containing is not None:
        titled = select(article_metadata.c.article).where(article_metadata.c.key.in_(search.metadata_keys(containing)))
        titled = titled.correlate(None)
        query = query.where(version.c.key.in_(search.version_keys(containing)) | article.c.key.in_(titled))

    def rows() -> Iterator[ArticleRow]:
        with transaction(engine) as connection:
            for row in connection.execute(query.order_by(article.c.key)):
                yield ArticleRow(
                    article_id=row.article_id,
                    version_id=row.version_id,
                    run_id=row.run_id,
                    given_id=row.given_id,
                    metadata=metadata_of(row, publisher=row.publisher, url=row.url),
                    text_sha256=row.text_sha256,
                    versions=row.versions,
                    statements=row.statements,
                    added_at=row.added_at,
                    language=language_of(row),
                )

    return rows()


def runs(engine: Engine) -> list[RunRow]:
    """Every run that has read or refused something, the first one first."""
    query = (
        select(run, func.count(reading.c.key).label("readings"), func.count(current.c.version).label("shown"))
        .outerjoin(reading, reading.c.run == run.c.key)
        .outerjoin(current, current.c.reading == reading.c.key)
        .group_by(run.c.key)
        .order_by(run.c.key)
    )
    with transaction(engine) as connection:
        return [RunRow(run_of(row), row.added_at, row.readings, row.shown) for row in connection.execute(query)]


def outcomes(engine: Engine) -> Iterator[OutcomeRow]:
    """Every item that was skipped or failed, in the order recorded."""
    query = select(outcome, run.c.id.label("run_id")).join(run, run.c.key == outcome.c.run).order_by(outcome.c.key)
    with transaction(engine) as connection:
        for row in connection.execute(query):
            yield OutcomeRow(
                row.input_name, row.line, row.given_id, row.ending, row.reason, row.version, row.run_id, row.at
            )


def stored_reading(engine: Engine, version_id: str, run_id: str | None = None) -> Reading | None:
    """The current reading of a version, or the one by ``run_id``, equal to what was stored; None if there is none."""
    with transaction(engine) as connection:
        return reading_of(connection, version_id, run_id)
