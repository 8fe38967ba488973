"""Who moved: a speaker counted as critical at one time and supportive at another, with both statements and the silence between."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sayso.answers.times import Times
from sayso.records.row import PositionFact
from sayso.records.said import Said

Sign = Literal["critical", "supportive"]


@dataclass(frozen=True, slots=True)
class Move:
    """The last position before and the first after; ``days`` lie between them at least."""

    speaker: str
    before: PositionFact
    before_said: Said
    after: PositionFact
    after_said: Said
    days: int

    @property
    def statements(self) -> tuple[str, str]:
        return self.before.statement, self.after.statement


@dataclass(frozen=True, slots=True)
class _Dated:
    first: date
    last: date
    sign: Sign
    fact: PositionFact
    said: Said


def moves_of(speaker: str, facts: Sequence[PositionFact], times: Times) -> Iterator[Move]:
    """Each change of sign in the order of the dates said.

    Only what is dated can be ordered, and a month or year only where nothing more precise falls into it. A date with both signs
    is no move: that is a mixed speaker.
    """
    if not _both(facts):
        return
    before: list[_Dated] = []
    for group in _in_order(_dated(facts, times)):
        signs = {each.sign for each in group}
        if len(signs) > 1:
            continue
        if before and before[0].sign not in signs:
            last, first = before[-1], group[0]
            yield Move(speaker, last.fact, last.said, first.fact, first.said, (first.first - last.last).days - 1)
        before = group


def _in_order(dated: Iterable[_Dated]) -> list[list[_Dated]]:
    """Groups of one date each, no two of which have a day in common."""
    groups: dict[str, list[_Dated]] = {}
    for each in dated:
        groups.setdefault(each.said.date or "", []).append(each)
    for size in (7, 4):
        finer = {when[:size] for when in groups if len(when) > size}
        groups = {when: group for when, group in groups.items() if len(when) != size or when not in finer}
    return [groups[when] for when in sorted(groups)]


def latest_sign(facts: Sequence[PositionFact], times: Times) -> Sign | None:
    """The sign of the latest position; None where none is dated, or one of the other sign may be as late or has no date."""
    both, dated = _both(facts), _dated(facts, times)
    if not dated:
        return None
    latest = max(dated, key=lambda each: each.first)
    if not both:
        return latest.sign
    known = {each.fact.id for each in dated}
    undated = {fact.label for fact in facts if fact.id not in known} - {"mixed"}
    later = {each.sign for each in dated if each.last >= latest.first}
    return latest.sign if later | undated == {latest.sign} else None


def _both(facts: Iterable[PositionFact]) -> bool:
    """Whether there are positions of both signs: of most speakers there are not, and nothing need be put in order."""
    labels = {fact.label for fact in facts}
    return "critical" in labels and "supportive" in labels


def _dated(facts: Iterable[PositionFact], times: Times) -> list[_Dated]:
    found: list[_Dated] = []
    for fact in facts:
        if fact.label != "critical" and fact.label != "supportive":
            continue
        said, days = times.dated(fact)
        if days:
            found.append(_Dated(*days, fact.label, fact, said))
    return sorted(found, key=lambda each: (each.first, each.last, each.fact.id))
