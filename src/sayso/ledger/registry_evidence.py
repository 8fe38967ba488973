"""What articles show of a registry actor: where it stands, what it is called there, and in whose company. Reads only."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from sayso.ledger.position_tables import actor, mention, name
from sayso.ledger.registry_rows import rows
from sayso.ledger.registry_tables import registry_name
from sayso.ledger.schema import article, article_metadata, newest, reading, version
from sayso.ledger.shown import current_only
from sayso.ledger.values import span_of
from sayso.records.folding import folded
from sayso.records.registry import Sighting
from sayso.records.span import Span
from sayso.registry.profiles import Profile
from sayso.registry.roles import Called, called_in, folded_roles

SIGHTINGS = 20
"""Articles looked at when two actors are compared, the first ones added: enough to tell, and the same for the most quoted."""
CONTEXT = 60
"""Code points shown on either side of a mention."""
COMPANY = 40
"""Others of a reading that are named as company."""


def sightings(connection: Connection, keys: Sequence[int], limit: int = SIGHTINGS) -> list[Sighting]:
    """The first ``limit`` readings shown that name one of these actors, in the order added."""
    return [seen for seen, _ in _seen(connection, keys, limit)]


def profile(connection: Connection, key: int) -> Profile:
    """What is known of the actor with this key, of itself and not of those it is one with."""
    (known,) = rows(connection, [key], alone=True)
    own = _names_of(connection, key)
    seen = list(_seen(connection, [key], SIGHTINGS))
    roles, of = folded_roles([called for _, called in seen])
    years = [int(each.published[:4]) for each, _ in seen if each.published and each.published[:4].isdigit()]
    years += [int(each[:4]) for held in known.tenures for each in (held.first, held.last) if each]
    return Profile(
        names=own or known.aliases or (known.name,),
        kind=known.kind,
        roles=roles | {folded(each.title) for each in known.tenures if each.held == "office"},
        affiliations=of | {folded(each.title) for each in known.tenures if each.held == "member"},
        company=frozenset(folded(each) for one, _ in seen for each in one.company),
        first=min(years, default=None),
        last=max(years, default=None),
        qids=frozenset(value for scheme, value in known.identifiers if scheme == "qid"),
    )


def _names_of(connection: Connection, key: int) -> tuple[str, ...]:
    query = (
        select(name.c.name).join(registry_name, registry_name.c.name == name.c.key).where(registry_name.c.actor == key)
    )
    return tuple(connection.execute(query.order_by(name.c.key)).scalars())


def _seen(connection: Connection, keys: Sequence[int], limit: int) -> Iterator[tuple[Sighting, Called]]:
    for row in connection.execute(_readings(keys).order_by(actor.c.reading, actor.c.number).limit(limit)).all():
        spans = _mentions(connection, row)
        called = called_in(
            row.text,
            [span for kind, span in spans if kind == "name"],
            [span for kind, span in spans if kind == "nominal"],
        )
        company = connection.execute(_company(row.reading, keys)).scalars().all()
        yield (
            Sighting(
                article_id=row.article_id,
                version_id=row.version_id,
                given_id=row.given_id,
                publisher=row.publisher,
                published=row.published,
                title=row.title,
                name=row.name,
                context=_context(row.text, [span for _, span in spans]),
                roles=tuple(dict.fromkeys([*called.roles, *(f"of {each}" for each in called.affiliations)])),
                company=tuple(company),
            ),
            called,
        )


def _readings(keys: Sequence[int]) -> Select[Any]:
    query: Select[Any] = (
        select(
            actor.c.reading,
            actor.c.number,
            name.c.name,
            version.c.text,
            version.c.id.label("version_id"),
            article.c.id.label("article_id"),
            article.c.given_id,
            article.c.publisher,
            article_metadata.c.published,
            article_metadata.c.title,
        )
        .select_from(actor)
        .join(registry_name, registry_name.c.name == actor.c.name)
        .join(name, name.c.key == actor.c.name)
        .join(reading, reading.c.key == actor.c.reading)
        .join(version, version.c.key == reading.c.version)
        .join(article, article.c.key == version.c.article)
        .where(registry_name.c.actor.in_(keys))
    )
    return current_only(query).join(article_metadata, article_metadata.c.key == newest.c.metadata)


def _mentions(connection: Connection, row: Row[Any]) -> list[tuple[str, Span]]:
    query = (
        select(mention)
        .where(mention.c.reading == row.reading, mention.c.actor == row.number)
        .order_by(mention.c.number)
    )
    return [(each.kind, span_of(each)) for each in connection.execute(query)]


def _company(of: int, keys: Sequence[int]) -> Select[Any]:
    """Others that the reading has by name."""
    return (
        select(name.c.name)
        .join(actor, actor.c.name == name.c.key)
        .join(registry_name, registry_name.c.name == name.c.key)
        .where(actor.c.reading == of, registry_name.c.actor.is_not(None), registry_name.c.actor.not_in(keys))
        .order_by(actor.c.number)
        .limit(COMPANY)
    )


def _context(text: str, spans: Sequence[Span]) -> str:
    if not spans:
        return ""
    start, end = max(0, spans[0].start - CONTEXT), min(len(text), spans[0].end + CONTEXT)
    words = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{words}{'…' if end < len(text) else ''}"
