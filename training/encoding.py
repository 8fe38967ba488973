"""A text as the model reads it: token ids, their offsets, the layout of the text around them, and its windows.

``layout`` has six integers a token: case shape, quote state, start (these three enter the encoder), and the
numbers of its sentence, paragraph and quotation, counted through the article (the role head uses only differences).
Offsets are half-open and in code points.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.extract.paragraphs import paragraphs, sentences
from sayso.extract.quotes import Quotation, quotations
from sayso.model.windows import Cut

Ints = NDArray[np.int64]
LAYOUT = ("case", "quote", "start", "sentence", "paragraph", "quotation")

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


@dataclass(frozen=True, slots=True)
class Encoded:
    """One text in tokens: ``ids`` [T], ``starts`` and ``ends`` [T] in code points, ``layout`` [T, 6], places to cut."""

    ids: Ints
    starts: Ints
    ends: Ints
    layout: Ints
    places: list[tuple[int, Cut]]


def encode(text: str, tokenizer: Tokenizer) -> Encoded:
    """The text as the model reads it, without special tokens."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    ids = np.array(encoding.ids, dtype=np.int64)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    starts, ends = offsets[:, 0].copy(), offsets[:, 1].copy()
    blocks = paragraphs(text)
    found = quotations(text, blocks)
    layout = np.zeros((len(ids), len(LAYOUT)), dtype=np.int64)
    layout[:, 0] = _case_shapes(text, starts)
    layout[:, 1], layout[:, 5] = _quote_states(text, starts, found)
    layout[:, 2], layout[:, 3], layout[:, 4] = _starts(text, starts, blocks)
    return Encoded(ids, starts, ends, layout, _places(layout, starts, found))


def with_special_tokens(encoded: Encoded, start: int, end: int, *, first: int, last: int) -> tuple[Ints, Ints]:
    """(ids [T + 2], layout [T + 2, 6]) of tokens ``[start, end)`` between the two special ones."""
    ids = np.concatenate([[first], encoded.ids[start:end], [last]])
    inner = encoded.layout[start:end]
    edges = inner[[0, -1]].copy()
    edges[:, :3] = 0
    return ids, np.concatenate([edges[:1], inner, edges[1:]])


def tokens_of(encoded: Encoded, start: int, end: int) -> tuple[int, int]:
    """The half-open range of tokens that touch code points ``[start, end)``; empty if none does."""
    first = int(np.searchsorted(encoded.ends, start, "right"))
    return first, max(first, int(np.searchsorted(encoded.starts, end, "left")))


def _case_shapes(text: str, starts: Ints) -> Ints:
    words = [(found.start(), found.end(), _shape(found.group())) for found in _WORD.finditer(text)]
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


def _quote_states(text: str, starts: Ints, found: list[Quotation]) -> tuple[Ints, Ints]:
    """(state [T], number of quotations begun [T])."""
    state = np.zeros(len(starts), dtype=np.int64)
    begun = np.searchsorted(np.array([q.start for q in found], dtype=np.int64), starts, "right")
    for quotation in found:
        for start, end in quotation.parts:
            _mark(state, starts, start, end, Quote.INSIDE)
            _mark(state, starts, start, start + _mark_length(text, start), Quote.OPENING)
        end = quotation.end
        length = 2 if text[end - 2 : end] in _TWO_CHARACTER_MARKS else 1
        if text[end - length] in _MARKS:
            _mark(state, starts, end - length, end, Quote.CLOSING)
    return state, begun


def _mark(state: Ints, starts: Ints, start: int, end: int, value: Quote) -> None:
    state[np.searchsorted(starts, start, "left") : np.searchsorted(starts, end, "left")] = value


def _mark_length(text: str, at: int) -> int:
    return 2 if text[at : at + 2] in _TWO_CHARACTER_MARKS else 1


def _starts(text: str, starts: Ints, blocks: list[tuple[int, int]]) -> tuple[Ints, Ints, Ints]:
    """(start [T], sentence number [T], paragraph number [T])."""
    sentence_starts = np.array([s for block in blocks for s, _ in sentences(text, *block)], dtype=np.int64)
    block_starts = np.array([block[0] for block in blocks], dtype=np.int64)
    what = np.zeros(len(starts), dtype=np.int64)
    for begin, value in ((sentence_starts, Start.SENTENCE), (block_starts, Start.PARAGRAPH)):
        at = np.searchsorted(starts, begin, "left")
        what[at[at < len(starts)]] = value
    sentence = np.searchsorted(sentence_starts, starts, "right")
    return what, sentence, np.searchsorted(block_starts, starts, "right")


def _places(layout: Ints, starts: Ints, found: list[Quotation]) -> list[tuple[int, Cut]]:
    """Token indices to cut before, ascending, with how good a place each is."""
    open_at = np.array([q.start for q in found], dtype=np.int64)
    close_at = np.array([q.end for q in found], dtype=np.int64)
    places = []
    for at in np.flatnonzero(layout[:, 2]):
        last = int(np.searchsorted(open_at, starts[at], "left")) - 1
        in_quotation = last >= 0 and starts[at] < close_at[last]
        if layout[at, 2] == Start.PARAGRAPH:
            how = Cut.PARAGRAPH_IN_QUOTATION if in_quotation else Cut.PARAGRAPH
        else:
            how = Cut.SENTENCE_IN_QUOTATION if in_quotation else Cut.SENTENCE
        places.append((int(at), how))
    return places
