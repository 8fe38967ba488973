"""Quotations: stretches of text between quotation marks, found by rule on the whole text.

Only outermost quotations are returned. Marks are paired inside one paragraph with a stack, so an odd
mark spoils its own paragraph at most; a quotation over several paragraphs (each opens with a mark, only
the last closes) is one quotation of several parts. Double marks of every kind (“ ” „ " '' ``) are one
class, since papers mix them; single marks and guillemets are two more. Cost is linear in the text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.extract.paragraphs import Range

MarkClass = Literal["double", "single", "angle"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation; ``parts`` are ranges with their marks, one for each paragraph it runs through."""

    parts: tuple[Range, ...]
    marks: MarkClass

    @property
    def start(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class _Paired:
    pairs: list[Range]
    dangling: _Mark | None


_DOUBLE = re.compile("[“”„‟\"″]|''|``")
_SINGLE = re.compile("[‘’‚‛']")
_ANGLE = re.compile("[«»]")
_ELISION = re.compile(r"['‘’](?:\d\ds?|em|til|tis|twas|cause|n|round|bout|cos|cuz|im|er|ere|neath)\b", re.IGNORECASE)
_STRONG = frozenset(".,!?…—;:-")
_RUNS_ON = re.compile(r"[:;,.!?…—–]\s*$")
_ENDS_SENTENCE = re.compile(r"[.!?…][)\]’'”\"]*$")


def quotations(text: str, paragraphs: Sequence[Range]) -> list[Quotation]:
    """Outermost quotations in text order. Nested marks belong to the quotation around them."""
    doubles = _linked(text, paragraphs, [_pair(_double_marks(text, *p)) for p in paragraphs], "double")
    angles = _linked(text, paragraphs, [_pair(_angle_marks(text, *p)) for p in paragraphs], "angle")
    taken = sorted(part for quotation in doubles for part in quotation.parts)
    singles = _linked(text, paragraphs, _single_pairs(text, paragraphs, taken), "single")
    return _outermost([*doubles, *angles, *singles])


def overlapping(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Those of ``quotations``, outermost and in text order, that overlap ``[start, end)``."""
    first = max(0, bisect_right(quotations, start, key=lambda each: each.start) - 1)
    last = bisect_left(quotations, end, key=lambda each: each.start)
    return [each for each in quotations[first:last] if each.end > start]


def _double_marks(text: str, start: int, end: int) -> Iterable[_Mark]:
    for found in _DOUBLE.finditer(text, start, end):
        before = text[found.start() - 1] if found.start() > start else " "
        after = text[found.end()] if found.end() < end else " "
        opens = _can_open(before, after)
        closes = _can_close(before, after)
        mark = found.group()
        if opens and closes:
            opens, closes = mark in "“„‟``", mark in "”\"''″"
        elif not opens and not closes:
            opens, closes = mark in "“„", mark in "”"
        yield _Mark(found.start(), found.end(), opens, closes)


def _angle_marks(text: str, start: int, end: int) -> Iterable[_Mark]:
    for found in _ANGLE.finditer(text, start, end):
        yield _Mark(found.start(), found.end(), found.group() == "«", found.group() == "»")


def _can_open(before: str, after: str) -> bool:
    return (before.isspace() or before in "([{—–-/‘'“\"\u200b\u200e\u200f\ufeff") and not after.isspace()


def _can_close(before: str, after: str) -> bool:
    return not before.isspace() and not after.isalnum()


def _pair(marks: Iterable[_Mark]) -> _Paired:
    stack: list[_Mark] = []
    pairs: list[Range] = []
    for mark in marks:
        if mark.closes and stack:
            pairs.append((stack.pop().start, mark.end))
        elif mark.opens:
            stack.append(mark)
    last_end = max((end for _, end in pairs), default=-1)
    dangling = stack[-1] if stack and stack[-1].start >= last_end else None
    return _Paired(pairs, dangling)


def _single_pairs(text: str, paragraphs: Sequence[Range], taken: Sequence[Range]) -> list[_Paired]:
    """Single marks outside double quotations, each opener with the best closer before the next opener.

    An apostrophe looks like a closer: one after punctuation is taken first, else the first that ends a word.
    """
    result, next_taken = [], 0
    for start, end in paragraphs:
        openers: list[int] = []
        closers: list[int] = []
        for found in _SINGLE.finditer(text, start, end):
            at = found.start()
            while next_taken < len(taken) and taken[next_taken][1] <= at:
                next_taken += 1
            if next_taken < len(taken) and taken[next_taken][0] <= at:
                continue
            before = text[at - 1] if at > start else " "
            after = text[at + 1] if at + 1 < end else " "
            if text[at] in "‘'‚‛" and _can_open(before, after) and not _ELISION.match(text, at, end):
                openers.append(at)
            elif text[at] in "’'" and _can_close(before, after):
                closers.append(at)
        result.append(_match_singles(text, openers, closers))
    return result


def _match_singles(text: str, openers: list[int], closers: list[int]) -> _Paired:
    pairs: list[Range] = []
    dangling: _Mark | None = None
    position = 0
    for n, opener in enumerate(openers):
        limit = openers[n + 1] if n + 1 < len(openers) else len(text) + 1
        candidates = []
        while position < len(closers) and closers[position] < limit:
            if closers[position] > opener + 1:
                candidates.append(closers[position])
            position += 1
        strong = [at for at in candidates if text[at - 1] in _STRONG]
        if candidates:
            pairs.append((opener, (strong or candidates)[0] + 1))
            dangling = None
        else:
            dangling = _Mark(opener, opener + 1, True, False)
    return _Paired(pairs, dangling)


def _linked(text: str, paragraphs: Sequence[Range], paired: Sequence[_Paired], marks: MarkClass) -> list[Quotation]:
    """Quotations of one class of marks, those that run over paragraphs joined into one."""
    result: list[Quotation] = []
    running: list[Range] = []
    for n, (paragraph, found) in enumerate(zip(paragraphs, paired, strict=True)):
        pairs = sorted(_outer_pairs(found.pairs))
        if running:
            if pairs and pairs[0][0] == paragraph[0]:
                result.append(Quotation((*running, pairs.pop(0)), marks))
                running = []
            elif found.dangling and found.dangling.start == paragraph[0] and not pairs:
                running.append(paragraph)
            if running and not _continues(text, paragraphs, paired, n):
                result.append(Quotation(tuple(running), marks))
                running = []
            elif running:
                continue
        result.extend(Quotation((pair,), marks) for pair in pairs)
        if found.dangling and _runs_on(text, paragraph, found.dangling) and _continues(text, paragraphs, paired, n):
            running = [(found.dangling.start, paragraph[1])]
    return result


def _runs_on(text: str, paragraph: Range, mark: _Mark) -> bool:
    """Whether an unclosed mark opens a quotation that goes on in the next paragraph, and is not merely odd."""
    opens_here = mark.start == paragraph[0] or _RUNS_ON.search(text, max(paragraph[0], mark.start - 3), mark.start)
    return bool(opens_here and _ENDS_SENTENCE.search(text, max(paragraph[0], paragraph[1] - 4), paragraph[1]))


def _continues(text: str, paragraphs: Sequence[Range], paired: Sequence[_Paired], n: int) -> bool:
    """Whether the paragraph after the ``n``-th begins with an opening mark."""
    if n + 1 == len(paragraphs):
        return False
    start, following = paragraphs[n + 1][0], paired[n + 1]
    at_start = following.dangling is not None and following.dangling.start == start
    return at_start or any(pair[0] == start for pair in following.pairs)


def _outer_pairs(pairs: Iterable[Range]) -> list[Range]:
    outer: list[Range] = []
    for start, end in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        if not outer or start >= outer[-1][1]:
            outer.append((start, end))
    return outer


def _outermost(found: list[Quotation]) -> list[Quotation]:
    ordered = sorted(found, key=lambda quotation: (quotation.start, -quotation.end))
    outer: list[Quotation] = []
    for quotation in ordered:
        if not outer or quotation.start >= outer[-1].end:
            outer.append(quotation)
    return outer
