"""A statement in its place: the passage around it, cut into stretches that belong to the same parts. Offsets are code points."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso.records.placed import Placed
from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.report.values import Segment
from sayso.report.wording import clean

PARTS = ("source", "cue", "content", "object", "issue")
"""What is marked; the order in which they open where several begin at one place."""
CONTEXT = 140
"""Code points shown before and after, at most, inside the paragraph."""
LONG = 700
"""Code points of one stretch from which its middle is left out."""
KEPT = 300
"""Of such a stretch, on either side."""


def parts_of(statement: Statement, placed: Iterable[Placed]) -> list[tuple[Span, str]]:
    """The spans of a statement that are marked, each with its part. ``placed`` are its positions on those asked about."""
    named = [(span, part) for part in PARTS[:3] for span in getattr(statement, part)]
    for each in placed:
        named.append((each.mention, "object"))
        if each.issue is not None:
            named.append((each.issue, "issue"))
    return list(dict.fromkeys(named))


def passage(text: str, statement: Statement, placed: Iterable[Placed] = ()) -> tuple[Segment, ...]:
    """The sentence, all parts and some of the paragraph around. Joined, uncut segments are the text (but for ``clean``)."""
    parts = parts_of(statement, placed)
    first = min([statement.sentence.start, *(span.start for span, _ in parts)])
    last = max([statement.sentence.end, *(span.end for span, _ in parts)])
    start, end = _before(text, first), _after(text, last)
    edges = sorted({start, end, *(edge for span, _ in parts for edge in (span.start, span.end))})
    made: list[Segment] = []
    if start > 0 and text[start - 1] != "\n":
        made.append(Segment("…", cut=True))
    for here, there in pairwise(edges):
        made.extend(_stretch(text, here, there, parts))
    if end < len(text) and text[end] != "\n":
        made.append(Segment("…", cut=True))
    return tuple(made)


def _stretch(text: str, start: int, end: int, parts: Sequence[tuple[Span, str]]) -> Iterable[Segment]:
    within = _named(part for span, part in parts if span.start <= start and end <= span.end)
    opens = _named(part for span, part in parts if span.start == start)
    closes = _named(part for span, part in parts if span.end == end)
    if end - start <= LONG:
        yield Segment(clean(text[start:end]), within, opens, closes)
        return
    yield Segment(clean(text[start : start + KEPT]), within, opens)
    yield Segment("[…]", within, cut=True)
    yield Segment(clean(text[end - KEPT : end]), within, (), closes)


def _named(parts: Iterable[str]) -> tuple[str, ...]:
    found = set(parts)
    return tuple(part for part in PARTS if part in found)


def _before(text: str, at: int) -> int:
    """Where context begins: the paragraph's start, or a word's not more than CONTEXT before ``at``."""
    floor = max(0, at - CONTEXT)
    line = text.rfind("\n", floor, at)
    if line >= 0:
        return line + 1
    if floor == 0:
        return 0
    blank = text.find(" ", floor, at)
    return blank + 1 if blank >= 0 else at


def _after(text: str, at: int) -> int:
    """Where context ends: the paragraph's end, or a word's not more than CONTEXT after ``at``."""
    ceiling = min(len(text), at + CONTEXT)
    line = text.find("\n", at, ceiling)
    if line >= 0:
        return line
    if ceiling == len(text):
        return ceiling
    blank = text.rfind(" ", at, ceiling)
    return blank if blank >= 0 else at
