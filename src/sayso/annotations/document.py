"""A text with marks, as it is given to an annotation tool and comes back from one.

Offsets are half-open and count code points of ``text``, whatever the tool counts in: each tool's module converts. ``given`` is
what was given out; it travels with the file, so that what came back is compared with that and not with what others did since.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from sayso.records.judgement import Decision
from sayso.records.position import Label
from sayso.records.statement import Form

Range = tuple[int, int]

Part = Literal["source", "cue", "content", "object"]
PARTS: tuple[str, ...] = get_args(Part)
"""What a mark is in its statement; ``object`` is the mention of an actor that the statement judges."""

Told = Literal["decision", "form"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of the text and its part in a statement.

    ``key`` is unique in the document. ``statement`` is the stable id, None where a person drew the mark; ``of`` the key of the mark
    that this one is tied to. ``label`` (the stance) belongs to an ``object``, the other fields to the first mark of a content.
    """

    key: str
    part: Part
    start: int
    end: int
    statement: str | None = None
    of: str | None = None
    label: Label | None = None
    form: Form | None = None
    decision: Decision | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class GivenPosition:
    """A position in a statement: where its object is named, and the stance."""

    id: str
    start: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True)
class Given:
    """A statement as it is shown: its parts in text order, its form, what was decided last, and its positions."""

    id: str
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    form: Form
    decision: Decision | None = None
    positions: tuple[GivenPosition, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One version of an article. ``name`` is what messages call it.

    ``version`` and ``given`` are None where a file lost them. ``tells`` names what the tool can express besides marks and stances;
    of the rest nothing is concluded. ``about`` is what a person may want to see of the article. ``whole``: every mark of the file could
    be read, so that one that is missing was deleted.
    """

    name: str
    version: str | None
    text: str
    marks: tuple[Mark, ...]
    given: tuple[Given, ...] | None
    tells: frozenset[Told] = frozenset(("decision", "form"))
    about: Mapping[str, str] = field(default_factory=dict)
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Broken:
    """An item that cannot be taken: why, and what to do."""

    name: str
    reason: str


def marks_of(given: tuple[Given, ...]) -> tuple[Mark, ...]:
    """The marks of these statements, statement by statement: content first, since the other marks are tied to its first one."""
    return tuple(mark for each in given for mark in _marks(each))


def _marks(each: Given) -> Iterator[Mark]:
    head = f"{each.id}.content.0"
    parts: tuple[tuple[Part, tuple[Range, ...]], ...] = (
        ("content", each.content),
        ("source", each.source),
        ("cue", each.cue),
    )
    for part, ranges in parts:
        for number, (start, end) in enumerate(ranges):
            key = f"{each.id}.{part}.{number}"
            if key == head:
                yield Mark(key, part, start, end, each.id, form=each.form, decision=each.decision)
            else:
                yield Mark(key, part, start, end, each.id, of=head)
    for number, position in enumerate(each.positions):
        key = f"{each.id}.object.{number}"
        yield Mark(key, "object", position.start, position.end, each.id, of=head, label=position.label)
