"""Dates as a person gives them: ISO 8601, as precise as is known, kept as written."""

import re
from datetime import datetime

_SHAPE = re.compile(
    r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
)
_FIRST_DAY = "0000-01-01"
"""What a year or a month is completed from, to see whether the calendar has it."""


def is_date(text: str) -> bool:
    """Whether ``text`` is a year, a month, a day or a day with a time: 2031, 2031-04, 2031-04-05, 2031-04-05T18:30.

    Seconds and a zone (Z or +02:00) may follow the time. A day that no calendar has is no date.
    """
    if not _SHAPE.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text + _FIRST_DAY[len(text) :])
    except ValueError:
        return False
    return True
