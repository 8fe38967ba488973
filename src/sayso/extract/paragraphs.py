"""Paragraphs and sentences of a text, as half-open ranges of code points.

A line break ends a paragraph, unless the text is hard-wrapped: then only a blank line does.
Sentence boundaries come from sentencex, paragraph by paragraph, so that one odd mark cannot
swallow more than its own paragraph.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from sentencex import get_sentence_boundaries

Range = tuple[int, int]

_END = r"(?>\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])"
_BREAK = re.compile(_END)
_BLANK = re.compile(rf"{_END}[^\S\n\r\x0b\x0c\x85\u2028\u2029]*{_END}\s*")
_ENTRY = re.compile('\\s*[“"„«—–―•*-]')
"""How an entry of a list begins: a quotation, a dash or a bullet."""
_SENTENCE_END = re.compile("[.!?…:;”\"’'»)\\]]\\s*$")

WRAPPED_SHARE = 0.6
"""A text is hard-wrapped when this share of its single line breaks follow a line of prose that stops in mid-sentence."""
WRAPPED_LINE = range(40, 121)
"""Lengths of a line that a mail program or an editor may have wrapped."""

LONGEST_PARAGRAPH = 20_000
"""Longer stretches are handed to the sentence splitter in pieces of this size, cut at white space."""


def paragraphs(text: str) -> list[Range]:
    """Paragraphs in order, without surrounding white space; stretches of white space belong to none."""
    breaks = _BLANK if _hard_wrapped(text) else _BREAK
    ranges, start = [], 0
    for found in breaks.finditer(text):
        ranges.append((start, found.start()))
        start = found.end()
    ranges.append((start, len(text)))
    return [trimmed for each in ranges if (trimmed := trim(text, *each))]


def sentences(text: str, start: int, end: int) -> list[Range]:
    """Sentences of the paragraph ``text[start:end]`` in order, without surrounding white space."""
    return [
        trimmed
        for piece in _pieces(text, start, end)
        for found in get_sentence_boundaries("en", text[piece[0] : piece[1]])
        if (trimmed := trim(text, piece[0] + found["start_index"], piece[0] + found["end_index"]))
    ]


def trim(text: str, start: int, end: int) -> Range | None:
    """The range without white space at its ends; None if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _hard_wrapped(text: str) -> bool:
    if not _BLANK.search(text):
        return False
    single = wrapped = 0
    for block in _BLANK.split(text):
        lines = _BREAK.split(block)
        for line, following in pairwise(lines):
            single += 1
            goes_on = not _SENTENCE_END.search(line) and not _ENTRY.match(following)
            wrapped += len(line) in WRAPPED_LINE and goes_on
    return single > 0 and wrapped >= WRAPPED_SHARE * single


def _pieces(text: str, start: int, end: int) -> Iterator[Range]:
    while end - start > LONGEST_PARAGRAPH:
        cut = text.rfind(" ", start + 1, start + LONGEST_PARAGRAPH)
        cut = cut if cut > start else start + LONGEST_PARAGRAPH
        yield start, cut
        start = cut
    yield start, end
