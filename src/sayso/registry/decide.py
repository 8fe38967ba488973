"""Whether two actors are one, by name, role, affiliation, kind, company and date. The doubtful is a suggestion, never a merge."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sayso.registry.matching import CERTAIN, Match, match
from sayso.registry.profiles import Profile

RULES = "registry rules 1"
"""Who signs what a run decides; raised whenever the rules decide otherwise."""

Outcome = Literal["same", "suggestion", "different"]

SAME = 0.9
SUGGESTED = 0.4
"""Scores from which two are taken for one, or suggested as one."""

ROLE, AFFILIATION, COMPANY, NO_ROLE, FAR = 0.15, 0.1, 0.1, -0.1, -0.3
"""What evidence adds. Two kinds of it lift a full name with a middle name left out to SAME, one does not."""
COMPANIONS = 2
"""Others in common from which two are in one company."""
LIFETIME = 70
"""Years between the last of one and the first of the other from which they hardly are one."""


@dataclass(frozen=True, slots=True)
class Decision:
    """``score`` from 0 to 1 orders what is suggested and is no probability; ``reason`` in words, parts joined by semicolons."""

    outcome: Outcome
    score: float
    reason: str


def decide(one: Profile, other: Profile) -> Decision:
    """What the two profiles say; the same whichever of the two comes first, but for the order of words in the reason."""
    if one.described or other.described or "unnamed" in (one.kind, other.kind):
        return Decision("different", 0.0, "what is only described is linked with nobody")
    if one.qids and other.qids:
        if one.qids & other.qids:
            return Decision("same", 1.0, f"one identifier, {min(one.qids & other.qids)}")
        return Decision("different", 0.0, f"two identifiers, {min(one.qids)} and {min(other.qids)}")
    best = best_match(one, other)
    if best.base == 0.0:
        return Decision("different", 0.0, best.reason)
    return _weighed(best, one, other)


def best_match(one: Profile, other: Profile) -> Match:
    """What the likeliest pair of their names says; of an import's aliases too."""
    matches = (match(mine, one.kind, theirs, other.kind) for mine in one.names for theirs in other.names)
    return max(matches, key=lambda each: each.base, default=Match(0.0, "no names to compare"))


def _weighed(by_name: Match, one: Profile, other: Profile) -> Decision:
    reasons, score = [by_name.reason], by_name.base
    for amount, told in (*_roles(one, other), *_company(one, other), *_dates(one, other)):
        score += amount
        reasons.append(told)
    score = round(min(max(score, 0.0), by_name.most), 2)
    against = by_name.base >= CERTAIN and score < SAME
    outcome: Outcome = "same" if score >= SAME else "suggestion" if score >= SUGGESTED or against else "different"
    return Decision(outcome, score, "; ".join(reasons))


def _roles(one: Profile, other: Profile) -> Iterable[tuple[float, str]]:
    shared = one.roles & other.roles
    if shared:
        yield ROLE, f"both {min(shared)}"
    elif one.roles and other.roles:
        yield NO_ROLE, "no role in common"
    of = one.affiliations & other.affiliations
    if of:
        yield AFFILIATION, f"both of {min(of)}"


def _company(one: Profile, other: Profile) -> Iterable[tuple[float, str]]:
    shared = one.company & other.company
    if len(shared) >= COMPANIONS:
        yield COMPANY, f"{len(shared)} others in both companies ({', '.join(sorted(shared)[:3])})"


def _dates(one: Profile, other: Profile) -> Iterable[tuple[float, str]]:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return
    gap = max(one.first - other.last, other.first - one.last)
    if gap >= LIFETIME:
        yield FAR, f"{gap} years apart"
