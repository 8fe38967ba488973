"""A position: one speaker's stance toward one actor in one statement, and the occasion it belongs to."""

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.records.said import Told
from sayso.records.span import Span

Role = Literal["object", "addressee", "beneficiary", "comparand", "mentioned"]
ROLES: tuple[str, ...] = get_args(Role)

Label = Literal["critical", "supportive", "mixed", "none"]
LABELS: tuple[str, ...] = get_args(Label)

Wording = Literal["quoted", "paraphrased", "writer", "undecided"]
WORDINGS: tuple[str, ...] = get_args(Wording)

Flag = Literal["implied", "conditional", "irony", "own_side", "second_hand", "summary_only"]
FLAGS: tuple[str, ...] = get_args(Flag)

Medium = Literal["speech", "letter", "interview", "statement", "post", "hearing", "document", "unknown"]
MEDIA: tuple[str, ...] = get_args(Medium)


@dataclass(frozen=True, slots=True)
class Stance:
    """Calibrated probabilities of the four labels; they add up to one but for rounding."""

    critical: float
    supportive: float
    mixed: float
    none: float

    @property
    def label(self) -> Label:
        """The likeliest; of equals, the one that claims less."""
        values: dict[Label, float] = {
            "none": self.none,
            "mixed": self.mixed,
            "supportive": self.supportive,
            "critical": self.critical,
        }
        return max(values, key=values.__getitem__)


@dataclass(frozen=True, slots=True)
class Position:
    """How ``speaker`` judges ``object`` in ``statement``; speaker and object are local ids of actors, the speaker None where open.

    ``mention`` is the span that names the object. ``wording`` says whose words an evaluation is, None where ``label`` is none.
    ``evidence`` are the words that carry the judgement, in text order; ``flags`` are sorted.
    """

    id: str
    statement: str
    speaker: str | None
    object: str
    role: Role
    mention: Span
    issue: Span | None
    stance: Stance
    label: Label
    wording: Wording | None = None
    flags: tuple[Flag, ...] = ()
    evidence: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if (self.label == "none") != (self.wording is None):
            raise ValueError(f"a stance and whose words it is go together, not {self.label} and {self.wording}")


@dataclass(frozen=True, slots=True)
class Occasion:
    """One act of speaking or writing inside one reading (``oc_1``); the statements that belong to it name it."""

    id: str
    speakers: tuple[str, ...]
    medium: Medium = "unknown"
    told: Told | None = None
