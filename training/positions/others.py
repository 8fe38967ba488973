"""Mentions that no coder coded: what the head must learn to leave out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.resolve.actors import resolve
from training.positions.items import ALL_ROLES, NOTHING, UNKNOWN, Item, Judged
from training.positions.written import Range


def with_others(items: Iterable[Item]) -> Iterator[Item]:
    """The items with every mention in their contents that the run time would ask about, and that is no position."""
    for item in items:
        coded = [each.mention for each in item.judged]
        free = [each for each in _mentions(item) if not any(_touch(each, other) for other in coded)]
        nothing = tuple(Judged(each, ALL_ROLES.index(NOTHING), UNKNOWN, None) for each in free)
        yield replace(item, judged=(*item.judged, *nothing))


def _mentions(item: Item) -> Iterator[Range]:
    statement = _statement(item)
    for actor in resolve(item.text, [statement], []).actors:
        inside = [m.span for m in actor.mentions if any(p.start <= m.span.start < p.end for p in statement.content)]
        free = [each for each in inside if not any(each.overlaps(span) for span in statement.source)]
        if free:
            yield free[0].start, free[0].end


def _statement(item: Item) -> Statement:
    parts = {
        name: tuple(Span.of(item.text, *each) for each in getattr(item, name)) for name in ("source", "cue", "content")
    }
    parts["content"] = parts["content"] or parts["cue"]  # a refusal may be all there is
    spans = [*parts["cue"], *parts["content"]]
    sentence = Span.of(item.text, min(span.start for span in spans), max(span.end for span in spans))
    return Statement(id=item.name, **parts, form="unknown", marks="unknown", confidence=1.0, sentence=sentence)


def _touch(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
