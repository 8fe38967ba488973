"""The development pairs compile, flip, and stand in one part each."""

from collections import Counter

import pytest

from eval.minimal_pairs import read_pairs
from training.pairs import EVERY, FOLDER, PARTS, part_of


@pytest.fixture(scope="module")
def parts() -> Counter[tuple[int, str]]:
    return Counter((pair.decision, part_of(pair)) for pair in read_pairs(FOLDER))


OF_ACTORS = {15, 16, 18, 22, 25}
"""Decisions whose pairs turn on actors; they have fewer pairs."""


def test_each_decision_has_pairs_enough(parts: Counter[tuple[int, str]]) -> None:
    decisions = {decision for decision, _ in parts}
    assert decisions == {2, 3, 4, 5, 6, 7, 8, 9, 14, 24} | OF_ACTORS
    assert all(
        sum(parts[decision, part] for part in PARTS) >= (20 if decision in OF_ACTORS else 30) for decision in decisions
    )


def test_every_third_pair_is_held_back(parts: Counter[tuple[int, str]]) -> None:
    for decision in {decision for decision, _ in parts}:
        whole = sum(parts[decision, part] for part in PARTS)
        assert parts[decision, "held"] == whole // EVERY
