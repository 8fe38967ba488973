"""What must hold of actors, occasions, speakers and positions, computed anew. Takes rows that may be damaged in any way."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from sayso.ledger.position_tables import actor, mention, name, occasion, occasion_speaker, position, position_finding
from sayso.ledger.position_tables import speaker as speakers
from sayso.ledger.proofs import anchor, same_id
from sayso.ledger.schema import finding, statement
from sayso.records.folding import folded
from sayso.records.ids import finding_id, position_id
from sayso.records.position import LABELS
from sayso.records.problem import Problem
from sayso.records.said import Told
from sayso.records.span import Span

Rows = Sequence[Row[Any]]


def name_problems(connection: Connection, checked: Counter[str]) -> Iterator[Problem]:
    """That every name is found under its folded form."""
    for row in connection.execute(select(name)):
        checked["names"] += 1
        if row.folded != folded(row.name):
            yield Problem("text", f"name {row.key}", f"{row.name!r} is not folded to {row.folded!r}")


def position_problems(connection: Connection, version: Row[Any], checked: Counter[str]) -> Iterator[Problem]:
    """Every span of the positions in the version's statements against its text, every id against its spans."""
    query = (
        select(position, statement.c.id.label("statement_id"))
        .join(statement, statement.c.key == position.c.statement)
        .where(statement.c.version == version.key)
    )
    for row in connection.execute(query):
        checked["positions"] += 1
        problems = list(_places(version.text, row))
        yield from problems
        if not problems:
            issue = Span(row.issue_start, row.issue_end, row.issue_text) if row.issue_text is not None else None
            spanned = Span(row.start, row.end, row.text)
            yield from same_id(row.id, position_id(row.statement_id, mention=spanned, role=row.role, issue=issue))


def reading_position_problems(
    connection: Connection, version: Row[Any], reading: Row[Any], checked: Counter[str]
) -> Iterator[Problem]:
    """What a reading holds of people: anchored in the text, as much as was stored, and every reference in the reading."""
    actors = {row.number: row.name for row in _of(connection, actor, reading)}
    mentions, occasions = _of(connection, mention, reading), _of(connection, occasion, reading)
    spoke, found = _of(connection, occasion_speaker, reading), _findings(connection, reading)
    said = _speakers(connection, reading)
    stances = _stances(connection, reading)
    counts = {
        "actors": len(actors),
        "mentions": len(mentions),
        "occasions": len(occasions),
        "speakers": len(spoke) + len(said),
        "positions": len(stances),
    }
    for what, count in counts.items():
        stored = getattr(reading, what)
        if count != (stored or 0):
            yield Problem("count", reading.id, f"has {count} {what}, and {stored} were stored")
    checked["actors"] += len(actors)
    checked["mentions"] += len(mentions)
    checked["occasions"] += len(occasions)
    checked["speakers"] += len(said)
    checked["position findings"] += len(stances)
    for row in mentions:
        where = f"{reading.id} actor {row.actor} mention {row.number}"
        yield from anchor(version.text, row.start, row.end, row.text, where)
    for row in occasions:
        yield from _told(version.text, row, f"{reading.id} occasion {row.number}")
    known = {row.number for row in occasions}
    for row in found:
        yield from _told(version.text, row, row.id)
        if row.occasion is not None and row.occasion not in known:
            yield Problem("pointer", row.id, f"names occasion {row.occasion}, which the reading does not hold")
    for row in said:
        if row.actor not in actors or (row.on_behalf_of is not None and row.on_behalf_of not in actors):
            yield Problem("pointer", row.id, f"names a speaker that {reading.id} does not hold")
    numbers = [row.number for row in stances]
    if numbers != list(range(len(numbers))):
        yield Problem("count", reading.id, "its positions are not numbered from 0 on")
    for row in stances:
        yield from _stance(version.text, reading, row, actors)


def judged_problems(text: str, row: Row[Any], where: str) -> Iterator[Problem]:
    """Evidence against the text, probabilities and label against what they may be."""
    yield from _evidence(text, row.evidence, where)
    if row.label not in LABELS or (row.label == "none") != (row.wording is None):
        yield Problem("text", where, f"a stance {row.label!r} does not go with the wording {row.wording!r}")
    if not all(0 <= getattr(row, label) <= 1 for label in LABELS):
        yield Problem("text", where, "its stance is not made of probabilities")


def _stance(text: str, reading: Row[Any], row: Row[Any], actors: dict[int, int]) -> Iterator[Problem]:
    yield from same_id(row.id, finding_id(reading.id, str(row.position_id)))
    yield from judged_problems(text, row, row.id)
    if row.found_in != row.reading or row.position_of != row.statement:
        yield Problem("pointer", row.id, "its finding or position is not of this reading and statement")
    speaker = None if row.speaker is None else actors.get(row.speaker, 0)
    if (actors.get(row.object), speaker) != (row.object_name, row.speaker_name):
        yield Problem("pointer", row.id, "its speaker or object is not the actor of that name")


def _places(text: str, row: Row[Any]) -> Iterator[Problem]:
    yield from anchor(text, row.start, row.end, row.text, f"{row.id} mention")
    issue = (row.issue_start, row.issue_end, row.issue_text)
    if any(each is not None for each in issue):
        yield from _whole(text, issue, f"{row.id} issue")


def _told(text: str, row: Row[Any], where: str) -> Iterator[Problem]:
    span = (row.told_start, row.told_end, row.told_text)
    if any(each is not None for each in span):
        yield from _whole(text, span, f"{where} told")
    if row.told is not None:
        try:
            Told(row.told)
        except ValueError as error:
            yield Problem("text", where, str(error))


def _whole(text: str, span: tuple[Any, Any, Any], where: str) -> Iterator[Problem]:
    if any(each is None for each in span):
        yield Problem("span", where, f"{span} is half a span")
        return
    yield from anchor(text, *span, where)


def _evidence(text: str, packed: str, where: str) -> Iterator[Problem]:
    try:
        spans = [(int(start), int(end), str(words)) for start, end, words in json.loads(packed)]
    except (ValueError, TypeError):
        yield Problem("span", where, f"its evidence cannot be read: {packed!r}")
        return
    for start, end, words in spans:
        yield from anchor(text, start, end, words, f"{where} evidence")


def _of(connection: Connection, table: Table, reading: Row[Any]) -> Rows:
    return connection.execute(select(table).where(table.c.reading == reading.key)).all()


def _findings(connection: Connection, reading: Row[Any]) -> Rows:
    columns = (finding.c[each] for each in ("id", "told", "told_start", "told_end", "told_text", "occasion"))
    return connection.execute(select(*columns).where(finding.c.reading == reading.key)).all()


def _speakers(connection: Connection, reading: Row[Any]) -> Rows:
    query = select(speakers, finding.c.id).join(finding, finding.c.key == speakers.c.finding)
    return connection.execute(query.where(finding.c.reading == reading.key)).all()


def _stances(connection: Connection, reading: Row[Any]) -> Rows:
    query = (
        select(position_finding, position.c.id.label("position_id"), position.c.statement.label("position_of"))
        .add_columns(finding.c.reading.label("found_in"), finding.c.statement)
        .outerjoin(position, position.c.key == position_finding.c.position)
        .outerjoin(finding, finding.c.key == position_finding.c.finding)
        .where(position_finding.c.reading == reading.key)
        .order_by(position_finding.c.number)
    )
    return connection.execute(query).all()
