"""Storing what is imported about actors. Imported again, nothing is added; nothing is joined here: comparing suggests that later."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, Engine, func, insert, select, tuple_

from sayso.ledger.batches import BATCH, insert_all
from sayso.ledger.clock import now
from sayso.ledger.connection import transaction
from sayso.ledger.registry_names import store_keys
from sayso.ledger.registry_tables import alias, identifier, registry_actor, registry_import, tenure
from sayso.ledger.removal_tables import tombstone
from sayso.ledger.tombstones import PEOPLE
from sayso.ledger.tombstones import found as buried
from sayso.records.folding import folded
from sayso.records.ids import registry_actor_id
from sayso.records.registry import Entity, Scheme, Tenure
from sayso.registry.holders import office_key
from sayso.registry.imports import Broken, Imported, TenureOf

Identity = tuple[Scheme, str]
"""Whose identifier it is, and which."""


@dataclass(frozen=True, slots=True)
class Stored:
    """Entities read, of which ``new`` were not known; aliases and tenures that were added; lines that could not be taken."""

    entities: int
    new: int
    aliases: int
    tenures: int
    broken: tuple[Broken, ...]


def store(engine: Engine, found: Iterable[Imported], *, name: str, form: str, judge: str) -> Stored:
    """Stores entities as they come, some hundred in one transaction: an import that is cut off is completed by running it again."""
    total = _Counts()
    broken: list[Broken] = []
    left = iter(found)
    of: int | None = None
    while batch := list(islice(left, BATCH)):
        broken += (each for each in batch if isinstance(each, Broken))
        with transaction(engine, write=True) as connection:
            if of is None:
                of = _begun(connection, name, form, judge)
            refused = _forgotten(connection, [each for each in batch if isinstance(each, Entity)])
            broken += refused.values()
            batch = [each for each in batch if not (isinstance(each, Entity) and _of(each) in refused)]
            entities = [each for each in batch if isinstance(each, Entity)]
            keys = _keys(connection, batch)
            total.new += _new(connection, entities, keys, of)
            total.entities += len(entities)
            total.aliases += _aliases(connection, entities, keys, of)
            held = [(keys[_of(each)], each.tenures) for each in entities]
            for each in batch:
                if isinstance(each, TenureOf):
                    if _of(each) in keys:
                        held.append((keys[_of(each)], (each.tenure,)))
                    else:
                        broken.append(Broken(each.line, f"{each.identifier} is in no line that could be taken"))
            total.tenures += _tenures(connection, held, of)
            named = ((keys[_of(each)], called, each.kind) for each in entities for called in (each.name, *each.aliases))
            store_keys(connection, named)
    ordered = sorted(broken, key=lambda each: each.line)
    return Stored(total.entities, total.new, total.aliases, total.tenures, tuple(ordered))


def _forgotten(connection: Connection, entities: Iterable[Entity]) -> dict[Identity, Broken]:
    """By identifier, why an entity is refused that has the name of somebody who was forgotten, in words that lead to nobody."""
    salt = connection.scalar(select(tombstone.c.salt).limit(1))
    if salt is None:
        return {}
    refused = {}
    for each in entities:
        day = buried(connection, salt, "person", (each.name, *each.aliases)) if each.kind in PEOPLE else None
        if day is not None:
            message = f"this actor has the name of somebody who was forgotten on {day[:10]}: it is not imported"
            refused[_of(each)] = Broken(each.line, message)
    return refused


@dataclass(slots=True)
class _Counts:
    entities: int = 0
    new: int = 0
    aliases: int = 0
    tenures: int = 0


def _of(each: Entity | TenureOf) -> Identity:
    return each.scheme, each.identifier


def _begun(connection: Connection, name: str, form: str, judge: str) -> int:
    row = insert(registry_import).values(name=name, format=form, judge=judge, made_at=now())
    return connection.execute(row.returning(registry_import.c.key)).scalar_one()


def _keys(connection: Connection, found: Iterable[Imported]) -> dict[Identity, int]:
    """By identifier, the keys of those actors that are known."""
    wanted = list(dict.fromkeys(_of(each) for each in found if not isinstance(each, Broken)))
    of = tuple_(identifier.c.scheme, identifier.c.value)
    rows = connection.execute(select(identifier).where(of.in_(wanted)))
    return {(row.scheme, row.value): row.actor for row in rows}


def _new(connection: Connection, entities: Iterable[Entity], keys: dict[Identity, int], of: int) -> int:
    """Writes those that are not in ``keys``, and adds them; how many. The caller holds the write lock, so keys can be counted on."""
    new: dict[Identity, Entity] = {}
    for each in entities:
        if _of(each) not in keys:
            new.setdefault(_of(each), each)
    first = (connection.scalar(select(func.max(registry_actor.c.key))) or 0) + 1
    added = {identity: first + at for at, identity in enumerate(new)}
    at = now()
    actors = [
        {
            "key": added[identity],
            "id": registry_actor_id(),
            "name": each.name,
            "folded": folded(each.name),
            "kind": each.kind,
            "import": of,
            "added_at": at,
        }
        for identity, each in new.items()
    ]
    insert_all(connection, registry_actor, actors)
    rows = [{"scheme": scheme, "value": value, "actor": key, "import": of} for (scheme, value), key in added.items()]
    insert_all(connection, identifier, rows)
    keys.update(added)
    return len(new)


def _aliases(connection: Connection, entities: Sequence[Entity], keys: dict[Identity, int], of: int) -> int:
    """Writes names that the actors did not have; how many."""
    wanted = dict.fromkeys((keys[_of(each)], called) for each in entities for called in (each.name, *each.aliases))
    actors = list(dict.fromkeys(key for key, _ in wanted))
    known: set[tuple[int, str]] = set()
    for query in (
        select(registry_actor.c.key, registry_actor.c.name).where(registry_actor.c.key.in_(actors)),
        select(alias.c.actor, alias.c.name).where(alias.c.actor.in_(actors)),
    ):
        known.update((key, called) for key, called in connection.execute(query))
    new = [each for each in wanted if each not in known]
    rows = [{"actor": key, "name": called, "folded": folded(called), "import": of} for key, called in new]
    insert_all(connection, alias, rows)
    return len(new)


def _tenures(connection: Connection, held: Sequence[tuple[int, Sequence[Tenure]]], of: int) -> int:
    """Writes tenures that the actors did not have; how many."""
    wanted = dict.fromkeys((key, each) for key, tenures in held for each in tenures)
    actors = list(dict.fromkeys(key for key, _ in wanted))
    known = {
        (row.actor, Tenure(row.held, row.title, row.first, row.last, row.qid))
        for row in connection.execute(select(tenure).where(tenure.c.actor.in_(actors)))
    }
    rows = [
        {
            "actor": key,
            "held": each.held,
            "title": each.title,
            "form": office_key(each.title),
            "first": each.first,
            "last": each.last,
            "qid": each.qid,
            "import": of,
        }
        for key, each in wanted
        if (key, each) not in known
    ]
    insert_all(connection, tenure, rows)
    return len(rows)
