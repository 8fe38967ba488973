"""The voice head: whether the writer evaluates in a passage, and how the passage judges each actor it mentions.

Shapes: P passages, T tokens of a passage, H hidden size, D size of the head, C cues, M mentions of all passages together, K numbers told
of each. Several small heads, each begun from its own random weights, are asked together and their logits averaged
(Lakshminarayanan et al. 2017): the coded passages are few.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from sayso.records.position import LABELS
from training.encoder import gelu
from training.model import FAR_BUCKETS, NEAR, distance_bucket

POOLS = 2


@dataclass(frozen=True, slots=True)
class Sizes:
    hidden: int
    cues: int
    told: int
    size: int = 64
    dropout: float = 0.3
    judging_dropout: float = 0.4


class Member(nn.Module):
    """What a passage says as a whole: two attentions over its tokens, their mean, and the cues -> one logit a passage."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.token = nn.Linear(sizes.hidden, sizes.size)
        self.norm = nn.LayerNorm(sizes.size)
        self.attend = nn.Linear(sizes.size, POOLS)
        self.cues = nn.Linear(sizes.cues, sizes.size)
        self.inner = nn.Linear((POOLS + 2) * sizes.size, sizes.size)
        self.out = nn.Linear(sizes.size, 1)
        self.drop = nn.Dropout(sizes.dropout)

    def forward(self, hidden: Tensor, mask: Tensor, cues: Tensor) -> Tensor:
        """Logits [P] from ``hidden`` [P, T, H], ``mask`` [P, T] (1.0 where a token is) and ``cues`` [P, C]."""
        x = self.norm(gelu(self.token(self.drop(hidden))))
        weights = (self.attend(x) - 1e4 * (1 - mask)[..., None]).softmax(1)
        pooled = torch.matmul(weights.transpose(1, 2), x).flatten(1)
        mean = torch.matmul((mask / mask.sum(1, keepdim=True).clamp(min=1))[:, None], x)[:, 0]
        whole = torch.cat([pooled, mean, gelu(self.cues(cues))], -1)
        return self.out(self.drop(gelu(self.inner(self.drop(whole)))))[:, 0]


class Judging(nn.Module):
    """How a passage judges one of its mentions, from its tokens as the mention sees them and from what is told of it -> logits [M, 4].

    What is told is standardised with ``mean`` and ``spread`` [K], which are kept with the weights.
    """

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        size = sizes.size
        self.token = nn.Linear(sizes.hidden, size)
        self.norm = nn.LayerNorm(size)
        self.gate = nn.Linear(size, size)
        self.named = nn.Linear(size, size)
        self.distance = nn.Embedding(2 * (NEAR + FAR_BUCKETS) + 1, size)
        self.norm2 = nn.LayerNorm(size)
        self.inner = nn.Linear(size, size)
        self.attend = nn.Linear(size, POOLS)
        self.told = nn.Linear(sizes.told, size)
        self.straight = nn.Linear(sizes.told, len(LABELS))
        self.out = nn.Sequential(
            nn.Dropout(sizes.judging_dropout),
            nn.Linear((POOLS + 2) * size, size),
            nn.GELU(approximate="tanh"),
            nn.Dropout(sizes.judging_dropout),
            nn.Linear(size, len(LABELS)),
        )
        self.drop = nn.Dropout(sizes.judging_dropout)
        self.register_buffer("mean", torch.zeros(sizes.told))
        self.register_buffer("spread", torch.ones(sizes.told))
        nn.init.normal_(self.distance.weight, std=0.1)

    def forward(self, hidden: Tensor, mask: Tensor, of: Tensor, start: Tensor, end: Tensor, told: Tensor) -> Tensor:
        """Of the mentions at tokens ``[start, end)`` [M] of the passages ``of`` [M], of each of which ``told`` [M, K] is known."""
        told = (told - self.mean) / self.spread
        x = self.norm(self.token(self.drop(hidden)))
        mine, seen = x[of], mask[of]
        at = torch.arange(hidden.shape[1], device=hidden.device)[None]
        within = ((at >= start[:, None]) & (at < end[:, None])).to(x.dtype)
        share = (within / within.sum(1, keepdim=True).clamp(min=1))[:, None]
        mention = torch.matmul(share, mine)
        y = mine * (1 + self.gate(mention)) + self.named(mention) + self.distance(distance_bucket(at - start[:, None]))
        y = self.norm2(y)
        y = y + gelu(self.inner(self.drop(y)))
        weights = (self.attend(y) - 1e4 * (1 - seen)[..., None]).softmax(1)
        pooled = torch.matmul(weights.transpose(1, 2), y).flatten(1)
        whole = torch.cat([torch.matmul(share, y)[:, 0], pooled, gelu(self.told(told))], -1)
        return self.out(whole) + self.straight(told)


class VoiceHead(nn.Module):
    """``members`` heads of each kind asked together: the mean of their logits, [P] and [M, 4]."""

    def __init__(self, sizes: Sizes, members: int = 4) -> None:
        super().__init__()
        self.sizes = sizes
        self.members = nn.ModuleList(Member(sizes) for _ in range(members))
        self.judging = nn.ModuleList(Judging(sizes) for _ in range(members))

    def evaluates(self, hidden: Tensor, mask: Tensor, cues: Tensor) -> Tensor:
        return torch.stack([each(hidden, mask, cues) for each in self.members]).mean(0)

    def judges(self, hidden: Tensor, mask: Tensor, of: Tensor, start: Tensor, end: Tensor, told: Tensor) -> Tensor:
        return torch.stack([each(hidden, mask, of, start, end, told) for each in self.judging]).mean(0)
