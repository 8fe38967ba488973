"""What the model is told about each token besides its id: six integers, from the text and its layout by rule.

Case shape, quote state and start enter the encoder. The numbers of sentence, paragraph and quotation, counted
through the article, enter the role head, which uses only differences between them.
"""

import re
from collections.abc import Sequence
from enum import IntEnum

import numpy as np

from sayso.extract.layout import Layout
from sayso.extract.quotes import Quotation
from sayso.model.attribution import Ints

COLUMNS = ("case", "quote", "start", "sentence", "paragraph", "quotation")

_WORD = re.compile(r"\w+")
_TWO_CHARACTER_MARKS = ("''", "``")
_MARKS = "“”„‟\"″'`‘’‚‛«»"


class Case(IntEnum):
    """The shape of the word a token belongs to, which an uncased encoder cannot see."""

    LOWER = 0
    CAPITALISED = 1
    UPPER = 2
    MIXED = 3


class Quote(IntEnum):
    """Where a token stands in its quotation."""

    OUTSIDE = 0
    INSIDE = 1
    OPENING = 2
    CLOSING = 3


class Start(IntEnum):
    """What begins with a token."""

    NOTHING = 0
    SENTENCE = 1
    PARAGRAPH = 2


def features(text: str, starts: Ints, layout: Layout) -> Ints:
    """Features [T, 6] of the tokens that begin at code points ``starts`` [T], ascending."""
    table = np.zeros((len(starts), len(COLUMNS)), dtype=np.int64)
    table[:, 0] = _case_shapes(text, starts)
    table[:, 1] = _quote_states(text, starts, layout.quotations)
    table[:, 2] = _begins(starts, layout)
    for column, begins in (
        (3, [start for start, _ in layout.sentences]),
        (4, [start for start, _ in layout.prose]),
        (5, [quotation.start for quotation in layout.quotations]),
    ):
        table[:, column] = np.searchsorted(np.array(begins, dtype=np.int64), starts, "right")
    return table


def _case_shapes(text: str, starts: Ints) -> Ints:
    shapes: dict[str, Case] = {}
    words = []
    for found in _WORD.finditer(text):
        written = found.group()
        if written not in shapes:
            shapes[written] = _shape(written)
        words.append((found.start(), found.end(), shapes[written]))
    if not words:
        return np.zeros(len(starts), dtype=np.int64)
    table = np.array(words, dtype=np.int64)
    word = np.searchsorted(table[:, 0], starts, "right") - 1
    inside = (word >= 0) & (starts < table[word, 1])
    return np.where(inside, table[word, 2], Case.LOWER)


def _shape(word: str) -> Case:
    if word.islower() or not (letters := [c for c in word if c.isalpha()]):
        return Case.LOWER
    if len(letters) > 1 and word.isupper():
        return Case.UPPER
    if letters[0].isupper() and not any(c.isupper() for c in letters[1:]):
        return Case.CAPITALISED
    return Case.MIXED if any(c.isupper() for c in letters) else Case.LOWER


def _quote_states(text: str, starts: Ints, quotations: Sequence[Quotation]) -> Ints:
    state = np.zeros(len(starts), dtype=np.int64)
    for quotation in quotations:
        for start, end in quotation.parts:
            _mark(state, starts, start, end, Quote.INSIDE)
            _mark(state, starts, start, start + _length(text[start : start + 2]), Quote.OPENING)
        end = quotation.end
        length = _length(text[end - 2 : end])
        if text[end - length] in _MARKS:
            _mark(state, starts, end - length, end, Quote.CLOSING)
    return state


def _mark(state: Ints, starts: Ints, start: int, end: int, value: Quote) -> None:
    state[np.searchsorted(starts, start, "left") : np.searchsorted(starts, end, "left")] = value


def _length(mark: str) -> int:
    return 2 if mark in _TWO_CHARACTER_MARKS else 1


def _begins(starts: Ints, layout: Layout) -> Ints:
    what = np.zeros(len(starts), dtype=np.int64)
    for ranges, value in ((layout.sentences, Start.SENTENCE), (layout.prose, Start.PARAGRAPH)):
        at = np.searchsorted(starts, np.array([start for start, _ in ranges], dtype=np.int64), "left")
        what[at[at < len(starts)]] = value
    return what
