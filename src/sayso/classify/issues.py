"""The issue of a position: the words that say on what somebody is judged ("for the rigged vote", "over the night shifts")."""

import re

from sayso.records.span import Span
from sayso.records.statement import Statement

_ON = re.compile(r"\b(?:for|over|on|about|because of)\s+", re.IGNORECASE)
_END = re.compile(
    r"[.;:!?,”\"»\n]|\s(?:and|but|when|while|after|before|that|which|who|said|says|as|in|at|to|by|from)\b"
)
SHORTEST = 3
LONGEST = 80
"""Code points of an issue; a longer one is a clause and no topic."""


def issue_of(text: str, statement: Statement, mention: Span) -> Span | None:
    """The first topic after the mention inside the content that holds it; None where the words name none."""
    part = next((each for each in statement.content if each.start <= mention.start < each.end), None)
    if part is None:
        return None
    found = _ON.search(text, mention.end, part.end)
    if found is None:
        return None
    end = _END.search(text, found.end(), part.end)
    start, stop = found.end(), end.start() if end else part.end
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Span.of(text, start, stop) if SHORTEST <= stop - start <= LONGEST else None
