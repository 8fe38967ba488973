"""How many a collective claims to be, and of whom: "300 supporters of Ben Holm" are 300, of Ben Holm."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.resolve.heads import HEADS
from sayso.resolve.linking import Links
from sayso.resolve.listed import word_set
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.refs import Phrase, Ref
from sayso.resolve.tokens import POSSESSIVE, SPACE, Tokens

Size = int | str
"""A number where the text gives one, else its words ("over 220", "some")."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A size, and the words ``[first, last)`` that tell it."""

    size: Size
    first: int
    last: int


_ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip  # a table
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip  # a table
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_VAGUE = word_set(
    "some several many most few dozens scores hundreds thousands millions tens score couple handful majority minority half "
    "number lot lots"
)
"""Words that say how many without a number. "All" and "both" leave the number to what follows."""
_BOUNDS = word_set("over under about around nearly almost roughly approximately some least most than to up only")
_OPENS_BOUND = word_set("more less fewer at up")
"""Words before a number that make it a bound: "more than 40", "at least 40", "up to 40"."""
_LEADS = word_set("a an the all both of group crowd coalition team delegation band these those other another")
_STRONG = re.compile(r"(\d[\d,]{0,15})-(?:strong|member|person|man|woman|nation|party)")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
MOST = 10**12
_REACH = 7
"""Words before the noun that may tell how many."""


def size_of(found: Tokens, ref: Ref) -> Counted | None:
    """How many a described collective is; None where its words do not say."""
    what = ref.what
    strong = _strong(found, ref)
    if strong is not None:
        return strong
    if isinstance(what, Nominal):
        return _told(found, ref.first, what.head + 1, what.last)
    return _told(found, ref.first, ref.last, ref.last) if isinstance(what, Phrase) and not what.relative else None


def is_strong(found: Tokens, ref: Ref) -> bool:
    """Whether a number and "-strong" or "-member" say how many a body has."""
    return _strong(found, ref) is not None


def _strong(found: Tokens, ref: Ref) -> Counted | None:
    for n in range(ref.first, ref.last):
        told = _STRONG.fullmatch(found.lower[n])
        if told is not None:
            return Counted(int(told[1].replace(",", "")), n, n + 1)
    return None


def group_of(found: Tokens, n: int, listed: Sequence[Ref], links: Links, *, sized: bool) -> tuple[int, int] | None:
    """The words for whom the ``n``-th mention, a collective, belongs to or follows; if ``sized``, else the noun that is counted."""
    ref = listed[n]
    what = ref.what
    if not isinstance(what, Nominal | Phrase):
        return None
    head = what.head if isinstance(what, Nominal) else ref.first
    near = (k for k in range(max(0, n - 3), min(len(listed), n + 9)) if k not in links.titles)
    inner = [listed[k] for k in near if _inside(listed[k], ref) and not _holds(listed[k], head)]
    after = [each for each in inner if each.first > head and _after_of(found, head, each)]
    before = [each for each in inner if each.last <= head and isinstance(each.what, Name | Nominal)]
    whom = after[0] if after else before[-1] if before else None
    if whom is not None:
        return _bare(found, whom)
    return (head, head + 1) if sized and isinstance(what, Nominal) and links.of[n] >= 0 else None


def _told(found: Tokens, first: int, end: int, last: int) -> Counted | None:
    """The number that stands within a phrase, or right before it; ``end`` is behind its noun."""
    begin = _bounded(found, first)
    numbers = [n for n in range(begin, end) if _starts_number(found, n)]
    vague = [n for n in range(begin, end) if found.lower[n] in _VAGUE]
    if vague and (not numbers or vague[0] < numbers[0]) and found.lower[vague[0]] not in _BOUNDS:
        return _vague(found, begin, vague[0])
    if not numbers:
        inner = [n for n in range(end, last) if _starts_number(found, n)]
        counted = inner and HEADS.get(found.lower[end - 1]) and found.lower[end] == "of"
        if counted:
            return _counted(found, inner[0], *_number(found, inner[0], last))
        return _words(found, vague[0], vague[0] + 1) if vague else None
    at = numbers[0]
    value, stop = _number(found, at, end)
    opens = at
    while opens > begin and found.lower[opens - 1] in _BOUNDS | _OPENS_BOUND and found.joins[opens] == SPACE:
        opens -= 1
    if opens < at or _rounded(found, stop, end):
        return _words(found, opens, stop)
    return _counted(found, at, value, stop)


def _counted(found: Tokens, first: int, value: float, last: int) -> Counted:
    """A size that is told as a number; one that is more than anybody is stays in words."""
    return Counted(int(value), first, last) if value < MOST else _words(found, first, last)


def _words(found: Tokens, first: int, last: int) -> Counted:
    """A size that is told in words and no number."""
    return Counted(found.text[found.starts[first] : found.ends[last - 1]], first, last)


def _rounded(found: Tokens, stop: int, end: int) -> bool:
    """ "40 or so"."""
    return stop < end and found.lower[stop] == "or"


def _vague(found: Tokens, first: int, n: int) -> Counted:
    """ "Hundreds", "hundreds of thousands", "a dozen", "several hundred"."""
    begin = n - 1 if n > first and found.lower[n - 1] in ("a", "the") and found.lower[n] in _VAGUE else n
    end = n + 1
    if end + 1 < len(found) and found.lower[end] == "of" and found.lower[end + 1] in _VAGUE:
        end += 2
    elif end < len(found) and found.lower[end] in _SCALES and found.joins[end] == SPACE:
        end += 1
    return _words(found, begin, end)


def _bounded(found: Tokens, first: int) -> int:
    """Where the words that tell how many begin: at "more than" or "a group of" before a phrase, else at its beginning."""
    at = first
    while at > 0 and first - at < _REACH and found.joins[at] == SPACE:
        word = found.lower[at - 1]
        number = _starts_number(found, at - 1) or word in _SCALES or word == "and"
        if not (number or word in _BOUNDS | _OPENS_BOUND | _LEADS | _VAGUE):
            break
        at -= 1
    while at < first and found.lower[at] in ("and", "of", "to", "than", "only"):
        at += 1
    return at


def _starts_number(found: Tokens, n: int) -> bool:
    word = found.lower[n]
    if _DIGITS.fullmatch(word):
        return True
    if word in ("a", "an"):
        return n + 1 < len(found) and found.lower[n + 1] in _SCALES
    return word in _TENS or (word in _ONES and word != "one") or _hyphened(word) is not None


def _hyphened(word: str) -> int | None:
    """The value of "twenty-five"."""
    tens, _, ones = word.partition("-")
    return _TENS[tens] + _ONES[ones] if tens in _TENS and ones in _ONES else None


def _number(found: Tokens, at: int, end: int) -> tuple[float, int]:
    """The value of the number whose first word is ``at``, and where it ends; "a hundred and twenty" is 120."""
    total, part, n = 0.0, 0.0, at
    while n < end and (n == at or found.joins[n] == SPACE):
        word = found.lower[n]
        if word in _SCALES:
            part = max(part, 1) * _SCALES[word]
            if _SCALES[word] > 100:
                total, part = total + part, 0
        elif _DIGITS.fullmatch(word):
            if n > at:
                break
            part = float(word.replace(",", ""))
        elif word in _ONES or word in _TENS or _hyphened(word) is not None:
            part += _ONES.get(word, _TENS.get(word, _hyphened(word) or 0))
        elif not (word in ("a", "an") and n == at) and not (word == "and" and n > at and _goes_on(found, n, end)):
            break
        n += 1
    return total + part, n


def _goes_on(found: Tokens, n: int, end: int) -> bool:
    return n + 1 < end and found.lower[n - 1] in _SCALES and _starts_number(found, n + 1)


def _inside(each: Ref, ref: Ref) -> bool:
    return ref.first <= each.first and each.last <= ref.last and (each.first, each.last) != (ref.first, ref.last)


def _holds(each: Ref, head: int) -> bool:
    return each.first <= head < each.last


def _after_of(found: Tokens, head: int, each: Ref) -> bool:
    """Whether a mention follows the noun over "of", with nothing but its title and article between."""
    lead = found.lower[head + 1 : each.first]
    return bool(lead) and lead[0] in ("of", "from", "in", "for", "at") and found.joins[head + 1] in (SPACE, POSSESSIVE)


def _bare(found: Tokens, ref: Ref) -> tuple[int, int]:
    """The words of a mention without article."""
    first = ref.first
    while first + 1 < ref.last and (
        found.lower[first] in ("the", "a", "an", "of", "all") or _starts_number(found, first)
    ):
        first += 1
    return first, ref.last
