"""Turns: what is said under a label ("THE CHAIR: …") in minutes, interviews and other transcripts.

A text is a transcript when labels return often enough; then every labelled paragraph is one turn of its speaker, and a
paragraph without label between two turns goes on with the turn before it. Questions of an interviewer are no
statements, so those turns are left out.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.extract.anchoring import Parts
from sayso.extract.by_layout import ByLayout
from sayso.extract.layout import Layout
from sayso.extract.paragraphs import Range

CONFIDENCE = 0.91
"""Share of turns that hold, with Laplace's correction (10 of 11): 9 of 9 in the part ``gate`` of our own gold."""

FEWEST = 4
"""Turns from which on a text is a transcript."""
SHARE = 0.4
"""Share of the paragraphs from the first turn to the last that must be turns."""
QUESTIONS = 0.6
"""Share of turns that end with a question mark from which on one of two speakers is the interviewer."""

_LABEL = re.compile(
    r"(?P<label>(?:[A-Z][\w.’'\-]*)(?:[ ](?:[A-Z][\w.’'\-]*|de|van|von|of|the|bin)){0,5}(?:[ ]\([^()\n]{2,40}\))?)[ ]?:\s+(?=\S)"
)
_ASKS = frozenset(["q", "question", "interviewer"])
_ASIDE = re.compile(r"[(\[].*[)\]]$")


@dataclass(frozen=True, slots=True)
class _Turn:
    speaker: str
    label: Range
    colon: int
    said: tuple[Range, ...]


def turns(text: str, layout: Layout) -> list[ByLayout]:
    """The turns of a transcript in text order; nothing where the text is none. An interviewer's are no statements."""
    found = _turns(text, layout.prose)
    asking = _interviewers(text, found)
    return [
        ByLayout(
            Parts((each.label,), ((each.colon, each.colon + 1),), each.said),
            (each.label[0], each.colon + 1),
            CONFIDENCE,
            verbatim=True,
            is_statement=each.speaker not in asking,
        )
        for each in found
    ]


def _turns(text: str, prose: Sequence[Range]) -> list[_Turn]:
    labels = {
        n: found for n, each in enumerate(prose) if (found := _LABEL.match(text, *each)) and _speaks(text, found, each)
    }
    counted = Counter(_speaker(each["label"]) for each in labels.values())
    labels = {n: each for n, each in labels.items() if counted[_speaker(each["label"])] > 1}
    numbers = sorted(labels)
    if len(numbers) < FEWEST or len(numbers) < SHARE * (numbers[-1] - numbers[0] + 1):
        return []
    return [
        _turn(text, labels[number], prose[number:following])
        for number, following in pairwise([*numbers, numbers[-1] + 1])
    ]


def _speaks(text: str, label: "re.Match[str]", paragraph: Range) -> bool:
    """Whether words stand behind the label: "Roe: 547" is a line of a table."""
    return any(character.isalpha() for character in text[label.end() : paragraph[1]])


def _turn(text: str, label: "re.Match[str]", paragraphs: Sequence[Range]) -> _Turn:
    first = (label.end(), paragraphs[0][1])
    rest = [each for each in paragraphs[1:] if not _ASIDE.match(text[slice(*each)])]
    colon = text.rindex(":", label.start(), label.end())
    return _Turn(_speaker(label["label"]), label.span("label"), colon, (first, *rest))


def _speaker(label: str) -> str:
    """The label without what stands in brackets behind it, in lower case."""
    return label.split(" (")[0].casefold()


def _interviewers(text: str, found: Sequence[_Turn]) -> set[str]:
    """Who asks: a label that says so, or the one of two speakers whose turns end with question marks."""
    asked: dict[str, list[bool]] = defaultdict(list)
    for each in found:
        asked[each.speaker].append(text.endswith("?", 0, each.said[-1][1]))
    asking = {speaker for speaker in asked if speaker in _ASKS}
    if len(asked) == 2 and not asking:
        shares = {speaker: sum(ends) / len(ends) for speaker, ends in asked.items()}
        most = max(shares, key=lambda speaker: shares[speaker])
        if shares[most] >= QUESTIONS > 2 * min(shares.values()):
            asking = {most}
    return asking
