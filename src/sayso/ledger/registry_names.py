"""Taking the names of articles into the registry: one proper name of one kind is one actor until somebody decides otherwise.

Names are taken in once, in the order in which they were stored, so an article that is added needs no look at the registry. What is
only described becomes no actor, and nothing can join it with one.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.dialects import sqlite

from sayso.ledger.batches import BATCH, insert_all
from sayso.ledger.clock import now
from sayso.ledger.position_tables import actor, mention, name
from sayso.ledger.registry_tables import registry_actor, registry_key, registry_mark, registry_name
from sayso.records.actor import ActorKind
from sayso.records.ids import registry_actor_id
from sayso.registry.described import described
from sayso.registry.keys import keys_of
from sayso.registry.words import family

NAMES, COMPARED = "names taken in", "actors compared"
"""What ``registry_mark`` keeps."""


def behind(connection: Connection) -> bool:
    """Whether there are names that were not taken in."""
    return connection.scalar(select(name.c.key).where(name.c.key > mark(connection, NAMES)).limit(1)) is not None


def catch_up(connection: Connection) -> int:
    """Takes in the names stored since the last time; how many. Once they are in, it costs one look-up."""
    taken = 0
    while rows := connection.execute(_after(mark(connection, NAMES))).all():
        _take(connection, rows)
        set_mark(connection, NAMES, rows[-1].key)
        taken += len(rows)
    return taken


def mark(connection: Connection, what: str) -> int:
    """Up to which key it was done; -1 where it was not, since keys may begin with 0."""
    found = connection.scalar(select(registry_mark.c.upto).where(registry_mark.c.what == what))
    return -1 if found is None else found


def set_mark(connection: Connection, what: str, upto: int) -> None:
    row = sqlite.insert(registry_mark).values(what=what, upto=upto)
    connection.execute(row.on_conflict_do_update(index_elements=["what"], set_={"upto": upto}))


def store_keys(connection: Connection, named: Iterable[tuple[int, str, ActorKind]]) -> None:
    """The keys by which actors are found, of (key of the actor, name, kind)."""
    rows = [{"form": form, "actor": actor} for actor, called, kind in named for form in keys_of(called, kind)]
    if rows:
        connection.execute(sqlite.insert(registry_key).on_conflict_do_nothing(), rows)


def _after(key: int) -> Any:
    return select(name).where(name.c.key > key).order_by(name.c.key).limit(BATCH)


def _take(connection: Connection, rows: Sequence[Row[Any]]) -> None:
    without = _never_named(connection, [row.key for row in rows])
    proper = [row for row in rows if row.key not in without and not described(row.name, row.kind)]
    known = _known(connection, [row.folded for row in proper])
    of: dict[int, int] = {}
    new: list[dict[str, object]] = []
    first = (connection.scalar(select(func.max(registry_actor.c.key))) or 0) + 1
    for row in proper:
        held = known.setdefault(row.folded, {})
        found = _one_of(held, row.kind)
        if found is None:
            found = first + len(new)  # the caller holds the write lock, so keys can be counted on
            new.append(_new(found, row))
            held[found] = set()
        held[found].add(family(row.kind))
        of[row.key] = found
    insert_all(connection, registry_actor, new)
    insert_all(connection, registry_name, [{"name": row.key, "actor": of.get(row.key)} for row in rows])
    store_keys(connection, ((of[row.key], row.name, row.kind) for row in proper))


def _one_of(held: dict[int, set[str]], kind: ActorKind) -> int | None:
    """Which of the actors of one name, with their families of kinds, another name of it with ``kind`` is of; None for a new one."""
    of = family(kind)
    for key, families in held.items():
        if of in families:
            return key
    if of == "unknown":
        return next(iter(held)) if len(held) == 1 else None
    return next((key for key, families in held.items() if families == {"unknown"}), None)


def _known(connection: Connection, forms: Sequence[str]) -> dict[str, dict[int, set[str]]]:
    """By folded name, the actors that articles have it of, with the families of the kinds of their names."""
    query = (
        select(registry_actor.c.key, registry_actor.c.folded, name.c.kind)
        .join(registry_name, registry_name.c.actor == registry_actor.c.key)
        .join(name, name.c.key == registry_name.c.name)
        .where(registry_actor.c.folded.in_(set(forms)))
        .order_by(registry_actor.c.key)
    )
    found: dict[str, dict[int, set[str]]] = {}
    for row in connection.execute(query):
        found.setdefault(row.folded, {}).setdefault(row.key, set()).add(family(row.kind))
    return found


def _never_named(connection: Connection, keys: Sequence[int]) -> set[int]:
    """Those of the names that readings have, and only as descriptions: no mention of such an actor is a name."""
    read = select(actor.c.reading).where(actor.c.name == name.c.key)
    named = read.join(mention, (mention.c.reading == actor.c.reading) & (mention.c.actor == actor.c.number))
    query = select(name.c.key).where(
        name.c.key.in_(keys), read.exists(), ~named.where(mention.c.kind == "name").exists()
    )
    return set(connection.execute(query).scalars())


def _new(key: int, row: Row[Any]) -> dict[str, object]:
    return {
        "key": key,
        "id": registry_actor_id(),
        "name": row.name,
        "folded": row.folded,
        "kind": row.kind,
        "added_at": now(),
    }
