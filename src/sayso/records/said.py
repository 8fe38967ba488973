"""When something was said: what the text tells of the time, and the date it comes to.

A reading is a function of the text alone, so it keeps what the text tells (``Told``); a date that needs the day of publication
is worked out when somebody asks (``said_on``). A year is never guessed (codebook, decision 24).
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from sayso.records.span import Span

Precision = Literal["day", "month", "year", "unknown"]
PRECISIONS: tuple[str, ...] = get_args(Precision)

Basis = Literal["text", "published", "given", "unknown"]
BASES: tuple[str, ...] = get_args(Basis)

TODAY = "D0"
"""Said on the day of publication, as the text tells ("today")."""
PRESENT = "P"
"""Said as the article was written: the acts of a text in its author's name."""

_PRECISION: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
_EXPRESSION = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|\+?--[0-9]{2}(-[0-9]{2})?|\+?W[1-7]|[DMY][+-]?[0-9]{1,4}|P")


@dataclass(frozen=True, slots=True)
class Told:
    """What the text tells of a time, in one of these forms, and the words that tell it (None where there are none).

    ``2019-04-04``, ``2019-04``, ``2019`` a date; ``--04-04``, ``--04`` a day or month without a year, the latest up to the day of
    publication, ``+--04-04`` the next from it on; ``W1`` to ``W7`` the latest Monday to Sunday up to the day of publication, ``+W1`` the
    next after it; ``D0`` that day, ``D-1`` the day before, ``M-1``,
    ``Y-1`` the month or year before; ``P`` the day of publication itself. ValueError for any other form.
    """

    expression: str
    span: Span | None = None

    def __post_init__(self) -> None:
        if not _EXPRESSION.fullmatch(self.expression):
            raise ValueError(f"{self.expression!r} tells no time")


@dataclass(frozen=True, slots=True)
class Said:
    """``date`` is ISO 8601, cut to its precision; None where neither text nor publication say."""

    date: str | None = None
    precision: Precision = "unknown"
    basis: Basis = "unknown"


UNSAID = Said()


def said_on(told: Told | None, published: str | None, *, signed: bool = False) -> Said:
    """The date that ``told`` comes to in an article of ``published`` (ISO 8601 to any precision, or unknown).

    ``signed``: a text in its author's name, whose acts without a time of their own are of the day of publication.
    """
    form = told.expression if told else PRESENT if signed else None
    if form is None:
        return UNSAID
    if form[0].isdigit():
        return Said(form, _PRECISION[len(form)], "text")
    day = _day(published)
    if day is None:
        return UNSAID
    if form == PRESENT:
        return Said(day.isoformat(), "day", "published")
    if form == TODAY:
        return Said(day.isoformat(), "day", "published")
    found = _resolved(form, day)
    return Said(found, _PRECISION[len(found)], "text") if found else UNSAID


def _resolved(form: str, day: date) -> str | None:
    """The date of an expression that counts from ``day``; None where the calendar has none."""
    if "--" in form:
        return _yearless(form.lstrip("+"), day, ahead=form[0] == "+")
    if "W" in form:
        back = (day.isoweekday() - int(form[-1])) % 7
        ahead = 7 - back
        return (day + timedelta(ahead if form[0] == "+" else -back)).isoformat()
    amount = int(form[1:])
    try:
        if form[0] == "D":
            return (day + timedelta(amount)).isoformat()
        months = amount if form[0] == "M" else 12 * amount
        year, month = divmod(12 * day.year + day.month - 1 + months, 12)
        first = date(year, month + 1, 1).isoformat()
    except (OverflowError, ValueError):
        return None
    return first[:7] if form[0] == "M" else first[:4]


def _yearless(form: str, day: date, *, ahead: bool) -> str | None:
    """The latest day or month of that name up to the day of publication, or the next from it on."""
    if ahead:
        shown = f"{day:%m-%d}"[: len(form) - 2]
        return _of_year(form, day.year if form[2:] >= shown else day.year + 1)
    for year in (day.year, day.year - 1):
        found = f"{year:04d}{form[1:]}"
        try:
            first = date.fromisoformat(found if len(found) == 10 else f"{found}-01")
        except ValueError:
            continue
        if first <= day:
            return found
    return None


def _of_year(form: str, year: int) -> str | None:
    found = f"{year:04d}{form[1:]}"
    try:
        date.fromisoformat(found if len(found) == 10 else f"{found}-01")
    except ValueError:
        return None
    return found


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
