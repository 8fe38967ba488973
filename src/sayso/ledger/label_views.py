"""Labels in what is shown: of or by an actor, by article, or all of them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, FromClause, Row, Select, func, or_, select

from sayso.ledger.batches import batches
from sayso.ledger.label_findings import optional
from sayso.ledger.label_tables import label
from sayso.ledger.position_tables import actor, name
from sayso.ledger.registry_tables import actor_shown, registry_name
from sayso.ledger.rows import metadata_of
from sayso.ledger.schema import article, article_metadata, reading, run, version
from sayso.ledger.shown import readings
from sayso.ledger.values import span_of
from sayso.ledger.voice_views import filtered
from sayso.records.folding import folded
from sayso.records.label_fact import LabelFact
from sayso.records.position_filter import PositionFilter

_WHO = ("actor", "by", "disputed_by")
"""Columns of a label that hold the number of an actor: who is called so, who says so, who rejects it."""


def labels_on(connection: Connection, wanted: PositionFilter, names: Sequence[str]) -> Iterator[LabelFact]:
    """The labels shown of actors with one of these names, case and diacritics aside, and those that they use or dispute.

    UsageError for a filter that means nothing. Nobody has reviewed a label, so with ``reviewed_only`` there are none.
    """
    for batch in batches(sorted({folded(each) for each in names} - {""})):
        held = select(actor.c.reading).join(name, name.c.key == actor.c.name).where(name.c.folded.in_(batch))
        meant = actor.alias("meant")
        of_names = (
            select(1)
            .join_from(meant, name, name.c.key == meant.c.name)
            .where(
                meant.c.reading == label.c.reading,
                name.c.folded.in_(batch),
                or_(*(meant.c.number == label.c[who] for who in _WHO)),
            )
        )
        query = filtered(_shown(), wanted).where(reading.c.key.in_(held), of_names.correlate(label).exists())
        yield from _facts(connection, query)


def labels_in(connection: Connection, wanted: PositionFilter, versions: Iterable[str]) -> Iterator[LabelFact]:
    """The labels shown in the versions with these ids."""
    query = filtered(_shown(), wanted)
    for batch in batches(list(dict.fromkeys(versions))):
        yield from _facts(connection, query.where(version.c.id.in_(batch)))


def all_labels(connection: Connection) -> Iterator[LabelFact]:
    """Every label shown, in the order in which articles were added."""
    yield from _facts(connection, _shown())


def _shown() -> Select[Any]:
    """Labels under the names that the registry shows; within an article in the order of its actors, then of the text."""
    query = (
        readings()
        .add_columns(
            *label.c,
            article.c.id.label("article_id"), version.c.id.label("version_id"), run.c.id.label("run_id"),
            article.c.given_id, article.c.publisher, article.c.url,
            *(each for each in article_metadata.c if each.name not in ("key", "article", "added_at", "input_name")),
        )
        .join(label, label.c.reading == reading.c.key)
    )  # fmt: skip
    for who in _WHO:
        query = _named(query, who)
    return query.order_by(label.c.reading, label.c.number)


def _named(query: Select[Any], who: str) -> Select[Any]:
    """``query`` with the name that the actor in the column ``who`` is shown under, and its kind."""
    one, called, held, shown = (each.alias(f"{each.name}_{who}") for each in (actor, name, registry_name, actor_shown))
    return (
        query.add_columns(_first(shown, called).label(f"{who}_name"), called.c.kind.label(f"{who}_kind"))
        .outerjoin(one, (one.c.reading == label.c.reading) & (one.c.number == label.c[who]))
        .outerjoin(called, called.c.key == one.c.name)
        .outerjoin(held, held.c.name == called.c.key)
        .outerjoin(shown, shown.c.actor == held.c.actor)
    )


def _first(shown: FromClause, called: FromClause) -> Any:
    return func.coalesce(shown.c.name, called.c.name)


def _facts(connection: Connection, query: Select[Any]) -> Iterator[LabelFact]:
    for row in connection.execute(query):
        yield _fact(row)


def _fact(row: Row[Any]) -> LabelFact:
    return LabelFact(
        span=span_of(row),
        of=row.actor_name,
        of_kind=row.actor_kind,
        own=row.by == row.actor,
        by=row.by_name,
        denied=row.disputed_by == row.actor,
        disputed_by=row.disputed_by_name,
        distance=optional(row, "distance"),
        article_id=row.article_id,
        version_id=row.version_id,
        run_id=row.run_id,
        given_id=row.given_id,
        metadata=metadata_of(row, publisher=row.publisher, url=row.url),
    )
