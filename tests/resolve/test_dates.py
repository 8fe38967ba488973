"""Dates as a text writes them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.dates import ALWAYS, NEVER, Day, days, not_after

DATES = st.dates(date(1500, 1, 1), date(2199, 12, 31))
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def day(made: date) -> Day:
    return Day(made.year, made.month, made.day)


@given(DATES)
def test_a_date_is_read_however_it_is_written(made: date) -> None:
    month = MONTHS[made.month - 1]
    for text in (
        f"{made.day} {month} {made.year}",
        f"{month} {made.day}, {made.year}",
        f"the {made.day}th of {month} {made.year}",
    ):
        assert [found for _, found in days(text, 0, len(text))] == [day(made)]


@given(DATES, DATES)
def test_full_dates_compare_as_they_follow_each_other(one: date, other: date) -> None:
    assert not_after(day(one), day(other)) == (one <= other)
    assert not_after(ALWAYS, day(one))
    assert not_after(day(one), NEVER)


def test_the_20th_is_in_the_month_before_it() -> None:
    text = "on 3 October and on the 20th"
    assert [found for _, found in days(text, 0, len(text))] == [Day(0, 10, 3), Day(0, 10, 20)]


def test_what_one_date_leaves_out_is_not_compared() -> None:
    assert not_after(Day(0, 4, 13), Day(2020, 5, 9))
    assert not_after(Day(2020, 5, 9), Day(2020))
    assert not not_after(Day(0, 4, 13), Day(2020))
