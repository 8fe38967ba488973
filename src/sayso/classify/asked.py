"""The mentions that a statement is judged by: one for each actor that its words name or point to.

Most stand in the content. What is said may also be said to somebody named beside the cue, and a content that only points back ("denied it")
is about those just mentioned.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.records.actor import Actor, Mention
from sayso.records.span import Span
from sayso.records.statement import Statement

Range = tuple[int, int]

BACK = 240
"""Code points before a statement's sentence in which a content that only points back may have its actors."""
POINTED = 2
"""Actors that such a content is asked about besides the one spoken for, the nearest."""
BESIDE = 3
"""Code points between the one that is told something and the cue: "The premier was informed"."""

_TOLD = re.compile(
    r"\b(?:is|are|was|were|been|being|be|got|gets)\s(?:\w+\s)?(?:told|informed|asked|questioned|quizzed|pressed|urged|warned|advised|reminded"
    r"|briefed|assured|invited|begged|ordered|instructed|notified|heckled|addressed|thanked|accused|blamed|praised|criticised|criticized)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"[“\"‘'(]*(?:it|this|that|so|them|these|those|such|as much"
    r"|the\s(?:\w+\s){0,2}?\w+|(?:this|that|these|those|any|all|such|both)\s(?!it|he|she|they|we|you|i|there)\w+)[”\"’'.,;!?)]*"
    r"|(?:it|this|that|these|those|them)\s(?:as\b|an?\b|[“\"‘']).*",
    re.IGNORECASE | re.DOTALL,
)
"""A content that is no more than a pronoun or a short phrase, or begins with what it calls so ("it a joke")."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An actor and the mention by which a statement is judged to be about it or not."""

    actor: Actor
    mention: Mention


def by_statement(statements: Sequence[Statement], actors: Sequence[Actor]) -> Mapping[str, list[Actor]]:
    """The actors with a mention in or shortly before each statement, in their order; linear in both."""
    marks = sorted((mention.span.start, n) for n, actor in enumerate(actors) for mention in actor.mentions)
    starts = [start for start, _ in marks]
    found: dict[str, list[Actor]] = {}
    for each in statements:
        low, high = _reach(each)
        near = marks[bisect_left(starts, low - BACK) : bisect_left(starts, high)]
        found[each.id] = [actors[n] for n in sorted({n for _, n in near})]
    return found


def asked(statement: Statement, actors: Sequence[Actor]) -> list[Asked]:
    """What to ask of ``statement``, in the order of ``actors``; those that ``by_statement`` gives are enough.

    For each actor the mention that names it best: inside the content before outside, a name before a description.
    """
    low, high = _reach(statement)
    made: dict[int, Mention] = {}
    for n, actor in enumerate(actors):
        free = [each for each in _within(actor, low, high) if not _overlaps(statement.source, each.span)]
        inside = [each for each in free if any(_holds(span, each.span) for span in statement.content)]
        options = inside or [each for each in free if _is_addressed(statement, each.span)]
        if options:
            made[n] = min(options, key=lambda each: (each.kind != "name", each.span.start))
    if _POINTS.fullmatch(statement.content[0].text) and not any(
        _overlaps(statement.content, each.span) for each in made.values()
    ):
        made |= {n: each for n, each in _pointed_at(statement, actors, low) if n not in made}
    return [Asked(actors[n], made[n]) for n in sorted(made)]


def _reach(statement: Statement) -> Range:
    spans = (*statement.content, *statement.cue, statement.sentence)
    return min(span.start for span in spans), max(span.end for span in spans)


def _within(actor: Actor, low: int, high: int) -> Iterator[Mention]:
    """Its mentions in a range of the text."""
    first = bisect_left(actor.mentions, low, key=lambda each: each.span.start)
    last = bisect_right(actor.mentions, high, key=lambda each: each.span.start)
    return (each for each in actor.mentions[first:last] if each.span.end <= high)


def _is_addressed(statement: Statement, mention: Span) -> bool:
    """Whether somebody outside the content is named after the cue begins, or right before a cue by which he is told something."""
    if not statement.cue:
        return False
    begin = statement.cue[0].start
    return mention.start >= begin or (0 <= begin - mention.end <= BESIDE and bool(_TOLD.search(statement.cue_text)))


def _pointed_at(statement: Statement, actors: Sequence[Actor], low: int) -> Iterator[tuple[int, Mention]]:
    """By number, the actor for whom is spoken and the nearest ones before the words of the statement, each with its last mention."""
    begin = min(span.start for span in (*statement.content, *statement.cue, *statement.source))
    end = max(span.end for span in (*statement.cue, *statement.source)) if statement.source else begin
    spoken = {each.actor for each in statement.speakers}
    principals = {each.on_behalf_of for each in statement.speakers}
    near = []
    for n, actor in enumerate(actors):
        if actor.id in spoken:
            continue
        mentions = list(_within(actor, low - BACK, end if actor.id in principals else begin))
        if mentions and actor.id in principals:
            yield n, mentions[-1]
        elif mentions:
            near.append((mentions[-1].span.start, n, mentions[-1]))
    for _, n, mention in sorted(near, reverse=True)[:POINTED]:
        yield n, mention


def _overlaps(spans: Sequence[Span], mention: Span) -> bool:
    return any(span.overlaps(mention) for span in spans)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
