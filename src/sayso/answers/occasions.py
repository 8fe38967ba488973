"""Which occasions told in different articles are one: by rule, and else counted apart (codebook, decision 1).

One speaker's occasions are one when they are said on the same day, or stand in printings of one report, and a quote nearly
agrees. Whoever is quoted twice on one day with different words may have spoken once or twice: those stay apart, and the number
is one "at most".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from sayso.answers.times import Times
from sayso.answers.unions import Unions
from sayso.records.row import PositionFact

NEARLY = 90.0
"""Score from 0 to 100 (rapidfuzz, partial ratio: the shorter against the likest stretch of the longer) of one quote."""
LONG_ENOUGH = 25
"""Code points of a quote below which agreement says nothing ("he lied")."""
COMPARED = 40
"""Occasions of one speaker and one day that are compared; beyond, they stay apart."""

OccasionKey = tuple[str, str]
"""A reading, and the local id of the occasion in it, or the statement where it has none."""


def occasion_of(fact: PositionFact) -> OccasionKey:
    return fact.reading, fact.occasion or fact.statement


def to_compare(
    facts: Sequence[PositionFact], times: Times, reports: Mapping[str, str]
) -> list[list[list[PositionFact]]]:
    """Of one speaker's facts, the groups of occasions in different articles that may be one; each occasion as its facts."""
    first = facts[0].article_id
    if all(fact.article_id == first for fact in facts):
        return []
    groups: dict[str, dict[OccasionKey, list[PositionFact]]] = {}
    for fact in facts:
        said = times.said(fact)
        day = said.date if said.precision == "day" else None
        for shared in (day, reports.get(fact.version_id)):
            if shared:
                groups.setdefault(shared, {}).setdefault(occasion_of(fact), []).append(fact)
    return [
        list(group.values())
        for group in groups.values()
        if 1 < len(group) <= COMPARED and len({reading for reading, _ in group}) > 1
    ]


@dataclass(frozen=True, slots=True)
class Joined:
    """Of one speaker: by occasion the first of those that are one with it, and by statement the first that says the same.

    A statement that repeats no other is not among ``repeats``.
    """

    occasions: Mapping[OccasionKey, OccasionKey]
    repeats: Mapping[str, str]

    def distinct(self, statements: Iterable[str]) -> int:
        """How many of ``statements`` there are, each counted once however often it is printed."""
        return len({self.repeats.get(each, each) for each in statements})


def apart(facts: Iterable[PositionFact]) -> Joined:
    """Every occasion and statement by itself."""
    return Joined({key: key for key in map(occasion_of, facts)}, {})


def joined(
    facts: Sequence[PositionFact], times: Times, reports: Mapping[str, str], quotes: Mapping[str, str]
) -> Joined:
    """What is one among ``facts``. ``quotes`` gives contents by statement; a statement without one stays by itself."""
    groups = to_compare(facts, times, reports)
    if not groups:
        return apart(facts)
    occasions = Unions(occasion_of(fact) for fact in facts)
    said = Unions(fact.statement for fact in facts)
    for group in groups:
        for one, other in combinations(group, 2):
            if one[0].reading != other[0].reading:
                for mine, yours in _same(one, other, reports, quotes):
                    said.join(mine, yours)
                    occasions.join(occasion_of(one[0]), occasion_of(other[0]))
    repeats = {fact.statement: said.first(fact.statement) for fact in facts}
    return Joined(
        {key: occasions.first(key) for key in dict.fromkeys(occasion_of(fact) for fact in facts)},
        {each: first for each, first in repeats.items() if each != first},
    )


def nearly(one: str, other: str, *, one_report: bool = False) -> bool:
    """Whether two contents are one quote, shortened or slightly altered; the marks around and in them do not count.

    Short ones must be equal, and agree only inside one report.
    """
    first, second = _bare(one), _bare(other)
    if min(len(first), len(second)) < LONG_ENOUGH:
        return one_report and first == second
    return fuzz.partial_ratio(first, second, score_cutoff=NEARLY) > 0


def _same(
    one: Iterable[PositionFact], other: Iterable[PositionFact], reports: Mapping[str, str], quotes: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The pairs of statements of two occasions that nearly agree."""
    ours, theirs = _texts(one, quotes), _texts(other, quotes)
    for (mine, version), text in ours.items():
        for (yours, printed), similar in theirs.items():
            same = version in reports and reports[version] == reports.get(printed)
            if nearly(text, similar, one_report=same):
                yield mine, yours


def _texts(facts: Iterable[PositionFact], quotes: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Contents by statement and version."""
    return {(fact.statement, fact.version_id): quotes[fact.statement] for fact in facts if fact.statement in quotes}


def _bare(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum() or each == " ").strip()
