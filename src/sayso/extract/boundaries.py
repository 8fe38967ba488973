"""Where a span may begin and end: never inside a word, never inside a character a reader sees.

The tokenizer cuts words into pieces and its offsets can fall between a letter and its accent, so every range
is widened to whole words and grapheme clusters (Unicode Annex 29), unless a quotation mark stands there.
"""

import re

import regex

from sayso.extract.paragraphs import Range, trim

_WORD = regex.compile(
    r"""[\w\p{M}]+(?:
        (?:[-‐‑&@_·\u00ad\u200b\u200c\u200d]
          | ['’](?!s\b|S\b)
          | \.(?=\w)(?<=\b\w\.) | (?<=\d)[.,:](?=\d) )
        [\w\p{M}]+)*
      (?:(?<=\b\w\.\w)\.(?!\w))?  # the last dot of initials""",
    regex.VERBOSE,
)
_MARK = regex.compile(r"\p{M}")
_CLUSTER = regex.compile(r"\X")
_QUOTE = re.compile("[“”„‟\"″«»‘’‚‛'`]")
_PLAIN = frozenset("()[]{}!?;/")
"""Marks that end every word beside them; those that may stand inside one (. , : - ' &) are looked at closer."""
_ASCII = re.compile(r"[\x00-\x7f]*\Z")

NEAR = 32
"""Code points looked at on each side at first; doubled while a word or cluster reaches beyond."""


def widen(text: str, start: int, end: int) -> Range | None:
    """The range widened to whole words and clusters and without white space at its ends; None if nothing is left."""
    trimmed = trim(text, start, end)
    if trimmed is None:
        return None
    start, end = trimmed
    start = _to_cluster(text, _to_word(text, start)[0])[0]
    end = _to_cluster(text, _to_word(text, end)[1])[1]
    return _trim_clusters(text, start, end)


def _trim_clusters(text: str, start: int, end: int) -> Range | None:
    """As ``trim``; marks that combine with a space go with it."""
    trimmed = trim(text, start, end)
    while trimmed and trimmed[0] > start and _MARK.match(text, trimmed[0]):
        start = trimmed[0]
        trimmed = trim(text, start + 1, end)
    return trimmed


def _to_word(text: str, at: int) -> Range:
    """The word around the boundary ``at``, or ``at`` itself where no word runs through it."""
    if not 0 < at < len(text) or text[at - 1].isspace() or text[at].isspace():
        return at, at
    if (text[at] in _PLAIN and text[at - 1].isascii()) or text[at - 1] in _PLAIN:
        return at, at
    if (_QUOTE.match(text[at - 1]) and not text[at].isalnum()) or (
        _QUOTE.match(text[at]) and not text[at - 1].isalnum()
    ):
        return at, at
    return _around(_WORD, text, at)


def _to_cluster(text: str, at: int) -> Range:
    """The grapheme cluster around the boundary ``at``, or ``at`` itself where one begins there."""
    if not 0 < at < len(text) or (_ASCII.match(text[at - 1 : at + 1]) and text[at - 1 : at + 1] != "\r\n"):
        return at, at
    return _around(_CLUSTER, text, at)


def _around(pattern: "regex.Pattern[str]", text: str, at: int) -> Range:
    near = NEAR
    while True:
        low, high = max(0, at - near), min(len(text), at + near)
        for found in pattern.finditer(text, low, high):
            if found.start() >= at:
                return at, at
            if found.end() > at:
                cut_off = (found.start() == low > 0) or (found.end() == high < len(text))
                if cut_off and near < 1 << 16:
                    break
                return found.start(), found.end()
        else:
            return at, at
        near *= 2
