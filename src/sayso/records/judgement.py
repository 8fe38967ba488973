"""A person's decision about a statement: appended, signed, dated, reversible; never overwritten by a run."""

from dataclasses import dataclass
from typing import Literal, get_args

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
