"""An office resolves to its holder on the date said, and only where the dates bear it out."""

import pytest

from sayso.records.registry import Tenure
from sayso.registry.holders import held_on, office_key


@pytest.mark.parametrize(
    ("first", "last", "said", "held"),
    [
        ("2028-05-01", "2031-04-05", "2031-04-05", True),
        ("2028-05-01", "2031-04-05", "2031-04-06", False),
        ("2028-05-01", "2031-04-05", "2028-04-30", False),
        ("2028-05-01", None, "2099", True),
        (None, "2031", "1999-01", True),
        (None, None, "2031", False),
        ("2028-05-01", None, "2028", False),
        ("2028-05-01", None, "2028-05", True),
        ("2028", "2031", "2031-12-31", True),
        ("2028", "2031", "2032", False),
        ("2028", "soon", "2029", False),
        ("2028", "2031", "sometime", False),
    ],
)
def test_held_on(first: str | None, last: str | None, said: str, held: bool) -> None:
    assert held_on(Tenure("office", "President of Varn", first, last), said) is held


def test_an_office_is_found_however_its_words_are_ordered() -> None:
    assert office_key("the President of Varn") == office_key("Varn president") != office_key("Vice-President of Varn")
