"""From ranges of tokens to ranges of the text: whole words, whole quotations, nothing twice.

A content that holds half of a quotation or more holds all of it, with its marks, also where the quotation is longer
than a window or runs over paragraphs; one that reaches only a little into a quotation is cut off before it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.extract.boundaries import widen
from sayso.extract.candidates import Candidate, Run
from sayso.extract.layout import Layout
from sayso.extract.paragraphs import Range
from sayso.extract.quotes import Quotation, overlapping
from sayso.model.attribution import Tokens

HALF = 0.5
"""Share of a quotation from which on it belongs to the content as a whole."""

_EDGES = frozenset(",;:—–“„‘«")


@dataclass(frozen=True, slots=True)
class Parts:
    """Source, cue and content of one statement in the text, each in text order; the source may be empty."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


def anchor(text: str, tokens: Tokens, candidate: Candidate, layout: Layout) -> Parts | None:
    """The parts of a candidate in the text, or None where nothing is left of its content."""
    source = [_without_edges(text, each) for each in ranges(text, tokens, candidate.source)]
    cue = without(ranges(text, tokens, [candidate.cue]), source)
    content = whole_quotations(text, ranges(text, tokens, candidate.content), cue, layout.quotations)
    if not content:
        return None
    everything = [*source, *cue, *content]
    # furniture can stand between two tokens of one part, since the model does not read it
    barred = layout.furniture(min(s for s, _ in everything), max(e for _, e in everything))
    source, cue = (spoken(text, without(part, barred)) for part in (source, cue))
    content = spoken(text, without(content, merge([*source, *cue, *barred, *_other_texts(layout, cue, content)])))
    return Parts(tuple(source), tuple(cue), tuple(content)) if content and cue else None


def spoken(text: str, spans: Sequence[Range]) -> list[Range]:
    """Spans that hold a letter or digit, without white space at their ends; a lone mark stays if all are such."""
    bare = [(s + _blank(text[s:e]), e - _blank(text[s:e][::-1])) for s, e in spans if not text[s:e].isspace()]
    return [each for each in bare if has_letters(text, [each])] or bare


def has_letters(text: str, spans: Iterable[Range]) -> bool:
    """Whether a letter or digit stands in any of ``spans``."""
    return any(character.isalnum() for start, end in spans for character in text[start:end])


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
    for quotation in overlapping(quotations, content[0][0], content[-1][1]):
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


def _other_texts(layout: Layout, cue: Sequence[Range], content: Sequence[Range]) -> list[Range]:
    """What a content cannot reach into: a headline or caption reports in its own words, and so does the body."""
    start, end = content[0][0], content[-1][1]
    barred = []
    for low, high in layout.apart:
        if (
            high <= start
            or end <= low
            or any(q.start < high < q.end for q in overlapping(layout.quotations, low, high + 1))
        ):
            continue
        if any(low <= s < high for s, _ in cue):
            barred += [(start, low), (high, end)]
        else:
            barred.append((low, high))
    return [(s, e) for s, e in barred if s < e]


def _without_edges(text: str, span: Range) -> Range:
    """A source without the comma that ends an apposition or a quotation mark opened after it; never empty."""
    start, end = span
    while end - start > 1 and (text[end - 1] in _EDGES or text[end - 1].isspace()):
        end -= 1
    while end - start > 1 and (text[start] in _EDGES or text[start].isspace()):
        start += 1
    return start, end


def _blank(stretch: str) -> int:
    return len(stretch) - len(stretch.lstrip())
