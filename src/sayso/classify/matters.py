"""Two matters in one statement: each clause is judged by itself, and two issues are two positions (codebook, decision 10)."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.classify.issues import matter_in
from sayso.model.stretches import Range
from sayso.records.position import Stance
from sayso.records.span import Span

SURE = 0.55
"""Probability from which on a clause judges."""
SIGNS = ("critical", "supportive")


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


def matters(text: str, clauses: Sequence[Clause]) -> tuple[Matter, ...]:
    """The positions that the clauses hold apart; none where they do not differ in what they judge.

    Clauses on different issues are positions of their own, of whichever sign; two signs with no two issues are ``mixed``.
    """
    judging = [
        each for each in clauses if each.stance.label in SIGNS and getattr(each.stance, each.stance.label) >= SURE
    ]
    if len(judging) < 2:
        return ()
    found = [Matter(each.stance, each.evidence, matter_in(text, each.at, each.evidence)) for each in judging]
    if _apart(found):
        return tuple(found)
    if len({each.stance.label for each in found}) == 1:
        return ()
    sure = min(max(each.stance.critical, each.stance.supportive) for each in found)
    evidence = tuple(span for each in found for span in each.evidence)
    issue = next((each.issue for each in found if each.issue), None)
    return (Matter(Stance(0.0, 0.0, sure, round(1 - sure, 4)), evidence, issue),)


def _apart(found: Sequence[Matter]) -> bool:
    named = [each.issue.text.lower() for each in found if each.issue]
    return len(named) == len(found) == len(set(named))
