"""What must hold of voices: before they are stored, failing closed, and of the rows that are there, computed anew."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, select

from sayso.errors import InputError
from sayso.ledger.position_tables import actor
from sayso.ledger.proofs import anchor, same_id
from sayso.ledger.voice_tables import voice, voice_finding
from sayso.records.ids import finding_id, voice_id
from sayso.records.position import LABELS
from sayso.records.problem import Problem
from sayso.records.reading import Reading
from sayso.records.span import Span


def check_voices(reading: Reading) -> None:
    """That ids recompute, no voice is there twice, objects are of this reading and values are those there are; InputError if not."""
    if len({each.id for each in reading.voices}) != len(reading.voices):
        raise InputError(f"reading {reading.id} holds the same voice twice")
    actors = {each.id for each in reading.actors}
    for each in reading.voices:
        made_of = voice_id(reading.version_id, each.span)
        if each.id != made_of:
            raise InputError(f"voice {each.id} does not stand for what it is made of, which is {made_of}")
        if each.object is not None and each.object not in actors:
            raise InputError(f"{each.id} judges {each.object}, which the reading does not hold")
        if each.label not in LABELS:
            raise InputError(f"{each.id}: {each.label!r} is no stance: use one of {', '.join(LABELS)}")
        numbers = [each.confidence, *(getattr(each.stance, label) for label in LABELS)]
        if not all(0 <= number <= 1 for number in numbers):
            raise InputError(f"{each.id} holds a number that is no probability")


def voice_spans(reading: Reading) -> Iterator[Span]:
    """Every span of the voices."""
    for each in reading.voices:
        yield each.span
        if each.mention is not None:
            yield each.mention


def voice_problems(connection: Connection, version: Row[Any], checked: Counter[str]) -> Iterator[Problem]:
    """Every span of the version's voices against its text, every id against its span."""
    for row in connection.execute(select(voice).where(voice.c.version == version.key)):
        checked["voices"] += 1
        problems = list(anchor(version.text, row.start, row.end, row.text, row.id))
        yield from problems
        if not problems:
            yield from same_id(row.id, voice_id(version.id, Span(row.start, row.end, row.text)))


def reading_voice_problems(
    connection: Connection, version: Row[Any], reading: Row[Any], checked: Counter[str]
) -> Iterator[Problem]:
    """As many voices as were stored, numbered, each of this version, with an object of this reading and a mention in the text."""
    query = (
        select(voice_finding, voice.c.id.label("voice_id"), voice.c.version)
        .join(voice, voice.c.key == voice_finding.c.voice)
        .where(voice_finding.c.reading == reading.key)
        .order_by(voice_finding.c.number)
    )
    rows = connection.execute(query).all()
    checked["voice findings"] += len(rows)
    if len(rows) != (reading.voices or 0):
        yield Problem("count", reading.id, f"has {len(rows)} voices, and {reading.voices} were stored")
    if [row.number for row in rows] != list(range(len(rows))):
        yield Problem("count", reading.id, "its voices are not numbered from 0 on")
    actors = {
        row.number: row.name for row in connection.execute(select(actor).where(actor.c.reading == reading.key)).all()
    }
    for row in rows:
        yield from same_id(row.id, finding_id(reading.id, row.voice_id))
        if row.version != version.key:
            yield Problem("pointer", row.id, "its voice is not of this version")
        yield from _judged(version.text, row, actors)


def _judged(text: str, row: Row[Any], actors: dict[int, int]) -> Iterator[Problem]:
    mention = (row.mention_start, row.mention_end, row.mention_text)
    if row.object is None:
        if any(each is not None for each in (*mention, row.object_name)) or row.label != "none":
            yield Problem("pointer", row.id, "judges nobody, and yet has a name, a mention or a stance")
    elif any(each is None for each in mention):
        yield Problem("span", row.id, "its object has no mention")
    else:
        yield from anchor(text, *mention, f"{row.id} mention")
        if actors.get(row.object) != row.object_name:
            yield Problem("pointer", row.id, "its object is not the actor of that name")
    if row.label not in LABELS or not all(0 <= getattr(row, label) <= 1 for label in LABELS):
        yield Problem("text", row.id, f"its stance {row.label!r} is none, or is not made of probabilities")
