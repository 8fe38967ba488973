from pathlib import Path

import numpy as np
import pytest

from sayso.errors import ModelError
from sayso.model.antecedents import AFTER, BEFORE, MARGIN, AntecedentModel, view
from sayso.model.attribution import Tokens
from sayso.model.states import States


def states(count: int = 600) -> States:
    """Tokens of one character with a blank between them."""
    at = np.arange(count, dtype=np.int64)
    return States(
        Tokens(at, 2 * at, 2 * at + 1), np.zeros((count, 6), dtype=np.int64), np.zeros((count, 4), dtype=np.float16)
    )


def token(n: int, size: int = 1) -> tuple[int, int]:
    return 2 * n, 2 * (n + size) - 1


def test_ranges_are_counted_from_the_start_of_the_view() -> None:
    found = view(states(), token(100), [token(90, 2), token(104)])
    assert found is not None
    assert (found.start, found.end) == (90 - MARGIN, 105 + MARGIN)
    assert [(a + found.start, b + found.start) for a, b in found.candidates] == [(90, 92), (104, 105)]
    assert found.pronoun == (100 - found.start, 101 - found.start)


def test_what_is_too_far_is_not_seen() -> None:
    far = [token(300 - BEFORE - 1), token(300 - BEFORE), token(300 + AFTER), token(300 + AFTER + 2)]
    found = view(states(), token(300), far)
    assert found is not None
    assert found.seen == (1, 2)


@pytest.mark.parametrize("candidates", [[], [token(1)]])
def test_nothing_in_sight(candidates: list[tuple[int, int]]) -> None:
    assert view(states(), token(500), candidates) is None


def test_a_pronoun_without_tokens_is_not_seen() -> None:
    assert view(states(3), (50, 52), [token(1)]) is None


def test_weights_that_are_missing_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot read the model's manifest"):
        AntecedentModel(tmp_path)
