"""Items in tokens: the stretch around each statement with its codes. Shapes: T tokens of a stretch, M mentions."""

from dataclasses import dataclass

import numpy as np

from sayso.model.attribution import Ints
from sayso.model.states import States
from sayso.model.stretches import Stretch, stretch
from training.positions.items import Item, Judged


@dataclass(frozen=True, slots=True)
class Coded:
    """``layout`` [T, 2] (part, in quotation), ``mentions`` [M, 2] as token ranges of the stretch, ``evidence`` [M, T]."""

    item: Item
    start: int
    end: int
    layout: Ints
    mentions: Ints
    judged: tuple[Judged, ...]
    evidence: Ints

    def __len__(self) -> int:
        return self.end - self.start


def coded(item: Item, states: States) -> Coded | None:
    """The item in the tokens of its text; None if nothing of it, or no mention it is about, has tokens."""
    found = stretch(states, item.source, item.cue, item.content, [each.mention for each in item.judged])
    if found is None:
        return None
    kept = [(n, each) for n, each in enumerate(item.judged) if found.mentions[n][0] < found.mentions[n][1]]
    if item.judged and not kept:
        return None
    return Coded(
        item,
        found.start,
        found.end,
        found.layout,
        np.array([found.mentions[n] for n, _ in kept], dtype=np.int64).reshape(-1, 2),
        tuple(each for _, each in kept),
        np.array([_marked(found, states, each) for _, each in kept], dtype=np.int64).reshape(len(kept), found.end - found.start),
    )


def _marked(found: Stretch, states: States, judged: Judged) -> Ints:
    marks = np.zeros(found.end - found.start, dtype=np.int64)
    for span in judged.evidence:
        first, last = states.tokens_of(*span)
        marks[max(0, first - found.start) : max(0, last - found.start)] = 1
    return marks
