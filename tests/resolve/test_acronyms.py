"""Names that an acronym in brackets spells out."""

import pytest

from sayso.resolve.acronyms import spelt_out
from sayso.resolve.names import find_names
from sayso.resolve.tokens import tokens


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They asked Transport for Norr (TfN) today.", "Transport for Norr"),
        ("They asked the Institute of Soils and Inland Waters (ISIW) today.", "Institute of Soils and Inland Waters"),
        ("They asked the Department of Energy (DOE) today.", "Department of Energy"),
        ("They asked Norr Gas and Electric Company (NG&E) today.", "Norr Gas and Electric Company"),
    ],
)
def test_the_whole_name(text: str, name: str) -> None:
    found = tokens(text, ())
    assert name in [found.text[found.starts[n.first] : found.ends[n.last - 1]] for n in find_names(found)]


@pytest.mark.parametrize("text", ["They asked Ana Roe (R-TX) today.", "They came (at 5 PM) today.", "It cost (NOK) 5."])
def test_other_brackets(text: str) -> None:
    assert spelt_out(tokens(text, ())) == {}
