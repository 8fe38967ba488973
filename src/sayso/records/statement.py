"""A statement: one reported expression, with every part anchored in the text."""

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.records.actor import Speaker
from sayso.records.said import Told
from sayso.records.span import Span, joined

Form = Literal["direct", "indirect", "mixed", "unknown"]
FORMS: tuple[str, ...] = get_args(Form)

Marks = Literal["none", "quotation", "scare", "title", "self_label", "unknown"]
MARKS: tuple[str, ...] = get_args(Marks)

Status = Literal["actual", "withheld", "negated", "anticipated", "hypothetical", "attitude", "measurement"]
STATUSES: tuple[str, ...] = get_args(Status)

Move = Literal[
    "accuse", "demand", "deny", "threaten", "promise", "concede", "admit", "warn", "predict", "inform", "unknown"
]
MOVES: tuple[str, ...] = get_args(Move)


@dataclass(frozen=True, slots=True)
class Statement:
    """Who (source) said (cue) what (content).

    Each part is a tuple of spans in text order; ``source`` and ``cue`` may be empty, ``content`` never is.
    ``confidence`` is the probability that content and source are both right.
    ``sentence`` is the smallest run of whole sentences around cue and content. ``parent`` is the id of
    the statement whose content holds this one. ``status`` says whether it was said at all, ``move`` what the speaker
    does with it, ``told`` what the text tells of when; ``occasion`` is the local id of the act of speaking it belongs to,
    ``speakers`` are known where the source could be resolved.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    marks: Marks
    confidence: float
    sentence: Span
    parent: str | None = None
    status: Status = "actual"
    move: Move = "unknown"
    told: Told | None = None
    occasion: str | None = None
    speakers: tuple[Speaker, ...] = ()

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a statement needs content")

    @property
    def source_text(self) -> str:
        """The source's words, or the empty string where the text names nobody."""
        return joined(self.source)

    @property
    def cue_text(self) -> str:
        return joined(self.cue)

    @property
    def content_text(self) -> str:
        """The content's words; discontinuous parts are joined by `` […] ``."""
        return joined(self.content)

    @property
    def spans(self) -> tuple[Span, ...]:
        return self.source + self.cue + self.content
