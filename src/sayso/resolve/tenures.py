"""Who held an office when, as far as one text tells: "Ana Roe was mayor until 2010, when Ben Holm succeeded her"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.resolve.callings import CALLINGS
from sayso.resolve.dates import ALWAYS, DATE, NEVER, Day, days, not_after
from sayso.resolve.heads import HEADS, PAIRS
from sayso.resolve.names import Name
from sayso.resolve.refs import Ref
from sayso.resolve.tokens import Tokens

REACH = 120
"""Characters after a name in which its office and dates may stand."""
_ROLE = r"(?P<role>(?!as )[a-z-]+(?: (?!(?:of|for|in|on|at|from|since|until|till|between)\b)[a-z-]+)?)"
_ROLE += r"(?: (?:of|for|in) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?"
_THE = r"(?:the |a |then |new |elected |again |)"
_BY = r"(?:the )?(?:election |vote |ballot )?(?:of |held on |on )?"
_HELD = re.compile(
    rf"(?:,| was| is| has been| had been| became| served as| has served as| were)? ?{_THE}{_ROLE},? "
    rf"(?:(?:from|between) (?P<first>{DATE}) (?:to|until|till|and) (?P<last>{DATE})|(?:until|till) {_BY}(?P<until>{DATE})"
    rf"|(?:since|in|from|on) {_BY}(?P<since>{DATE}))"
)
_MADE = re.compile(
    rf"(?: was| has been| had been)? (?:sworn in|elected|re-elected|appointed|named|chosen|installed|enthroned|consecrated|ordained"
    rf"|inaugurated|hired|took (?:office|over|charge)|takes (?:office|over|charge)|started|began) (?:as )?{_THE}{_ROLE}"
    rf",? (?:in|on|from) (?P<since>{DATE})"
)
_SUCCEEDED = re.compile(
    r" (?:succeeded|succeeds|replaced|replaces|followed|took over from|takes over from) "
    rf"(?:(?:him|her)|(?P<whom>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}))(?: as (?:the )?{_ROLE})?(?:,? (?:in|on) (?P<when>{DATE}))?"
)
_LEFT = re.compile(
    r"(?: of [A-Z][\w’'-]+)?,?(?: was| has| had)?"
    r" (?:died|resigned|retired|abdicated|stepped down|stood down|quit|left|sacked|dismissed|deposed|ousted|removed|fired)\b"
    rf"(?: (?:office|the office|the post|the job|as [a-z-]+))?(?: (?:in|on) (?P<when>{DATE}))"
)
_IN_PLACE = re.compile(
    r" (?:in (?:his|her) (?:place|stead)|to (?:succeed|replace|follow) (?:him|her)|as (?:his|her) successor)\b"
)
_BEFORE = re.compile(r"\b(?:[Bb]efore|[Pp]rior to) (?:him|her)(?: that)?,? $")
_TOOK_OVER = re.compile(
    r",? (?:(?:has )?(?:took|taken|takes) (?:over|office|charge)|succeeded (?:him|her)|replaced (?:him|her))\b"
)
_PASSED_ON = re.compile(
    r"\b(?:hand(?:ed|s) (?:the [a-z]+ )?over|hand(?:ed|s) [^.;]{0,25} to|(?:followed|succeeded|replaced|beaten|defeated|unseated|ousted)"
    r"(?: [a-z]+)? by|[mg]a[dv]e way (?:to|for)|lost [^.;]{0,25}to|with|(?:was|has been|had been)? ?(?:died|resigned|retired|abdicated"
    r"|stepped down|stood down|left (?:office|the)|quit|sacked|dismissed|deposed|ousted|removed|fired)|until)\b"
)
"""Between two names: the second follows the first in office."""
_TAKEN_FROM = re.compile(
    r"\b(?:succeed(?:ed|s|ing)|replac(?:ed|es|ing)|took over [^.;]{0,25}from|(?:unseat|beat|defeat|oust|depos)(?:ing|ed)|beat"
    r"|predecessor(?: was|,)?|[Bb]efore (?:him|her)|until then|after)\b"
)
"""Between two names: the first follows the second."""
_ENDED = re.compile(r"\b(?:replac|sack|dismiss|fir|oust|depos|remov|part)(?:ed|es|s) [^.;]{0,30}$")
"""Before two names: the first is put out of office."""
MOST = 100
"""Tenures of a text that are looked for, and handovers; more are a list of rulers."""
_NO_OFFICES = frozenset(["deputy", "member", "predecessor", "successor", "man", "woman"])
_APART = 160
"""Characters between two names of which one follows the other in office."""
_FAR, _NEAR = 30, 8
"""Words before and after a description among which the date may stand."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """A cluster held ``role`` from ``first`` to ``last``, both included."""

    cluster: int
    role: str
    first: Day
    last: Day


def tenures(found: Tokens, named: Sequence[tuple[Ref, int]]) -> list[Tenure]:
    """What the text tells beside the names of ``named``, mentions with their clusters in text order."""
    made: list[Tenure] = []
    persons: dict[str, int] = {}
    for ref, number in named:
        if isinstance(ref.what, Name) and ref.what.kind not in ("organization", "government", "place"):
            persons[found.text[ref.start : ref.end]] = number
    for ref, number in named:
        if len(made) >= MOST:
            break
        if isinstance(ref.what, Name) and ref.what.kind not in ("organization", "government", "place"):
            made += _held(found, ref, number)
            made += _succeeded(found, ref, number, made, persons)
            made += _after_another(found, ref, number, made)
            made += _left(found, ref, number)
    return [*made, *_handed_over(found, named, made)]


def _handed_over(found: Tokens, named: Sequence[tuple[Ref, int]], known: Sequence[Tenure]) -> list[Tenure]:
    """Of two persons named one after the other around a word for succession and a date, who held the office until then."""
    told = {(each.cluster, each.role) for each in known}
    made: list[Tenure] = []
    persons = [
        each
        for each in named
        if isinstance(each[0].what, Name)
        and each[0].what.kind not in ("organization", "government", "place")
        and not (each[0].what.outer and found.lower[each[0].what.outer - 1] in ("of", "in", "at", "near"))
    ]
    for (one, first), (other, second) in pairwise(persons):
        if len(made) >= MOST:
            break
        if first == second or other.outer - one.end > _APART or _sentences(found, one, other) > 1:
            continue
        between = found.text[one.end : other.outer]
        back, on = _TAKEN_FROM.search(between), _PASSED_ON.search(between)
        ended = on is None and _ENDED.search(found.text, max(0, one.outer - 50), one.outer)
        if back is None and on is None and not ended:
            continue
        start, end = _sentence(found, one)[0], _sentence(found, other)[1]
        role, dates = _first_role(found, one, other), [day for _, day in days(found.text, start, end)]
        if not role or not dates or len({cluster for cluster, held in told if held == role}) > 1:
            continue
        before, after = (second, first) if back and not (on and on.start() < back.start()) else (first, second)
        if (before, role) not in told and not any(each.role == role and each.cluster == before for each in made):
            made.append(Tenure(before, role, ALWAYS, dates[0] if len(dates) == 1 else min(dates)))
        if (after, role) not in told and not any(each.role == role and each.cluster == after for each in made):
            made.append(Tenure(after, role, max(dates), NEVER))
    return made


def _sentences(found: Tokens, one: Ref, other: Ref) -> int:
    return found.sentences[other.first] - found.sentences[one.first]


def _first_role(found: Tokens, one: Ref, other: Ref) -> str:
    """The first office named in the sentences of two mentions."""
    first, last = one.first, other.last
    while first > 0 and one.first - first < _FAR and found.sentences[first - 1] == found.sentences[one.first]:
        first -= 1
    while last < len(found) and last - other.last < _NEAR and found.sentences[last] == found.sentences[other.first]:
        last += 1
    roles = (_role(found.lower[n]) for n in range(first, last))
    return next((role for role in roles if role and role not in _NO_OFFICES), "")


def holder(told: Sequence[Tenure], role: str, day: Day) -> int:
    """The cluster that held the office on that day, or -1 where none or several did."""
    held = [each for each in told if each.role == role]
    fits = {each.cluster for each in held if not_after(each.first, day) and not_after(day, each.last)}
    if len(fits) > 1:
        fits = {each.cluster for each in held if not_after(each.first, day) and not not_after(each.last, day)}
    return fits.pop() if len(fits) == 1 else -1


def day_of(found: Tokens, ref: Ref) -> Day | None:
    """The date that the sentence of a mention gives, the last before it, else the first close after it."""
    sentence = found.sentences[ref.first]
    first, last = ref.first, ref.last
    while first > 0 and ref.first - first < _FAR and found.sentences[first - 1] == sentence:
        first -= 1
    while last < len(found) and last - ref.last < _NEAR and found.sentences[last] == sentence:
        last += 1
    before = [day for _, day in days(found.text, found.starts[first], ref.start)]
    if before:
        return before[-1]
    return next((day for _, day in days(found.text, ref.end, found.ends[last - 1])), None)


def _held(found: Tokens, ref: Ref, number: int) -> list[Tenure]:
    told = _HELD.match(found.text, ref.end, ref.end + REACH) or _MADE.match(found.text, ref.end, ref.end + REACH)
    if told is None:
        return []
    role = _role(told["role"])
    if not role:
        return []
    dates = told.groupdict()
    if dates.get("first"):
        return [Tenure(number, role, _day(dates["first"]), _day(dates["last"]))]
    if dates.get("until"):
        return [Tenure(number, role, ALWAYS, _day(dates["until"]))]
    return [Tenure(number, role, _day(dates["since"]), NEVER)]


def _day(words: str) -> Day:
    return next((day for _, day in days(words, 0, len(words))), ALWAYS)


def _role(words: str) -> str:
    """The key of the office that some words end in, or ""."""
    told = words.split()
    head = HEADS.get(told[-1]) or CALLINGS.get(told[-1])
    if head is None or head.plural or head.kind != "person":
        return ""
    return PAIRS.get((told[-2], told[-1]), head.key) if len(told) > 1 else head.key


def _succeeded(found: Tokens, ref: Ref, number: int, before: Sequence[Tenure], persons: dict[str, int]) -> list[Tenure]:
    """The successor holds the office from the day on which the last one named left it."""
    told = _SUCCEEDED.match(found.text, ref.end, ref.end + REACH)
    if told is None:
        return []
    if told["whom"] and told["role"] and told["when"] and _role(told["role"]):
        role, day = _role(told["role"]), _day(told["when"])
        whom = persons.get(told["whom"], -1)
        return [Tenure(number, role, day, NEVER), *([Tenure(whom, role, ALWAYS, day)] if whom >= 0 else [])]
    if not before:
        return []
    last = before[-1]
    day = _day(told["when"]) if told["when"] else last.last
    return [Tenure(number, last.role, day, NEVER)] if day != NEVER else []


def _after_another(found: Tokens, ref: Ref, number: int, before: Sequence[Tenure]) -> list[Tenure]:
    """Who came before or after the one named last: "before her Ben Holm", "chose Ben Holm in her place"."""
    if not before or before[-1].cluster == number:
        return []
    last = before[-1]
    if last.first not in (ALWAYS, NEVER) and _BEFORE.search(found.text, max(0, ref.outer - 30), ref.outer):
        return [Tenure(number, last.role, ALWAYS, last.first)]
    after = found.text[ref.end : ref.end + 40]
    if last.last == NEVER or not (_IN_PLACE.match(after) or _TOOK_OVER.match(after)):
        return []
    start, end = _sentence(found, ref)
    dates = [day for _, day in days(found.text, start, end)]
    since = max((day for day in dates if not_after(last.last, day)), default=last.last)
    return [Tenure(number, last.role, since, NEVER)]


def _sentence(found: Tokens, ref: Ref) -> tuple[int, int]:
    """The part of the sentence around a mention that dates are looked for in."""
    sentence = found.sentences[ref.first]
    first, last = ref.first, ref.last
    while first > 0 and ref.first - first < _FAR and found.sentences[first - 1] == sentence:
        first -= 1
    while last < len(found) and last - ref.last < _NEAR and found.sentences[last] == sentence:
        last += 1
    return found.starts[first], found.ends[last - 1]


def _left(found: Tokens, ref: Ref, number: int) -> list[Tenure]:
    """ "Mayor Ana Roe resigned on 3 May": the office that stands before the name."""
    told = _LEFT.match(found.text, ref.end, ref.end + REACH)
    if told is None or not ref.first:
        return []
    role = _role(found.lower[ref.first - 1]) if found.starts[ref.first] - found.ends[ref.first - 1] == 1 else ""
    return [Tenure(number, role, ALWAYS, _day(told["when"]))] if role else []
