"""Who held an office on a day (codebook, decision 18): from dates to any precision, only where all of what was said lies in them."""

from calendar import monthrange
from datetime import date

from sayso.records.registry import Tenure
from sayso.registry.words import body_words, words_in

Days = tuple[date, date]


def days_of(text: str) -> Days | None:
    """The first and the last day that an ISO 8601 date to any precision can mean; None for what is no date."""
    try:
        if len(text) >= 10:
            day = date.fromisoformat(text[:10])
            return day, day
        year = int(text[:4])
        if len(text) == 4:
            return date(year, 1, 1), date(year, 12, 31)
        month = int(text[5:7])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    except ValueError:
        return None


def office_key(title: str) -> str:
    """The form under which an office is looked for: its words without small ones, in order of the alphabet."""
    return " ".join(sorted(body_words(words_in(title))))


def held_on(tenure: Tenure, said: str) -> bool:
    """Whether the tenure holds for every day that ``said`` may mean; of a bound known to the month or year, the whole of it counts.

    An open end holds on; a tenure without any date holds on no day, since it is not known when it was.
    """
    days = days_of(said)
    if days is None or not (tenure.first or tenure.last):
        return False
    first = days_of(tenure.first) if tenure.first else (date.min, date.min)
    last = days_of(tenure.last) if tenure.last else (date.max, date.max)
    if first is None or last is None:
        return False
    return first[0] <= days[0] and days[1] <= last[1]
