"""The best path is the best, alone and beside others; its probability is exact."""

import itertools

import numpy as np
import pytest

from sayso.model.crf import CONTENT, LABELS, SOURCE, Chain, viterbi

FORBIDDEN = -1e4


@pytest.fixture
def chain() -> Chain:
    """Random scores, in which no part continues that has not begun."""
    rng = np.random.default_rng(1)
    steps = rng.normal(size=(5, 5)).astype(np.float32)
    starts = rng.normal(size=5).astype(np.float32)
    for begin in (SOURCE, CONTENT):
        others = [label for label in range(5) if label not in (begin, begin + 1)]
        steps[others, begin + 1] = starts[begin + 1] = FORBIDDEN
    return Chain(steps, starts)


def scores_of_all_paths(emissions: np.ndarray, chain: Chain) -> dict[tuple[int, ...], float]:
    scores = {}
    for path in itertools.product(range(emissions.shape[1]), repeat=len(emissions)):
        score = chain.starts[path[0]] + sum(emissions[t, label] for t, label in enumerate(path))
        scores[path] = float(score + sum(chain.steps[a, b] for a, b in itertools.pairwise(path)))
    return scores


@pytest.mark.parametrize("seed", range(5))
def test_best_path_and_its_probability_match_enumeration(chain: Chain, seed: int) -> None:
    emissions = np.random.default_rng(seed).normal(size=(5, len(LABELS))).astype(np.float32)
    scores = scores_of_all_paths(emissions, chain)
    best = max(scores, key=scores.__getitem__)
    labels, chance = viterbi([emissions], chain)
    assert tuple(labels[0]) == best
    assert chance[0] == pytest.approx(scores[best] - np.logaddexp.reduce(list(scores.values())), abs=1e-4)


def test_cues_of_several_lengths_decode_as_they_do_alone(chain: Chain) -> None:
    rng = np.random.default_rng(3)
    emissions = [rng.normal(size=(length, 5)).astype(np.float32) for length in (3, 30, 11)]
    together, chances = viterbi(emissions, chain)
    for one, labels, chance in zip(emissions, together, chances, strict=True):
        alone, own = viterbi([one], chain)
        assert (alone[0] == labels).all()
        assert own[0] == pytest.approx(chance, abs=1e-3)


def test_no_path_continues_what_has_not_begun(chain: Chain) -> None:
    emissions = np.zeros((8, 5), dtype=np.float32)
    emissions[:, SOURCE + 1] = emissions[:, CONTENT + 1] = 5
    labels = viterbi([emissions], chain)[0][0].tolist()
    before = [None, *labels]
    assert all(before[t] in (label - 1, label) for t, label in enumerate(labels) if label in (SOURCE + 1, CONTENT + 1))


def test_no_cue_has_no_path(chain: Chain) -> None:
    labels, chances = viterbi([], chain)
    assert labels == []
    assert chances.shape == (0,)
