"""Text made to exhaust a pattern: everything that reads the layout comes to an end, in time that grows with the text."""

import pytest

from sayso.extract.boundaries import widen
from sayso.extract.layout import lay_out
from sayso.extract.signatures import signatures
from sayso.extract.turns import turns

PIECES = [
    *("A ", "a.", "a-", "A'", "_", "a_", "“", "”", '"', "''", "‘", "’", "— ", "-- ", "- A ", ": ", "A: ", "A : a\n"),
    *(
        "(",
        "(a ",
        "A (b) ",
        "\n",
        "\r\n",
        "|",
        "Home | ",
        "Read more ",
        "facebook ",
        "Photo: ",
        "©",
        ".",
        "! ",
        "’s ",
        "@",
        "1,",
        "1.1",
    ),
    *("“a” — A\n", '"a" -- A b\n', "« ", "\u0301", "\u200b", "A.B.", "tweet ", "share ", "and the "),
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("frame", ["{}", "“We stay,” — {}", '"We stay," -- {}!', "Ada Roe: {}", "{}\n\n{}"])
def test_repetition_ends(piece: str, frame: str) -> None:
    text = frame.replace("{}", piece * 1500)
    layout = lay_out(text)
    found = [*signatures(text, layout), *turns(text, layout)]
    assert all(0 <= each.frame[0] < each.frame[1] <= len(text) for each in found)


@pytest.mark.parametrize("piece", PIECES)
def test_short_lines_end(piece: str) -> None:
    for length in range(1, 60):
        line = (piece * 60)[:length]
        text = f"“We stay in the house of the mayor.” — {line}"
        signatures(text, lay_out(text))
        assert widen(text, 0, len(text)) is not None
