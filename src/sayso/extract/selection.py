"""Which proposals become statements.

Likely ones first; of several that say the same the likeliest; a quotation belongs to one cue, the nearest; and
where a quotation would have no speaker, its best proposal gets a second chance. What is reported inside another
content is a statement of its own, so nesting is never taken for repetition.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.extract.anchoring import Parts, has_letters, spoken, without
from sayso.extract.layout import Layout
from sayso.extract.paragraphs import Range
from sayso.extract.proposals import Proposal
from sayso.extract.quotes import Quotation
from sayso.run_config import RunConfig

QUOTED = 0.5
"""Share of a content in quotation marks from which a proposal can have a second chance."""

OF_ONESELF = 0.75
"""Confidence from which "I" and "we" inside a quotation report words of their own: "We stay" does not."""

_BUCKET = 256
"""Characters of one cell of the index that finds statements with a common content."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The parts of a statement and the probability that it holds; ``verbatim`` as in ``ByLayout``."""

    parts: Parts
    confidence: float
    verbatim: bool = False


def select(text: str, found: Sequence[tuple[Proposal, float]], layout: Layout, config: RunConfig) -> list[Chosen]:
    """Statements among ``found``, proposals with their confidences, in no order that matters."""
    ordered = sorted(found, key=lambda each: (-each[1], each[0].cue, each[0].content))
    likely = [Chosen(each.parts, sure) for each, sure in ordered if sure >= _threshold(each, config)]
    kept = one_owner(text, _without_repeats(likely, config.overlap, layout.quotations), layout)
    spare = (
        Chosen(each.parts, sure)
        for each, sure in ordered
        if config.second_threshold <= sure < _threshold(each, config) and each.quoted >= QUOTED
    )
    rescued = _rescued(spare, kept, layout.quotations)
    chosen = one_owner(text, [*kept, *rescued], layout) if rescued else kept
    return _sure_inside(text, _by_words(text, chosen), config.threshold_nested)


def _by_words(text: str, statements: Sequence[Chosen]) -> list[Chosen]:
    """Without those that a mark of quotation alone attributes, where another statement has that mark in its content."""
    told = [(start, end) for each in statements for start, end in each.parts.content]

    def is_mark(each: Chosen) -> bool:
        return not any(letter.isalnum() for start, end in each.parts.cue for letter in text[start:end])

    return [
        each
        for each in statements
        if not is_mark(each) or not any(low <= start < high for start, _ in each.parts.cue for low, high in told)
    ]


def one_owner(text: str, statements: Sequence[Chosen], layout: Layout) -> list[Chosen]:
    """The statements with each quotation left to the nearest cue alone, unless one statement is told inside the other."""
    taken: dict[int, list[Range]] = defaultdict(list)
    for number, holders in _holders(statements, layout.quotations).items():
        quotation = layout.quotations[number]
        rivals = _outermost(holders, statements)
        if len(rivals) > 1:
            owner = min(rivals, key=lambda n: _distance(statements[n], quotation, layout))
            for other in rivals:
                if other != owner:
                    taken[other].append((quotation.start, quotation.end))
    return [each for n, whole in enumerate(statements) if (each := _less(text, whole, taken.get(n)))]


def _sure_inside(text: str, chosen: Sequence[Chosen], threshold: float) -> list[Chosen]:
    """Without what is told inside another content and is less sure than ``threshold``, or, of oneself, than ``OF_ONESELF``."""
    contents = sorted((start, end, n) for n, each in enumerate(chosen) for start, end in each.parts.content)
    starts = [start for start, _, _ in contents]
    reach = max((end - start for start, end, _ in contents), default=0)

    def is_inside(n: int) -> bool:
        first, last = chosen[n].parts.cue[0][0], chosen[n].parts.cue[-1][1]
        near = contents[bisect_left(starts, first - reach) : bisect_right(starts, first)]
        return any(other != n and end >= last for _, end, other in near)

    def enough(each: Chosen) -> float:
        return max(threshold, OF_ONESELF) if _is_first_person(text, each.parts.source) else threshold

    return [each for n, each in enumerate(chosen) if each.confidence >= enough(each) or not is_inside(n)]


def _is_first_person(text: str, source: Sequence[Range]) -> bool:
    return len(source) == 1 and text[slice(*source[0])].casefold() in ("i", "we")


def _threshold(proposal: Proposal, config: RunConfig) -> float:
    if proposal.second:
        return 2.0  # never likely: only a quotation without a speaker can ask for it
    return config.threshold if proposal.source else config.threshold_without_source


def _without_repeats(ordered: Iterable[Chosen], overlap: float, quotations: Sequence[Quotation] = ()) -> list[Chosen]:
    """The likeliest first of those whose contents overlap by ``overlap`` or more (Jaccard) and are not nested.

    One that tells a whole quotation more than the likelier one is no repeat: that quotation would lose its speaker.
    """
    kept: list[Chosen] = []
    told: list[set[int]] = []
    cells: dict[int, set[int]] = defaultdict(set)
    for each in ordered:
        own = {cell for s, e in each.parts.content for cell in range(s // _BUCKET, (e - 1) // _BUCKET + 1)}
        near = {n for cell in own for n in cells[cell]}
        tells = set(_holders([each], quotations))
        if all(
            _jaccard(each, kept[n]) < overlap or _nested(each, kept[n]) or (tells - told[n] and told[n]) for n in near
        ):
            for cell in own:
                cells[cell].add(len(kept))
            kept.append(each)
            told.append(tells)
    return kept


def _rescued(spare: Iterable[Chosen], kept: Sequence[Chosen], quotations: Sequence[Quotation]) -> list[Chosen]:
    """Those of ``spare`` that give a speaker to a quotation without one, the likeliest for each."""
    spoken_for = set(_holders(kept, quotations))
    rescued = []
    for each in spare:
        own = set(_holders([each], quotations))
        if own and not own & spoken_for:
            spoken_for |= own
            rescued.append(each)
    return rescued


def _holders(statements: Sequence[Chosen], quotations: Sequence[Quotation]) -> dict[int, list[int]]:
    """For each quotation, by number, the statements whose content holds it whole."""
    starts, ends = [each.start for each in quotations], [each.end for each in quotations]
    holders: dict[int, list[int]] = defaultdict(list)
    for n, each in enumerate(statements):
        for start, end in each.parts.content:
            for number in range(bisect_left(starts, start), bisect_right(ends, end)):
                holders[number].append(n)
    return holders


def _outermost(holders: Sequence[int], statements: Sequence[Chosen]) -> list[int]:
    """Those of ``holders`` that compete for a quotation: not the teller of another, nor one told by another."""
    return [n for n in holders if not any(_nested(statements[n], statements[other]) for other in holders if other != n)]


def _nested(one: Chosen, other: Chosen) -> bool:
    """Whether one of the two is told inside the other's content; by the same words of source nobody tells of a telling."""
    if one.parts.source and one.parts.source == other.parts.source:
        return False
    return _tells(one, other) or _tells(other, one)


def _tells(outer: Chosen, inner: Chosen) -> bool:
    return all(any(s <= low and high <= e for s, e in outer.parts.content) for low, high in inner.parts.cue)


def _jaccard(one: Chosen, other: Chosen) -> float:
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one.parts.content for c, d in other.parts.content)
    size = sum(e - s for each in (one, other) for s, e in each.parts.content)
    return shared / (size - shared)


def _distance(statement: Chosen, quotation: Quotation, layout: Layout) -> tuple[int, int, float]:
    """How far the cue is from the quotation, in paragraphs, then in characters; then the less likely is farther."""
    start, end = statement.parts.cue[0][0], statement.parts.cue[-1][1]
    paragraphs = min(
        abs(_paragraph(start, layout) - _paragraph(place, layout)) for place in (quotation.start, quotation.end - 1)
    )
    return paragraphs, max(quotation.start - end, start - quotation.end, 0), -statement.confidence


def _paragraph(place: int, layout: Layout) -> int:
    return bisect_right(layout.prose, place, key=lambda each: each[0])


def _less(text: str, statement: Chosen, taken: Sequence[Range] | None) -> Chosen | None:
    if not taken:
        return statement
    content = [each for each in spoken(text, without(statement.parts.content, taken)) if has_letters(text, [each])]
    return replace(statement, parts=replace(statement.parts, content=tuple(content))) if content else None
