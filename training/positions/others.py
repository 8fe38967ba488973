"""Mentions that no coder coded: what the head must learn to leave out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.classify.asked import Asked, asked
from sayso.extract.attribution import form_of
from sayso.extract.layout import lay_out
from sayso.records.actor import Actor
from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.resolve.actors import Resolution, resolve
from training.positions.items import ALL_ROLES, NOTHING, UNKNOWN, Item, Judged
from training.positions.written import Range


def with_others(items: Iterable[Item]) -> Iterator[Item]:
    """The items with every mention that the run time would ask about, and that is no position.

    Of an actor with a coded position no other mention is added: what it is asked by does not make it nobody.
    """
    for item in items:
        coded = [each.mention for each in item.judged]
        free = [_range(each) for each in read_for(item)[1] if not _is_coded(each.actor, coded)]
        nothing = tuple(Judged(each, ALL_ROLES.index(NOTHING), UNKNOWN, None) for each in free)
        yield replace(item, judged=(*item.judged, *nothing))


def read_for(item: Item) -> tuple[Resolution, list[Asked]]:
    """The actors of an item's text, read with its statement alone, and what the run time would ask about the statement."""
    statement = _statement(item)
    known = resolve(item.text, [statement], [])
    return known, asked(replace(statement, speakers=known.speakers.get(statement.id, ())), known.actors)


def _statement(item: Item) -> Statement:
    parts = {
        name: tuple(Span.of(item.text, *each) for each in getattr(item, name)) for name in ("source", "cue", "content")
    }
    parts["content"] = parts["content"] or parts["cue"]  # a refusal may be all there is
    spans = [*parts["cue"], *parts["content"]]
    layout = lay_out(item.text)
    hull = layout.sentence_range(min(span.start for span in spans), max(span.end for span in spans))
    form = form_of(item.text, [(span.start, span.end) for span in parts["content"]], layout.quotations)
    sentence = Span.of(item.text, *hull)
    return Statement(id=item.name, **parts, form=form, marks="unknown", confidence=1.0, sentence=sentence)


def _is_coded(actor: Actor, coded: Iterable[Range]) -> bool:
    spans = [(each.span.start, each.span.end) for each in actor.mentions]
    return any(_touch(one, other) for one in coded for other in spans)


def _range(each: Asked) -> Range:
    return each.mention.span.start, each.mention.span.end


def _touch(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
