import numpy as np
import pytest
from tokenizers import Tokenizer

from training.encoding import encode
from training.features import Case, Quote, Start, framed

TEXT = "The mayor said “taxes will rise”.\n\nShe LIES. McCain said."


def column(text: str, tokenizer: Tokenizer, which: int) -> dict[str, int]:
    """Feature by token text; the last of equal tokens wins."""
    encoded = encode(text, tokenizer)
    tokens = encoded.tokens
    pieces = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    return dict(zip(pieces, encoded.features[:, which].tolist(), strict=True))


@pytest.mark.parametrize(
    ("word", "shape"),
    [("taxes", Case.LOWER), ("The", Case.CAPITALISED), ("LIES", Case.UPPER), ("McCa", Case.MIXED), ("in", Case.MIXED)],
)
def test_case_is_that_of_the_whole_word(word: str, shape: Case, tokenizer: Tokenizer) -> None:
    assert column(TEXT, tokenizer, 0)[word] == shape


@pytest.mark.parametrize(
    ("piece", "state"),
    [("mayor", Quote.OUTSIDE), ("“", Quote.OPENING), ("will", Quote.INSIDE), ("”", Quote.CLOSING), ("LIES", Quote.OUTSIDE)],
)
def test_quote_state(piece: str, state: Quote, tokenizer: Tokenizer) -> None:
    assert column(TEXT, tokenizer, 1)[piece] == state


def test_both_characters_of_two_single_marks_are_a_mark(tokenizer: Tokenizer) -> None:
    states = encode("She said ''taxes rise.''", tokenizer).features[:, 1].tolist()
    assert states == [0, 0, 2, 2, 1, 1, 1, 3, 3]


@pytest.mark.parametrize(
    ("piece", "what"), [("mayor", Start.NOTHING), ("The", Start.PARAGRAPH), ("She", Start.PARAGRAPH), ("McCa", Start.SENTENCE)]
)
def test_starts(piece: str, what: Start, tokenizer: Tokenizer) -> None:
    assert column(TEXT, tokenizer, 2)[piece] == what


def test_numbers_never_fall(tokenizer: Tokenizer) -> None:
    numbers = encode(TEXT, tokenizer).features[:, 3:]
    assert (np.diff(numbers, axis=0) >= 0).all()
    assert numbers[-1].tolist() == [3, 2, 1]


def test_special_tokens_say_nothing_but_stand_beside_their_neighbours() -> None:
    inner = np.array([[1, 2, 2, 5, 3, 1], [0, 1, 0, 6, 4, 1]])
    outer = framed(inner)
    assert outer[0].tolist() == [0, 0, 0, 5, 3, 1]
    assert outer[-1].tolist() == [0, 0, 0, 6, 4, 1]


def test_an_empty_text_has_no_tokens(tokenizer: Tokenizer) -> None:
    assert encode("", tokenizer).features.shape == (0, 6)
