"""A linear-chain CRF over the five role labels: score, log partition, best path.

Labels: O, B-source, I-source, B-content, I-content. Forbidden steps (O to I, one part to the other's I, a start
with I) have a fixed score of ``FORBIDDEN``. Shapes: N sequences, T tokens, K labels.
"""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

LABELS = ("O", "B-source", "I-source", "B-content", "I-content")
OUTSIDE, SOURCE, CONTENT = 0, 1, 3
FORBIDDEN = -1e4


def allowed() -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """(steps [K, K] from row to column, starts [K]) that a well-formed sequence may take."""
    count = len(LABELS)
    steps, starts = np.ones((count, count), dtype=bool), np.ones(count, dtype=bool)
    for begin in (SOURCE, CONTENT):
        steps[:, begin + 1] = False
        steps[[begin, begin + 1], begin + 1] = True
        starts[begin + 1] = False
    return steps, starts


class Crf(nn.Module):
    """Learned scores of the steps between labels."""

    steps_allowed: Tensor
    starts_allowed: Tensor

    def __init__(self) -> None:
        super().__init__()
        steps, starts = allowed()
        self.steps = nn.Parameter(torch.zeros(steps.shape))
        self.starts = nn.Parameter(torch.zeros(starts.shape))
        self.register_buffer("steps_allowed", torch.from_numpy(steps), persistent=False)
        self.register_buffer("starts_allowed", torch.from_numpy(starts), persistent=False)

    def scores(self) -> tuple[Tensor, Tensor]:
        """(steps [K, K], starts [K]) with the forbidden ones fixed."""
        return (
            torch.where(self.steps_allowed, self.steps, FORBIDDEN),
            torch.where(self.starts_allowed, self.starts, FORBIDDEN),
        )

    def loss(self, emissions: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Negative log likelihood [N] of ``labels`` [N, T]; ``mask`` [N, T] is true for a prefix of each row."""
        steps, starts = self.scores()
        emissions = emissions.float()
        return _log_partition(emissions, mask, steps, starts) - _path_score(emissions, labels, mask, steps, starts)


def _path_score(emissions: Tensor, labels: Tensor, mask: Tensor, steps: Tensor, starts: Tensor) -> Tensor:
    chosen = emissions.gather(2, labels[..., None])[..., 0]
    moves = steps[labels[:, :-1], labels[:, 1:]]
    later = mask[:, 1:]
    return starts[labels[:, 0]] + chosen[:, 0] + ((chosen[:, 1:] + moves) * later).sum(1)


def _log_partition(emissions: Tensor, mask: Tensor, steps: Tensor, starts: Tensor) -> Tensor:
    """Log of the sum over all paths [N], as a tree of log-matrix products: log2(T) levels instead of T steps."""
    count = steps.shape[0]
    identity = torch.full_like(steps, FORBIDDEN).fill_diagonal_(0.0)
    chain = steps + emissions[:, 1:, None, :]
    chain = torch.where(mask[:, 1:, None, None], chain, identity)
    while chain.shape[1] > 1:
        if chain.shape[1] % 2:
            chain = torch.cat([chain, identity.expand(chain.shape[0], 1, count, count)], 1)
        left, right = chain[:, 0::2], chain[:, 1::2]
        chain = torch.logsumexp(left[..., :, :, None] + right[..., None, :, :], dim=-2)
    first = starts + emissions[:, 0]
    return torch.logsumexp(first[:, :, None] + chain[:, 0], dim=(1, 2))
