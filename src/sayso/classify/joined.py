"""Clauses that a content joins: "brilliant on the night buses and hopeless on the ferries" holds two, each judged by itself.

Ranges are half-open, in code points of the text.
"""

import re
from collections.abc import Iterator

from sayso.model.stretches import Range
from sayso.records.span import Span
from sayso.records.statement import Statement

_JOINT = re.compile(
    r"(?:[,;:]|\s[–—-]|\s)\s*(?:and|but|yet|while|whereas|though|although)\s+(?:not\s+)?|;\s+"
    r"|[.!?][\"”’]?\s+(?=[A-Z“\"‘])"
)
SHORTEST = 4
"""Code points of a clause; what is shorter belongs to its neighbour."""
MOST = 4
"""Clauses of one content; of a longer one none is judged by itself."""


def clauses(text: str, statement: Statement) -> list[Range]:
    """The clauses of the content in their order; one for each part that joins nothing."""
    found = [each for part in statement.content for each in _clauses(text, part)]
    return found if len(found) <= MOST else []


def _clauses(text: str, part: Span) -> Iterator[Range]:
    start = part.start
    for joint in _JOINT.finditer(text, part.start, part.end):
        if joint.start() - start >= SHORTEST and part.end - joint.end() >= SHORTEST:
            yield start, joint.start()
            start = joint.end()
    yield start, part.end
