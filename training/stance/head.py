"""The stance head: how a holder judges an object, from the states the encoder has read once.

Shapes: B windows, T tokens with the two special ones, H hidden size, N pairs, D size of the head.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.model import FAR_BUCKETS, NEAR, distance_bucket
from training.stance.pairs import STANCES


class StanceHead(nn.Module):
    """One attention layer over tokens that know where holder and object stand; pooled at both and over all."""

    def __init__(self, hidden: int, size: int = 96, heads: int = 4, dropout: float = 0.2) -> None:
        super().__init__()
        self.heads = heads
        self.token = nn.Linear(hidden, size)
        self.ends = nn.Linear(2 * hidden, size)
        self.gate = nn.Linear(2 * hidden, size)
        self.to_object = nn.Embedding(2 * (NEAR + FAR_BUCKETS) + 1, size)
        self.to_holder = nn.Embedding(2 * (NEAR + FAR_BUCKETS) + 1, size)
        self.in_quotation = nn.Embedding(2, size)
        self.norm1 = nn.LayerNorm(size)
        self.qkv = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.norm2 = nn.LayerNorm(size)
        self.pool = nn.Linear(size, 1)
        self.stance = nn.Sequential(
            nn.Linear(3 * size, size), nn.GELU(), nn.Dropout(dropout), nn.Linear(size, len(STANCES))
        )
        self.drop = nn.Dropout(dropout)
        for table in (self.to_object, self.to_holder, self.in_quotation):
            nn.init.normal_(table.weight, std=0.1)

    def forward(self, hidden: Tensor, layout: Tensor, window: Tensor, spans: Tensor, mask: Tensor) -> Tensor:
        """Stance logits [N, 3] of pairs in windows ``window`` [N] at ``spans`` [N, 4]."""
        states = self.drop(hidden)
        holder, target = (_share(spans[:, at], spans[:, at + 1], hidden) for at in (0, 2))
        own = states[window]
        ends = torch.cat([torch.matmul(each, own)[:, 0] for each in (holder, target)], -1)
        x = self.token(states)[window] * (1 + self.gate(ends))[:, None] + self.ends(ends)[:, None]
        at = torch.arange(hidden.shape[1], device=hidden.device)[None]
        x = x + self.to_holder(distance_bucket(at - spans[:, :1])) + self.to_object(distance_bucket(at - spans[:, 2:3]))
        x = self.norm1(x + self.in_quotation((layout[window][..., 1] > 0).long()))
        x = self.norm2(x + self.drop(self._seen(x, mask[window])))
        weight = self.pool(x)[..., 0].masked_fill(~mask[window], -1e4).softmax(-1)[:, None]
        pooled = [torch.matmul(each.to(x.dtype), x)[:, 0] for each in (holder, target, weight)]
        return self.stance(torch.cat(pooled, -1))

    def _seen(self, x: Tensor, mask: Tensor) -> Tensor:
        count, length, size = x.shape
        query, key, value = (
            each.view(count, length, self.heads, size // self.heads).transpose(1, 2)
            for each in self.qkv(x).chunk(3, -1)
        )
        seen = F.scaled_dot_product_attention(query, key, value, attn_mask=mask[:, None, None])
        return self.out(seen.transpose(1, 2).reshape(count, length, size))


def _share(start: Tensor, end: Tensor, hidden: Tensor) -> Tensor:
    """Weights [N, 1, T] of the mean over tokens ``[start, end)``."""
    at = torch.arange(hidden.shape[1], device=hidden.device)[None]
    inside = ((at >= start[:, None]) & (at < end[:, None])).to(hidden.dtype)
    return (inside / inside.sum(1, keepdim=True))[:, None]
