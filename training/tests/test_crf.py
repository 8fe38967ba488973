import itertools

import numpy as np
import pytest
import torch

from training.crf import CONTENT, SOURCE, Crf
from training.decoding import Chain, cue_runs, runs_of, viterbi

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


def test_runs_bridge_gaps_only_when_asked() -> None:
    labels = np.array([3, 4, 0, 4, 0, 0, 3])
    assert runs_of(labels, CONTENT) == [(0, 2), (3, 4), (6, 7)]
    assert runs_of(labels, CONTENT, bridge=1) == [(0, 4), (6, 7)]


def test_a_cue_belongs_to_the_core_it_begins_in() -> None:
    inside = np.array([0, 0.9, 0.9, 0.1, 0.9, 0.8], dtype=np.float32)
    begins = np.array([False, True, False, False, True, False])
    assert cue_runs(inside, begins, 0, 2, 0.5) == [(1, 3)]
    assert cue_runs(inside, begins, 2, 6, 0.5) == [(4, 6)]
