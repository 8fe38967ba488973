"""Of whom something is said, where the words beside the cue tell it: "“He lied,” the clerk said of the mayor"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.records.statement import Statement
from sayso.resolve.refs import Ref
from sayso.resolve.tokens import Tokens

REACH = 8
"""Mentions after a cue looked at."""

_ASKED = re.compile(
    r"\b(?:asked|speaking|talking|writing|questioned|spoke|quizzed)\s(?:of|about)\s$|\breferring\sto\s$", re.IGNORECASE
)
_LONGEST = 40
"""Code points before a mention in which those words stand."""


def topics(found: Tokens, statements: Sequence[Statement], listed: Sequence[Ref]) -> dict[int, int]:
    """The mention of whom it is said, by the number of the statement; only where one is named after the cue, in its sentence."""
    made: dict[int, int] = {}
    for number, statement in enumerate(statements):
        if not statement.cue:
            continue
        ends = {span.end for span in (*statement.source, *statement.cue)}
        at = bisect_left(listed, statement.cue[0].end, key=lambda each: each.start)
        for n in range(at, min(at + REACH, len(listed))):
            if listed[n].start >= statement.sentence.end:
                break
            if _is_topic(found.text, listed[n], ends):
                made[number] = n
                break
    return made


def _is_topic(text: str, ref: Ref, ends: set[int]) -> bool:
    """Whether "of" joins the mention to the cue or the source, or the words before it say that somebody was asked about it."""
    for begin in {ref.outer, ref.start}:
        for word in (" of ", " about "):
            if text.endswith(word, 0, begin) and not ends.isdisjoint((begin - len(word), begin - 1)):
                return True
        if _ASKED.search(text, max(0, begin - _LONGEST), begin):
            return True
    return False
