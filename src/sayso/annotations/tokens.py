"""Words and marks of a text as ranges, cut so that every annotation begins and ends with one."""

from collections.abc import Iterable
from itertools import pairwise

import regex

from sayso.annotations.document import Range

_JOINING = r"[\p{M}\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]"
_TOKEN = regex.compile(rf"[\w\p{{M}}]+|[^\s\x1c-\x1f]{_JOINING}*(?:(?<=\u200d)[^\s\x1c-\x1f]{_JOINING}*)*")
"""A word, or one other character with all that joins it: combining marks, variation selectors, parts of an emoji."""


def tokens(text: str, cuts: Iterable[int]) -> list[Range]:
    """Ranges without white space, in order; one that a cut (an offset) falls into is two."""
    wanted = sorted(set(cuts))
    made: list[Range] = []
    at = 0
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        while at < len(wanted) and wanted[at] <= start:
            at += 1
        inside = [start]
        while at < len(wanted) and wanted[at] < end:
            inside.append(wanted[at])
            at += 1
        made.extend(pairwise([*inside, end]))
    return made
