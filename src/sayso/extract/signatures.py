"""Signatures: a quotation on its own, and after or under it a dash and the name of its author.

Weights learn little of this layout, since few articles have it; where an article has it, every quotation does.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from sayso.extract.anchoring import Parts
from sayso.extract.layout import Layout
from sayso.extract.paragraphs import Range, trim

CONFIDENCE = 0.89
"""Share of such lines that sign the quotation above, with Laplace's correction (8 of 9): 7 of 7 in PolNeAR's train part."""

LONGEST = 90
"""Characters of a signature; a longer line that begins with a dash is prose."""

_SIGNED = re.compile(
    r"(?P<dash>[—–―]|--?)[^\S\n]*(?P<name>(?:[^\W\d_][\w.’'\-]*[^\S\n]*)+?)(?P<rest>[,(@].*|(?:\.|\s)*)$"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """A signed quotation as a statement, and the line that signs it."""

    parts: Parts
    line: Range


def signatures(text: str, layout: Layout) -> list[Signature]:
    """Signed quotations in text order."""
    begun = {start for start, _ in layout.prose}
    starts = [start for start, _ in layout.prose]
    found = []
    for quotation in layout.quotations:
        at = bisect_right(starts, quotation.end - 1)
        if quotation.start not in begun or not at:
            continue
        end = layout.prose[at - 1][1]
        if quotation.end < end:  # signed in the same paragraph
            line = trim(text, quotation.end, end)
        else:
            line = layout.prose[at] if at < len(layout.prose) else None
        made = _signed(text, line) if line else None
        if line and made:
            source, cue = made
            found.append(Signature(Parts((source,), (cue,), ((quotation.start, quotation.end),)), line))
    return found


def _signed(text: str, line: Range) -> tuple[Range, Range] | None:
    """(source, cue) of a line that is a dash and a name, or None."""
    start, end = line
    if end - start > LONGEST:
        return None
    found = _SIGNED.match(text[start:end])
    if found is None or not _is_name(found["name"]):
        return None
    name = start + found.start("name")
    return (name, name + len(found["name"].rstrip(" .\t"))), (start, start + found.end("dash"))


def _is_name(words: str) -> bool:
    """Whether every word that is no particle begins with a capital."""
    pieces = [word for word in words.split() if word not in _PARTICLES]
    return 1 <= len(pieces) <= 6 and all(word[0].isupper() for word in pieces)


_PARTICLES = frozenset(
    ["de", "da", "del", "der", "di", "du", "la", "le", "van", "von", "bin", "al", "of", "the", "and"]
)
