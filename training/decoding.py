"""From scores of one window to candidate statements in tokens. numpy only, so that the run time can do the same.

Shapes: T tokens with the two special ones, N cues, K role labels.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Labels = NDArray[np.int64]
Run = tuple[int, int]
RESCALE = 8
"""Tokens between two rescalings: a step rarely shrinks a sum by more than e^20, and a double reaches down to e^-700."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Scores of the CRF: ``steps`` [K, K] from row to column and ``starts`` [K], forbidden ones included."""

    steps: Floats
    starts: Floats


def cue_runs(inside: Floats, begins: NDArray[np.bool_], first: int, last: int, floor: float) -> list[Run]:
    """Cues that begin in ``[first, last)``: runs of tokens with ``inside`` [T] from ``floor`` on, cut where one ``begins``."""
    runs: list[Run] = []
    at = first
    over = inside >= floor
    while 0 < at < last and over[at] and over[at - 1] and not begins[at]:
        at += 1
    while at < last:
        if not over[at]:
            at += 1
            continue
        end = at + 1
        while end < len(inside) and over[end] and not begins[end]:
            end += 1
        runs.append((at, end))
        at = end
    return runs


def viterbi(emissions: Sequence[Floats], chain: Chain) -> tuple[list[Labels], Floats]:
    """(best labels of each cue [T], their log probabilities [N]) for the emissions [T, K] of N cues, T may differ.

    One loop over tokens for all cues: call it once an article, since the loop costs the same for one cue as for many.
    """
    if not emissions:
        return [], np.zeros(0, dtype=np.float32)
    sizes = np.array([len(each) for each in emissions])
    order = np.argsort(-sizes, kind="stable")
    padded = np.zeros((sizes.max(), len(sizes), len(chain.starts)), dtype=np.float32)
    for row, n in enumerate(order):
        padded[: sizes[n], row] = emissions[n]
    going = (sizes[None] > np.arange(sizes.max())[:, None]).sum(1)  # the longest stand first
    path, best = _best_path(padded, going, chain)
    chance = (best - _log_sum(padded, going, chain)).astype(np.float32)
    row_of = np.argsort(order)
    return [path[:size, row] for size, row in zip(sizes, row_of, strict=True)], chance[row_of]


def _best_path(emissions: Floats, going: Labels, chain: Chain) -> tuple[Labels, Floats]:
    """(labels [T, N], scores [N]) of emissions [T, N, K], of which the first ``going[t]`` rows have a token ``t``."""
    back = np.broadcast_to(np.arange(emissions.shape[2]), emissions.shape).copy()
    best = chain.starts + emissions[0]
    into = np.ascontiguousarray(chain.steps.T)
    for t in range(1, len(emissions)):
        count = going[t]
        paths = best[:count, None, :] + into
        back[t, :count] = paths.argmax(2)
        best[:count] = paths.max(2) + emissions[t, :count]
    path = np.empty(emissions.shape[:2], dtype=np.int64)
    path[-1] = best.argmax(1)
    rows = np.arange(emissions.shape[1])
    for t in range(len(emissions) - 1, 0, -1):
        path[t - 1] = back[t, rows, path[t]]
    return path, best.max(1)


def _log_sum(emissions: Floats, going: Labels, chain: Chain) -> NDArray[np.float64]:
    """Log of the sum over all paths [N]; probabilities are rescaled every few tokens instead of taking logs at each."""
    top = emissions.max(2, keepdims=True).astype(np.float64)
    factors = np.exp(emissions - top)
    moves = np.exp(chain.steps.astype(np.float64))
    level = top.sum((0, 2))
    rest = np.exp(chain.starts.astype(np.float64)) * factors[0]
    for t in range(1, len(emissions)):
        count = going[t]
        rest[:count] = (rest[:count] @ moves) * factors[t, :count]
        if t % RESCALE == 0:
            scale = rest.sum(1, keepdims=True)
            rest /= scale
            level += np.log(scale[:, 0])
    return np.asarray(level + np.log(rest.sum(1)))


def runs_of(labels: Labels, part: int, *, bridge: int = 0) -> list[Run]:
    """Runs of the tokens labelled as ``part`` (SOURCE or CONTENT); gaps of up to ``bridge`` tokens are closed."""
    runs: list[Run] = []
    for at in np.flatnonzero((labels == part) | (labels == part + 1)).tolist():
        if runs and at - runs[-1][1] <= bridge:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def sureness(probabilities: Floats, labels: Labels, part: int) -> float:
    """Mean probability of a part over its tokens; without any, of the part being nowhere at its likeliest token."""
    of_part = probabilities[:, part] + probabilities[:, part + 1]
    marked = (labels == part) | (labels == part + 1)
    return float(of_part[marked].mean() if marked.any() else 1 - of_part.max())


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)
