"""The clause a cue stands in, with what is said hidden, so that rules about the cue never read the content's own words.

Offsets are code points of the text. What is hidden keeps its length; a clause's ``words`` and the text run side by side.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.records.span import Span
from sayso.records.statement import Statement

HIDDEN = "\0"
"""Stands for each character of the content, of the source and of asides."""
STOP = "\2"
"""Stands for the last character of a content that ends a sentence."""

BEFORE = 300
AFTER = 600
"""Code points looked at before and after the cue."""
NEAR = 240
"""Code points from a source to its cue; one farther off stands in a clause of its own."""

_TITLES = (
    "Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Sen", "Rep", "Gov", "Prof", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep",
    "Oct", "Nov", "Dec", "No", "Col", "Lt", "Sgt", "Rev", "Hon", "Capt", "vs", "Jr", "Sr", "approx",
)  # fmt: skip
# looked back for only once a full stop is met, since that is rare
_NO_ABBREVIATION = r"(?<!\b[A-Za-z]\.)" + "".join(rf"(?<!\b{title}\.)" for title in _TITLES)
_ENDS = rf"[.!?]{_NO_ABBREVIATION}[\"”’)\]]*(?=\s|$)|[;\n\2]"
_LEFT = re.compile(
    rf"{_ENDS}|:(?=\s)|[“„«]|(?<![\w,.])[\"‘'](?=\w)|\bthat\b|(?:,|\0)\s(?:and|but|while|whereas|though|"
    rf"although)\b|\s(?:but|while)\b"
)
_RIGHT = re.compile(
    rf"{_ENDS}|\s(?:but|while|whereas|although|though|because|adding)\b|(?<!day)(?<!days)(?<!eve)\s(?:after|before|"
    rf"since|until|following)\b"
)
_AND = re.compile(r"\sand\b")
_ASIDE = re.compile(r"(?:,|\0)\s*(?:who|whose|which|whom|where)\b[^,;\n\0\2]*(?:,|$|(?=[;\n\0\2]))")
_OPENING = re.compile(
    r"\W*(?:After|Since|Before|Until|Following|Although|Though|Because|While|As|If|Unless|Despite)\b[^,\0\2]*,"
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]']*$")


@dataclass(frozen=True, slots=True)
class Clause:
    """``words`` are the characters of ``[start, end)`` with content, source and asides hidden; the cue is ``[cue, cue_end)``."""

    start: int
    end: int
    cue: int
    cue_end: int
    words: str

    def before(self) -> str:
        return self.words[: self.cue - self.start]

    def after(self) -> str:
        return self.words[self.cue_end - self.start :]


def clause(text: str, statement: Statement) -> Clause | None:
    """The clause of the cue of ``statement``; None where there is no cue."""
    if not statement.cue:
        return None
    cue, cue_end = statement.cue[0].start, statement.cue[-1].end
    low = max(0, min(statement.sentence.start, cue), cue - BEFORE)
    high = min(len(text), max(statement.sentence.end, cue_end), cue_end + AFTER)
    words = _hidden(text, low, high, statement)
    begin = _begin(words, low, statement)
    words = _without(_OPENING, words, begin, cue - low)
    return _cut(words, low, begin, cue, cue_end, statement)


def source_before(statement: Statement) -> Span | None:
    """The last part of the source that stands near before the cue."""
    if not statement.cue:
        return None
    cue = statement.cue[0].start
    near = [each for each in statement.source if each.end <= cue and cue - each.end <= NEAR]
    return near[-1] if near else None


def _hidden(text: str, low: int, high: int, statement: Statement) -> str:
    """``text[low:high]`` without content, source and asides; only the cue always stays."""
    words = text[low:high]
    for part in statement.content:
        words = _masked(words, part.start - low, part.end - low, _last(text, part))
    for part in statement.source:
        words = _masked(words, part.start - low, part.end - low, HIDDEN)
    for part in statement.cue:
        words = words[: part.start - low] + part.text + words[part.end - low :]
    gaps = [(statement.cue[-1].end - low, len(words)), (0, statement.cue[0].start - low)]
    for start, end in gaps:
        words = words[:start] + _asides_hidden(words[start:end]) + words[end:]
    return words


def _last(text: str, part: Span) -> str:
    """What stands for the end of a content: a stop if a new sentence begins after it."""
    following = text[part.end : part.end + 3].lstrip(' \t"”’»)')
    ends = _SENTENCE_END.search(part.text[-6:]) is not None
    return STOP if ends and (not following or not following[0].islower()) else HIDDEN


def _masked(words: str, start: int, end: int, last: str) -> str:
    start, end = max(0, start), min(len(words), end)
    return words if start >= end else words[:start] + HIDDEN * (end - start - 1) + last + words[end:]


def _asides_hidden(words: str) -> str:
    if " wh" not in words:
        return words
    return _ASIDE.sub(lambda found: HIDDEN * len(found.group()), words)


def _begin(words: str, low: int, statement: Statement) -> int:
    """Where the clause begins, counted in ``words``."""
    source = source_before(statement)
    anchor = max(0, (source.start if source else statement.cue[0].start) - low)
    begin = 0
    for found in _LEFT.finditer(words, 0, anchor):
        begin = found.end()
    return begin


def _without(pattern: re.Pattern[str], words: str, start: int, end: int) -> str:
    found = pattern.match(words, start, end)
    if found is None:
        return words
    return words[:start] + HIDDEN * (found.end() - start) + words[found.end() :]


def _cut(words: str, low: int, begin: int, cue: int, cue_end: int, statement: Statement) -> Clause:
    gap = _gap_end(cue_end, statement.content) - low
    found = _RIGHT.search(words, cue_end - low)
    end = found.start() if found else len(words)
    joined = _AND.search(words, gap, end) if gap < end else None
    if joined:
        end = joined.start()
    return Clause(low + begin, low + end, cue, cue_end, words[begin:end])


def _gap_end(cue_end: int, content: Iterable[Span]) -> int:
    """Where the content that follows the cue ends; the cue's own end where none follows."""
    ends = [part.end for part in content if part.start >= cue_end]
    return min(ends, default=cue_end)
