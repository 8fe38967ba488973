"""What people are called in the articles that an answer rests on: by whom, of whom, and who disputes it. Arithmetic without I/O.

A label is no camp (codebook, decision 22): it makes nobody a member of anything, a critic or a supporter.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from sayso.records.actor import ActorKind
from sayso.records.folding import folded, words_of
from sayso.records.label_fact import LabelFact, LabelHolder

Concerns = Literal["asked", "speaker", "other"]
"""Whom a label concerns: the one asked about and declared parts, somebody with a position on them, or others in these articles."""
CONCERNS: tuple[Concerns, ...] = ("asked", "speaker", "other")


@dataclass(frozen=True, slots=True)
class LabelRow:
    """One label of one actor, used by one; ``facts`` are its uses, in the order added. Words are those of the first."""

    concerns: Concerns
    facts: tuple[LabelFact, ...]

    @property
    def first(self) -> LabelFact:
        return self.facts[0]

    @property
    def words(self) -> str:
        """The words of the label, after those that hold it at a distance where they stand before it."""
        span, distance = self.first.span, self.first.distance
        words = " ".join(span.text.split())
        return f"{distance.text} {words}" if distance and distance.end <= span.start else words

    @property
    def scare(self) -> bool:
        """Whether the writer holds the label at a distance by scare quotes alone."""
        span, distance = self.first.span, self.first.distance
        return distance is not None and distance.start < span.start and span.end < distance.end

    @property
    def told(self) -> bool:
        """Whether the words already say of whom: "leftists" of leftists."""
        return set(words_of(self.first.span.text)) <= set(words_of(self.first.of))

    @property
    def of(self) -> str:
        return self.first.of

    @property
    def of_kind(self) -> ActorKind:
        return self.first.of_kind

    @property
    def holder(self) -> LabelHolder:
        return self.first.holder

    @property
    def articles(self) -> int:
        return len({fact.article_id for fact in self.facts})


@dataclass(frozen=True, slots=True)
class Labels:
    """``rows``: those that concern the one asked about first, then those of speakers, then others; the most articles first."""

    rows: tuple[LabelRow, ...]

    @property
    def uses(self) -> int:
        return sum(len(row.facts) for row in self.rows)

    @property
    def articles(self) -> int:
        return len({fact.article_id for row in self.rows for fact in row.facts})


NO_LABELS = Labels(())


def labels(facts: Iterable[LabelFact], names: Collection[str], speakers: Collection[str]) -> Labels:
    """The labels in ``facts``, each once for each who uses it of whom; ``names`` are those of the one asked about and of declared
    parts, ``speakers`` those with a position on them."""
    asked, judging = ({folded(each) for each in group} for group in (names, speakers))
    by: dict[tuple[str, ...], list[LabelFact]] = {}
    for fact in {(each.version_id, each.span, each.of, each.by): each for each in facts}.values():
        by.setdefault(_key(fact), []).append(fact)
    rows = [LabelRow(_concerns(held[0], asked, judging), tuple(held)) for held in by.values()]
    return Labels(tuple(sorted(rows, key=lambda row: (CONCERNS.index(row.concerns), -row.articles))))


def _key(fact: LabelFact) -> tuple[str, ...]:
    distance = fact.distance.text if fact.distance else ""
    return tuple(folded(each or "") for each in (fact.span.text, fact.of, fact.by, fact.disputed_by, distance))


def _concerns(fact: LabelFact, asked: Collection[str], speakers: Collection[str]) -> Concerns:
    who = {folded(each) for each in (fact.of, fact.by, fact.disputed_by) if each}
    return "asked" if who.intersection(asked) else "speaker" if who.intersection(speakers) else "other"
