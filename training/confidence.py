"""The probability that a candidate holds as a whole, and which candidates to keep.

A candidate holds when its content overlaps a true one by half or more (Jaccard over characters that are no white
space) and its source overlaps that one's source, or neither has one. A logistic regression on what the model says
about a candidate gives the probability; it is fitted on articles that no weight was trained on.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.candidates import Candidate
from training.corpus import Article, Span

Matrix = NDArray[np.float64]
NAMES = ("cue_score", "verdict", "path", "source_sureness", "content_sureness", "no_source", "length", "quoted")


def explain(candidate: Candidate) -> list[float]:
    """What the regression sees of a candidate, in the order of ``NAMES``: logits, a log, and one flag."""
    return [
        candidate.cue_score,
        candidate.verdict,
        max(candidate.path, -8.0),
        _logit(candidate.source_sureness),
        _logit(candidate.content_sureness),
        float(not candidate.source),
        math.log(max(candidate.content_tokens, 1)),
        candidate.quoted,
    ]


@dataclass(frozen=True, slots=True)
class Regression:
    """Weights of ``NAMES`` and a constant; ``probability`` is the logistic of their sum."""

    weights: tuple[float, ...]
    constant: float

    def probability(self, candidates: Sequence[Candidate]) -> NDArray[np.float64]:
        """Probabilities [N] that the candidates hold."""
        table = np.array([explain(each) for each in candidates]).reshape(-1, len(NAMES))
        return 1 / (1 + np.exp(-(table @ np.array(self.weights) + self.constant)))


def fit(table: Matrix, truth: NDArray[np.bool_], *, ridge: float = 1.0, rounds: int = 30) -> Regression:
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
    candidates: Sequence[Candidate], truth: NDArray[np.bool_], *, folds: int = 5
) -> tuple[Regression, NDArray[np.float64]]:
    """(regression on all candidates, probability of each from a regression that never saw its article)."""
    table = np.array([explain(each) for each in candidates])
    articles = sorted({each.article for each in candidates})
    fold_of = {article: n % folds for n, article in enumerate(articles)}
    fold = np.array([fold_of[each.article] for each in candidates])
    chance = np.zeros(len(candidates))
    for n in range(folds):
        part = fit(table[fold != n], truth[fold != n])
        chance[fold == n] = part.probability([c for c, own in zip(candidates, fold, strict=True) if own == n])
    return fit(table, truth), chance


def holds(candidates: Sequence[Candidate], articles: Mapping[str, Article]) -> NDArray[np.bool_]:
    """Whether each candidate holds; two candidates for one true statement may both."""
    return np.array([_holds(each, articles[each.article]) for each in candidates], dtype=bool)


def kept(
    candidates: Sequence[Candidate], chance: NDArray[np.float64], *, threshold: float, overlap: float = 0.7
) -> list[tuple[Candidate, float]]:
    """Candidates of at least ``threshold``, without those whose content nearly repeats that of a likelier one."""
    chosen: dict[str, list[tuple[Candidate, float, set[int]]]] = {}
    for n in np.argsort(-chance, kind="stable"):
        candidate, own = candidates[n], float(chance[n])
        if own < threshold:
            break
        covered = _indices(candidate.content)
        others = chosen.setdefault(candidate.article, [])
        if all(len(covered & other) < overlap * len(covered | other) for _, _, other in others):
            others.append((candidate, own, covered))
    return [(candidate, own) for each in chosen.values() for candidate, own, _ in each]


def best_threshold(score: Callable[[float], float], *, low: float = 0.2, high: float = 0.7) -> float:
    """The middle of the thresholds whose score is within 0.2 of the best: one peak on little data is luck."""
    tried = np.arange(low, high + 1e-9, 0.01)
    scores = np.array([score(float(each)) for each in tried])
    near = tried[scores >= scores.max() - 0.2]
    return round(float(np.median(near)), 2)


def calibration_error(chance: NDArray[np.float64], truth: NDArray[np.bool_], *, bins: int = 10) -> float:
    """Expected calibration error in percent, over bins of equal size."""
    order = np.argsort(chance)
    parts = [each for each in np.array_split(order, bins) if len(each)]
    gaps = [len(each) * abs(chance[each].mean() - truth[each].mean()) for each in parts]
    return round(100 * float(sum(gaps)) / max(len(chance), 1), 2)


def _holds(candidate: Candidate, article: Article) -> bool:
    content, source = (_characters(part, article.text) for part in (candidate.content, candidate.source))
    for each in article.attributions:
        true = _characters(each.content, article.text)
        if 2 * len(content & true) >= len(content | true) > 0:
            of = _characters(each.source, article.text)
            if source & of or not (source or of):
                return True
    return False


def _characters(spans: Sequence[Span], text: str) -> set[int]:
    return {i for i in _indices(spans) if not text[i].isspace()}


def _indices(spans: Sequence[Span]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def _logit(chance: float) -> float:
    clipped = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(clipped / (1 - clipped))
