import numpy as np
import pytest

from sayso.extract.anchoring import Parts
from sayso.extract.candidates import Evidence
from sayso.extract.proposals import Proposal
from training.candidates import holds
from training.confidence import best_threshold, fit
from training.corpus import Article, Attribution

TEXT = "The mayor said taxes will rise."
ARTICLE = Article("a", TEXT, ((Attribution(((0, 9),), ((10, 14),), ((15, 30),)),),))


def proposal(*, source: list[tuple[int, int]], content: list[tuple[int, int]]) -> Proposal:
    parts = Parts(tuple(source), ((10, 14),), tuple(content))
    return Proposal(parts, Evidence(1.0, 1.0, -1.0, 0.9, 0.9, 3), 0.0, False)


@pytest.mark.parametrize(
    ("source", "content", "truth"),
    [
        ([(4, 9)], [(15, 30)], True),
        ([(4, 9)], [(21, 30)], True),
        ([(4, 9)], [(26, 30)], False),
        ([(10, 14)], [(15, 30)], False),
        ([], [(15, 30)], False),
    ],
)
def test_a_proposal_holds(source: list[tuple[int, int]], content: list[tuple[int, int]], truth: bool) -> None:
    assert holds(proposal(source=source, content=content), ARTICLE) == truth


def test_regression_finds_the_weights_that_made_the_data() -> None:
    rng = np.random.default_rng(0)
    table = rng.normal(size=(20_000, 2)) * [1, 10]
    truth = rng.random(20_000) < 1 / (1 + np.exp(-(table @ [2.0, -0.1] + 0.5)))
    found = fit(table, truth, ridge=0.0)
    assert found.weights == pytest.approx((2.0, -0.1), abs=0.1)
    assert found.constant == pytest.approx(0.5, abs=0.1)


def test_threshold_is_the_middle_of_a_plateau() -> None:
    assert best_threshold(lambda at: 70.0 if 0.3 <= at <= 0.5 else 60.0) == pytest.approx(0.4, abs=0.02)
