"""Dates as documents state them, to ISO 8601. What can be read in two ways is no date until somebody says which one is meant.

Nothing is guessed: not from an address, not from when a file was written, not from the order in which a country writes its numbers.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Literal

from sayso.errors import InputError
from sayso.records.dates import is_date

Order = Literal["dmy", "mdy"]
"""Which number of 04/05/2019 comes first."""

NOTHING = frozenset({"", "na", "n/a", "nan", "nat", "none", "null", "unknown", "-", "--"})
"""How tables write that there is no value, in lower case."""

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = (
    r"(?P<month{n}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day{n}>[0-3]?[0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12][0-9]{3})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?)"
_TIME = r"[0-2]?[0-9][:.][0-5][0-9](?:[:.][0-5][0-9])?(?:\s*[ap]\.?m\.?)?(?:\s*(?:[a-z]{2,5}|[(][a-z]{2,5}[)]))?"
_AMERICAN = f"{_MONTH.replace('{n}', '1')}\\s+(?:{_DAY.replace('{n}', '1')},?\\s+)?"
_BRITISH = f"{_DAY.replace('{n}', '2')}\\s+{_MONTH.replace('{n}', '2')},?\\s+"
_WORDS = re.compile(
    rf"(?:{_WEEKDAY},?\s+)?(?:{_AMERICAN}|{_BRITISH}){_YEAR}(?:,?\s+{_WEEKDAY})?(?:,?\s+(?:at\s+)?{_TIME})?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(rf"(?P<one>[0-3]?[0-9])[/.-](?P<two>[0-3]?[0-9])[/.-]{_YEAR}(?:[ T]+{_TIME})?", re.IGNORECASE)
_ISO = re.compile(
    r"(?P<day>[0-9]{4}[-/][0-9]{2}[-/][0-9]{2})(?:[T ]+(?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?)"
    r"\s*(?P<zone>Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2})?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(?P<year>[12][0-9]{3})(?P<month>[01][0-9])(?P<day>[0-3][0-9])")
LONGEST = 80
"""Code points; nothing longer is a date."""


def iso_date(text: str, order: Order | None = None) -> str | None:
    """The date that ``text`` states, as precise as it states it; None if it states none, or one that depends on an ``order`` not given.

    Read are ISO 8601 with its common departures, dates of mail headers, and English ones: April 5, 2019; 5 April 2019, 6:30 PM;
    April 2019. A time in words loses its zone, so only its day is kept.
    """
    stripped = " ".join(text.split())
    if len(stripped) > LONGEST:
        return None
    if is_date(stripped):
        return stripped
    readings = (_iso(stripped), _words(stripped), _compact(stripped), _mail(stripped), _numbers(stripped, order))
    return next((found for found in readings if found is not None and is_date(found)), None)


def given_date(value: str, column: str, order: Order | None = None) -> str | None:
    """The date in a cell of a table, None for an empty one. InputError if it is no date, or one of two."""
    if value.strip().casefold() in NOTHING:
        return None
    found = iso_date(value, order)
    if found is not None:
        return found
    if order is None and _NUMBERS.fullmatch(" ".join(value.split())):
        raise InputError(
            f"{value.strip()[:LONGEST]!r} in {column!r} can be two days: say --dates dmy or --dates mdy, whichever it is"
        )
    raise InputError(f"{value.strip()[:LONGEST]!r} in {column!r} is no date: write 2019-04-05, or map another column")


def _iso(text: str) -> str | None:
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    day, time, zone = found["day"].replace("/", "-"), found["time"], found["zone"] or ""
    if time is None:
        return day
    if zone.upper() in ("Z", "UTC", "GMT"):
        zone = "Z"
    elif zone:
        digits = zone[1:].replace(":", "").ljust(4, "0")
        zone = f"{zone[0]}{digits[:2]}:{digits[2:]}"
    return f"{day}T{time.replace(',', '.')}{zone}"


def _words(text: str) -> str | None:
    found = _WORDS.fullmatch(text)
    if found is None:
        return None
    month = (found["month1"] or found["month2"]).casefold()[:3]
    number = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(month))
    day = found["day1"] or found["day2"]
    return f"{found['year']}-{number:02}" + (f"-{int(day):02}" if day else "")


def _compact(text: str) -> str | None:
    found = _COMPACT.fullmatch(text)
    return f"{found['year']}-{found['month']}-{found['day']}" if found else None


def _mail(text: str) -> str | None:
    if "," not in text and ":" not in text:
        return None
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    return _moment(found)


def _moment(found: datetime) -> str:
    return found.isoformat(timespec="seconds").replace("+00:00", "Z")


def _numbers(text: str, order: Order | None) -> str | None:
    found = _NUMBERS.fullmatch(text)
    if found is None:
        return None
    days = set(_days(int(found["one"]), int(found["two"]), order))
    if len(days) != 1:
        return None
    month, day = days.pop()
    return f"{found['year']}-{month:02}-{day:02}"


def _days(one: int, two: int, order: Order | None) -> Iterator[tuple[int, int]]:
    """The (month, day) that two numbers can stand for."""
    if order != "mdy" and two <= 12:
        yield two, one
    if order != "dmy" and one <= 12:
        yield one, two
