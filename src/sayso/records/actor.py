"""Who is meant inside one reading: actors, the spans that refer to them, and the speakers of statements."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from sayso.records.label import Label
from sayso.records.span import Span

ActorKind = Literal[
    "person", "organization", "government", "office", "place", "group", "publisher", "agency", "unnamed", "unknown"
]
ACTOR_KINDS: tuple[str, ...] = get_args(ActorKind)

MentionKind = Literal["name", "pronoun", "nominal", "collective", "unnamed", "document"]
MENTION_KINDS: tuple[str, ...] = get_args(MentionKind)

Reason = Literal[
    "name", "surname", "acronym", "title", "alias", "apposition", "pronoun", "nominal", "collective", "unnamed", "document",
    "continued", "signature",
]  # fmt: skip
REASONS: tuple[str, ...] = get_args(Reason)
"""Why a source or a mention was taken for an actor."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to an actor."""

    span: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts or is judged in one reading. ``id`` is local to it (``ac_1``).

    ``name`` is the fullest name the text gives, without title and article, or the first description where there is no name.
    Mentions stand in text order and may be empty only for a person's correction. ``titles`` are the offices and roles that the
    text gives it, each at its first place, ``labels`` what it is called. ``size`` is how many a collective claims to be, a number
    where the text gives one, else its words ("over 220", "some"), and ``of`` the words for whom it belongs to or follows, else
    for what is counted; both are None for everybody else. ``size_span`` and ``of_span`` are where the text says so.
    """

    id: str
    name: str
    kind: ActorKind
    mentions: tuple[Mention, ...]
    titles: tuple[Span, ...] = ()
    labels: tuple[Label, ...] = ()
    size: int | str | None = None
    of: str | None = None
    size_span: Span | None = None
    of_span: Span | None = None

    def __post_init__(self) -> None:
        if (self.size is None) != (self.size_span is None) or (self.of is None) != (self.of_span is None):
            raise ValueError(f"{self.id}: a size, or whom it is of, goes together with the words that say so")

    @property
    def named(self) -> bool:
        return any(each.kind == "name" for each in self.mentions)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a statement: an actor's local id, why it is this one, and for which other actor it speaks.

    ``name``, ``kind`` and ``titles`` are that actor's in the same reading, repeated so that a statement says by itself who speaks;
    they count in no comparison.
    """

    actor: str
    reason: Reason
    on_behalf_of: str | None = None
    name: str = field(default="", compare=False)
    kind: ActorKind = field(default="unknown", compare=False)
    titles: tuple[Span, ...] = field(default=(), compare=False)
