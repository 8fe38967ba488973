"""From what a person says is wrong with a statement to the correction of it. A function of values; nothing is stored here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.errors import UsageError
from sayso.records.actor import Actor
from sayso.records.folding import words_of
from sayso.records.ids import finding_id, position_id, statement_id
from sayso.records.judgement import CorrectedPosition, Correction, Named
from sayso.records.position import LABELS, Label, Position, Stance, Wording
from sayso.records.reading import Reading
from sayso.records.span import Span
from sayso.records.statement import Form, Statement

_QUOTES = "\"'“”„‟«»‹›‘’‚‛"
_AROUND = 20
"""Characters shown on each side of words that stand in several places."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be put right; None leaves a part as it is, an empty ``source`` or ``cue`` says that there is none.

    ``source``, ``cue`` and ``content`` are words of the article. ``label`` is the stance toward ``object``, which is a name, or
    None where the statement judges one actor only.
    """

    source: str | None = None
    cue: str | None = None
    content: str | None = None
    form: Form | None = None
    label: Label | None = None
    object: str | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """What is to be put right, by places instead of words; None leaves a part as it is.

    ``labels`` are stances by the id of the position that is shown.
    """

    source: tuple[Span, ...] | None = None
    cue: tuple[Span, ...] | None = None
    content: tuple[Span, ...] | None = None
    form: Form | None = None
    labels: tuple[tuple[str, Label], ...] = ()


def correct(reading: Reading, subject: str, shown: Statement, before: Correction | None, wish: Wish) -> Correction:
    """What to put in place of the statement ``subject`` of ``reading``, which is shown as ``shown``, corrected by ``before`` or not.

    UsageError where words or names are not found, or in several places, and where nothing would change.
    """
    if wish.object is not None and wish.label is None:
        raise UsageError("--object says whose stance is wrong: say with --label which it is")
    given = _worded(reading, shown, wish)
    stances = before.positions if before else tuple(_found(reading, shown.id))
    given = replace(given, positions=tuple(_moved(reading, given, stances, wish.source is not None)))
    if wish.label is not None:
        given = replace(given, positions=tuple(_judged(reading, shown, given, wish.label, wish.object)))
    return _changed(reading, subject, shown, given, stances)


def correct_to(reading: Reading, subject: str, shown: Statement, before: Correction | None, parts: Parts) -> Correction:
    """As ``correct``, by ``parts``; UsageError where nothing would change, or the words are another statement already."""
    given = _given(
        reading,
        shown,
        shown.source if parts.source is None else parts.source,
        shown.cue if parts.cue is None else parts.cue,
        shown.content if parts.content is None else parts.content,
        parts.form,
    )
    stances = before.positions if before else tuple(_found(reading, shown.id))
    labels = dict(parts.labels)
    judged = [_labelled(each, labels[each.id], given) if each.id in labels else each for each in stances]
    other_source = parts.source is not None and parts.source != shown.source
    given = replace(given, positions=tuple(_moved(reading, given, judged, other_source)))
    return _changed(reading, subject, shown, given, stances)


def _changed(
    reading: Reading, subject: str, shown: Statement, given: Correction, stances: Sequence[CorrectedPosition]
) -> Correction:
    """``given``, which must say something new and be no other statement of the reading."""
    if given.id == shown.id and given.form == shown.form and given.positions == tuple(stances):
        raise UsageError(f"{shown.id} says that already: nothing to correct")
    if given.id in {each.id for each in reading.statements} - {subject, shown.id}:
        raise UsageError(f"these words are already the statement {given.id}: reject {subject} instead")
    return given


def located(text: str, words: str, near: Span) -> Span:
    """Where ``words`` stand: in ``near`` if they do, else anywhere in ``text``, kinds of quotation marks and blanks aside.

    UsageError if they stand nowhere, or more than once.
    """
    pattern = _pattern(words)
    found = [each.span() for each in pattern.finditer(text, near.start, near.end)]
    found = found or [each.span() for each in pattern.finditer(text)]
    if not found:
        raise UsageError(f"{words!r} does not stand in the article; the statement's sentence is: {near.text}")
    if len(found) > 1:
        places = "; ".join(f"[{start},{end}) …{_context(text, start, end)}…" for start, end in found[:5])
        raise UsageError(f"{words!r} stands {len(found)} times: {places}: give more words")
    return Span.of(text, *found[0])


def _pattern(words: str) -> re.Pattern[str]:
    parts = words.split()
    if not parts:
        raise UsageError("content cannot be empty: give words of the article, or reject the statement")
    quoted = [
        "".join(f"[{_QUOTES}]" if character in _QUOTES else re.escape(character) for character in part)
        for part in parts
    ]
    before, after = (r"(?<!\w)" if parts[0][0].isalnum() else "", r"(?!\w)" if parts[-1][-1].isalnum() else "")
    return re.compile(before + r"\s+".join(quoted) + after)


def _context(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - _AROUND) : end + _AROUND].split())


def _worded(reading: Reading, shown: Statement, wish: Wish) -> Correction:
    """The statement with its parts put right, without positions."""

    def part(words: str | None, as_it_is: tuple[Span, ...], *, may_be_empty: bool = True) -> tuple[Span, ...]:
        if words is None:
            return as_it_is
        return () if may_be_empty and not words.strip() else (located(reading.text, words, shown.sentence),)

    source, cue = part(wish.source, shown.source), part(wish.cue, shown.cue)
    content = part(wish.content, shown.content, may_be_empty=False)
    return _given(reading, shown, source, cue, content, wish.form)


def _given(
    reading: Reading,
    shown: Statement,
    source: tuple[Span, ...],
    cue: tuple[Span, ...],
    content: tuple[Span, ...],
    form: Form | None,
) -> Correction:
    held = (*cue, *content, shown.sentence)
    start, end = min(each.start for each in held), max(each.end for each in held)
    return Correction(
        id=statement_id(reading.version_id, source=source, cue=cue, content=content),
        source=source,
        cue=cue,
        content=content,
        form=form or shown.form,
        sentence=Span.of(reading.text, start, end),
    )


def _found(reading: Reading, statement: str) -> Iterator[CorrectedPosition]:
    """The machine's positions in the statement, as a person would carry them over."""
    people = {each.id: Named(each.name, each.kind) for each in reading.actors}
    for each in reading.positions:
        if each.statement == statement:
            yield _carried(each, people, finding_id(reading.id, each.id))


def _carried(each: Position, people: dict[str, Named], finding: str) -> CorrectedPosition:
    return CorrectedPosition(
        id=each.id,
        role=each.role,
        mention=each.mention,
        issue=each.issue,
        speaker=people[each.speaker] if each.speaker else None,
        object=people[each.object],
        stance=each.stance,
        label=each.label,
        wording=each.wording,
        flags=each.flags,
        evidence=each.evidence,
        carried=finding,
    )


def _moved(
    reading: Reading, given: Correction, stances: Sequence[CorrectedPosition], other_source: bool
) -> Iterator[CorrectedPosition]:
    """Those of ``stances`` whose mention lies in the statement as it is now, with its id and its speaker."""
    speaker = _speaker(reading, given) if other_source else None
    for each in stances:
        if not any(span.overlaps(each.mention) for span in (*given.content, given.sentence)):
            continue
        own = position_id(given.id, mention=each.mention, role=each.role, issue=each.issue)
        yield replace(each, id=own, speaker=speaker if other_source else each.speaker)


def _speaker(reading: Reading, given: Correction) -> Named | None:
    """Whom the source names: the actor of the widest mention in it, else its own words."""
    if not given.source:
        return None
    named = [
        (mention.span.end - mention.span.start, actor)
        for actor in reading.actors
        for mention in actor.mentions
        if any(span.overlaps(mention.span) for span in given.source)
    ]
    if not named:
        return Named(" ".join(given.source[0].text.split()), "unknown")
    _, actor = max(named, key=lambda pair: pair[0])
    return Named(actor.name, actor.kind)


def _judged(
    reading: Reading, shown: Statement, given: Correction, label: Label, name: str | None
) -> list[CorrectedPosition]:
    """The positions of ``given`` with ``label`` for every one on ``name``, or with a new one where there is none."""
    objects = {each.object.name for each in given.positions}
    meant = {each for each in objects if name is None or _names(name, each)}
    if len(meant) == 1:
        return [_labelled(each, label, given) if each.object.name in meant else each for each in given.positions]
    if meant or name is None:
        raise UsageError(f"say with --object whom the stance is toward: {_listed(objects) or 'none is known yet'}")
    return [*given.positions, _labelled(_new(reading, shown, given, name), label, given)]


def _labelled(each: CorrectedPosition, label: Label, given: Correction) -> CorrectedPosition:
    sure = Stance(**{known: float(known == label) for known in LABELS})
    by_form: Wording = "quoted" if given.form == "direct" else "undecided"
    wording = None if label == "none" else each.wording or by_form
    return replace(each, stance=sure, label=label, wording=wording, carried=None)


def _new(reading: Reading, shown: Statement, given: Correction, name: str) -> CorrectedPosition:
    actor, mention = _mentioned(reading, given, name)
    speakers = {each.id: Named(each.name, each.kind) for each in reading.actors}
    known = speakers[shown.speakers[0].actor] if shown.speakers and shown.source == given.source else None
    return CorrectedPosition(
        id=position_id(given.id, mention=mention, role="object", issue=None),
        role="object",
        mention=mention,
        issue=None,
        speaker=known or _speaker(reading, given),
        object=Named(actor.name, actor.kind),
        stance=Stance(0, 0, 0, 1),
        label="none",
        evidence=given.content,
    )


def _mentioned(reading: Reading, given: Correction, name: str) -> tuple[Actor, Span]:
    """The one actor of that name, and where the statement mentions it: in the content, else in its sentence."""
    inside = {
        actor.id: [
            mention.span
            for part in (given.content, (given.sentence,))
            for mention in actor.mentions
            if any(span.overlaps(mention.span) for span in part)
        ]
        for actor in reading.actors
    }
    near = [actor for actor in reading.actors if inside[actor.id]]
    found = [actor for actor in near if _names(name, actor.name)]
    if len(found) != 1:
        what = f"{name} may be {_listed({each.name for each in found})}" if found else f"it does not mention {name}"
        raise UsageError(f"{what}; actors in the statement: {_listed({each.name for each in near}) or 'none'}")
    return found[0], inside[found[0].id][0]


def _names(asked: str, known: str) -> bool:
    words = set(words_of(asked))
    return bool(words) and words <= set(words_of(known))


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names))
