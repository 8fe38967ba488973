"""Dates are taken as stated, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.ingest.dates import given_date, iso_date
from sayso.records.dates import is_date


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2031", "2031"),
        ("2031-04", "2031-04"),
        ("2031-04-05T18:30:00.000Z", "2031-04-05T18:30:00.000Z"),
        ("2031-04-05 18:30:00", "2031-04-05T18:30:00"),
        ("2031-04-05T18:30:00+0200", "2031-04-05T18:30:00+02:00"),
        ("2031-04-05T18:30:00-05", "2031-04-05T18:30:00-05:00"),
        ("2031/04/05", "2031-04-05"),
        ("20310405", "2031-04-05"),
        ("Sat, 05 Apr 2031 10:00:00 -0400", "2031-04-05T10:00:00-04:00"),
        ("April 5, 2031", "2031-04-05"),
        ("April 5, 2031 Saturday", "2031-04-05"),
        ("April 5, 2031 Saturday 10:55 AM EST", "2031-04-05"),
        ("Saturday, 5 April 2031", "2031-04-05"),
        ("5th Sept. 2031 at 12:00 BST", "2031-09-05"),
        ("April 2031", "2031-04"),
        ("25/04/2031", "2031-04-25"),
        ("04/04/2031", "2031-04-04"),
    ],
)
def test_what_states_a_date(stated: str, date: str) -> None:
    assert iso_date(stated) == date


@pytest.mark.parametrize(
    "stated", ["", "may", "1 of 3", "30 February 2031", "2031-13-40", "04/05/2031", "99/99/2031", "soon", "5 " * 100]
)
def test_what_states_none(stated: str) -> None:
    assert iso_date(stated) is None


def test_an_order_decides_between_two_days() -> None:
    assert (iso_date("04/05/2031", "dmy"), iso_date("04/05/2031", "mdy")) == ("2031-05-04", "2031-04-05")
    assert iso_date("25/04/2031", "mdy") is None


def test_a_cell_that_is_empty_holds_no_date() -> None:
    assert [given_date(each, "day") for each in ("", " ", "NA", "n/a", "NaT", "null")] == [None] * 6


@pytest.mark.parametrize(("value", "told"), [("04/05/2031", "--dates dmy"), ("soon", "no date")])
def test_a_cell_with_something_else_fails_and_says_what_to_do(value: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        given_date(value, "day")


@given(st.text(max_size=100) | st.dates().map(str) | st.datetimes().map(lambda each: each.strftime("%d %B %Y")))
def test_whatever_is_given_a_date_is_one(text: str) -> None:
    found = iso_date(text)
    assert found is None or is_date(found)
