import numpy as np
import pytest

from training.candidates import Candidate
from training.confidence import best_threshold, calibration_error, fit, holds, kept
from training.corpus import Article, Attribution

TEXT = "The mayor said taxes will rise."
ARTICLE = Article("a", TEXT, ((Attribution(((0, 9),), ((10, 14),), ((15, 30),)),),))


def candidate(*, source: list[tuple[int, int]], content: list[tuple[int, int]]) -> Candidate:
    return Candidate("a", source, [(10, 14)], content, 1.0, 1.0, -1.0, 0.9, 0.9, 3, 0.0)


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
def test_a_candidate_holds(source: list[tuple[int, int]], content: list[tuple[int, int]], truth: bool) -> None:
    assert holds([candidate(source=source, content=content)], {"a": ARTICLE}).tolist() == [truth]


def test_of_two_that_say_the_same_the_likelier_is_kept() -> None:
    found = [candidate(source=[], content=[(15, 30)]), candidate(source=[(0, 9)], content=[(15, 29)])]
    assert [c.source for c, _ in kept(found, np.array([0.6, 0.8]), threshold=0.5)] == [[(0, 9)]]


def test_below_the_threshold_nothing_is_kept() -> None:
    assert kept([candidate(source=[], content=[(15, 30)])], np.array([0.4]), threshold=0.5) == []


def test_regression_finds_the_weights_that_made_the_data() -> None:
    rng = np.random.default_rng(0)
    table = rng.normal(size=(20_000, 2)) * [1, 10]
    truth = rng.random(20_000) < 1 / (1 + np.exp(-(table @ [2.0, -0.1] + 0.5)))
    found = fit(table, truth, ridge=0.0)
    assert found.weights == pytest.approx((2.0, -0.1), abs=0.1)
    assert found.constant == pytest.approx(0.5, abs=0.1)


def test_threshold_is_the_middle_of_a_plateau() -> None:
    assert best_threshold(lambda at: 70.0 if 0.3 <= at <= 0.5 else 60.0) == pytest.approx(0.4, abs=0.02)


def test_calibration_error_of_a_constant() -> None:
    truth = np.array([True] * 30 + [False] * 70)
    assert calibration_error(np.full(100, 0.3), truth, bins=1) == 0.0
    assert calibration_error(np.full(100, 0.5), truth, bins=1) == 20.0
