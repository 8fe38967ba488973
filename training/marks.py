"""Quotation marks of other houses, for augmentation in training only: the text a reader stores is never altered.

Papers write the same quotation as “…”, "…" or ''…''. An article is rewritten in one of these styles and the
spans of its annotation are carried over.
"""

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.corpus import Attribution, Span

_ANY_DOUBLE = re.compile("[“”\"]|''|``")
_CLOSES = re.compile(r"[\w.,!?;:…)\]’'%$–—-]$")


@dataclass(frozen=True, slots=True)
class Style:
    """How a house writes an opening and a closing double mark, and its apostrophe."""

    opening: str
    closing: str
    apostrophe: str


STYLES: Mapping[str, Style] = {
    "curly": Style("“", "”", "’"),
    "straight": Style('"', '"', "'"),
    "two_single": Style("''", "''", "'"),
}


def restyled(text: str, attributions: tuple[Attribution, ...], style: Style) -> tuple[str, tuple[Attribution, ...]]:
    """The text in another style of marks, and its annotation with the spans moved along."""
    pieces: list[str] = []
    moved = np.zeros(len(text) + 1, dtype=np.int64)
    at = written = 0
    for found in _ANY_DOUBLE.finditer(text):
        mark = _mark(text, found, style)
        for piece, start, end in ((text[at : found.start()], at, found.start()), (mark, found.start(), found.end())):
            moved[start:end] = written + np.minimum(np.arange(end - start), max(len(piece) - 1, 0))
            pieces.append(piece)
            written += len(piece)
        at = found.end()
    moved[at:] = written + np.arange(len(text) + 1 - at)
    pieces.append(text[at:])
    new = "".join(pieces)
    new = new.replace("’", style.apostrophe) if style.apostrophe == "'" else new
    return new, tuple(_moved(each, moved) for each in attributions)


def drawn_style(rng: random.Random, share: float) -> Style | None:
    """A random style for this share of the articles, else None: leave the text as it is."""
    return rng.choice(list(STYLES.values())) if rng.random() < share else None


def _mark(text: str, found: re.Match[str], style: Style) -> str:
    mark = found.group()
    closes = mark == "”" or (mark not in "“``" and bool(_CLOSES.search(text[: found.start()][-1:])))
    return style.closing if closes else style.opening


def _moved(attribution: Attribution, moved: NDArray[np.int64]) -> Attribution:
    def carry(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((int(moved[start]), int(moved[end])) for start, end in spans)

    return Attribution(carry(attribution.source), carry(attribution.cue), carry(attribution.content))
