"""Two matters in one statement: each clause is judged by itself, and two issues are two positions (codebook, decision 10).

A clause seen alone still has states of the whole: where the whole both praises and blames, the model calls its parts mixed.
So the signs of all clauses are found together: what each of them is likely to be, and how likely a sign changes between
two neighbours, which a word of contrast and a mixed whole make more likely (Viterbi 1967, over two signs).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.classify.issues import matter_in
from sayso.model.stretches import Range
from sayso.records.position import Stance
from sayso.records.span import Span

SURE = 0.5
"""Probability from which on a clause judges."""
NEUTRAL = 0.5
"""Probability of no stance from which on a clause does not judge."""
CHANGES = 4.0
"""How much likelier than not a sign changes after a word of contrast."""
STAYS = 0.5
"""The same without one."""
BOTH = 4.0
"""How much a wholly mixed statement adds to that."""
SIGNS = ("critical", "supportive")
_CONTRAST = re.compile(r"\b(?:but|yet|while|whereas|though|although|if|not)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Matter:
    """How the speaker judges somebody in one clause ``[start, end)``, by the words ``evidence``, on what."""

    stance: Stance
    evidence: tuple[Span, ...]
    issue: Span | None


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as a range, what the model makes of it, and its judging words."""

    at: Range
    stance: Stance
    evidence: tuple[Span, ...]


def matters(text: str, clauses: Sequence[Clause], both: float = 0.0) -> tuple[Matter, ...]:
    """The positions that the clauses hold apart; none where they do not differ in what they judge.

    ``both`` is the probability that the whole is mixed. Clauses on different issues are positions of their own, of whichever
    sign; two signs with no two issues are ``mixed``.
    """
    judging = [each for each in clauses if each.stance.none < NEUTRAL]
    signs = _signs(text, judging, both)
    told = [Clause(each.at, stance, each.evidence) for each, stance in zip(judging, signs, strict=True)]
    sure = [each for each in told if max(each.stance.critical, each.stance.supportive) > SURE]
    if len(sure) < 2:
        return ()
    found = [Matter(each.stance, each.evidence, matter_in(text, each.at, each.evidence)) for each in sure]
    if _apart(found):
        return tuple(found)
    if len({each.stance.label for each in found}) == 1:
        return ()
    least = min(max(each.stance.critical, each.stance.supportive) for each in found)
    evidence = tuple(span for each in found for span in each.evidence)
    issue = next((each.issue for each in found if each.issue), None)
    return (Matter(Stance(0.0, 0.0, least, round(1 - least, 4)), evidence, issue),)


def _signs(text: str, clauses: Sequence[Clause], both: float) -> list[Stance]:
    """The stance of each clause once the signs of its neighbours are known: its marginal over the chain, without ``mixed``."""
    if not clauses:
        return []
    likely = [
        (each.stance.critical + each.stance.mixed / 2, each.stance.supportive + each.stance.mixed / 2)
        for each in clauses
    ]
    changes = [_change(text, one, other, both) for one, other in pairwise(clauses)]
    before, after = _passed(likely, changes), _passed(likely[::-1], changes[::-1])[::-1]
    return [
        _stance(one[0] * other[0] * mine[0], one[1] * other[1] * mine[1], each.stance.none)
        for each, mine, one, other in zip(clauses, likely, before, after, strict=True)
    ]


def _passed(likely: Sequence[tuple[float, float]], changes: Sequence[float]) -> list[tuple[float, float]]:
    """What the clauses before each one say of its sign."""
    found = [(1.0, 1.0)]
    for (critical, supportive), change in zip(likely, changes, strict=False):
        one, other = found[-1][0] * critical, found[-1][1] * supportive
        told = one + change * other, other + change * one
        found.append((told[0] / sum(told), told[1] / sum(told)))
    return found


def _change(text: str, one: Clause, other: Clause, both: float) -> float:
    contrast = _CONTRAST.search(text, one.at[1], other.at[0]) is not None
    return (CHANGES if contrast else STAYS) + BOTH * both


def _stance(critical: float, supportive: float, none: float) -> Stance:
    share = (1 - none) / (critical + supportive)
    return Stance(round(critical * share, 4), round(supportive * share, 4), 0.0, round(none, 4))


def _apart(found: Sequence[Matter]) -> bool:
    named = [each.issue.text.lower() for each in found if each.issue]
    return len(named) == len(found) == len(set(named))
