"""What is told of critics and supporters without being counted, and what is left out, by its reason."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.answers.counting import Reason, statements
from sayso.records.position import Label
from sayso.records.row import PositionFact
from sayso.records.statement import Status


@dataclass(frozen=True, slots=True)
class Unshown:
    """Somebody said to judge, without a statement of theirs that is shown; or somebody who withheld a position."""

    speaker: str | None
    label: Label
    reason: Reason | Status
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """Positions that are not counted, and why."""

    reason: Reason
    positions: int
    statements: tuple[str, ...]
    statuses: tuple[tuple[Status, int], ...] = ()


def said_to(left: Mapping[Reason, Sequence[PositionFact]]) -> tuple[Unshown, ...]:
    """Critics and supporters that the text only tells of: in a headline, in another's words, as a feeling."""
    held: dict[tuple[str | None, Label, Reason | Status], list[PositionFact]] = {}
    for reason in ("summary_only", "second_hand", "status"):
        for fact in left.get(reason, ()):
            if fact.label in ("critical", "supportive") and (
                reason != "status" or fact.status in ("attitude", "measurement")
            ):
                held.setdefault((fact.speaker, fact.label, fact.status if reason == "status" else reason), []).append(
                    fact
                )
    return tuple(Unshown(*key, statements(facts)) for key, facts in held.items())


def withheld(left: Iterable[PositionFact], own: frozenset[str]) -> tuple[Unshown, ...]:
    """Who was asked, as it were, and refused; what the one asked about declines to say is no position on them."""
    held: dict[str | None, list[PositionFact]] = {}
    for fact in left:
        if fact.status == "withheld" and fact.speaker not in own and "own_side" not in fact.flags:
            held.setdefault(fact.speaker, []).append(fact)
    return tuple(Unshown(speaker, "none", "withheld", statements(facts)) for speaker, facts in held.items())


def left_out(left: Mapping[Reason, Sequence[PositionFact]]) -> tuple[Left, ...]:
    """A row for each reason, with the most positions first."""
    made = []
    for reason, facts in left.items():
        statuses: dict[Status, int] = {}
        for fact in facts if reason == "status" else ():
            statuses[fact.status] = statuses.get(fact.status, 0) + 1
        made.append(Left(reason, len(facts), statements(facts), tuple(sorted(statuses.items()))))
    return tuple(sorted(made, key=lambda each: (-each.positions, each.reason)))
