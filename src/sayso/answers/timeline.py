"""Counted statements by the month or year they were made in, where enough of them are dated."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.answers.times import Times
from sayso.records.row import PositionFact

FLOOR_DATED = 20
"""Statements dated to the month or day below which no timeline is given."""
MONTHS = 24
"""Months from which it counts by year."""


@dataclass(frozen=True, slots=True)
class Period:
    """A month (``2031-04``) or year, and the statements said in it; one without any is left out."""

    period: str
    critical: tuple[str, ...]
    supportive: tuple[str, ...]


def timeline(counted: Iterable[PositionFact], times: Times) -> tuple[Period, ...]:
    """By month; by year where first and last lie ``MONTHS`` or more apart. Empty below the floor."""
    dated = [(said.date[:7], fact) for fact in counted if (said := times.said(fact)).date and len(said.date) >= 7]
    if len({fact.statement for _, fact in dated}) < FLOOR_DATED:
        return ()
    months = [when for when, _ in dated]
    size = 4 if _number(max(months)) - _number(min(months)) >= MONTHS else 7
    held: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for when, fact in dated:
        critical, supportive = held.setdefault(when[:size], ({}, {}))
        if fact.label in ("critical", "supportive"):
            (critical if fact.label == "critical" else supportive)[fact.statement] = None
    return tuple(Period(when, tuple(one), tuple(two)) for when, (one, two) in sorted(held.items()))


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7])
