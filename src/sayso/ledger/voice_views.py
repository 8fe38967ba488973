"""The writer's own voice in what is shown: by whom it judges, and by article."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, false, func, select

from sayso.ledger.batches import batches
from sayso.ledger.position_tables import name
from sayso.ledger.registry_tables import actor_shown, registry_name
from sayso.ledger.rows import metadata_of
from sayso.ledger.schema import article, article_metadata, block, reading, version
from sayso.ledger.shown import published_between, readings
from sayso.ledger.values import span_of
from sayso.ledger.voice_tables import voice, voice_finding
from sayso.records.folding import folded
from sayso.records.position_filter import PositionFilter
from sayso.records.voice import VoiceFact


def voices_on(connection: Connection, wanted: PositionFilter, names: Sequence[str]) -> Iterator[VoiceFact]:
    """The voices shown that judge an actor with one of these names, case and diacritics aside, in the order added.

    UsageError for a filter that means nothing. Nobody has reviewed a voice, so with ``reviewed_only`` there are none.
    """
    keys = [
        key
        for batch in batches(sorted({folded(each) for each in names} - {""}))
        for key in connection.execute(select(name.c.key).where(name.c.folded.in_(batch))).scalars()
    ]
    query = filtered(_shown(), wanted)
    for batch in batches(keys):
        yield from _facts(connection, query.where(voice_finding.c.object_name.in_(batch)))


def voices_in(connection: Connection, wanted: PositionFilter, versions: Iterable[str]) -> Iterator[VoiceFact]:
    """The voices shown in the versions with these ids."""
    query = filtered(_shown(), wanted)
    for batch in batches(list(dict.fromkeys(versions))):
        yield from _facts(connection, query.where(version.c.id.in_(batch)))


def _shown() -> Select[Any]:
    shown = func.coalesce(actor_shown.c.name, name.c.name).label("object_shown")
    of_body = select(func.sum(block.c.end - block.c.start)).where(
        block.c.reading == reading.c.key, block.c.kind == "body"
    )
    return (
        readings()
        .add_columns(
            voice.c.id.label("voice_id"), voice.c.start, voice.c.end, voice.c.text, voice_finding.c.confidence, shown,
            voice_finding.c.label, article.c.id.label("article_id"), version.c.id.label("version_id"), article.c.given_id,
            article.c.publisher, article.c.url, of_body.scalar_subquery().label("body"),
            *(each for each in article_metadata.c if each.name not in ("key", "article", "added_at", "input_name")),
        )
        .join(voice_finding, voice_finding.c.reading == reading.c.key)
        .join(voice, voice.c.key == voice_finding.c.voice)
        .outerjoin(name, name.c.key == voice_finding.c.object_name)
        .outerjoin(registry_name, registry_name.c.name == name.c.key)
        .outerjoin(actor_shown, actor_shown.c.actor == registry_name.c.actor)
        .order_by(voice_finding.c.reading, voice_finding.c.number)
    )  # fmt: skip


def filtered(query: Select[Any], wanted: PositionFilter) -> Select[Any]:
    """``query`` with what the filter says of articles; nothing for ``reviewed_only``, since nobody reviews what it is of."""
    query = query.where(*published_between(wanted.since, wanted.until))
    if wanted.publisher is not None:
        query = query.where(article.c.publisher == wanted.publisher)
    if wanted.genre is not None:
        query = query.where(article_metadata.c.genre == wanted.genre)
    return query.where(false()) if wanted.reviewed_only else query


def _facts(connection: Connection, query: Select[Any]) -> Iterator[VoiceFact]:
    for row in connection.execute(query):
        yield _fact(row)


def _fact(row: Row[Any]) -> VoiceFact:
    return VoiceFact(
        id=row.voice_id,
        span=span_of(row),
        confidence=row.confidence,
        object=row.object_shown,
        label=row.label,
        article_id=row.article_id,
        version_id=row.version_id,
        given_id=row.given_id,
        metadata=metadata_of(row, publisher=row.publisher, url=row.url),
        body=row.body or 0,
    )
