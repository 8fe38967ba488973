"""The development pairs compile, flip, and stand in one part each."""

from collections import Counter

import pytest

from eval.minimal_pairs import read_pairs
from training.pairs import EVERY, FOLDER, PARTS, part_of


@pytest.fixture(scope="module")
def parts() -> Counter[tuple[int, str]]:
    return Counter((pair.decision, part_of(pair)) for pair in read_pairs(FOLDER))


def test_each_decision_has_thirty_pairs_or_more(parts: Counter[tuple[int, str]]) -> None:
    decisions = {decision for decision, _ in parts}
    assert decisions == {2, 3, 4, 5, 6, 7, 8, 9, 14, 24}
    assert all(sum(parts[decision, part] for part in PARTS) >= 30 for decision in decisions)


def test_every_third_pair_is_held_back(parts: Counter[tuple[int, str]]) -> None:
    for decision in {decision for decision, _ in parts}:
        whole = sum(parts[decision, part] for part in PARTS)
        assert parts[decision, "held"] == whole // EVERY
