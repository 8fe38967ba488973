"""Forgetting a person: overwritten in every text, gone as an actor from every table and index, and refused when named again.

What others said stays, without the person in it: a statement of theirs is one of an open source. Positions that they took or that were
taken on them go. Versions keep their ids, which say that they are redacted by the digest noted beside them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, or_, select, update

from sayso.ledger import raw_bytes
from sayso.ledger.blacking import BLACK, Names, Place, apart, longer, parts
from sayso.ledger.connection import transaction
from sayso.ledger.correction_tables import corrected_position, correction
from sayso.ledger.label_tables import collective, label, title
from sayso.ledger.person import Person, find, near, readings_with
from sayso.ledger.position_tables import actor, mention, name, occasion_speaker, position, position_finding, speaker
from sayso.ledger.pruning import delete_actors, prune_names
from sayso.ledger.redacting import redact
from sayso.ledger.removing import delete_where, keys_where, removal, wiped
from sayso.ledger.schema import finding, reading, statement, version
from sayso.ledger.sweeping import sweep, sweep_metadata
from sayso.ledger.tombstones import bury
from sayso.ledger.voice_tables import voice_finding
from sayso.records.folding import folded


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What goes with a person, counted; ``near`` are names that may be theirs and stay. ``wiped`` as in ``Retraction``."""

    names: tuple[str, ...]
    articles: int
    versions: int
    mentions: int
    statements: int
    positions: int
    near: tuple[str, ...]
    wiped: bool | None = None


def forgettable(engine: Engine, asked: str, within: str | None = None) -> Forgotten:
    """What would go with the person; UsageError as ``person.find``."""
    with transaction(engine) as connection:
        return _counted(connection, find(connection, asked, within))


def forget(engine: Engine, asked: str, within: str | None = None) -> Forgotten:
    """What went with the person, in one transaction that survives a power loss; UsageError as ``person.find``."""
    with removal(engine) as connection:
        person = find(connection, asked, within)
        counted = _counted(connection, person)
        places = {each: _places(connection, person, each) for each in person.versions}
        called = _called_so(connection, person, places)
        used = _forget_actors(connection, person)
        for key, found in places.items():
            redact(connection, key, found)
            sweep_metadata(connection, key, called[key])
            used |= _rename(connection, key, called[key])
        if person.within is None:
            delete_actors(connection, person.actors)
            sweep(connection, person.everywhere)
            raw_bytes.drop_naming(connection, person.everywhere)
            bury(connection, "person", person.proper)
        prune_names(connection, used)
    return replace(counted, wiped=wiped(engine))


def _counted(connection: Connection, person: Person) -> Forgotten:
    found = [each for each in readings_with(connection, person.names) if each[0] in person.versions]
    said: set[int] = set()
    judged: set[int] = set()
    for _, read, number in found:
        said.update(connection.execute(_said(read, number)).scalars())
        taken = select(position_finding.c.position).where(*_position_of(read, [number]))
        judged.update(connection.execute(taken).scalars())
    return Forgotten(
        names=(*person.proper, *person.descriptions),
        articles=len(keys_where(connection, version.c.article, version.c.key, person.versions)),
        versions=len(person.versions),
        mentions=sum(len(list(_places(connection, person, each))) for each in person.versions),
        statements=len(said),
        positions=len(judged),
        near=tuple(near(connection, person)) if person.within is None else (),
    )


def _said(read: int, number: int) -> Any:
    query = select(finding.c.statement).select_from(speaker).join(finding, finding.c.key == speaker.c.finding)
    return query.where(finding.c.reading == read, speaker.c.actor == number)


def _position_of(read: int, numbers: Sequence[int]) -> tuple[Any, ...]:
    table = position_finding
    return table.c.reading == read, or_(table.c.speaker.in_(numbers), table.c.object.in_(numbers))


def _places(connection: Connection, person: Person, key: int) -> list[Place]:
    """Where the person stands in a version: every mention, every name of theirs; not inside the name of somebody else."""
    text = connection.scalar(select(version.c.text).where(version.c.key == key)) or ""
    mine, others = _mentions(connection, person, key)
    places = {(row.start, row.end) for row in mine}
    places |= set(person.everywhere.places(text))
    kept = [(row.start, row.end) for row in others if row.kind == "name" and not person.everywhere.stand_in(row.text)]
    places |= set(apart(Names(_short(person, mine)).places(text), kept))
    return sorted(places)


def _short(person: Person, mine: Iterable[Any]) -> list[str]:
    """What the person is called in an article that has them as an actor, the words of the name alone among it."""
    named = [row.text for row in mine if row.kind == "name"]
    full = longer(person.proper) if named else []
    return [
        *named,
        *full,
        *(word for each in full for word in parts(each)),
        *(longer(person.descriptions) if mine else []),
    ]


def _mentions(connection: Connection, person: Person, key: int) -> tuple[list[Any], list[Any]]:
    """The mentions of the person in all readings of a version, and those of everybody else."""
    numbers = {(read, number) for of, read, number in readings_with(connection, person.names) if of == key}
    readings = keys_where(connection, reading.c.key, reading.c.version, [key])
    rows = connection.execute(select(mention).where(mention.c.reading.in_(readings))).all()
    mine = [row for row in rows if (row.reading, row.actor) in numbers]
    return mine, [row for row in rows if (row.reading, row.actor) not in numbers]


def _called_so(connection: Connection, person: Person, places: dict[int, list[Place]]) -> dict[int, Names]:
    """By version, the names under which the person is blacked out there, to find them in what describes others."""
    return {
        key: Names([*_short(person, _mentions(connection, person, key)[0]), *person.everywhere.forms]) for key in places
    }


def _forget_actors(connection: Connection, person: Person) -> set[int]:
    """Takes the person out of every reading concerned; gives the keys of names that may be left without use."""
    by_reading: dict[int, list[int]] = {}
    for of, read, number in readings_with(connection, person.names):
        if of in person.versions:
            by_reading.setdefault(read, []).append(number)
    for read, numbers in by_reading.items():
        _forget_in(connection, read, numbers)
    if person.within is None:
        _forget_corrected(connection, person.names)
    return set(person.names)


def _forget_in(connection: Connection, read: int, numbers: list[int]) -> None:
    table = position_finding
    gone = connection.execute(select(table.c.key, table.c.position).where(*_position_of(read, numbers))).all()
    keys = [row.key for row in gone]
    connection.execute(update(corrected_position).where(corrected_position.c.carried.in_(keys)).values(carried=None))
    delete_where(connection, table, "key", keys)
    _renumber(connection, table, "reading", read)
    _forget_judged(connection, read, numbers)
    findings = keys_where(connection, finding.c.key, finding.c.reading, [read])
    for each in findings:
        mine = speaker.c.finding == each
        connection.execute(speaker.delete().where(mine, speaker.c.actor.in_(numbers)))
        connection.execute(update(speaker).where(mine, speaker.c.on_behalf_of.in_(numbers)).values(on_behalf_of=None))
    _forget_called(connection, read, numbers)
    for each in (occasion_speaker, mention):
        connection.execute(each.delete().where(each.c.reading == read, each.c.actor.in_(numbers)))
    connection.execute(actor.delete().where(actor.c.reading == read, actor.c.number.in_(numbers)))
    _drop_positions(connection, [row.position for row in gone])
    _recount(connection, read, findings)


def _forget_judged(connection: Connection, read: int, numbers: list[int]) -> None:
    """What the writer says of the person stays the writer's, blacked out, and judges nobody any more."""
    values = {
        "object": None, "object_name": None, "mention_start": None, "mention_end": None, "mention_text": None,
        "label": "none", "critical": 0.0, "supportive": 0.0, "mixed": 0.0, "none": 1.0,
    }  # fmt: skip
    mine = (voice_finding.c.reading == read, voice_finding.c.object.in_(numbers))
    connection.execute(update(voice_finding).where(*mine).values(**values))


def _forget_called(connection: Connection, read: int, numbers: list[int]) -> None:
    """What the person is called and what the person called others goes; a label that the person disputes stays, disputed by nobody."""
    mine = (label.c.reading == read, or_(label.c.actor.in_(numbers), label.c.by.in_(numbers)))
    connection.execute(label.delete().where(*mine))
    disputed = (label.c.reading == read, label.c.disputed_by.in_(numbers))
    connection.execute(update(label).where(*disputed).values(disputed_by=None))
    for table in (title, collective):
        connection.execute(table.delete().where(table.c.reading == read, table.c.actor.in_(numbers)))
    for table in (title, label):
        _renumber(connection, table, "reading", read)


def _recount(connection: Connection, read: int, findings: Sequence[int]) -> None:
    """What the reading says it holds, counted anew."""
    spoke = connection.scalar(select(func.count()).select_from(speaker).where(speaker.c.finding.in_(findings))) or 0
    counts = {
        what: connection.scalar(select(func.count()).select_from(table).where(table.c.reading == read)) or 0
        for what, table in (("actors", actor), ("mentions", mention), ("positions", position_finding))
    }
    counts |= _recounted_labels(connection, read)
    on = connection.scalar(select(func.count()).select_from(occasion_speaker).where(occasion_speaker.c.reading == read))
    values = {**counts, "speakers": spoke + (on or 0)}
    connection.execute(update(reading).where(reading.c.key == read).values(**values))


def _recounted_labels(connection: Connection, read: int) -> dict[str, int]:
    """Titles, labels and sizes that are left; nothing for a reading of before they were kept."""
    counted = (("titles", title), ("labels", label), ("collectives", collective))
    if connection.scalar(select(reading.c.labels).where(reading.c.key == read)) is None:
        return {}
    return {
        what: connection.scalar(select(func.count()).select_from(table).where(table.c.reading == read)) or 0
        for what, table in counted
    }


def _forget_corrected(connection: Connection, names: Sequence[int]) -> None:
    """Positions that people put in place and that have one of the names."""
    table = corrected_position
    mine = or_(table.c.speaker_name.in_(names), table.c.object_name.in_(names))
    gone = connection.execute(select(table.c.correction, table.c.position).where(mine)).all()
    connection.execute(table.delete().where(mine))
    for key in sorted({row.correction for row in gone}):
        left = _renumber(connection, table, "correction", key)
        connection.execute(update(correction).where(correction.c.key == key).values(positions=left))
    _drop_positions(connection, [row.position for row in gone])


def _renumber(connection: Connection, table: Any, column: str, key: int) -> int:
    """Numbers the rows from 0 on again; how many there are."""
    of = table.c[column] == key
    numbers = connection.execute(select(table.c.number).where(of).order_by(table.c.number)).scalars().all()
    for new, old in enumerate(numbers):
        if new != old:
            connection.execute(update(table).where(of, table.c.number == old).values(number=new))
    return len(numbers)


def _drop_positions(connection: Connection, keys: Iterable[int]) -> None:
    """Deletes those positions that neither a run nor a person has any more."""
    wanted = sorted(set(keys))
    held = {
        *keys_where(connection, position_finding.c.position, position_finding.c.position, wanted),
        *keys_where(connection, corrected_position.c.position, corrected_position.c.position, wanted),
    }
    delete_where(connection, position, "key", [each for each in wanted if each not in held])


def _rename(connection: Connection, key: int, called: Names) -> set[int]:
    """Names of others that hold the person's ("a brother of …") are blacked out as well; gives the keys of the names before."""
    readings = keys_where(connection, reading.c.key, reading.c.version, [key])
    statements = keys_where(connection, statement.c.key, statement.c.version, [key])
    corrections = keys_where(connection, correction.c.key, correction.c.replaces, statements)
    held = set(keys_where(connection, actor.c.name, actor.c.reading, readings))
    for column in (corrected_position.c.speaker_name, corrected_position.c.object_name):
        held |= set(keys_where(connection, column, corrected_position.c.correction, corrections))
    changed = set()
    for row in connection.execute(select(name).where(name.c.key.in_(sorted(held)))).all():
        new = called.blacked(row.name)
        if new != row.name:
            _repoint(connection, row.key, _new_name(connection, new, row.kind), readings, corrections)
            changed.add(row.key)
    return changed


def _repoint(connection: Connection, old: int, new: int, readings: Sequence[int], corrections: Sequence[int]) -> None:
    connection.execute(update(actor).where(actor.c.reading.in_(readings), actor.c.name == old).values(name=new))
    for table, column, keys in (
        (position_finding, "reading", readings),
        (corrected_position, "correction", corrections),
        (voice_finding, "reading", readings),
    ):
        for each in [held for held in ("speaker_name", "object_name") if held in table.c]:
            of = table.c[column].in_(keys)
            connection.execute(update(table).where(of, table.c[each] == old).values({each: new}))


def _new_name(connection: Connection, called: str, kind: str) -> int:
    """The key of a new name, told apart by one more U+2588 from what others are called who were blacked out: nothing links them."""
    while connection.scalar(select(name.c.key).where(name.c.folded == folded(called)).limit(1)) is not None:
        called += BLACK
    row = insert(name).values(name=called, folded=folded(called), kind=kind).returning(name.c.key)
    return connection.execute(row).scalar_one()
