"""Whether a judgement stands under a condition (codebook, decision 9): "If he signed it, he must go"."""

import re
from collections.abc import Sequence

from sayso.records.span import Span
from sayso.records.statement import Statement

_CONDITION = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Pp]rovided(?: that)?|[Aa]ssuming|[Ss]upposing|[Ii]n case|[Aa]s long as|so long as|on condition that"
    r"|[Ii]n the event"
    r"|[Ss]hould (?:he|she|it|they|the|this|that|[A-Z]\w+)|[Ww]ere (?:he|she|it|they|the|[A-Z]\w+)(?: \w+)? to"
    r"|[Hh]ad (?:he|she|it|they|[A-Z]\w+) (?:not )?\w+(?:ed|en|wn|ught))\b"
)
_ASKING = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|know(?:s|n|ing)?|knew|see|sees|check(?:s|ed)?|decide[sd]?|clear|as|even|what|say|says|said|doubt(?:s|ed)?"
    r"|question(?:s|ed)?)\s*[“\"']?$",
    re.IGNORECASE,
)
"""Words after which "if" asks, concedes or compares instead of setting a condition."""
_END = re.compile(r"[.!?;]|”|\n")


def conditional(text: str, statement: Statement, evidence: Sequence[Span]) -> bool:
    """Whether a condition stands in the sentence, inside the content, in which the judging words stand."""
    spans = evidence or statement.content
    return any(_under(text, part, span) for part in statement.content for span in spans if part.overlaps(span))


def _under(text: str, part: Span, span: Span) -> bool:
    start, end = _sentence(text, part, span)
    return any(
        _ASKING.search(text[max(0, found.start() - 16) : found.start()].rstrip()) is None
        for found in _CONDITION.finditer(text, start, end)
    )


def _sentence(text: str, part: Span, span: Span) -> tuple[int, int]:
    start = part.start
    for found in _END.finditer(text, part.start, min(span.start, part.end)):
        start = found.end()
    found_end = _END.search(text, min(span.end, part.end), part.end)
    return start, found_end.start() if found_end else part.end
