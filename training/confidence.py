"""Fitting the confidence: a logistic regression on what the model says of a proposal."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.extract.confidence import Regression, explain
from training.candidates import Proposed

Matrix = NDArray[np.float64]
Flags = NDArray[np.bool_]


def fit(table: Matrix, truth: Flags, *, ridge: float = 1.0, rounds: int = 30) -> Regression:
    """Logistic regression by Newton's method on ``table`` [N, F]; ``ridge`` weighs the squares of standardised weights."""
    mean, scale = table.mean(0), table.std(0) + 1e-9
    design = np.column_stack([(table - mean) / scale, np.ones(len(table))])
    penalty = np.diag([ridge] * table.shape[1] + [0.0])
    weights = np.zeros(design.shape[1])
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (truth - chance) - penalty @ weights
        bend = (design * (chance * (1 - chance))[:, None]).T @ design + penalty
        weights += np.linalg.solve(bend, slope)
    plain = weights[:-1] / scale
    return Regression(tuple(plain.tolist()), float(weights[-1] - plain @ mean))


def fit_out_of_fold(
    proposed: Sequence[Proposed], truth: Flags, known: Flags, *, folds: int = 5
) -> tuple[Regression, Matrix]:
    """(regression on all proposals that are ``known``, probability of each [N] from one that never saw its article)."""
    table = np.array([explain(each) for one in proposed for each in one.proposals])
    fold = np.array([n % folds for n, one in enumerate(proposed) for _ in one.proposals])
    chance = np.zeros(len(table))
    for n in range(folds):
        seen = known & (fold != n)
        part = fit(table[seen], truth[seen])
        chance[fold == n] = logistic(part, table[fold == n])
    return fit(table[known], truth[known]), chance


def logistic(regression: Regression, table: Matrix) -> Matrix:
    """Probabilities [N] for rows of features [N, F]."""
    return np.asarray(1 / (1 + np.exp(-(table @ np.array(regression.weights) + regression.constant))))


def best_threshold(score: Callable[[float], float], *, low: float = 0.2, high: float = 0.7) -> float:
    """The middle of the thresholds whose score is within 0.2 of the best: one peak on little data is luck."""
    tried = np.arange(low, high + 1e-9, 0.02)
    scores = np.array([score(float(each)) for each in tried])
    near = tried[scores >= scores.max() - 0.2]
    return round(float(np.median(near)), 2)
