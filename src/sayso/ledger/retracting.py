"""Retracting an article: every row that hangs on it goes, from every table and index, and a tombstone keeps it from coming back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, or_, select, update

from sayso.errors import UsageError
from sayso.ledger import raw_bytes, schema
from sayso.ledger.connection import transaction
from sayso.ledger.correction_tables import corrected_position, correction, standing
from sayso.ledger.label_tables import GROWING as LABELS
from sayso.ledger.position_tables import actor, mention, occasion, occasion_speaker, position, position_finding, speaker
from sayso.ledger.pruning import prune_names
from sayso.ledger.removal_tables import redaction
from sayso.ledger.removing import delete_where, keys_where, removal, unindexed, wiped
from sayso.ledger.tombstones import bury
from sayso.ledger.voice_tables import voice, voice_finding


@dataclass(frozen=True, slots=True)
class Retraction:
    """What goes with an article, counted. ``wiped`` is False where another process still reads the log beside the ledger."""

    article_id: str
    given_id: str | None
    title: str | None
    publisher: str | None
    url: str | None
    versions: int
    readings: int
    statements: int
    positions: int
    judgements: int
    wiped: bool | None = None


def retractable(engine: Engine, term: str) -> Retraction:
    """What would go with the article that ``term`` names: an id of article or version, a url, or the id it was given.

    UsageError if it names none or several.
    """
    with transaction(engine) as connection:
        return _counted(connection, _found(connection, term))


def retract(engine: Engine, article_id: str) -> Retraction:
    """What went with the article, in one transaction that survives a power loss; UsageError if it is not there."""
    with removal(engine) as connection:
        found = _found(connection, article_id)
        counted = _counted(connection, found)
        _remove(connection, found)
        bury(connection, "article", [found.id])
    return replace(counted, wiped=wiped(engine))


def _found(connection: Connection, term: str) -> Row[Any]:
    article = schema.article
    of_version = select(schema.version.c.article).where(schema.version.c.id == term)
    meant = or_(article.c.id == term, article.c.url == term, article.c.given_id == term, article.c.key.in_(of_version))
    rows = connection.execute(select(article).where(meant).order_by(article.c.key)).all()
    if not rows:
        raise UsageError(f"no article {term} is in this ledger: `sayso export articles` lists those that are")
    if len(rows) > 1:
        raise UsageError(f"{term} names {len(rows)} articles; choose one: {', '.join(row.id for row in rows)}")
    return rows[0]


def _counted(connection: Connection, found: Row[Any]) -> Retraction:
    versions = keys_where(connection, schema.version.c.key, schema.version.c.article, [found.key])
    statements = keys_where(connection, schema.statement.c.key, schema.statement.c.version, versions)
    title = connection.scalar(
        select(schema.article_metadata.c.title)
        .join(schema.newest, schema.newest.c.metadata == schema.article_metadata.c.key)
        .where(schema.newest.c.article == found.key)
    )
    judged = select(func.count()).select_from(schema.judgement).where(schema.judgement.c.subject.in_(_ids(versions)))
    return Retraction(
        article_id=found.id,
        given_id=found.given_id,
        title=title,
        publisher=found.publisher,
        url=found.url,
        versions=len(versions),
        readings=len(keys_where(connection, schema.reading.c.key, schema.reading.c.version, versions)),
        statements=len(statements),
        positions=len(keys_where(connection, position.c.key, position.c.statement, statements)),
        judgements=connection.scalar(judged) or 0,
    )


def _ids(versions: Sequence[int]) -> Any:
    return select(schema.statement.c.id).where(schema.statement.c.version.in_(versions))


def _remove(connection: Connection, found: Row[Any]) -> None:
    versions = keys_where(connection, schema.version.c.key, schema.version.c.article, [found.key])
    readings = keys_where(connection, schema.reading.c.key, schema.reading.c.version, versions)
    statements = keys_where(connection, schema.statement.c.key, schema.statement.c.version, versions)
    findings = keys_where(connection, schema.finding.c.key, schema.finding.c.reading, readings)
    corrections = keys_where(connection, correction.c.key, correction.c.replaces, statements)
    described = keys_where(connection, schema.article_metadata.c.key, schema.article_metadata.c.article, [found.key])
    names = _names(connection, readings, corrections)
    for index, keys in (
        ("statement_search", findings),
        ("correction_search", corrections),
        ("text_search", versions),
        ("title_search", described),
    ):
        unindexed(connection, index, keys)
    delete_where(connection, standing, "statement", statements)
    delete_where(connection, corrected_position, "correction", corrections)
    delete_where(connection, correction, "key", corrections)
    connection.execute(delete(schema.judgement).where(schema.judgement.c.subject.in_(_ids(versions))))
    delete_where(connection, speaker, "finding", findings)
    for table in (*LABELS, voice_finding, position_finding, occasion_speaker, occasion, mention, actor):
        delete_where(connection, table, "reading", readings)
    delete_where(connection, position, "statement", statements)
    delete_where(connection, voice, "version", versions)
    delete_where(connection, schema.finding, "reading", readings)
    delete_where(connection, schema.span, "statement", statements)
    delete_where(connection, schema.statement, "key", statements)
    for table in (schema.block, schema.unattributed_quote):
        delete_where(connection, table, "reading", readings)
    _remove_article(connection, found, versions, described)
    prune_names(connection, names)


def _remove_article(connection: Connection, found: Row[Any], versions: Sequence[int], described: Sequence[int]) -> None:
    """The article itself, and what else in the ledger points to it by its id, its url or its file."""
    ids = [found.id, *keys_where(connection, schema.version.c.id, schema.version.c.key, versions)]
    raw_bytes.drop(connection, keys_where(connection, schema.version.c.raw_sha256, schema.version.c.key, versions))
    inputs = keys_where(connection, schema.article_metadata.c.input_name, schema.article_metadata.c.key, described)
    outcome, told = schema.outcome, schema.article_metadata
    connection.execute(delete(outcome).where(outcome.c.version.in_(ids)))
    if found.given_id is not None:
        connection.execute(
            delete(outcome).where(outcome.c.given_id == found.given_id, outcome.c.input_name.in_(inputs))
        )
    delete_where(connection, schema.current, "version", versions)
    delete_where(connection, schema.reading, "version", versions)
    delete_where(connection, schema.newest, "article", [found.key])
    delete_where(connection, schema.version, "key", versions)
    delete_where(connection, told, "key", described)
    delete_where(connection, redaction, "subject", ids)
    delete_where(connection, schema.article, "key", [found.key])
    pointed = [each for each in (found.id, found.url, found.given_id) if each is not None]
    connection.execute(update(told).where(told.c.supersedes.in_(pointed)).values(supersedes=None))


def _names(connection: Connection, readings: Sequence[int], corrections: Sequence[int]) -> list[int]:
    """Names that the readings and corrections have."""
    found: set[int] = set(keys_where(connection, actor.c.name, actor.c.reading, readings))
    for column in (corrected_position.c.speaker_name, corrected_position.c.object_name):
        found |= set(keys_where(connection, column, corrected_position.c.correction, corrections))
    return sorted(found)
