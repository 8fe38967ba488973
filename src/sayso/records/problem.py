"""One thing that is wrong with a ledger."""

from dataclasses import dataclass
from typing import Literal, get_args

ProblemKind = Literal["file", "key", "text", "id", "span", "count", "pointer", "judgement", "search"]
PROBLEM_KINDS: tuple[str, ...] = get_args(ProblemKind)


@dataclass(frozen=True, slots=True)
class Problem:
    """``id`` names the row that is wrong, or the table or file where no row can be named."""

    kind: ProblemKind
    id: str
    message: str
