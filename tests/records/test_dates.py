"""What counts as a date."""

import pytest

from sayso.records.dates import is_date


@pytest.mark.parametrize(
    "text",
    [
        "2031",
        "2031-04",
        "2031-04-05",
        "2032-02-29",
        "2031-04-05T18:30",
        "2031-04-05T18:30:59.123456789Z",
        "2031-04-05T18:30+02:00",
    ],
)
def test_a_date_is_as_precise_as_is_known(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31",
        "0000",
        "2031-4",
        "2031-13",
        "2031-02-29",
        "20310405",
        "2031-W14",
        "5 April 2031",
        "2031-04-05T",
        "2031-04-05T25:00",
        "2031-04-05 18:30",
        "2031-04-05\n",
        "٢٠٣١",
    ],
)
def test_what_is_not_iso_8601_or_in_no_calendar_is_no_date(text: str) -> None:
    assert not is_date(text)
