"""Expressions of time and the forms of ``records.said.Told`` they come to.

Patterns are matched with their case, since "may" and "march" are verbs. A year is never supplied.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.classify.clauses import HIDDEN

VAGUE = ""
"""The form of an expression that tells a time, but none that a date could be made of ("last week")."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_NUMBERS = {
    word: n
    for n, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {"a": 1, "an": 1}

_M = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?!\s?(?:%|per|million|billion))"
_Y = r"(?:1[5-9]|2[01])\d\d\b"
_PLACE = r"(?!\s(?:Street|Road|Avenue|Square|Lane|Fair)\b)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_N = r"(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|\d{1,3})"
_FEASTS = {
    "New Year's Day": "01-01", "New Year's Eve": "12-31", "Christmas Day": "12-25", "Christmas Eve": "12-24", "Boxing Day": "12-26",
    "May Day": "05-01", "Valentine's Day": "02-14", "Halloween": "10-31", "All Saints' Day": "11-01",
}  # fmt: skip
_FEAST = "(?:" + "|".join(name.replace(" ", r"\s").replace("'", "['’]") for name in _FEASTS) + r")\b"
_ACT = (
    r"(?:interview|speech|letter|address|statement|essay|article|column|memoir|book|post|tweet|report|lecture|sermon|"
    r"hearing|inquiry|conference|rally|congress|testimony|diary|e-?mail|memo|video|recording|podcast|manifesto|pamphlet|briefing|press\srelease|debate|broadcast|documentary|petition|open\sletter|ruling|judgment|opinion)"
)
_IN = r"(?:[Ii]n|[Dd]uring|[Bb]ack\sin|[Ll]ast|[Aa]s\s(?:early|late|far\sback|recently)\sas(?:\sin)?)"

_PATTERN = re.compile(
    rf"(?P<count>\b(?:[Oo]n\s)?(?:the\seve\sof\b|[Tt]he\s(?:previous|preceding|following|next)\sday\b|"
    rf"(?:[Tt]hat|[Tt]he\ssame)\s(?P<same>day|morning|afternoon|evening|night)\b|"
    rf"[Tt]he\s(?:next|following)\s(?:morning|afternoon|evening)\b|(?:[Tt]hat|[Tt]he)\s(?:same\s)?(?P<whole>(?<=same\s)year|(?<=[Tt]hat\s)year|"
    rf"(?<=same\s)month|(?<=[Tt]hat\s)month)\b|"
    rf"(?:[Tt]he\s(?:very\s)?day|(?P<days>{_N})\s(?P<of>day|week|month|year)s?)\s(?P<way>before|after|earlier|later)\b)(?P<rest>[^,.;\0\2]*))"
    rf"|(?P<iso>\b\d{{4}}-\d\d-\d\d\b)"
    rf"|\b(?:{_WEEKDAY},?\s)?(?P<d1>{_D})(?:\sof)?\s(?P<m1>{_M})(?:,?\s(?P<y1>{_Y}))?"
    rf"|\b(?:{_WEEKDAY},?\s)?(?P<m2>{_M})\s(?P<d2>{_D})(?!:)(?:,?\s(?P<y2>{_Y}))?"
    rf"|\b(?P<m3>{_M}),?\s(?:of\s)?(?P<y3>{_Y})"
    rf"|\b{_IN}\s(?:the\s)?(?:early\s|late\s|"
    rf"mid-?\s?)?(?P<m4>{_M}){_PLACE}(?P<old>\s(?:of\s)?last\syear)?(?:,?\s(?:of\s)?(?P<y4>{_Y}))?"
    rf"|\b(?P<m5>{_M})(?=\s{_ACT})"
    rf"|\b(?P<turn>[Nn]ext\s|[Cc]oming\s|[Ff]ollowing\s)?(?P<w>{_WEEKDAY})\b(?P<own>['’]s)?(?!\s(?:Times|Herald|"
    rf"Post|Mirror|Telegraph))"
    rf"|\b(?:[Ii]n|[Dd]uring|[Aa]t)\s(?:the|a|his|her|its|their)\s(?P<y8>{_Y})\s(?:[\w-]+\s){{0,2}}?(?:campaign|election|race|summit|trial|session|tour)\b"
    rf"|\b(?:[Ii]n|[Dd]uring|[Oo]ver|[Aa]t)\s(?:the\s)?(?:early\s|late\s)?(?:spring|summer|autumn|winter|fall|Easter|Christmas)\s(?:of\s)?(?P<y9>{_Y})"
    rf"|\b(?:{_IN}\s(?:early\s|late\s|the\sspring\sof\s|the\ssummer\sof\s|the\sautumn\sof\s|the\swinter\sof\s)?|"
    rf"(?:[Aa]n?|[Tt]he|his|her|its|their)\s(?=\S+\s(?:\w+\s){{0,2}}{_ACT}))(?P<y6>{_Y})(?!-)"
    rf"|\b(?P<ago>{_N})\s(?P<unit>day|month|year|week|decade|hour|minute)s?\sago\b"
    rf"|\b(?P<near>[Yy]esterday|[Ll]ast\snight|[Tt]oday|[Tt]onight|[Tt]omorrow|"
    rf"(?:[Tt]his|[Ll]ast|[Nn]ext)\s(?:morning|afternoon|evening|month|year|week|weekend|spring|summer|autumn|"
    rf"winter|fall))\b"
    rf"|\b(?P<vague>(?:[Oo]ver|[Aa]t)\sthe\sweekend|[Dd]ays\s(?:ago|earlier|later)|[Yy]ears\s(?:ago|earlier|later)|"
    rf"[Ww]eeks\s(?:ago|earlier|later)|"
    rf"[Mm]onths\s(?:ago|earlier|later)|[Pp]reviously|[Ee]arlier\son)\b"
    rf"|\b(?:[Oo]n\s|[Aa]t\s)(?P<feast>{_FEAST})(?:,?\s(?P<y7>{_Y}))?"
)
_HINT = re.compile(
    r"\d|day|[Mm]onth|[Yy]ear|[Ww]eek|night|morning|afternoon|evening|tomorrow|(?:on|ve|s|r)s?ly\b|[Dd]ecade|hour|the\seve|earlier|"
    r"Christmas|New\sYear|Halloween|same|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
"""Without one of these nothing in a text tells a time."""
_WRONG = re.compile(
    r"(?:\b(?:[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Bb]efore|[Aa]fter|[Ff]or|[Tt]o|[Tt]han|[Tt]hrough|"
    r"[Ff]ollowing|[Bb]etween|ahead\sof|not|[Rr]ather\sthan|[Ii]nstead\sof|"
    r"as\sof|due(?:\son)?|effective)|"
    r"\b(?:resurfac\w+|re-?emerg\w+|(?:come|came)\sto\slight|surfaced|unearthed|reprinted|republished|rediscovered|viral|"
    r"recirculat\w+|dug\sup|declassified|unsealed|shared)(?:\sagain)?(?:\son|\sin)?|"
    r"(?<!morning)(?<!evening)(?<!night)(?<!afternoon)(?<!issue)(?<!end)(?<!beginning)(?<!start)(?<!speech)(?<!letter)(?<!column)"
    r"(?<!interview)(?<!statement)(?<!article)(?<!post)(?<!ruling)(?<!report)(?<!memo)(?<!essay)(?<!editorial)\sof|"
    r"(?:between|from)\s[\w\s]{1,20}\s(?:and|to))\s(?:early\s|late\s|the\s|this\s|last\s|next\s|on\s)?$"
)
_NEAR = {
    "yesterday": "D-1", "last night": "D-1", "today": "D0", "tonight": "D0", "tomorrow": "D+1", "this morning": "D0",
    "this afternoon": "D0", "this evening": "D0", "last evening": "D-1", "this month": "M0", "last month": "M-1",
    "next month": "M+1", "this year": "Y0", "last year": "Y-1", "next year": "Y+1",
}  # fmt: skip
_COUNTED_IN = {"week": ("D", 7), "decade": ("Y", 10), "hour": ("D", 0), "minute": ("D", 0)}
_UNITS = {"day": "D", "month": "M", "year": "Y"}
_LEAP = date(2004, 2, 29)
_ABOUT = re.compile(
    r"\b(?:about|over|on|regarding|for|against|with|from|by|called|described|criticised|praised|condemned|at\sodds)\s(?:the\s)?$"
)
_AT = re.compile(r"\b(?:[Aa]t|[Ii]n|[Dd]uring|to)\s$")
_SPOKEN_AT = re.compile(
    rf"\s(?:[\w-]+\s){{0,2}}(?:{_ACT}|press\sconference|briefing|rally|meeting|session|summit|congress|statement|vote|sitting|editorial|"
    r"newspaper|edition|announcement|phone\scall|conference)\b"
)
_NOUN = re.compile(r"\s+(?:the|an?|his|her|its|their|[A-Z])")


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression at ``[start, end)`` of what was searched; ``form`` as in ``Told``, or ``VAGUE``.

    ``shift`` is the number of days, months or years (``unit`` D, M or Y) by which it is counted from the time told before it;
    None for all that stand alone.
    """

    start: int
    end: int
    form: str
    shift: int | None = None
    unit: str = "D"

    @property
    def weekday(self) -> bool:
        return self.form[:1] == "W"

    @property
    def yearless(self) -> bool:
        return self.form[:2] == "--"

    @property
    def deictic(self) -> bool:
        """Whether it counts from the day of speaking; inside somebody's speech that is not the day of publication."""
        return self.form[:1] in ("D", "M", "Y")

    def ahead(self) -> "Expression":
        """A weekday, or a day or month without a year, as the next of its name instead of the latest."""
        return replace(self, form=f"+{self.form}")


def expressions(words: str, start: int = 0, end: int | None = None) -> list[Expression]:
    """The times told in ``words[start:end]``, in text order.

    Spans, deadlines and dates of other things ("since Monday", "by 2030", "the vote of 12 October") are left out.
    """
    stop = len(words) if end is None else end
    if _HINT.search(words[start:stop].replace(HIDDEN, "")) is None:
        return []
    found = []
    for match in _PATTERN.finditer(words, start, stop):
        if _WRONG.search(words, max(start, match.start() - 40), match.start()) is None:
            made = _made(match)
            if made is not None:
                found.append(made)
    return found


def shifted(form: str, amount: int, unit: str = "D") -> str:
    """``form`` moved by days, months or years (``unit`` D, M or Y); ``VAGUE`` where it is not known that closely."""
    if unit == "D":
        return _shifted_days(form, amount) if amount else form
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-\d\d)?)?", form)
    if found is None:
        return VAGUE
    if unit == "M" and found[2] is None:
        return VAGUE
    months = amount if unit == "M" else 12 * amount
    year, month = divmod(12 * int(found[1]) + int(found[2] or 1) - 1 + months, 12)
    if not 1 <= year <= 9999:
        return VAGUE
    return f"{year:04d}" if unit == "Y" else f"{year:04d}-{month + 1:02d}"


def _shifted_days(form: str, days: int) -> str:
    if re.fullmatch(r"\+?W[1-7]", form):
        return f"{form[:-1]}{(int(form[-1]) - 1 + days) % 7 + 1}"
    if re.fullmatch(r"D[+-]?\d+", form):
        moved = int(form[1:]) + days
        return f"D+{moved}" if moved > 0 else f"D{moved}"
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", form):
            return (date.fromisoformat(form) + timedelta(days)).isoformat()
        if re.fullmatch(r"--\d\d-\d\d", form):
            return _shifted_yearless(form, days)
    except (ValueError, OverflowError):
        return VAGUE
    return VAGUE


def _shifted_yearless(form: str, days: int) -> str:
    """Only within one year, and not over the end of February."""
    begin = date.fromisoformat(f"2004{form[1:]}")
    moved = begin + timedelta(days)
    over = min(begin, moved) < _LEAP <= max(begin, moved)
    return VAGUE if moved.year != begin.year or over else f"--{moved:%m-%d}"


def _made(match: re.Match[str]) -> Expression | None:
    start, end = match.span()
    if match["count"]:
        return _counted(match)
    if match["w"]:
        if match["own"] and not _own_event(match):
            return None
        form: str | None = _weekday(match)
    else:
        form = _deictic(match)
        form = _dated(match) if form is None else form
    return None if form is None else Expression(start, end, form)


def _own_event(match: re.Match[str]) -> bool:
    """Whether "Monday's" names an occasion of speaking, or one that something was said at, and not what it was said about."""
    text = match.string
    if _ABOUT.search(text, max(0, match.start() - 24), match.start()):
        return False
    return (
        _AT.search(text, max(0, match.start() - 24), match.start()) is not None
        or _SPOKEN_AT.match(text, match.end()) is not None
    )


def _dated(match: re.Match[str]) -> str | None:
    """Dates, months and years; None where the expression is none of them."""
    if match["iso"]:
        return match["iso"] if _is_date(match["iso"]) else VAGUE
    for number in ("1", "2"):
        if match[f"d{number}"]:
            return _day(match[f"d{number}"], match[f"m{number}"], match[f"y{number}"])
    month = match["m3"] or match["m4"] or match["m5"]
    if month:
        year = match["y3"] or match["y4"]
        return VAGUE if match["old"] else f"{year or '-'}-{_month(month)}"
    alone: str | None = match["y6"] or match["y8"] or match["y9"]
    return alone


def _day(day: str, month: str, year: str | None) -> str:
    number = int(re.sub(r"\D", "", day))
    form = f"{_month(month)}-{number:02d}"
    if not _is_date(f"{year or '2004'}-{form}"):
        return VAGUE
    return f"{year or '-'}-{form}"


def _month(name: str) -> str:
    return f"{_MONTHS.index(name[:3]) + 1:02d}"


def _is_date(form: str) -> bool:
    try:
        date.fromisoformat(form)
    except ValueError:
        return False
    return True


def _weekday(match: re.Match[str]) -> str:
    number = _WEEKDAYS.index(match["w"][:3]) + 1
    return f"+W{number}" if match["turn"] else f"W{number}"


def _deictic(match: re.Match[str]) -> str | None:
    if match["vague"]:
        return VAGUE
    if match["near"]:
        return _NEAR.get(" ".join(match["near"].casefold().split()), VAGUE)
    if match["ago"]:
        unit = _UNITS.get(match["unit"])
        amount = _number(match["ago"])
        if match["unit"] in _COUNTED_IN and amount:
            unit, times = _COUNTED_IN[match["unit"]]
            amount *= times
            return f"{unit}-{amount}" if amount else "D0"
        return f"{unit}-{amount}" if unit and amount else VAGUE
    if match["feast"]:
        name = " ".join(match["feast"].replace("’", "'").split())
        return f"{match['y7'] or '-'}-{_FEASTS[name]}"
    return None


def _counted(match: re.Match[str]) -> Expression:
    """ "Two days after the vote of 12 October": counted from the date that follows, else from the one told before."""
    words = match["count"]
    lowered = words.casefold()
    amount, unit = (_number(match["days"]) if match["days"] else 1), _UNITS.get(match["of"] or "day", "D")
    if match["whole"]:
        return Expression(match.start(), match.start("rest"), VAGUE, 0, _UNITS[match["whole"]])
    if match["same"]:
        return Expression(match.start(), match.start("rest"), VAGUE, 0)
    if match["of"] == "week":
        amount *= 7
    back = (
        "eve of" in lowered or "previous" in lowered or "preceding" in lowered or match["way"] in ("before", "earlier")
    )
    shift = -amount if back else amount
    for each in _PATTERN.finditer(match["rest"]):
        made = None if each["count"] else _made(each)
        if made is not None and made.form:
            rest = match.start("rest")
            return Expression(match.start(), rest + made.end, shifted(made.form, shift, unit))
    end = match.start("rest")
    if _NOUN.match(match["rest"]) and match["way"] in ("before", "after", None) and lowered[-3:] != "day":
        alone = "previous" in lowered or "following" in lowered or "preceding" in lowered or "next" in lowered
        if not alone:
            return Expression(match.start(), end, VAGUE)
    return Expression(match.start(), end, VAGUE, shift, unit)


def _number(word: str) -> int:
    return _NUMBERS.get(word.casefold()) or (int(word) if word.isdigit() else 0)
