"""When positions were taken: dates said, as ranges of days that can be ordered."""

from calendar import monthrange
from datetime import date

from sayso.records.article import SIGNED
from sayso.records.row import PositionFact
from sayso.records.said import Said, said_on

Days = tuple[date, date]
"""The first and the last day of a range, both included."""


class Times:
    """Dates said of facts. Many facts share what is told and the day of publication, so each pair is worked out once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str | None, str | None, bool], tuple[Said, Days | None]] = {}

    def said(self, fact: PositionFact) -> Said:
        return self.dated(fact)[0]

    def dated(self, fact: PositionFact) -> tuple[Said, Days | None]:
        """The date said, and the days that it can mean, as ``days_of``."""
        told = fact.told
        key = (told.expression if told else None, fact.published, fact.genre in SIGNED)
        found = self._known.get(key)
        if found is None:
            said = said_on(told, fact.published, signed=key[2])
            found = self._known[key] = said, days_of(said)
        return found


def days_of(said: Said) -> Days | None:
    """The first and the last day that the date can mean; None where there is none or no calendar has it."""
    if said.date is None:
        return None
    try:
        if len(said.date) == 10:
            day = date.fromisoformat(said.date)
            return day, day
        year = int(said.date[:4])
        if len(said.date) == 4:
            return date(year, 1, 1), date(year, 12, 31)
        month = int(said.date[5:7])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    except ValueError:
        return None
