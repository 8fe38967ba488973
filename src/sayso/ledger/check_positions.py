"""What must hold of actors, occasions and positions before they are stored; failing closed, like ``check``."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sayso.errors import InputError
from sayso.records.actor import ACTOR_KINDS, MENTION_KINDS, REASONS, Actor, Speaker
from sayso.records.ids import position_id, statement_id
from sayso.records.judgement import CorrectedPosition, Correction
from sayso.records.position import FLAGS, LABELS, MEDIA, ROLES, WORDINGS, Position
from sayso.records.reading import Reading
from sayso.records.said import Told
from sayso.records.span import Span
from sayso.records.statement import FORMS, MOVES, STATUSES, Statement

_ACTOR = re.compile(r"ac_[1-9][0-9]*")
_OCCASION = re.compile(r"oc_[1-9][0-9]*")
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def check_positions(reading: Reading) -> None:
    """That ids are local and in order, every reference is of this reading, and every value is one there is.

    Raises InputError. The spans are ``position_spans``, for the caller to hold against the text.
    """
    _numbered(_ACTOR, [each.id for each in reading.actors], "actors")
    _numbered(_OCCASION, [each.id for each in reading.occasions], "occasions")
    actors = {each.id for each in reading.actors}
    occasions = {each.id for each in reading.occasions}
    for actor in reading.actors:
        _actor(actor)
    for occasion in reading.occasions:
        _one_of(occasion.medium, MEDIA, f"{occasion.id}: medium")
        _known(occasion.speakers, actors, occasion.id)
    for statement in reading.statements:
        _statement(statement, actors, occasions)
    known = {each.id for each in reading.statements}
    if len({each.id for each in reading.positions}) != len(reading.positions):
        raise InputError(f"reading {reading.id} holds the same position twice")
    for position in reading.positions:
        _known([position.statement], known, position.id)
        _known([position.object, *([position.speaker] if position.speaker else [])], actors, position.id)
        _position(position, position.statement)


def position_spans(reading: Reading) -> Iterator[Span]:
    """Every span of actors, occasions, times and positions."""
    for actor in reading.actors:
        yield from (mention.span for mention in actor.mentions)
    for told in (*(each.told for each in reading.occasions), *(each.told for each in reading.statements)):
        yield from _told(told)
    for position in reading.positions:
        yield from _spans(position)


def check_correction(given: Correction, version_id: str, text: str) -> None:
    """That a person's statement holds in ``text``, its ids recompute, and every value is one there is; InputError if not."""
    made_of = statement_id(version_id, source=given.source, cue=given.cue, content=given.content)
    if given.id != made_of:
        raise InputError(f"statement {given.id} does not stand for what it is made of, which is {made_of}")
    _one_of(given.form, FORMS, f"{given.id}: form")
    for each in given.positions:
        _position(each, given.id)
        for person in (each.object, *([each.speaker] if each.speaker else [])):
            _name(person.name, person.kind, each.id)
    spans = [*given.source, *given.cue, *given.content, given.sentence]
    for span in (*spans, *(span for each in given.positions for span in _spans(each))):
        if not span.holds_in(text):
            raise InputError(f"[{span.start}, {span.end}) of {version_id} does not hold {span.text!r}")


def _actor(actor: Actor) -> None:
    _name(actor.name, actor.kind, actor.id)
    for mention in actor.mentions:
        _one_of(mention.kind, MENTION_KINDS, f"{actor.id}: kind of mention")


def _name(name: str, kind: str, of: str) -> None:
    if not name.strip() or _UNSTORABLE.search(name):
        raise InputError(f"{of}: {name!r} is a name that cannot be stored")
    _one_of(kind, ACTOR_KINDS, f"{of}: kind")


def _statement(statement: Statement, actors: set[str], occasions: set[str]) -> None:
    _one_of(statement.status, STATUSES, f"{statement.id}: status")
    _one_of(statement.move, MOVES, f"{statement.id}: move")
    _known([statement.occasion] if statement.occasion else [], occasions, statement.id)
    _known(_people(statement.speakers), actors, statement.id)
    for speaker in statement.speakers:
        _one_of(speaker.reason, REASONS, f"{statement.id}: reason")


def _people(speakers: Iterable[Speaker]) -> Iterator[str]:
    for each in speakers:
        yield each.actor
        if each.on_behalf_of:
            yield each.on_behalf_of


def _position(position: Position | CorrectedPosition, statement: str) -> None:
    made_of = position_id(statement, mention=position.mention, role=position.role, issue=position.issue)
    if position.id != made_of:
        raise InputError(f"position {position.id} does not stand for what it is made of, which is {made_of}")
    _one_of(position.role, ROLES, f"{position.id}: role")
    _one_of(position.label, LABELS, f"{position.id}: label")
    if (position.label == "none") != (position.wording is None):
        raise InputError(f"{position.id}: a stance and whose words it is go together")
    if position.wording is not None:
        _one_of(position.wording, WORDINGS, f"{position.id}: wording")
    for flag in position.flags:
        _one_of(flag, FLAGS, f"{position.id}: flag")
    if list(position.flags) != sorted(set(position.flags)):
        raise InputError(f"{position.id}: its flags are not sorted, or stand twice: {position.flags}")
    for label in LABELS:
        value = getattr(position.stance, label)
        if not 0 <= value <= 1:
            raise InputError(f"{position.id}: {value} for {label} is no probability")


def _spans(position: Position | CorrectedPosition) -> Iterator[Span]:
    yield position.mention
    if position.issue:
        yield position.issue
    yield from position.evidence


def _told(told: Told | None) -> Iterator[Span]:
    if told and told.span:
        yield told.span


def _numbered(form: re.Pattern[str], ids: Sequence[str], what: str) -> None:
    if not all(form.fullmatch(each) for each in ids):
        raise InputError(f"these are no local ids of {what}: {', '.join(ids)}")
    numbers = [int(each[3:]) for each in ids]
    if numbers != sorted(set(numbers)):
        raise InputError(f"{what} do not stand in the order of their numbers: {', '.join(ids)}")


def _known(ids: Iterable[str], known: set[str], of: str) -> None:
    for each in ids:
        if each not in known:
            raise InputError(f"{of} names {each}, which the reading does not hold")


def _one_of(value: str, values: Sequence[str], what: str) -> None:
    if value not in values:
        raise InputError(f"{what}: {value!r} is none of {', '.join(values)}")
