"""Every minimal pair compiles, flips what it says, and differs in little."""

from collections import Counter
from difflib import SequenceMatcher

import pytest

from eval.minimal_pairs import Pair, read_pairs, value_of

PAIRS = list(read_pairs())
DECISIONS = [*range(2, 15), 19, 23, 24]
FEWEST = 10


def name(pair: Pair) -> str:
    return f"{pair.decision}-{pair.number}"


def test_every_decision_has_enough() -> None:
    counted = Counter(pair.decision for pair in PAIRS)
    assert sorted(counted) == DECISIONS
    assert min(counted.values()) >= FEWEST


@pytest.mark.parametrize("pair", PAIRS, ids=name)
def test_the_sides_flip(pair: Pair) -> None:
    assert value_of(pair.a, pair.flip) != value_of(pair.b, pair.flip)


@pytest.mark.parametrize("pair", PAIRS, ids=name)
def test_the_texts_are_nearly_the_same(pair: Pair) -> None:
    one, other = pair.a["text"].split(), pair.b["text"].split()
    assert one != other
    assert SequenceMatcher(None, one, other, autojunk=False).ratio() > 0.4


def test_no_text_is_used_twice() -> None:
    texts = Counter(side["text"] for pair in PAIRS for side in (pair.a, pair.b))
    assert texts.most_common(1)[0][1] == 1
