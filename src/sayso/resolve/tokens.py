"""The words of a text with what joins each to the one before it: all that the rules of this package look at.

Offsets are code points of the text, half-open. Furniture has no words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records.article import Block
from sayso.resolve.listed import word_set

SPACE, OTHER, POSSESSIVE, SENTENCE, PARAGRAPH = range(5)
"""How a word follows the one before: a space alone; other marks; after a possessive; where a capital says nothing; a new line."""

WIDTH = 50
"""Characters without a line break before one that only wraps the line."""

TITLED = 0.6
"""Share of words with a capital from which a line is set in title case."""

LONGEST_LINE = 40
"""Words of a line in title case."""

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)+|\w[\w\u0300-\u036f]*(?:(?:['’ʼ‐‑&-]|(?<=[a-z])–(?=[A-Z]))\w[\w\u0300-\u036f]*)*"
)
_ENDS_SENTENCE = re.compile(r"[.!?…:;•“«„\"‘]|''|(?:^|\s)['(\[]|--|—\s")
_STOP = re.compile(r"[.!?…:;•]")
_ABBREVIATED = word_set(
    """
    mr mrs ms dr st gen sen rep gov prof col lt sgt rev hon capt cmdr maj adm supt insp pres jr sr hr fr mt messrs
    sheikh bros vs no
    """
)
_PREFIXES = word_set("al el as ar an at ash ad az abd d l ibn bin de von")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists, one entry a word: its characters (possessive left off), lower-cased, span, join, sentence, and whether
    it has a capital; ``titled`` says that it stands in a line where every word has one."""

    text: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    joins: list[int]
    sentences: list[int]
    capital: list[bool]
    titled: list[bool]

    def __len__(self) -> int:
        return len(self.words)


def tokens(text: str, blocks: Sequence[Block]) -> Tokens:
    """The words of ``text`` outside furniture."""
    made = Tokens(text, [], [], [], [], [], [], [], [])
    at, sentence = 0, 0
    for start, end in _prose(text, blocks):
        at = len(made)
        sentence = _scan(made, start, end, sentence + 1)
        _set_titled(made, at)
    return made


def _prose(text: str, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """The stretches between pieces of furniture, cut at blocks of another kind."""
    cuts = sorted((block.span.start, block.span.end, block.kind) for block in blocks)
    found, at = [], 0
    for start, end, kind in cuts:
        if kind == "body":
            continue
        if at < start:
            found.append((at, start))
        if kind != "furniture" and start < end:
            found.append((max(at, start), end))
        at = max(at, end)
    if at < len(text):
        found.append((at, len(text)))
    return [(start, end) for start, end in found if start < end]


def _scan(made: Tokens, low: int, high: int, sentence: int) -> int:
    """Appends the words of ``text[low:high]``; returns the number of the last sentence."""
    text, join, before = made.text, PARAGRAPH, low
    possessive, last = False, ""
    for match in _WORD.finditer(text, low, high):
        word = match.group()
        start, end = match.span()
        if before != low:
            if start - before == 1 and text[before] == " ":
                join = POSSESSIVE if possessive else SPACE
            else:
                join = _join(text, before, start, last)
        if join == PARAGRAPH or (join == SENTENCE and _STOP.search(text, before, start)):
            sentence += 1
        before = end
        possessive = len(word) > 2 and word[-1] in "sS" and word[-2] in "'’ʼ"
        if possessive:
            word, end = word[:-2], end - 2
        last = word
        made.words.append(word)
        made.lower.append(word.lower().replace("’", "'"))
        made.starts.append(start)
        made.ends.append(end)
        made.joins.append(join)
        made.sentences.append(sentence)
        made.capital.append(word[0].isupper() or (("-" in word or "’" in word or "'" in word) and _inner_capital(word)))
    return sentence


def _inner_capital(word: str) -> bool:
    """ "al-Sisi", "d’Estaing"."""
    prefix, _, rest = word.replace("’", "-").replace("'", "-").partition("-")
    return prefix in _PREFIXES and rest[:1].isupper()


def _join(text: str, end: int, start: int, last: str) -> int:
    gap = text[end : min(start, end + 40)]
    if "\n" in gap or "\r" in gap:
        wraps = gap.strip(" ") in ("\n", "\r\n") and not _broken(text, end)
        return SPACE if wraps else PARAGRAPH
    if gap.isspace():
        return SPACE
    if gap in ("’ ", "' ") and last[-1:] in "sS":
        return POSSESSIVE
    if gap == ". " and ((len(last) == 1 and last.isupper()) or last.lower() in _ABBREVIATED):
        return SPACE
    return SENTENCE if _ENDS_SENTENCE.search(gap) else OTHER


def _broken(text: str, end: int) -> bool:
    """Whether the line that ends at ``end`` is too short to have been wrapped."""
    return "\n" in text[max(0, end - WIDTH) : end] or end < WIDTH


def _set_titled(made: Tokens, at: int) -> None:
    """Marks the words of every line in title case or capitals, of those from ``at`` on."""
    count = len(made)
    while at < count:
        end = at + 1
        while end < count and made.joins[end] != PARAGRAPH:
            end += 1
        made.titled.extend([_is_titled(made, at, end)] * (end - at))
        at = end


def _is_titled(made: Tokens, start: int, end: int) -> bool:
    after = made.ends[end - 1]
    if end - start > LONGEST_LINE or made.text[after : after + 1] in (".", ","):
        return False
    long = [n for n in range(start, end) if len(made.words[n]) > 3 and not made.words[n][0].isdigit()]
    return len(long) >= 3 and sum(made.capital[n] for n in long) >= max(3, TITLED * len(long))
