"""The issue of a position: the words that say on what somebody is judged ("for the rigged vote", "over the night shifts")."""

import re
from collections.abc import Sequence

from sayso.model.stretches import Range
from sayso.records.span import Span
from sayso.records.statement import Statement

_ON = re.compile(r"\b(?:for|over|on|about|because of)\s+", re.IGNORECASE)
_IN = re.compile(r"\b(?:for|over|on|about|because of|in|at|with|as)\s+", re.IGNORECASE)
_THING = re.compile(
    r"\s*(?=(?:the|a|an|his|her|their|its|our|my|your|this|that|these|those)\s+\w|[\w-]+['’]s\s+\w)", re.IGNORECASE
)
_DONE = re.compile(rf"(?:[\w-]+\s+)?\w+ed\b{_THING.pattern}", re.IGNORECASE)
"""Judging words that hold the thing done to: "saved the currency", "single-handedly wrecked the hospitals"."""
_PRONOUN = re.compile(r"(?:it|them|him|her|that|this|us|me|you)$", re.IGNORECASE)
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
    return _topic(text, found.end(), part.end) if found else None


def matter_in(text: str, clause: Range, evidence: Sequence[Span]) -> Span | None:
    """On what one clause judges: a topic after its judging words, else the thing they are said of ("ruined the clinic's name").

    None where it names none, or takes one up again by a pronoun.
    """
    start, end = clause
    inside = [each for each in evidence if start <= each.start < end]
    after = max((each.end for each in inside), default=start)
    found = _THING.match(text, after, end) or _IN.search(text, after, end) or _IN.search(text, start, end)
    done = (kind.match(text, at, end) for each in inside for kind, at in ((_DONE, each.start), (_THING, each.end)))
    found = found or next(filter(None, done), None)
    topic = _topic(text, found.end(), end) if found else None
    return None if topic is None or _PRONOUN.match(topic.text) else topic


def _topic(text: str, start: int, limit: int) -> Span | None:
    end = _END.search(text, start, limit)
    stop = end.start() if end else limit
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Span.of(text, start, stop) if SHORTEST <= stop - start <= LONGEST else None
