"""What somebody calls somebody: a word used as a name for an actor, never a camp."""

from dataclasses import dataclass

from sayso.records.span import Span


@dataclass(frozen=True, slots=True)
class Label:
    """``span`` holds the words; ``by`` and ``disputed_by`` are local ids of actors.

    ``by`` is None where the writer uses the label, and the labelled actor itself where it is a label of its own. ``disputed_by``
    is None where nobody is reported to reject it. ``distance`` is what the writer holds the label at a distance with: "self-styled",
    "so-called", the label in scare quotes; None where nothing does.
    """

    span: Span
    by: str | None = None
    disputed_by: str | None = None
    distance: Span | None = None
