import itertools

import numpy as np
import pytest
import torch

from sayso.model.crf import Chain, viterbi
from training.crf import Crf

LENGTH = 5


@pytest.fixture
def crf() -> Crf:
    torch.manual_seed(1)
    made = Crf()
    torch.nn.init.normal_(made.steps)
    torch.nn.init.normal_(made.starts)
    return made


@pytest.fixture
def chain(crf: Crf) -> Chain:
    steps, starts = crf.scores()
    return Chain(steps.detach().numpy(), starts.detach().numpy())


def enumerated(emissions: np.ndarray, chain: Chain) -> dict[tuple[int, ...], float]:
    """Score of every path through ``emissions`` [T, K]."""
    scores = {}
    for path in itertools.product(range(emissions.shape[1]), repeat=len(emissions)):
        score = chain.starts[path[0]] + sum(emissions[t, label] for t, label in enumerate(path))
        scores[path] = float(score + sum(chain.steps[a, b] for a, b in itertools.pairwise(path)))
    return scores


def test_best_path_and_its_probability_match_enumeration(chain: Chain) -> None:
    emissions = np.random.default_rng(0).normal(size=(LENGTH, 5)).astype(np.float32)
    scores = enumerated(emissions, chain)
    best = max(scores, key=scores.__getitem__)
    labels, chance = viterbi([emissions], chain)
    assert tuple(labels[0]) == best
    assert chance[0] == pytest.approx(scores[best] - np.logaddexp.reduce(list(scores.values())), abs=1e-4)


def test_loss_is_minus_the_log_probability(crf: Crf, chain: Chain) -> None:
    emissions = torch.randn(1, LENGTH, 5)
    labels, chance = viterbi([emissions[0].numpy()], chain)
    loss = crf.loss(emissions, torch.from_numpy(labels[0])[None], torch.ones(1, LENGTH, dtype=torch.bool))
    assert loss.item() == pytest.approx(-chance[0], abs=1e-4)


@pytest.mark.parametrize("length", [2, 3, 4])
def test_loss_ignores_padding(crf: Crf, length: int) -> None:
    emissions, labels = torch.randn(1, LENGTH, 5), torch.zeros(1, LENGTH, dtype=torch.int64)
    mask = torch.arange(LENGTH)[None] < length
    short = crf.loss(emissions[:, :length], labels[:, :length], mask[:, :length])
    assert crf.loss(emissions, labels, mask).item() == pytest.approx(short.item(), abs=1e-4)
