"""Registry actors as values, and which of them a name means. Reads only."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from sayso.ledger.batches import batches
from sayso.ledger.position_tables import actor, name
from sayso.ledger.registry_tables import (
    actor_shown,
    alias,
    identifier,
    registry_actor,
    registry_key,
    registry_name,
    tenure,
)
from sayso.ledger.schema import reading, version
from sayso.ledger.shown import current_only
from sayso.records.actor import ActorKind
from sayso.records.folding import folded
from sayso.records.ids import ACTOR
from sayso.records.registry import RegistryActor, Scheme, Tenure
from sayso.registry.holders import held_on, office_key
from sayso.registry.imports import QID
from sayso.registry.keys import CANDIDATES, keys_of

_ROOT = func.coalesce(actor_shown.c.root, registry_actor.c.key)


def of_term(connection: Connection, term: str) -> list[int]:
    """The actors that ``term`` means: an id or how it begins, a QID, or a name, case and diacritics aside.

    The first of each set, in order of keys.
    """
    if QID.fullmatch(term):
        found = select(identifier.c.actor).where(identifier.c.scheme == "qid", identifier.c.value == term)
    elif len(term) > len(ACTOR) and term.startswith(ACTOR):
        found = select(registry_actor.c.key).where(registry_actor.c.id.between(term, f"{term}g")).limit(CANDIDATES)
    else:
        return of_name(connection, term)
    return sorted({root_of(connection, key) for key in connection.execute(found).scalars()})


def of_name(connection: Connection, called: str) -> list[int]:
    """The actors called so, under any name of theirs; the first of each set, in order of keys."""
    form = folded(called)
    if not form:
        return []
    keys = [
        *connection.execute(select(registry_actor.c.key).where(registry_actor.c.folded == form)).scalars(),
        *connection.execute(select(alias.c.actor).where(alias.c.folded == form)).scalars(),
        *connection.execute(select(actor_shown.c.actor).where(actor_shown.c.folded == form)).scalars(),
    ]
    return sorted({root_of(connection, key) for key in keys})


def shown_by_form(connection: Connection, forms: Iterable[str]) -> dict[str, set[str]]:
    """By folded name, what those actors are shown under that have it and are one with others or were renamed."""
    found: dict[str, set[str]] = {}
    for batch in batches(sorted(forms)):
        own = select(registry_actor.c.folded, actor_shown.c.name).join(
            actor_shown, actor_shown.c.actor == registry_actor.c.key
        )
        other = select(alias.c.folded, actor_shown.c.name).join(actor_shown, actor_shown.c.actor == alias.c.actor)
        for query, column in (
            (own, registry_actor.c.folded),
            (other, alias.c.folded),
            (select(actor_shown.c.folded, actor_shown.c.name), actor_shown.c.folded),
        ):
            for row in connection.execute(query.where(column.in_(batch))):
                found.setdefault(row.folded, set()).add(row.name)
    return found


def root_of(connection: Connection, key: int) -> int:
    """The first actor of the set that this one is in."""
    return connection.scalar(select(actor_shown.c.root).where(actor_shown.c.actor == key)) or key


def members_of(connection: Connection, roots: Iterable[int]) -> dict[int, list[int]]:
    """By root, all actors of its set, itself among them."""
    found = {root: [root] for root in roots}
    for batch in batches(list(found)):
        query = select(actor_shown.c.root, actor_shown.c.actor).where(actor_shown.c.root.in_(batch))
        for row in connection.execute(query.order_by(actor_shown.c.actor)):
            if row.actor != row.root:
                found[row.root].append(row.actor)
    return found


def candidates(connection: Connection, called: str, kind: ActorKind) -> list[int]:
    """At most CANDIDATES actors that have a key of ``called`` in common, those of the most telling keys first."""
    found: dict[int, None] = {}
    for form in keys_of(called, kind):
        left = CANDIDATES - len(found)
        if left <= 0:
            break
        query = select(registry_key.c.actor).where(registry_key.c.form == form).limit(left)
        found.update(dict.fromkeys(connection.execute(query).scalars()))
    return list(found)


def rows(connection: Connection, roots: Sequence[int], *, alone: bool = False) -> list[RegistryActor]:
    """The actors with their whole sets, or ``alone`` without those they are one with; in the order given."""
    sets = {root: [root] for root in roots} if alone else members_of(connection, roots)
    every = [member for members in sets.values() for member in members]
    known = {row.key: row for batch in batches(every) for row in connection.execute(_actors(batch))}
    names = _names(connection, every)
    read = _readings(connection, sets)
    more = _Imported(connection, every)
    made = []
    for root in roots:
        members = sets[root]
        own = [each for member in members for each in names.get(member, [])]
        kinds = [known[each].kind for each in members] + [kind for _, kind in own]
        made.append(
            RegistryActor(
                id=known[root].id,
                name=known[root].shown or known[root].name,
                kind=next((each for each in kinds if each != "unknown"), "unknown"),
                names=tuple(dict.fromkeys(each for each, _ in own)),
                readings=read.get(root, 0),
                merged=tuple(known[each].id for each in members) if len(members) > 1 else (),
                aliases=tuple(dict.fromkeys(each for member in members for each in more.aliases.get(member, []))),
                identifiers=tuple(each for member in members for each in more.identifiers.get(member, [])),
                tenures=tuple(each for member in members for each in more.tenures.get(member, [])),
            )
        )
    return made


def listed(connection: Connection, limit: int | None, *, imported: bool = False) -> list[int]:
    """The first actors of sets that articles name, those in most readings shown first; with ``imported`` the others after them."""
    shown = current_only(
        select(reading.c.key).select_from(reading).join(version, version.c.key == reading.c.version)
    ).subquery()
    query = (
        select(_ROOT.label("root"), func.count(actor.c.reading.distinct()).label("readings"))
        .select_from(registry_actor)
        .outerjoin(actor_shown, actor_shown.c.actor == registry_actor.c.key)
        .join(registry_name, registry_name.c.actor == registry_actor.c.key)
        .join(actor, actor.c.name == registry_name.c.name)
        .join(shown, shown.c.key == actor.c.reading)
        .group_by(_ROOT)
        .order_by(func.count(actor.c.reading.distinct()).desc(), _ROOT)
        .limit(limit)
    )
    found = [row.root for row in connection.execute(query)]
    if imported and (limit is None or len(found) < limit):
        rest = (
            select(_ROOT)
            .select_from(registry_actor)
            .outerjoin(actor_shown, actor_shown.c.actor == registry_actor.c.key)
            .where(registry_actor.c["import"].is_not(None))
            .order_by(registry_actor.c.key)
            .limit(limit)
        )
        found = list(dict.fromkeys([*found, *connection.execute(rest).scalars()]))[:limit]
    return found


def holders(connection: Connection, office: str, said: str) -> list[tuple[int, Tenure]]:
    """Who held ``office`` on every day that ``said`` (ISO 8601) may mean: first actors of sets, each with the tenure that says so."""
    form = office_key(office)
    called = select(registry_key.c.actor).where(registry_key.c.form == f"t:{form}")
    qids = set(
        connection.execute(
            select(identifier.c.value).where(identifier.c.scheme == "qid", identifier.c.actor.in_(called))
        ).scalars()
    )
    if QID.fullmatch(office):
        qids.add(office)
    meant = or_(tenure.c.form == form, tenure.c.qid.in_(qids)) if form else tenure.c.qid.in_(qids)
    found: dict[int, Tenure] = {}
    for row in connection.execute(_tenures().where(tenure.c.held == "office", meant).order_by(tenure.c.key)):
        held = _tenure(row)
        if held_on(held, said):
            found.setdefault(root_of(connection, row.actor), held)
    return sorted(found.items(), key=lambda each: each[0])


class _Imported:
    """What imports say of these actors, by key."""

    def __init__(self, connection: Connection, keys: Sequence[int]) -> None:
        self.aliases: dict[int, list[str]] = {}
        self.identifiers: dict[int, list[tuple[Scheme, str]]] = {}
        self.tenures: dict[int, list[Tenure]] = {}
        for batch in batches(keys):
            own = select(registry_actor.c.key, registry_actor.c.name).where(
                registry_actor.c.key.in_(batch), registry_actor.c["import"].is_not(None)
            )
            for row in connection.execute(own):
                self.aliases.setdefault(row.key, []).append(row.name)
            for row in connection.execute(select(alias).where(alias.c.actor.in_(batch))):
                self.aliases.setdefault(row.actor, []).append(row.name)
            for row in connection.execute(select(identifier).where(identifier.c.actor.in_(batch))):
                self.identifiers.setdefault(row.actor, []).append((row.scheme, row.value))
            for row in connection.execute(_tenures().where(tenure.c.actor.in_(batch)).order_by(tenure.c.key)):
                self.tenures.setdefault(row.actor, []).append(_tenure(row))


def _tenures() -> Select[Any]:
    """Tenures, with the name of the office or body where an import has it under the QID."""
    of = registry_actor.alias("of")
    return (
        select(tenure, of.c.name.label("of_name"))
        .outerjoin(identifier, (identifier.c.scheme == "qid") & (identifier.c.value == tenure.c.qid))
        .outerjoin(of, of.c.key == identifier.c.actor)
    )


def _tenure(row: Any) -> Tenure:
    return Tenure(row.held, row.of_name or row.title, row.first, row.last, row.qid)


def _actors(keys: Sequence[int]) -> Select[Any]:
    return (
        select(registry_actor, actor_shown.c.name.label("shown"))
        .outerjoin(actor_shown, actor_shown.c.actor == registry_actor.c.key)
        .where(registry_actor.c.key.in_(keys))
    )


def _names(connection: Connection, keys: Sequence[int]) -> dict[int, list[tuple[str, ActorKind]]]:
    found: dict[int, list[tuple[str, ActorKind]]] = {}
    for batch in batches(keys):
        query = (
            select(registry_name.c.actor, name.c.name, name.c.kind)
            .join(name, name.c.key == registry_name.c.name)
            .where(registry_name.c.actor.in_(batch))
            .order_by(name.c.key)
        )
        for row in connection.execute(query):
            found.setdefault(row.actor, []).append((row.name, row.kind))
    return found


def _readings(connection: Connection, sets: dict[int, list[int]]) -> dict[int, int]:
    """By root, the readings shown that have a name of the set."""
    root = {member: first for first, members in sets.items() for member in members}
    counted: dict[int, int] = {}
    for batch in batches(list(root)):
        query: Any = (
            select(_ROOT.label("root"), func.count(actor.c.reading.distinct()).label("readings"))
            .select_from(registry_name)
            .join(registry_actor, registry_actor.c.key == registry_name.c.actor)
            .outerjoin(actor_shown, actor_shown.c.actor == registry_actor.c.key)
            .join(actor, actor.c.name == registry_name.c.name)
            .join(reading, reading.c.key == actor.c.reading)
            .join(version, version.c.key == reading.c.version)
            .where(registry_name.c.actor.in_(batch))
            .group_by(_ROOT)
        )
        for row in connection.execute(current_only(query)):
            counted[row.root] = counted.get(row.root, 0) + row.readings
    return counted
