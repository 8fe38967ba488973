"""Days, months and years as a text writes them, as numbers that can be compared: "1 March 2026", "April 9", "in 2010"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NAMED = "|".join(each.capitalize() for each in _MONTHS)
_TH = r"(?:st|nd|rd|th)?"
DATE = (
    rf"(?:(?:the )?\b\d{{1,2}}{_TH} (?:of )?(?:{_NAMED})\b(?:,? \d{{4}}\b)?|(?:{_NAMED}) \d{{1,2}}{_TH}\b(?:,? \d{{4}}\b)?"
    rf"|\b(?:{_NAMED}) \d{{4}}\b|\b(?:1[5-9]|20|21)\d\d\b)"
)
"""A date in a pattern, without groups."""
_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}}){_TH} (?:of )?(?P<month>{_NAMED})\b(?:,? (?P<year>\d{{4}})\b)?"
    rf"|\b(?P<month_first>{_NAMED}) (?P<day_after>\d{{1,2}}){_TH}\b(?:,? (?P<year_after>\d{{4}})\b)?"
    rf"|\b(?P<month_alone>{_NAMED}) (?P<year_of_month>\d{{4}})\b|\b(?P<year_alone>(?:1[5-9]|20|21)\d\d)\b"
    rf"|\bthe (?P<same_month>\d{{1,2}})(?:st|nd|rd|th)\b(?! (?:of )?(?:{_NAMED}))"
)


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A date; 0 for what the text leaves out."""

    year: int
    month: int = 0
    day: int = 0


ALWAYS = Day(0)
NEVER = Day(9999)
"""Before and after every date."""


def not_after(one: Day, other: Day) -> bool:
    """Whether ``one`` is no later than ``other``, by as much as both tell; a date without a year is in the year of the other."""
    if one == ALWAYS or other == NEVER:
        return True
    if one == NEVER or other == ALWAYS:
        return False
    if not one.year or not other.year:
        return bool(one.month and other.month) and (one.month, one.day) <= (other.month, other.day)
    if not one.month or not other.month:
        return one.year <= other.year
    return one <= other


def days(text: str, start: int, end: int) -> Iterator[tuple[int, Day]]:
    """Where each date of ``text[start:end]`` begins, and which it is; "the 20th" is in the month of the one before."""
    month = year = 0
    for told in _DATE.finditer(text, start, end):
        named = told["month"] or told["month_first"] or told["month_alone"]
        if told["same_month"]:
            if month:
                yield told.start(), Day(year, month, int(told["same_month"]))
            continue
        year = int(told["year"] or told["year_after"] or told["year_of_month"] or told["year_alone"] or 0)
        month = _MONTHS.index(named.lower()) + 1 if named else 0
        yield told.start(), Day(year, month, int(told["day"] or told["day_after"] or 0))
