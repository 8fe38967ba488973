"""From ranges of tokens to ranges of the text: whole words, whole quotations, nothing twice.

A content that holds half of a quotation or more holds all of it, with its marks, also where the quotation is longer
than a window or runs over paragraphs; one that reaches only a little into a quotation is cut off before it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from sayso.extract.boundaries import widen
from sayso.extract.decode import Run
from sayso.extract.paragraphs import Range
from sayso.extract.quotes import Quotation
from sayso.model.attribution import Tokens

HALF = 0.5
"""Share of a quotation from which on it belongs to the content as a whole."""


def ranges(text: str, tokens: Tokens, runs: Iterable[Run]) -> list[Range]:
    """Ranges of the text that ``runs`` of tokens cover, widened, in order and without overlap."""
    widened = (widen(text, int(tokens.starts[a]), int(tokens.ends[b - 1])) for a, b in runs)
    return merge(each for each in widened if each)


def merge(found: Iterable[Range]) -> list[Range]:
    """Sorted ranges; those that overlap or touch become one."""
    merged: list[Range] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def whole_quotations(
    text: str, content: Sequence[Range], cue: Sequence[Range], quotations: Sequence[Quotation]
) -> list[Range]:
    """``content`` with every quotation either whole or, where it was merely grazed, left out.

    A quotation that holds the cue is left alone: what is reported inside it is a statement of its own.
    """
    if not content:
        return []
    grown, grazed = [], []
    for quotation in _near(quotations, content[0][0], content[-1][1]):
        extent = (quotation.start, quotation.end)
        if any(s < extent[1] and extent[0] < e for s, e in cue):
            continue
        covered = sum(min(e, extent[1]) - max(s, extent[0]) for s, e in content if s < extent[1] and extent[0] < e)
        if covered >= HALF * (extent[1] - extent[0]) or _shares_an_end(content, quotation):
            grown.append(extent)
        elif covered:
            grazed.append(extent)
    kept = without(merge([*content, *grown]), grazed)
    trimmed = (widen(text, *each) for each in kept)
    return merge(each for each in trimmed if each)


def without(spans: Sequence[Range], holes: Sequence[Range]) -> list[Range]:
    """``spans`` minus ``holes``."""
    left = list(spans)
    for low, high in holes:
        pieces = ((s, e) for a, b in left for s, e in ((a, min(b, low)), (max(a, high), b)))
        left = [piece for piece in pieces if piece[0] < piece[1]]
    return left


def _shares_an_end(content: Sequence[Range], quotation: Quotation) -> bool:
    """Whether a content span inside the quotation begins or ends with it: a long one, of which a window showed a part."""
    inside = [(s, e) for s, e in content if quotation.start <= s and e <= quotation.end]
    return any(s <= quotation.start + 1 or e >= quotation.end - 2 for s, e in inside)


def _near(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    starts = [quotation.start for quotation in quotations]
    first = max(0, bisect_right(starts, start) - 1)
    return [q for q in quotations[first : bisect_left(starts, end)] if q.end > start]
