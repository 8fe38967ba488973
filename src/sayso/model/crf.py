"""The best sequence of role labels for each cue under a linear-chain CRF (Lafferty, McCallum and Pereira 2001).

numpy only. Shapes: T tokens of a window, N cues, K role labels.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]

LABELS = ("outside", "source begin", "source inside", "content begin", "content inside")
SOURCE, CONTENT = 1, 3
"""The label with which a part begins; the next one continues it."""

RESCALE = 8
"""Tokens between two rescalings: a step rarely shrinks a sum by more than e^20, and a double reaches down to e^-700."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Scores of the CRF: ``steps`` [K, K] from row to column and ``starts`` [K], forbidden ones included."""

    steps: Floats
    starts: Floats


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


def _log_sum(emissions: Floats, going: Labels, chain: Chain) -> npt.NDArray[np.float64]:
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
