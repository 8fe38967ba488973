"""What is counted, and why the rest is not (``docs/codebook.md``, "What is not counted")."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from sayso.records.position import Flag
from sayso.records.row import PositionFact
from sayso.records.statement import Status

Reason = Literal[
    "rejected", "role", "status", "no_stance", "own_side", "second_hand", "summary_only", "conditional", "writer", "undecided",
    "open_speaker", "camp",
]  # fmt: skip
REASONS: tuple[Reason, ...] = get_args(Reason)
"""Why a position is not counted; where several hold, the first of them."""

_FLAGS: tuple[tuple[Flag, Reason], ...] = (
    ("own_side", "own_side"),
    ("second_hand", "second_hand"),
    ("summary_only", "summary_only"),
    ("conditional", "conditional"),
)
_BARRED = frozenset(flag for flag, _ in _FLAGS)
ACTUAL: tuple[Status, ...] = ("actual",)

Key = tuple[str, str]
"""Who counts as one speaker: a folded name, and where it holds; empty for a proper name, which holds everywhere."""


@dataclass(slots=True)
class Sorted:
    """Positions by what becomes of them: counted and demands by speaker, the rest by reason, each in the order given."""

    counted: dict[Key, list[PositionFact]] = field(default_factory=dict)
    demands: dict[Key, list[PositionFact]] = field(default_factory=dict)
    left: dict[Reason, list[PositionFact]] = field(default_factory=dict)


def why_not(fact: PositionFact, statuses: Collection[Status] = ACTUAL, own: Collection[str] = ()) -> Reason | None:
    """Why ``fact`` counts for nobody as a critic or supporter; None if it counts.

    ``own`` are the names of the object: what it says of itself is its own side, whether the reading saw that or not.
    """
    if fact.decision == "reject":
        return "rejected"
    if fact.role != "object":
        return "role"
    if fact.status not in statuses:
        return "status"
    if fact.label == "none":
        return "no_stance"
    return _barred(fact, own)


def asks(fact: PositionFact, statuses: Collection[Status] = ACTUAL, own: Collection[str] = ()) -> bool:
    """Whether ``fact`` is a demand made to the object by a speaker who counts; it may be criticism besides."""
    return (
        fact.move == "demand"
        and fact.role in ("object", "addressee")
        and fact.decision != "reject"
        and fact.status in statuses
        and _barred(fact, own) is None
    )


def _barred(fact: PositionFact, own: Collection[str]) -> Reason | None:
    flags = fact.flags
    if flags and not _BARRED.isdisjoint(flags):
        return next(reason for flag, reason in _FLAGS if flag in flags)
    if fact.wording == "writer":
        return "writer"
    if fact.wording == "undecided":
        return "undecided"
    if fact.speaker is None:
        return "open_speaker"
    return "own_side" if fact.speaker in own or fact.speaker == fact.object else None


def sort(
    facts: Iterable[PositionFact],
    key_of: Callable[[PositionFact], Key],
    statuses: Collection[Status] = ACTUAL,
    own: Collection[str] = (),
    admitted: Callable[[PositionFact], bool] | None = None,
) -> Sorted:
    """``facts`` in one pass. ``admitted`` says which speakers are asked about; others are left with the reason "camp"."""
    made = Sorted()
    for fact in facts:
        reason = why_not(fact, statuses, own)
        demand = fact.move == "demand" and asks(fact, statuses, own)
        if admitted is not None and (reason is None or demand) and not admitted(fact):
            reason, demand = "camp", False
        if reason is None:
            made.counted.setdefault(key_of(fact), []).append(fact)
        else:
            made.left.setdefault(reason, []).append(fact)
        if demand:
            made.demands.setdefault(key_of(fact), []).append(fact)
    return made


def statements(facts: Iterable[PositionFact]) -> tuple[str, ...]:
    """Ids of the statements of ``facts``, each once, in their order."""
    return tuple(dict.fromkeys([fact.statement for fact in facts]))


def articles(groups: Mapping[Key, Iterable[PositionFact]]) -> int:
    return len({fact.article_id for facts in groups.values() for fact in facts})
