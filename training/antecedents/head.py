"""The antecedent head: whom a pronoun means among candidate mentions, or nobody of them.

Shapes: N pronouns, T tokens of a view, H hidden size, D size of the head, C candidates of one pronoun, F features of each.
Loss: the marginal likelihood of all right mentions (Lee et al. 2017, section 5), over those that are known.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from training.model import FAR_BUCKETS, NEAR, distance_bucket
from training.positions.head import Layer

RIGHT, WRONG, UNKNOWN = 1, 0, -1
"""What is known of a candidate; a candidate of which nothing is known only takes its share."""


class AntecedentHead(nn.Module):
    """Reads a view once with its pronoun marked, then scores each candidate from its tokens, the pronoun's and its features."""

    def __init__(
        self, hidden: int, features: int, *, size: int = 96, heads: int = 4, layers: int = 1, dropout: float = 0.3
    ) -> None:
        super().__init__()
        self.token = nn.Linear(hidden, size)
        self.gate = nn.Linear(size, size)
        self.asked = nn.Linear(size, size)
        self.distance = nn.Embedding(2 * (NEAR + FAR_BUCKETS) + 1, size)
        self.marked = nn.Parameter(torch.zeros(2, size))
        self.norm = nn.LayerNorm(size)
        self.layers = nn.ModuleList(Layer(size, heads, dropout) for _ in range(layers))
        self.known = nn.Linear(features, size)
        self.score = nn.Sequential(
            nn.Dropout(dropout),
            nn.Linear(4 * size, size),
            nn.GELU(approximate="tanh"),
            nn.Dropout(dropout),
            nn.Linear(size, 1),
        )
        self.plain = nn.Linear(features, 1)
        self.drop = nn.Dropout(dropout)
        nn.init.normal_(self.distance.weight, std=0.1)

    def forward(
        self, hidden: Tensor, mask: Tensor, pronoun: Tensor, start: Tensor, end: Tensor, features: Tensor
    ) -> Tensor:
        """Logits [N, C]; nobody has 0. ``hidden`` [N, T, H], ``mask`` [N, T], ``pronoun`` [N, 2], ``start`` and ``end`` [N, C],
        ``features`` [N, C, F]."""
        at = torch.arange(hidden.shape[1], device=hidden.device)
        own = ((at >= pronoun[:, :1]) & (at < pronoun[:, 1:])).to(hidden.dtype)
        within = ((at >= start[..., None]) & (at < end[..., None])).to(hidden.dtype)
        x = self.token(self.drop(hidden))
        asked = torch.matmul(_shares(own)[:, None], x)
        x = x * (1 + self.gate(asked)) + self.asked(asked) + self.distance(distance_bucket(at[None] - pronoun[:, :1]))
        x = x + own[..., None] * self.marked[0] + within.amax(1)[..., None] * self.marked[1]
        x = self.norm(x)
        for layer in self.layers:
            x = layer(x, mask)
        mine = torch.matmul(_shares(own)[:, None], x).expand(-1, start.shape[1], -1)
        theirs = torch.matmul(_shares(within), x)
        both = torch.cat([mine, theirs, mine * theirs, self.known(features)], -1)
        return (self.score(both) + self.plain(features))[..., 0]


class Heads(nn.Module):
    """Several heads as one: the mean of their logits."""

    def __init__(self, heads: Sequence[AntecedentHead]) -> None:
        super().__init__()
        self.heads = nn.ModuleList(heads)
        self.hidden, self.features = heads[0].token.in_features, heads[0].plain.in_features

    def forward(self, *inputs: Tensor) -> Tensor:
        return torch.stack([head(*inputs) for head in self.heads]).mean(0)


def _shares(inside: Tensor) -> Tensor:
    return inside / inside.sum(-1, keepdim=True).clamp(min=1)


def log_shares(logits: Tensor, there: Tensor) -> Tensor:
    """Log probabilities [N, C + 1] of the candidates that are ``there`` [N, C], and last of nobody."""
    nobody = logits.new_zeros((len(logits), 1))
    return torch.cat([logits.masked_fill(~there, -1e4), nobody], 1).log_softmax(1)


def loss(logits: Tensor, there: Tensor, wanted: Tensor) -> Tensor:
    """Mean over pronouns. ``wanted`` [N, C]: where none is RIGHT, all that are WRONG must be improbable together."""
    logs = log_shares(logits, there)
    right = torch.cat([wanted == RIGHT, torch.zeros_like(there[:, :1])], 1)
    left = torch.cat([(wanted != WRONG) & there, torch.ones_like(there[:, :1])], 1)
    meant = torch.where(right.any(1, keepdim=True), right, left)
    return -logs.masked_fill(~meant, -1e4).logsumexp(1).mean()
