"""Turns inside running text: "Weekly: Why so late? Aksen: It was the snow." An interviewer's are in the writer's voice, others' are not.

Transcripts with a paragraph a turn are read as statements already; this also finds turns that share a paragraph, and whose they are.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

Range = tuple[int, int]

QUESTIONS, OF_THE_FIRST = 0.5, 0.3
"""Share of turns with a question from which on a label asks, of any and of the one that begins."""
FAR_MORE = 1.5
"""How many times the share of everybody else it must have."""

_NAME = r"[A-ZÀ-Þ][\w.’'-]*"
_LABEL = re.compile(rf"({_NAME}(?:\s{_NAME}|\s(?:of|the|de|van|von)){{0,4}})\s?:\s+(?=\S)")
_ASKS = re.compile(
    r"(?:the\s)?(?:[\w’'-]+\s){0,3}(?:q|question|interviewer|courier|herald|weekly|mirror|chronicle|post|times|news|star|observer|argus|"
    r"review|gazette|tribune|journal|magazine|press|mail|echo|globe|standard|express|telegraph|record|radio|tv|daily|correo|diario|monitor)",
    re.IGNORECASE,
)
"""Labels that say who asks: a question, or a paper."""


@dataclass(frozen=True, slots=True)
class Turn:
    """``label`` and the stretch ``[start, end)`` that is said under it; ``asks`` where it is an interviewer's."""

    label: Range
    start: int
    end: int
    asks: bool


def turns(text: str, sentences: Sequence[Range], paragraphs: Sequence[Range]) -> tuple[Turn, ...]:
    """The turns of ``text`` in its order; none unless two labels answer each other. A turn ends with its paragraph at the latest."""
    labels = [found for start, end in sentences if (found := _LABEL.match(text, start, end)) and found.end() < end]
    speakers = [found.group(1).casefold() for found in labels]
    answered = len(set(speakers)) > 1 and (
        len(set(speakers)) < len(speakers) or any(_ASKS.fullmatch(each) for each in speakers)
    )
    if not answered:
        return ()
    ends = [_end(paragraphs, found.start()) for found in labels]
    stops = [found.start() for found in labels[1:]]
    stretches = [
        (found.end(), min(end, stop)) for found, end, stop in zip(labels, ends, [*stops, len(text)], strict=True)
    ]
    asking = _asking(text, speakers, stretches)
    return tuple(
        Turn(found.span(1), start, end, speaker in asking)
        for found, speaker, (start, end) in zip(labels, speakers, stretches, strict=True)
        if start < end
    )


def _end(paragraphs: Sequence[Range], at: int) -> int:
    """The end of the paragraph that holds ``at``."""
    n = bisect_right(paragraphs, (at, float("inf"))) - 1
    return paragraphs[n][1] if n >= 0 else at


def _asking(text: str, speakers: Sequence[str], stretches: Sequence[Range]) -> set[str]:
    """The labels that ask: by their word, else the one that has most questions by far."""
    asked: dict[str, list[bool]] = defaultdict(list)
    for speaker, (start, end) in zip(speakers, stretches, strict=True):
        asked[speaker].append("?" in text[start:end])
    named = {speaker for speaker in asked if _ASKS.fullmatch(speaker)}
    if named:
        return named if len(named) < len(asked) else set()
    shares = sorted(((sum(each) / len(each), speaker) for speaker, each in asked.items()), reverse=True)
    (most, speaker), (next_most, _) = shares[0], shares[1]
    enough = most >= (OF_THE_FIRST if speaker == speakers[0] else QUESTIONS)
    return {speaker} if enough and most > FAR_MORE * next_most else set()
