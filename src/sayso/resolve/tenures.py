"""Who held an office in which year, as far as one text tells: "Ana Roe was mayor until 2010, when Ben Holm succeeded her"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.resolve.heads import HEADS, PAIRS
from sayso.resolve.names import Name
from sayso.resolve.refs import Ref
from sayso.resolve.tokens import Tokens

REACH = 90
"""Characters after a name in which its office and years may stand."""
_YEAR = re.compile(r"1[5-9]\d\d|2[01]\d\d")
_HELD = re.compile(
    r"(?:,| was| is| has been| had been| became| served as| were)? ?(?:the |a |then |elected |again |)"
    r"(?P<role>[a-z-]+(?: [a-z-]+)?)(?: of [A-Z]\w+)?,? "
    r"(?:(?:from|between) (?P<first>\d{4}) (?:to|until|till|and) (?P<last>\d{4})|(?:until|till) (?P<until>\d{4})"
    r"|(?:since|in|from) (?P<since>\d{4}))"
)
_SUCCEEDED = re.compile(
    r" (?:succeeded|replaced|followed) (?:(?:him|her)|(?P<whom>[A-Z]\w+(?: [A-Z]\w+)?))(?: in (?P<year>\d{4}))?"
)
_FAR, _NEAR = 30, 8
"""Words before and after a description among which the year may stand."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """A cluster held ``role`` in the years from ``first`` to ``last``, both included."""

    cluster: int
    role: str
    first: int
    last: int


def tenures(found: Tokens, named: Sequence[tuple[Ref, int]]) -> list[Tenure]:
    """What the text tells after the names of ``named``, mentions with their clusters in text order."""
    made: list[Tenure] = []
    for ref, number in named:
        if isinstance(ref.what, Name) and ref.what.kind not in ("organization", "government", "place"):
            made += _held(found, ref, number)
            made += _succeeded(found, ref, number, made)
    return made


def holder(told: Sequence[Tenure], role: str, year: int) -> int:
    """The cluster that held the office in that year, or -1 where none or several did."""
    fits = {each.cluster for each in told if each.role == role and each.first <= year <= each.last}
    if len(fits) > 1:
        fits = {each.cluster for each in told if each.role == role and each.first <= year < each.last}
    return fits.pop() if len(fits) == 1 else -1


def year_of(found: Tokens, ref: Ref) -> int:
    """The year that the sentence of a mention gives, the last before it, else the first close after it; 0 without one."""
    sentence = found.sentences[ref.first]
    before = range(ref.first - 1, max(-1, ref.first - 1 - _FAR), -1)
    after = range(ref.last, min(len(found), ref.last + _NEAR))
    for n in (*before, *after):
        if found.sentences[n] == sentence and _YEAR.fullmatch(found.words[n]):
            return int(found.words[n])
    return 0


def _held(found: Tokens, ref: Ref, number: int) -> list[Tenure]:
    told = _HELD.match(found.text, ref.end, ref.end + REACH)
    if told is None:
        return []
    role = _role(told["role"])
    if not role:
        return []
    if told["first"]:
        return [Tenure(number, role, int(told["first"]), int(told["last"]))]
    if told["until"]:
        return [Tenure(number, role, 0, int(told["until"]))]
    return [Tenure(number, role, int(told["since"]), 9999)]


def _role(words: str) -> str:
    """The key of the office that some words end in, or ""."""
    told = words.split()
    head = HEADS.get(told[-1])
    if head is None or head.plural or head.kind != "person":
        return ""
    return PAIRS.get((told[-2], told[-1]), head.key) if len(told) > 1 else head.key


def _succeeded(found: Tokens, ref: Ref, number: int, before: Sequence[Tenure]) -> list[Tenure]:
    """The successor holds the office from the year in which the last one named left it."""
    told = _SUCCEEDED.match(found.text, ref.end, ref.end + REACH)
    if told is None or not before:
        return []
    last = before[-1]
    year = int(told["year"]) if told["year"] else last.last
    return [Tenure(number, last.role, year, 9999)] if year < 9999 else []
