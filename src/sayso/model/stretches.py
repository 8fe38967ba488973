"""The stretch of tokens that is looked at for one statement: its parts, its mentions, and the words between them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.model.attribution import Ints
from sayso.model.states import States

Range = tuple[int, int]

SOURCE, CUE, CONTENT = 1, 2, 3
"""Part of a statement that a token belongs to; 0 is none."""
LONGEST = 256
"""Tokens of a stretch; of a longer statement the end is left out."""
MARGIN = 12
"""Tokens before and after, where the clause of the cue goes on."""
FAR = 160
"""Tokens before the statement from which on a mention is too far away."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens ``[start, end)`` of the article; ``layout`` [T, 2] tells each token's part and whether it stands in a quotation.

    ``mentions`` are ranges of tokens counted from ``start``, empty where a mention is cut off.
    """

    start: int
    end: int
    layout: Ints
    mentions: tuple[Range, ...]


def stretch(
    states: States, source: Sequence[Range], cue: Sequence[Range], content: Sequence[Range], mentions: Sequence[Range]
) -> Stretch | None:
    """The stretch around a statement whose parts are ranges of code points; None if it has no tokens."""
    parts = [(SOURCE, source), (CONTENT, content), (CUE, cue)]
    ranges = [(part, states.tokens_of(*each)) for part, spans in parts for each in spans]
    named = [states.tokens_of(*each) for each in mentions]
    told = [each for _, each in ranges if each[0] < each[1]] or [each for each in named if each[0] < each[1]]
    if not told:
        return None
    low, high = min(start for start, _ in told), max(end for _, end in told)
    near = [start for start, end in named if start < end and low - FAR <= start]
    start = max(0, min([low - MARGIN, *near]))
    end = min(
        len(states.tokens), max([high + MARGIN, *(end for _, end in named if end <= high + FAR)]), start + LONGEST
    )
    layout = np.zeros((end - start, 2), dtype=np.int64)
    for part, (first, last) in ranges:
        layout[max(0, first - start) : max(0, last - start), 0] = part
    layout[:, 1] = states.features[start:end, 1] > 0
    inside = tuple((a - start, b - start) if start <= a < b <= end else (0, 0) for a, b in named)
    return Stretch(start, end, layout, inside)
