"""Signatures: a quotation on its own, and after or under it a dash and the name of its author.

Weights learn little of this layout, since few articles have it; where an article has it, every quotation does.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from sayso.extract.anchoring import Parts
from sayso.extract.by_layout import ByLayout
from sayso.extract.layout import Layout
from sayso.extract.paragraphs import Range, trim

CONFIDENCE = 0.89
"""Share of such lines that sign the quotation above, with Laplace's correction (8 of 9): 7 of 7 in PolNeAR's train part."""

LONGEST = 90
"""Characters of a signature; a longer line that begins with a dash is prose."""

_DASH = re.compile(r"[—–―]|--?")
_NAME_ENDS = re.compile(r"[,(@]")
_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_PARTICLES = frozenset(
    ["de", "da", "del", "der", "di", "du", "la", "le", "van", "von", "bin", "al", "of", "the", "and"]
)


def signatures(text: str, layout: Layout) -> list[ByLayout]:
    """Signed quotations in text order."""
    begun = {start for start, _ in layout.prose}
    starts = [start for start, _ in layout.prose]
    found = []
    for quotation in layout.quotations:
        if quotation.start not in begun:
            continue
        line = _line_after(text, quotation.end, layout.prose, bisect_right(starts, quotation.end - 1))
        made = _signed(text, line) if line else None
        if line and made:
            source, cue = made
            parts = Parts((source,), (cue,), ((quotation.start, quotation.end),))
            found.append(ByLayout(parts, line, CONFIDENCE))
    return found


def _line_after(text: str, end: int, prose: Sequence[Range], following: int) -> Range | None:
    """What may sign a quotation that ends at ``end``: the rest of its paragraph, or the ``following`` one."""
    own_end = prose[following - 1][1]
    if end < own_end:
        return trim(text, end, own_end)
    return prose[following] if following < len(prose) else None


def _signed(text: str, line: Range) -> tuple[Range, Range] | None:
    """(source, cue) of a line that is a dash and a name, or None."""
    start, end = line
    dash = _DASH.match(text, start, end)
    if dash is None or end - start > LONGEST:
        return None
    stop = _NAME_ENDS.search(text, dash.end(), end)
    name = trim(text, dash.end(), stop.start() if stop else end)
    if name is None or not _is_name(text[slice(*name)]):
        return None
    return (name[0], name[0] + len(text[slice(*name)].rstrip("."))), dash.span()


def _is_name(words: str) -> bool:
    """Whether there are at most six words, all begin with a letter and those that are no particles with a capital."""
    pieces = words.split()
    weighty = [word for word in pieces if word not in _PARTICLES]
    return (
        1 <= len(weighty) <= 6
        and all(_WORD.fullmatch(word) for word in pieces)
        and all(word[0].isupper() for word in weighty)
    )
