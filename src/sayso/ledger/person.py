"""Who is meant by ``sayso forget PERSON``: the names, the actors in readings that have them, the actors of the registry."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from sayso.errors import UsageError
from sayso.ledger import registry_rows, search
from sayso.ledger.blacking import Names, longer
from sayso.ledger.position_tables import actor, name
from sayso.ledger.registry_tables import actor_shown, alias, registry_actor, registry_name
from sayso.ledger.removing import keys_where
from sayso.ledger.schema import article, reading, version
from sayso.ledger.tombstones import PEOPLE
from sayso.records.folding import folded, words_of
from sayso.registry.described import described


@dataclass(frozen=True, slots=True)
class Person:
    """Names as they were found, proper ones and descriptions; keys of names, of registry actors, and of the versions to change.

    ``within`` is the key of the one article that was asked about, None for all of them.
    """

    asked: str
    proper: tuple[str, ...]
    descriptions: tuple[str, ...]
    names: tuple[int, ...]
    actors: tuple[int, ...]
    versions: tuple[int, ...]
    within: int | None = None

    @property
    def everywhere(self) -> Names:
        """The names that are looked for in every text of the ledger."""
        return Names([] if self.within is not None else longer(self.proper))


def find(connection: Connection, asked: str, within: str | None = None) -> Person:
    """Whom ``asked`` means: a name, an id of a registry actor or a QID; ``within`` one article, by id, url or given id.

    UsageError where nobody is meant, and for a description that several articles use: those may be several people.
    """
    only = None if within is None else _article(connection, within)
    roots = registry_rows.of_term(connection, asked)
    members = [key for keys in registry_rows.members_of(connection, roots).values() for key in keys]
    linked = keys_where(connection, registry_name.c.name, registry_name.c.actor, members)
    called = connection.execute(select(name.c.key).where(name.c.folded == folded(asked))).scalars()
    rows = _rows(connection, {*linked, *called})
    rows = [row for row in rows if row.kind in PEOPLE or len(words_of(row.name)) > 1]
    registered = _registered(connection, members)
    if not rows and not longer(registered):
        raise UsageError(f"nobody called {asked} is in this ledger: `sayso actors search` lists near names")
    proper = [row.name for row in rows if not described(row.name, row.kind)]
    descriptions = [row.name for row in rows if described(row.name, row.kind)]
    proper += [each for each in registered if each not in proper and not described(each)]
    found = Person(
        asked=asked,
        proper=tuple(dict.fromkeys(proper)),
        descriptions=tuple(dict.fromkeys(descriptions)),
        names=tuple(row.key for row in rows),
        actors=() if only is not None else tuple(members),
        versions=(),
        within=only,
    )
    return _placed(connection, found)


def readings_with(connection: Connection, names: Sequence[int]) -> list[tuple[int, int, int]]:
    """(version, reading, number of the actor) of every actor with one of the names (keys)."""
    query = select(reading.c.version, actor.c.reading, actor.c.number).join(reading, reading.c.key == actor.c.reading)
    rows = connection.execute(query.where(actor.c.name.in_(names)).order_by(actor.c.reading, actor.c.number))
    return [(row.version, row.reading, row.number) for row in rows]


def near(connection: Connection, person: Person) -> list[str]:
    """Names that end as one of the person's does and are not among them: whoever asks may know that they mean the same."""
    lasts = {words_of(each)[-1] for each in person.proper if words_of(each)}
    query = select(name.c.name, name.c.kind).where(name.c.key.not_in(person.names))
    likely = [query.where(name.c.folded.endswith(each, autoescape=True)) for each in sorted(lasts)]
    rows = [row for each in likely for row in connection.execute(each)]
    return sorted({row.name for row in rows if words_of(row.name)[-1:] and words_of(row.name)[-1] in lasts})


def _placed(connection: Connection, person: Person) -> Person:
    versions = {each for each, _, _ in readings_with(connection, person.names)}
    for each in person.everywhere.forms:
        versions |= _holding(connection, person.everywhere, each)
    if person.within is not None:
        versions &= set(keys_where(connection, version.c.key, version.c.article, [person.within]))
        if not versions:
            raise UsageError(f"{person.asked} is nobody in that article: nothing to forget")
    elif not person.proper and len(_articles(connection, versions)) > 1:
        raise UsageError(
            f"{person.asked!r} describes somebody in {len(_articles(connection, versions))} articles, who may be several people:"
            " choose an article with --article"
        )
    return Person(
        person.asked,
        person.proper,
        person.descriptions,
        person.names,
        person.actors,
        tuple(sorted(versions)),
        person.within,
    )


def _holding(connection: Connection, names: Names, one: str) -> set[int]:
    query = select(version.c.key, version.c.text).where(version.c.key.in_(search.version_keys(one)))
    return {row.key for row in connection.execute(query) if names.stand_in(row.text)}


def _articles(connection: Connection, versions: Iterable[int]) -> list[int]:
    return keys_where(connection, version.c.article, version.c.key, versions)


def _rows(connection: Connection, keys: Iterable[int]) -> list[Any]:
    wanted = sorted(keys)
    return list(connection.execute(select(name).where(name.c.key.in_(wanted)).order_by(name.c.key)))


def _registered(connection: Connection, members: Sequence[int]) -> list[str]:
    found: list[str] = []
    for column, of in (
        (registry_actor.c.name, registry_actor.c.key),
        (alias.c.name, alias.c.actor),
        (actor_shown.c.name, actor_shown.c.actor),
    ):
        found += keys_where(connection, column, of, members)
    return list(dict.fromkeys(found))


def _article(connection: Connection, term: str) -> int:
    meant = (article.c.id == term) | (article.c.url == term) | (article.c.given_id == term)
    keys = connection.execute(select(article.c.key).where(meant)).scalars().all()
    if len(keys) != 1:
        raise UsageError(
            f"{term} names {len(keys)} articles: give the id of one, as `sayso export articles` lists them"
        )
    return int(keys[0])
