"""Cues, runs of labels, and how sure a part is."""

import numpy as np
import pytest

from sayso.extract.candidates import cue_runs, runs_of, sureness
from sayso.model.crf import CONTENT, SOURCE


def cues(*begin_inside: tuple[float, float]) -> np.ndarray:
    """Probabilities [T, 3] from those of begin and inside."""
    return np.array([(1 - b - i, b, i) for b, i in begin_inside], dtype=np.float32)


def test_a_cue_belongs_to_the_core_it_begins_in() -> None:
    table = cues((0, 0), (0.9, 0), (0, 0.9), (0, 0.1), (0.9, 0), (0, 0.8))
    assert cue_runs(table, 0, 2, 0.5) == [(1, 3)]
    assert cue_runs(table, 2, 6, 0.5) == [(4, 6)]


def test_a_token_that_begins_starts_another_cue() -> None:
    assert cue_runs(cues((0.9, 0), (0.8, 0.1), (0, 0.9)), 0, 3, 0.5) == [(0, 1), (1, 3)]


def test_begin_and_inside_count_together() -> None:
    assert cue_runs(cues((0.3, 0.3)), 0, 1, 0.5) == [(0, 1)]
    assert cue_runs(cues((0.2, 0.2)), 0, 1, 0.5) == []


@pytest.mark.parametrize(("bridge", "runs"), [(0, [(0, 2), (3, 4), (6, 7)]), (1, [(0, 4), (6, 7)]), (2, [(0, 7)])])
def test_runs_bridge_gaps(bridge: int, runs: list[tuple[int, int]]) -> None:
    assert runs_of(np.array([3, 4, 0, 4, 0, 0, 3]), CONTENT, bridge=bridge) == runs


def test_sureness_is_the_mean_over_the_part() -> None:
    table = np.array([[0.2, 0.5, 0.3, 0, 0], [0.6, 0, 0.4, 0, 0], [1, 0, 0, 0, 0]], dtype=np.float32)
    assert sureness(table, np.array([1, 2, 0]), SOURCE) == pytest.approx(0.6)


def test_sureness_of_a_part_that_is_nowhere() -> None:
    table = np.array([[0.7, 0.3, 0, 0, 0], [1, 0, 0, 0, 0]], dtype=np.float32)
    assert sureness(table, np.array([0, 0]), SOURCE) == pytest.approx(0.7)
