"""From marks that came back to statements: by the id a mark still has, by what it is tied to, else by what was given out.

Nothing is guessed: marks that two statements claim, or none, are told as they are and taken for nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.annotations.document import Broken, Document, Given, Mark, Part, Range
from sayso.records.judgement import Decision
from sayso.records.position import Label
from sayso.records.statement import Form

SAME = 0.5
"""Share of the characters of two statements, each with its part, from which they may be one, corrected (shared by all of both)."""
_WORDS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Returned:
    """A statement as it came back; ``objects`` are the stances by where their objects are named."""

    id: str
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    form: Form | None
    decision: Decision | None
    note: str | None
    objects: tuple[tuple[Range, Label | None], ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """The statements that the marks make, in text order; what is said of marks that make none, and where those are."""

    statements: tuple[Returned, ...]
    broken: tuple[Broken, ...]
    loose: tuple[Range, ...]

    def may_be(self, given: Given) -> bool:
        """Whether ``given``, of which no mark came back, may be among the marks that make no statement."""
        own = (*given.source, *given.cue, *given.content)
        return any(start < other[1] and other[0] < end for start, end in own for other in self.loose)


def statements_of(document: Document) -> Grouped:
    told: list[Broken] = []
    loose: list[Range] = []
    length = len(document.text)
    whole = [mark for mark in document.marks if mark.end <= length]
    if len(whole) < len(document.marks):
        told.append(Broken(document.name, "a mark reaches beyond the text: left alone"))
        loose.extend((min(mark.start, length - 1), length) for mark in document.marks if mark.end > length)
    named: dict[str, list[Mark]] = defaultdict(list)
    drawn: list[list[Mark]] = []
    for group in _tied(whole):
        ids = sorted({mark.statement for mark in group if mark.statement})
        if len(ids) > 1:
            loose.extend((mark.start, mark.end) for mark in group)
            told.append(Broken(ids[0], f"its marks are tied to those of {', '.join(ids[1:])}: left alone; untie them"))
        elif ids:
            named[ids[0]].extend(group)
        else:
            drawn.append(group)
    for group in drawn:
        known = _meant(group, [each for each in document.given or () if each.id not in named])
        if known is None:
            loose.extend((mark.start, mark.end) for mark in group)
            told.append(Broken(document.name, _unknown(group, document.text)))
        else:
            named[known].extend(group)
    made = [_returned(known, group) for known, group in named.items()]
    made.sort(key=lambda each: (each.content or each.source or each.cue or ((0, 0),))[0])
    return Grouped(tuple(made), tuple(told), tuple(loose))


def _tied(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Marks in sets: those of one id, and those tied to each other, however indirectly."""
    root = {mark.key: mark.key for mark in marks}

    def top(key: str) -> str:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for mark in marks:
        if mark.of in root:
            root[top(mark.key)] = top(mark.of)
    sets: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        sets[top(mark.key)].append(mark)
    return list(sets.values())


def _meant(group: Sequence[Mark], given: Sequence[Given]) -> str | None:
    """The one statement given out that the marks can be, as it was or corrected; None if there is none, or no likeliest."""
    own = _characters(dict(zip(_WORDS, _parts(group), strict=True)))
    likely = sorted(((_shared(own, _characters(_given(each))), each.id) for each in given), reverse=True)
    likely = [each for each in likely if each[0] >= SAME]
    if not likely or (len(likely) > 1 and likely[0][0] == likely[1][0]):
        return None
    return likely[0][1]


def _given(each: Given) -> dict[str, tuple[Range, ...]]:
    return {"source": each.source, "cue": each.cue, "content": each.content}


def _parts(group: Sequence[Mark]) -> tuple[tuple[Range, ...], ...]:
    return _ranges(group, "source"), _ranges(group, "cue"), _ranges(group, "content")


def _ranges(group: Sequence[Mark], part: Part) -> tuple[Range, ...]:
    return tuple(sorted({(mark.start, mark.end) for mark in group if mark.part == part}))


def _characters(parts: Mapping[str, Iterable[Range]]) -> set[tuple[str, int]]:
    return {(part, at) for part, ranges in parts.items() for start, end in ranges for at in range(start, end)}


def _shared(one: set[tuple[str, int]], other: set[tuple[str, int]]) -> float:
    return len(one & other) / len(one | other)


def _unknown(group: Sequence[Mark], text: str) -> str:
    first = min(group, key=lambda mark: mark.start)
    words = " ".join(text[first.start : first.end].split())
    return (
        f"the {first.part} at [{first.start}, {first.end}), {words[:40]!r}, belongs to no statement that was given out:"
        " left alone; tie it to the content of one, or give it that one's id. A new statement cannot be added this way"
    )


def _returned(known: str, group: Sequence[Mark]) -> Returned:
    heads = sorted((mark for mark in group if mark.part == "content"), key=lambda mark: mark.start)
    source, cue, content = _parts(group)
    return Returned(
        id=known,
        source=source,
        cue=cue,
        content=content,
        form=next((mark.form for mark in heads if mark.form), None),
        decision=next((mark.decision for mark in heads if mark.decision), None),
        note="; ".join(mark.note for mark in heads if mark.note) or None,
        objects=tuple(((mark.start, mark.end), mark.label) for mark in group if mark.part == "object"),
    )
