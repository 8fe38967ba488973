"""The attribution model: cue tags from the encoder, then source and content for each cue.

Shapes: B windows, T tokens with the two special ones, H hidden size, N cues, D size of the role head, K role labels.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.crf import LABELS, Crf
from training.encoder import Encoder, gelu

CUE_LABELS = ("O", "B", "I")
NEAR = 24
"""Distances up to this many tokens have a bucket each; farther ones share logarithmic buckets."""
FAR_BUCKETS = 8
SENTENCES_APART, PARAGRAPHS_APART, QUOTATIONS_APART = 3, 2, 3


@dataclass(frozen=True, slots=True)
class HeadSizes:
    size: int = 96
    inner: int = 192
    heads: int = 4
    dropout: float = 0.1
    cue_dropout: float = 0.1


@dataclass(frozen=True, slots=True)
class Cues:
    """N cues: the window each is in, and its half-open token range there. All [N], int64."""

    window: Tensor
    start: Tensor
    end: Tensor


def distance_bucket(distance: Tensor) -> Tensor:
    """Signed token distance to a bucket in [0, 2 * (NEAR + FAR_BUCKETS)]."""
    size = distance.abs()
    far = NEAR + 1 + (torch.log2(size.clamp(min=NEAR).float() / NEAR) * 2).long()
    bucket = torch.where(size <= NEAR, size, far.clamp(max=NEAR + FAR_BUCKETS))
    return torch.where(distance < 0, -bucket, bucket) + NEAR + FAR_BUCKETS


class Relation(nn.Module):
    """Where each token stands as seen from a cue: tokens, sentences, paragraphs and quotations apart. [N, T, D]"""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.distance = nn.Embedding(2 * (NEAR + FAR_BUCKETS) + 1, size)
        self.sentence = nn.Embedding(2 * SENTENCES_APART + 1, size)
        self.paragraph = nn.Embedding(2 * PARAGRAPHS_APART + 1, size)
        self.quotation = nn.Embedding(2 * (2 * QUOTATIONS_APART + 1), size)
        self.in_cue = nn.Parameter(torch.zeros(size))
        for table in (self.distance, self.sentence, self.paragraph, self.quotation):
            nn.init.normal_(table.weight, std=0.1)

    def forward(self, layout: Tensor, start: Tensor, end: Tensor) -> Tensor:
        """``layout`` [N, T, 6] of each cue's window; columns 1 and 3 to 5 are quote state, sentence, paragraph, quotation."""
        at = torch.arange(layout.shape[1], device=layout.device)[None]
        layout = layout.expand(start.shape[0], -1, -1)
        own = layout.gather(1, start[:, None, None].expand(-1, 1, layout.shape[2]))
        apart = layout - own
        quotation = apart[..., 5].clamp(-QUOTATIONS_APART, QUOTATIONS_APART) + QUOTATIONS_APART
        quotation = 2 * quotation + (layout[..., 1] > 0).long()
        inside = ((at >= start[:, None]) & (at < end[:, None])).to(self.in_cue.dtype)
        return (
            self.distance(distance_bucket(at - start[:, None]))
            + self.sentence(apart[..., 3].clamp(-SENTENCES_APART, SENTENCES_APART) + SENTENCES_APART)
            + self.paragraph(apart[..., 4].clamp(-PARAGRAPHS_APART, PARAGRAPHS_APART) + PARAGRAPHS_APART)
            + self.quotation(quotation)
            + inside[..., None] * self.in_cue
        )


class RoleHead(nn.Module):
    """For each cue, the score of every role label at every token, and one score of the cue being a cue at all."""

    def __init__(self, hidden: int, sizes: HeadSizes) -> None:
        super().__init__()
        size = sizes.size
        self.heads = sizes.heads
        self.token = nn.Linear(hidden, size)
        self.cue = nn.Linear(hidden, size)
        self.gate = nn.Linear(hidden, size)
        self.relation = Relation(size)
        self.norm1 = nn.LayerNorm(size)
        self.qkv = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.norm2 = nn.LayerNorm(size)
        self.up = nn.Linear(size, sizes.inner)
        self.down = nn.Linear(sizes.inner, size)
        self.norm3 = nn.LayerNorm(size)
        self.label = nn.Linear(size, len(LABELS))
        self.verdict = nn.Sequential(nn.Linear(2 * size, size), nn.GELU(), nn.Linear(size, 1))
        self.drop = nn.Dropout(sizes.dropout)

    def forward(self, hidden: Tensor, layout: Tensor, cues: Cues, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """(emissions [N, T, K], verdicts [N]); ``mask`` [B, T] is true where a token is."""
        at = torch.arange(hidden.shape[1], device=hidden.device)[None]
        inside = ((at >= cues.start[:, None]) & (at < cues.end[:, None])).to(hidden.dtype)
        share = (inside / inside.sum(1, keepdim=True))[:, None]
        states = self.drop(hidden)
        of_cue = torch.matmul(share, self.of_window(states, cues))[:, 0]
        tokens = self.of_window(self.token(states), cues)
        x = tokens * (1 + self.gate(of_cue))[:, None] + self.cue(of_cue)[:, None]
        x = self.norm1(x + self.relation(self.of_window(layout, cues), cues.start, cues.end))
        x = self.norm2(x + self.drop(self._seen(x, None if mask is None else mask[cues.window])))
        x = self.norm3(x + self.drop(self.down(gelu(self.up(x)))))
        at_cue = torch.matmul(share.to(x.dtype), x)[:, 0]
        verdict = self.verdict(torch.cat([at_cue, self.cue(of_cue)], -1))[:, 0]
        return self.label(x), verdict

    def of_window(self, each: Tensor, cues: Cues) -> Tensor:
        """What belongs to each cue's window: [B, ...] to [N, ...]."""
        return each[cues.window]

    def _seen(self, x: Tensor, mask: Tensor | None) -> Tensor:
        return self.out(self.attend(*self.qkv(x).chunk(3, -1), mask))

    def attend(self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
        """Multi-head attention over [N, T, D]; ``mask`` [N, T] is true where a token is."""
        count, length, size = query.shape
        query, key, value = (
            each.view(count, length, self.heads, size // self.heads).transpose(1, 2) for each in (query, key, value)
        )
        seen = F.scaled_dot_product_attention(
            query, key, value, attn_mask=None if mask is None else mask[:, None, None]
        )
        return seen.transpose(1, 2).reshape(count, length, size)


class AttributionModel(nn.Module):
    """Encoder, cue tagger, role head and the CRF over its labels."""

    def __init__(self, encoder: Encoder | None = None, head: HeadSizes = HeadSizes()) -> None:
        super().__init__()
        self.encoder = encoder or Encoder()
        hidden = self.encoder.sizes.hidden
        self.cue = nn.Linear(hidden, len(CUE_LABELS))
        self.roles = RoleHead(hidden, head)
        self.crf = Crf()
        self.drop = nn.Dropout(head.cue_dropout)

    def read(self, ids: Tensor, layout: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """(hidden [B, T, H], cue logits [B, T, 3])."""
        hidden = self.encoder(ids, layout, mask)
        return hidden, self.cue(self.drop(hidden))
