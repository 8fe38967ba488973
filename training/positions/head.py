"""The position head: status and move of a statement, and how it judges each actor it mentions.

Shapes: S statements, T tokens of a stretch, H hidden size, D size of the head, M mentions of all statements together.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.model.stretches import CONTENT, CUE, SOURCE
from sayso.records.position import LABELS
from sayso.records.statement import STATUSES
from training.encoder import gelu
from training.model import FAR_BUCKETS, NEAR, distance_bucket
from training.positions.items import ALL_ROLES, KNOWN_MOVES
from training.positions.written import FLAGS

PARTS = 4
JUDGING = 1.5
"""Weight of a stance beside none, which is most frequent."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """Logits: ``status`` [S, 7], ``move`` [S, 10], ``role`` [M, 6], ``label`` [M, 4], ``flags`` [M, 5], ``evidence`` [M, T]."""

    status: Tensor
    move: Tensor
    role: Tensor
    label: Tensor
    flags: Tensor
    evidence: Tensor


class Layer(nn.Module):
    """One post-norm transformer layer over [N, T, D]; ``mask`` [N, T] is true where a token is."""

    def __init__(self, size: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.norm1 = nn.LayerNorm(size)
        self.up = nn.Linear(size, 2 * size)
        self.down = nn.Linear(2 * size, size)
        self.norm2 = nn.LayerNorm(size)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        count, length, size = x.shape
        query, key, value = (
            each.view(count, length, self.heads, size // self.heads).transpose(1, 2)
            for each in self.qkv(x).chunk(3, -1)
        )
        scores = torch.matmul(query, key.transpose(-1, -2)) / (size // self.heads) ** 0.5
        scores = scores.masked_fill(~mask[:, None, None], -1e4)
        seen = torch.matmul(scores.softmax(-1), value).transpose(1, 2).reshape(count, length, size)
        x = self.norm1(x + self.drop(self.out(seen)))
        return self.norm2(x + self.drop(self.down(gelu(self.up(x)))))


class PositionHead(nn.Module):
    """Reads a stretch once, then once more for each mention in it."""

    def __init__(self, hidden: int = 384, size: int = 128, heads: int = 4, dropout: float = 0.2) -> None:
        super().__init__()
        self.token = nn.Linear(hidden, size)
        self.part = nn.Embedding(PARTS, size)
        self.quoted = nn.Embedding(2, size)
        self.norm = nn.LayerNorm(size)
        self.first = Layer(size, heads, dropout)
        self.pool = nn.Linear(size, 2)
        self.status = _judge(3 * size, size, len(STATUSES), dropout)
        self.move = _judge(3 * size, size, len(KNOWN_MOVES), dropout)
        self.gate = nn.Linear(size, size)
        self.named = nn.Linear(size, size)
        self.distance = nn.Embedding(2 * (NEAR + FAR_BUCKETS) + 1, size)
        self.inside = nn.Parameter(torch.zeros(size))
        self.norm2 = nn.LayerNorm(size)
        self.second = Layer(size, heads, dropout)
        self.attend = nn.Linear(size, 1)
        self.role = _judge(3 * size, size, len(ALL_ROLES), dropout)
        self.label = _judge(3 * size, size, len(LABELS), dropout)
        self.flags = _judge(3 * size, size, len(FLAGS), dropout)
        self.evidence = nn.Linear(size, 1)
        self.drop = nn.Dropout(dropout)
        for table in (self.part, self.quoted, self.distance):
            nn.init.normal_(table.weight, std=0.1)

    def forward(
        self, hidden: Tensor, layout: Tensor, mask: Tensor, of: Tensor, start: Tensor, end: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Logits as in ``Outputs``. ``hidden`` [S, T, H], ``layout`` [S, T, 2], ``mask`` [S, T]; mentions ``of`` [M] statements at
        tokens ``[start, end)`` [M]."""
        x = self.token(self.drop(hidden)) + self.part(layout[..., 0]) + self.quoted(layout[..., 1])
        x = self.first(self.norm(x), mask)
        whole = self._whole(x, layout[..., 0], mask)
        mine, seen = x[of], mask[of]
        at = torch.arange(hidden.shape[1], device=hidden.device)[None]
        within = ((at >= start[:, None]) & (at < end[:, None])).to(x.dtype)
        share = (within / within.sum(1, keepdim=True).clamp(min=1))[:, None]
        mention = torch.matmul(share, mine)
        y = mine * (1 + self.gate(mention)) + self.named(mention)
        y = y + self.distance(distance_bucket(at - start[:, None])) + within[..., None] * self.inside
        y = self.second(self.norm2(y), seen)
        weight = self.attend(y)[..., 0].masked_fill(~seen, -1e4).softmax(-1)[:, None]
        in_cue = _mean((layout[of][..., 0] == CUE).to(y.dtype), y)
        pooled = torch.cat([torch.matmul(share, y)[:, 0], torch.matmul(weight, y)[:, 0], in_cue], -1)
        status, move = self.status(whole), self.move(whole)
        return (
            status, move, self.role(pooled), self.label(pooled), self.flags(pooled), self.evidence(y)[..., 0]
        )  # fmt: skip

    def _whole(self, x: Tensor, part: Tensor, mask: Tensor) -> Tensor:
        scores = self.pool(x).masked_fill(~mask[..., None], -1e4)
        of_cue = scores[..., 0] + 4.0 * ((part == CUE) | (part == SOURCE)).to(x.dtype)
        of_content = scores[..., 1] + 4.0 * (part == CONTENT).to(x.dtype)
        pooled = [torch.matmul(each.softmax(-1)[:, None], x)[:, 0] for each in (of_cue, of_content)]
        return torch.cat([*pooled, _mean((part == CUE).to(x.dtype), x)], -1)


def _judge(width: int, size: int, values: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(nn.Dropout(dropout), nn.Linear(width, size), nn.GELU(approximate="tanh"), nn.Dropout(dropout), nn.Linear(size, values))


def _mean(inside: Tensor, x: Tensor) -> Tensor:
    return torch.matmul((inside / inside.sum(1, keepdim=True).clamp(min=1))[:, None], x)[:, 0]


def loss(outputs: Outputs, wanted: "Outputs") -> Tensor:
    """Sum of the means over what is known; UNKNOWN is -1 everywhere (codes are integers, flags and evidence 0, 1 or -1)."""
    total = outputs.label.new_zeros(())
    judging = outputs.label.new_tensor([JUDGING, JUDGING, JUDGING, 1.0])
    for name, weight in (("status", 0.5), ("move", 0.5), ("role", 1.0), ("label", 2.0)):
        known = getattr(wanted, name) >= 0
        if known.any():
            total = total + weight * F.cross_entropy(
                getattr(outputs, name)[known].float(),
                getattr(wanted, name)[known],
                weight=judging.float() if name == "label" else None,
                label_smoothing=0.05,
            )
    for name, weight in (("flags", 1.0), ("evidence", 0.5)):
        known = getattr(wanted, name) >= 0
        if known.any():
            total = total + weight * F.binary_cross_entropy_with_logits(
                getattr(outputs, name)[known].float(), getattr(wanted, name)[known].float()
            )
    return total
