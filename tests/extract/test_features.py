"""What the model is told about each token besides its id."""

import numpy as np
import pytest

from sayso.extract.features import Case, Quote, Start, features
from sayso.extract.layout import lay_out
from sayso.model.attribution import Ints, framed_features

TEXT = "The mayor said “taxes will rise”.\n\nShe LIES. McCain said."


def table_of(text: str, pieces: list[str]) -> Ints:
    """Features of ``pieces``, which stand in ``text`` in this order."""
    starts, at = [], 0
    for piece in pieces:
        starts.append(text.index(piece, at))
        at = starts[-1] + len(piece)
    return features(text, np.array(starts, dtype=np.int64), lay_out(text))


def column(which: int) -> dict[str, int]:
    pieces = ["The", "mayor", "“", "taxes", "will", "”", "She", "LIES", "McCa", "in", "said"]
    return dict(zip(pieces, table_of(TEXT, pieces)[:, which].tolist(), strict=True))


@pytest.mark.parametrize(
    ("word", "shape"),
    [("taxes", Case.LOWER), ("The", Case.CAPITALISED), ("LIES", Case.UPPER), ("McCa", Case.MIXED), ("in", Case.MIXED)],
)
def test_case_is_that_of_the_whole_word(word: str, shape: Case) -> None:
    assert column(0)[word] == shape


@pytest.mark.parametrize(
    ("piece", "state"),
    [
        ("mayor", Quote.OUTSIDE),
        ("“", Quote.OPENING),
        ("will", Quote.INSIDE),
        ("”", Quote.CLOSING),
        ("LIES", Quote.OUTSIDE),
    ],
)
def test_quote_state(piece: str, state: Quote) -> None:
    assert column(1)[piece] == state


def test_both_characters_of_two_single_marks_are_a_mark() -> None:
    pieces = ["She", "said", "'", "'", "taxes", "rise", ".", "'", "'"]
    assert table_of("She said ''taxes rise.''", pieces)[:, 1].tolist() == [0, 0, 2, 2, 1, 1, 1, 3, 3]


@pytest.mark.parametrize(
    ("piece", "what"),
    [("mayor", Start.NOTHING), ("The", Start.PARAGRAPH), ("She", Start.PARAGRAPH), ("McCa", Start.SENTENCE)],
)
def test_starts(piece: str, what: Start) -> None:
    assert column(2)[piece] == what


def test_numbers_never_fall() -> None:
    numbers = table_of(TEXT, TEXT.split())[:, 3:]
    assert (np.diff(numbers, axis=0) >= 0).all()
    assert numbers[-1].tolist() == [3, 2, 1]


def test_special_tokens_say_nothing_but_stand_beside_their_neighbours() -> None:
    inner = np.array([[1, 2, 2, 5, 3, 1], [0, 1, 0, 6, 4, 1]])
    outer = framed_features(inner)
    assert outer[0].tolist() == [0, 0, 0, 5, 3, 1]
    assert outer[-1].tolist() == [0, 0, 0, 6, 4, 1]


def test_an_empty_text_has_no_tokens() -> None:
    assert table_of("", []).shape == (0, 6)
