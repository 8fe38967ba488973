"""A person's decision about a statement: appended, signed, dated, reversible; never overwritten by a run."""

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.records.actor import ActorKind
from sayso.records.position import Flag, Label, Role, Stance, Wording
from sayso.records.span import Span
from sayso.records.statement import Form

Decision = Literal["accept", "reject", "fix", "unsure", "undo"]
DECISIONS: tuple[str, ...] = get_args(Decision)


@dataclass(frozen=True, slots=True)
class Judgement:
    """``decision`` on the row ``subject`` (an id) by ``judge`` at ``made_at`` (ISO 8601, UTC).

    ``replacement`` is the id of the statement a *fix* puts in place; ``undoes`` the judgement an *undo* takes back.
    """

    id: str
    subject: str
    decision: Decision
    judge: str
    made_at: str
    note: str | None = None
    replacement: str | None = None
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """An actor by name, not tied to a reading, so that a correction outlives the run it corrects."""

    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class CorrectedPosition:
    """A position in a corrected statement.

    ``carried`` is the id of the finding of a machine's position that the person left as it was; None where the stance is
    the person's own, whose label then has probability 1.
    """

    id: str
    role: Role
    mention: Span
    issue: Span | None
    speaker: Named | None
    object: Named
    stance: Stance
    label: Label
    wording: Wording | None = None
    flags: tuple[Flag, ...] = ()
    evidence: tuple[Span, ...] = ()
    carried: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What a *fix* puts in place: a person's statement, its parts anchored like a run's, with all positions in it.

    ``id`` equals the replaced statement's where only stances were corrected. ``sentence`` as in a statement.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    sentence: Span
    positions: tuple[CorrectedPosition, ...] = ()

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a statement needs content")
