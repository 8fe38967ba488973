"""Writing and reading back who is meant in a reading: names, actors, their mentions, what they are called, and the occasions they
spoke on."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, select

from sayso.ledger.batches import batches, insert_all
from sayso.ledger.label_findings import called, store_labels
from sayso.ledger.position_tables import actor, mention, name, occasion, occasion_speaker
from sayso.ledger.rows import grouped
from sayso.ledger.values import Values, local_number, place, span_of, told_columns, told_of, undamaged
from sayso.records.actor import Actor, Mention
from sayso.records.folding import folded
from sayso.records.ids import actor_local_id, occasion_local_id
from sayso.records.judgement import Named
from sayso.records.position import Occasion
from sayso.records.reading import Reading


def store_actors(connection: Connection, reading: Reading, key: int) -> Mapping[str, int]:
    """Writes actors and occasions of ``reading``, stored under ``key``; the keys of their names, by local id."""
    named = {each.id: Named(each.name, each.kind) for each in reading.actors}
    keys = name_keys(connection, named.values())
    names = {local: keys[each] for local, each in named.items()}
    rows = [{"reading": key, "number": local_number(local), "name": name} for local, name in names.items()]
    insert_all(connection, actor, rows)
    insert_all(connection, mention, [row for each in reading.actors for row in _mentions(key, each)])
    store_labels(connection, reading.actors, key)
    insert_all(connection, occasion, [_occasion(key, each) for each in reading.occasions])
    insert_all(connection, occasion_speaker, [row for each in reading.occasions for row in _speakers(key, each)])
    return names


def name_keys(connection: Connection, wanted: Iterable[Named]) -> dict[Named, int]:
    """The keys of these names, written as far as they are new."""
    distinct = list(dict.fromkeys(wanted))
    known = _known(connection, distinct)
    new = [each for each in distinct if each not in known]
    insert_all(connection, name, [{"name": n.name, "folded": folded(n.name), "kind": n.kind} for n in new])
    return known | _known(connection, new)


def actors_of(connection: Connection, key: int) -> Iterator[Actor]:
    """The actors of the reading with key ``key``, in its order."""
    mentions = connection.execute(
        select(mention).where(mention.c.reading == key).order_by(mention.c.actor, mention.c.number)
    ).all()
    by_actor, told = grouped(mentions, "actor"), called(connection, key)
    query = (
        select(actor.c.number, name.c.name, name.c.kind)
        .join(name, name.c.key == actor.c.name)
        .where(actor.c.reading == key)
        .order_by(actor.c.number)
    )
    for row in connection.execute(query):
        found = tuple(Mention(span_of(each), each.kind) for each in by_actor.get(row.number, []))
        with undamaged():
            one = Actor(actor_local_id(row.number), row.name, row.kind, found, **told.get(row.number, {}))
        yield one


def occasions_of(connection: Connection, key: int) -> Iterator[Occasion]:
    """The occasions of the reading with key ``key``, in its order."""
    table = occasion_speaker
    found = connection.execute(
        select(table).where(table.c.reading == key).order_by(table.c.occasion, table.c.number)
    ).all()
    speakers = grouped(found, "occasion")
    for row in connection.execute(select(occasion).where(occasion.c.reading == key).order_by(occasion.c.number)):
        spoke = tuple(actor_local_id(each.actor) for each in speakers.get(row.number, []))
        yield Occasion(occasion_local_id(row.number), spoke, row.medium, told_of(row))


def _known(connection: Connection, wanted: list[Named]) -> dict[Named, int]:
    keys: dict[Named, int] = {}
    for batch in batches(wanted):
        for row in connection.execute(select(name).where(name.c.name.in_([each.name for each in batch]))):
            keys[Named(row.name, row.kind)] = row.key
    return keys


def _mentions(key: int, each: Actor) -> list[Values]:
    number = local_number(each.id)
    return [
        {"reading": key, "actor": number, "number": n, "kind": found.kind, **place(found.span)}
        for n, found in enumerate(each.mentions)
    ]


def _occasion(key: int, each: Occasion) -> Values:
    return {"reading": key, "number": local_number(each.id), "medium": each.medium, **told_columns(each.told)}


def _speakers(key: int, each: Occasion) -> list[Values]:
    number = local_number(each.id)
    return [
        {"reading": key, "occasion": number, "number": n, "actor": local_number(speaker)}
        for n, speaker in enumerate(each.speakers)
    ]
