"""Where a position stands in the text: what a page needs to mark it, without the reading it is from."""

from dataclasses import dataclass

from sayso.records.position import Label, Role
from sayso.records.span import Span


@dataclass(frozen=True, slots=True)
class Placed:
    """A position on ``object`` (a name as it is shown): the ``mention`` that names it, and the ``issue`` it is judged for."""

    statement: str
    object: str
    role: Role
    label: Label
    mention: Span
    issue: Span | None
