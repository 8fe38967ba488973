from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records.said import UNSAID, Said, Told, said_on


@pytest.mark.parametrize(
    ("told", "published", "said"),
    [
        ("2019-04-04", None, Said("2019-04-04", "day", "text")),
        ("2019-04", "2031-03-05", Said("2019-04", "month", "text")),
        ("2009", "2018", Said("2009", "year", "text")),
        ("W1", "2031-03-05", Said("2031-03-03", "day", "text")),
        ("W3", "2031-03-05", Said("2031-03-05", "day", "text")),
        ("+W1", "2031-03-05", Said("2031-03-10", "day", "text")),
        ("+W3", "2031-03-05", Said("2031-03-12", "day", "text")),
        ("D-1", "2031-03-01T08:30Z", Said("2031-02-28", "day", "text")),
        ("M-1", "2031-01-05", Said("2030-12", "month", "text")),
        ("Y-1", "2031-01-05", Said("2030", "year", "text")),
        ("--04-04", "2031-03-05", Said("2030-04-04", "day", "text")),
        ("--03-05", "2031-03-05", Said("2031-03-05", "day", "text")),
        ("--12", "2031-03-05", Said("2030-12", "month", "text")),
        ("D0", "2031-03-05", Said("2031-03-05", "day", "published")),
        ("+--03-04", "2031-03-05", Said("2032-03-04", "day", "text")),
        ("+--03-05", "2031-03-05", Said("2031-03-05", "day", "text")),
        ("+--04", "2031-03-05", Said("2031-04", "month", "text")),
        ("P", "2031-03-05", Said("2031-03-05", "day", "published")),
    ],
)
def test_an_expression_comes_to_a_date(told: str, published: str | None, said: Said) -> None:
    assert said_on(Told(told), published) == said


@pytest.mark.parametrize("told", ["W1", "D0", "--04-04", "M-1", "P"])
@pytest.mark.parametrize("published", [None, "2031", "2031-03", "soon"])
def test_without_a_day_of_publication_no_date_is_guessed(told: str, published: str | None) -> None:
    assert said_on(Told(told), published) == UNSAID


def test_a_day_no_calendar_has_is_no_date() -> None:
    assert said_on(Told("--02-30"), "2031-03-05") == UNSAID


def test_a_signed_text_speaks_on_its_day() -> None:
    assert said_on(None, "2031-03-05", signed=True) == Said("2031-03-05", "day", "published")
    assert said_on(None, "2031-03-05") == UNSAID
    assert said_on(Told("2009"), "2031-03-05", signed=True) == Said("2009", "year", "text")


@pytest.mark.parametrize("form", ["", "Monday", "W8", "2019-4-4", "D", "--4", "2019-04-04T10:00", "P1"])
def test_other_forms_are_refused(form: str) -> None:
    with pytest.raises(ValueError, match="tells no time"):
        Told(form)


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.sampled_from(["W1", "W7", "+W4", "D-9999", "M-9999", "Y-9999", "--02-29"]),
)
def test_any_day_of_publication_is_taken(published: date, form: str) -> None:
    said = said_on(Told(form), published.isoformat())
    assert (said.date is None) == (said.precision == "unknown")
