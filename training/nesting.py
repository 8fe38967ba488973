"""Nested speech, made for training only: the corpus marks one level, a reader meets two.

A sentence that reports something is put into the mouth of somebody else, by a clause before it, a clause after
it, or quotation marks around it. Both statements are then annotated, the outer with the sentence as content.
"""

import random
from bisect import bisect_left
from collections.abc import Sequence

from sayso.extract.layout import lay_out
from training.corpus import Attribution, Span

LONGEST = 300
"""Characters of a sentence that is put into somebody's mouth."""

_VERBS = ("said", "claimed", "added", "insisted", "argued", "wrote", "noted", "recalled", "reported", "told reporters")
_FIRST = frozenset("The A An He She They It We His Her Their But And In On At Some Many Several Most One Two".split())
_MARKS = "“”\"''``"


def nested(
    text: str, attributions: tuple[Attribution, ...], speakers: Sequence[str], rng: random.Random, share: float
) -> tuple[str, tuple[Attribution, ...]]:
    """The text with a ``share`` of its fitting sentences put into the mouths of ``speakers``, and its annotation."""
    inserted: list[tuple[int, str]] = []
    outer: list[tuple[int, int, str, str, str]] = []
    lowered: list[int] = []
    for start, end in _fitting(text, attributions):
        if rng.random() >= share:
            continue
        name, verb, style = rng.choice(speakers), rng.choice(_VERBS), rng.choice(("before", "after", "quoted"))
        if style == "quoted" and any(mark in text[start:end] for mark in _MARKS):
            style = "after"
        clause = f"{name} {verb} that " if style == "before" else f", {name} {verb}"
        if style == "before":
            inserted.append((start, clause))
            if text[start:end].split(" ", 1)[0] in _FIRST:
                lowered.append(start)
        elif style == "after":
            inserted.append((end - 1, clause))
        else:
            inserted += [(start, "“"), (end - 1, f",” {name} {verb}")]
        outer.append((start, end - 1, name, verb, style))
    if not outer:
        return text, attributions
    new = _built(text, inserted, lowered)
    moved = [_moved(each, inserted) for each in attributions]
    return new, tuple(moved + [_outer(*each, inserted) for each in outer])


def _fitting(text: str, attributions: Sequence[Attribution]) -> list[Span]:
    """Sentences with a full stop, whole statements and no part of another."""
    layout = lay_out(text)
    extents = sorted(_extent(each) for each in attributions)
    starts = [start for start, _ in extents]
    longest = max((end - start for start, end in extents), default=0)
    fitting = []
    for start, end in layout.sentences:
        if end - start > LONGEST or text[end - 1] != "." or text[start] in _MARKS:
            continue
        near = [
            each for each in extents[bisect_left(starts, start - longest) : bisect_left(starts, end)] if each[1] > start
        ]
        whole = all(start <= low and high <= end for low, high in near)
        crossed = any(q.start < at < q.end for q in layout.quotations for at in (start, end))
        if near and whole and not crossed:
            fitting.append((start, end))
    return fitting


def _extent(attribution: Attribution) -> Span:
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    return min(start for start, _ in spans), max(end for _, end in spans)


def _built(text: str, inserted: Sequence[tuple[int, str]], lowered: Sequence[int]) -> str:
    letters = list(text)
    for at in lowered:
        letters[at] = letters[at].lower()
    pieces, last = [], 0
    for at, piece in inserted:
        pieces += ["".join(letters[last:at]), piece]
        last = at
    return "".join([*pieces, "".join(letters[last:])])


def _shifted(span: Span, inserted: Sequence[tuple[int, str]]) -> Span:
    start, end = span
    before = sum(len(piece) for at, piece in inserted if at <= start)
    return start + before, end + sum(len(piece) for at, piece in inserted if at < end)


def _moved(attribution: Attribution, inserted: Sequence[tuple[int, str]]) -> Attribution:
    parts = (attribution.source, attribution.cue, attribution.content)
    return Attribution(*(tuple(_shifted(span, inserted) for span in part) for part in parts))


def _outer(start: int, end: int, name: str, verb: str, style: str, inserted: Sequence[tuple[int, str]]) -> Attribution:
    """The statement around a sentence, whose full stop stands at ``end`` in the old text."""
    low, high = _shifted((start, end), inserted)
    cue = verb.split()[0]
    if style == "before":
        at = low - len(f"{name} {verb} that ")
        content = (low - len("that "), high)
    elif style == "after":
        at = high + len(", ")
        content = (low, high)
    else:
        at = high + len(",” ")
        content = (low - 1, high + len(",”"))
    said = at + len(name) + 1
    return Attribution(((at, at + len(name)),), ((said, said + len(cue)),), (content,))
