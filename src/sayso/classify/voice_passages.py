"""Passages in which nobody is quoted: whole sentences, and of a sentence that reports speech what is left of it.

Ranges are half-open, in code points of the text. A passage never touches a quotation of several words, nor source, cue or
content of what somebody else surely expressed.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.classify.voice_publics import is_public
from sayso.classify.voice_turns import turns
from sayso.records.article import Block
from sayso.records.statement import Statement

Range = tuple[int, int]

LEAST_WORDS = 3
"""Words of the shortest passage."""
QUOTED_WORDS = 4
"""Words from which on a quotation is somebody's words; a shorter one may be a title or hold a word at a distance."""
SURE = 0.75
"""Confidence from which on an indirect statement takes its words from the writer; below, it is one thing to weigh."""
SILENT = frozenset(["pull_quote", "furniture"])
"""Blocks that repeat the body word for word, or belong to none."""

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_PAUSE = re.compile(r"[,;:()–—]|\s--?\s|\.\.\.|…")
_EDGES = " \t\r\n\v\f\x85\u2028\u2029,;:()–—-….!?"
_WRITER = re.compile(r"(?:I|we|this\s(?:author|writer|newspaper|paper|column(?:ist)?|magazine))", re.IGNORECASE)
_NOTES = re.compile(
    r"\b(?:worth|bear\w*|not(?:ed?|ing)|remember\w*|say(?:ing)?|true|clear|obvious|fair|tempting|hard|easy|must|should|seem\w*)\b",
    re.IGNORECASE,
)
"""Cues without a source with which a writer goes on in a voice of their own: "it is worth noting", "suffice it to say"."""


@dataclass(frozen=True, slots=True)
class Passage:
    """``[start, end)``; ``whole`` where it is a sentence, ``told`` how surely somebody else says it: 0 where nobody is found."""

    start: int
    end: int
    whole: bool
    told: float = 0.0


def passages(
    text: str, sentences: Sequence[Range], quoted: Sequence[Range], blocks: Sequence[Block], told: Sequence[Statement]
) -> tuple[Passage, ...]:
    """The passages of ``text`` in its order; ``quoted`` are its quotations in order, ``told`` its statements with their status."""
    spoken = turns(text, sentences, [(each.span.start, each.span.end) for each in blocks])
    asked = [(each.label[0], each.end) for each in spoken if each.asks]
    kinds = [(each, "own" if _under(asked, each) else _kind(each)) for each in told]
    others = [(span.start, span.end) for each, kind in kinds if kind == "heard" for span in each.spans]
    others += [each for each in quoted if _words(text, *each) >= QUOTED_WORDS]
    others += [(each.label[0], each.end) for each in spoken if not each.asks]
    begins = {each.label[0]: each.start for each in spoken}
    noted = [each for each, kind in kinds if kind == "noted"]
    doubtful = sorted(
        (s.start, s.end, each.confidence) for each, kind in kinds if kind == "doubtful" for s in each.content
    )
    heard = _merged(others)
    taken = _merged([*others, *((span.start, span.end) for each in noted for span in each.spans)])
    silent = _merged([(each.span.start, each.span.end) for each in blocks if each.kind in SILENT])
    hulls = [_hull(text, each) for each in noted]
    found = [Passage(*each, False) for each in hulls if not _within(heard, *each) and _is_one(text, *each)]
    for start, end in sentences:
        if _inside(silent, start):
            continue
        start = begins.get(start, start)
        inner = _within(taken, start, end)
        if inner:
            found += [Passage(*each, False) for each in _left(text, start, end, inner)]
        elif _is_one(text, start, end):
            found.append(Passage(start, end, True, _told(doubtful, start, end)))
    return tuple(_apart(found))


def _under(asked: Sequence[Range], statement: Statement) -> bool:
    """Whether a statement is what an interviewer says in a turn of theirs."""
    return statement.cue_text.strip() == ":" and _inside(asked, statement.content[0].start)


def _kind(statement: Statement) -> Literal["heard", "doubtful", "noted", "own"]:
    """Whose a statement is: heard from somebody else, perhaps so, noted by the writer with a cue but no source, or the writer's own."""
    if statement.form != "indirect" or statement.parent is not None:
        return "heard"
    if is_public(statement.source_text) and statement.status != "measurement":
        return "own"
    if statement.status == "attitude" or _WRITER.fullmatch(statement.source_text.strip()):
        return "own"
    if not statement.source and _NOTES.search(statement.cue_text):
        return "noted"
    return "heard" if statement.confidence >= SURE else "doubtful"


def _told(doubtful: Sequence[tuple[int, int, float]], start: int, end: int) -> float:
    first = bisect_left(doubtful, (start,))
    return max((sure for low, high, sure in doubtful[first : bisect_left(doubtful, (end,))]), default=0.0)


def _hull(text: str, statement: Statement) -> Range:
    """Its content from end to end, without a full stop."""
    start, end = min(each.start for each in statement.content), max(each.end for each in statement.content)
    return _trimmed(text, start, end)


def _left(text: str, start: int, end: int, taken: Sequence[Range]) -> Iterator[Range]:
    """Clauses beside what is taken: between pauses, so that the rest of the clause in which somebody speaks stays out."""
    edges = {each for pair in taken for each in pair}
    at = start
    for low, high in [*taken, (end, end)]:
        if at < low:
            yield from _clause(text, at, low, edges)
        at = max(at, high)


def _clause(text: str, start: int, end: int, edges: set[int]) -> Iterator[Range]:
    """The stretch without its first or last clause where that goes on into what is taken."""
    pauses = [found.span() for found in _PAUSE.finditer(text, start, end)]
    low = start if start not in edges else (pauses[0][0] if pauses else end)
    high = end if end not in edges else (pauses[-1][1] if pauses else start)
    if low < high:
        low, high = _trimmed(text, low, high)
    if low < high and _is_one(text, low, high):
        yield low, high


def _trimmed(text: str, start: int, end: int) -> Range:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _is_one(text: str, start: int, end: int) -> bool:
    return _words(text, start, end) >= LEAST_WORDS


def _words(text: str, start: int, end: int) -> int:
    return sum(1 for _ in _WORD.finditer(text, start, end))


def _apart(found: Iterable[Passage]) -> list[Passage]:
    """Those that overlap none before them."""
    kept: list[Passage] = []
    for each in sorted(found, key=lambda passage: (passage.start, passage.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _merged(ranges: Iterable[Range]) -> list[Range]:
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _within(merged: Sequence[Range], start: int, end: int) -> list[Range]:
    """Those that overlap ``[start, end)``, cut to it."""
    first = max(0, bisect_left(merged, (start, start)) - 1)
    last = bisect_left(merged, (end, end))
    return [(max(low, start), min(high, end)) for low, high in merged[first:last] if low < end and start < high]


def _inside(merged: Sequence[Range], at: int) -> bool:
    n = bisect_left(merged, (at + 1, at + 1)) - 1
    return n >= 0 and merged[n][1] > at
