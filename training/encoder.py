"""The encoder: the lower layers of a BERT, read once per window, with extra features added to its word embeddings.

Shapes: B windows, T tokens with the two special ones, H hidden size.
"""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

CASE_SHAPES = 4
QUOTE_STATES = 4
STARTS = 3


@dataclass(frozen=True, slots=True)
class EncoderSizes:
    """Sizes of MiniLM-L6 without its top layer, which was made for sentence embeddings."""

    vocabulary: int = 30522
    positions: int = 512
    hidden: int = 384
    inner: int = 1536
    heads: int = 12
    layers: int = 5


def gelu(x: Tensor) -> Tensor:
    """GELU by its tanh approximation (Hendrycks and Gimpel 2016), which ONNX Runtime computes faster than the exact one."""
    return F.gelu(x, approximate="tanh")


class Layer(nn.Module):
    """One post-norm transformer layer; query, key and value are one matrix."""

    def __init__(self, sizes: EncoderSizes, dropout: float) -> None:
        super().__init__()
        self.heads = sizes.heads
        self.qkv = nn.Linear(sizes.hidden, 3 * sizes.hidden)
        self.out = nn.Linear(sizes.hidden, sizes.hidden)
        self.norm1 = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.up = nn.Linear(sizes.hidden, sizes.inner)
        self.down = nn.Linear(sizes.inner, sizes.hidden)
        self.norm2 = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, hidden = x.shape
        qkv = self.qkv(x).view(batch, length, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(batch, length, hidden)
        x = self.norm1(x + self.drop(self.out(seen)))
        return self.norm2(x + self.drop(self.down(gelu(self.up(x)))))


class Encoder(nn.Module):
    """Token ids and features to hidden states [B, T, H]."""

    def __init__(self, sizes: EncoderSizes = EncoderSizes(), dropout: float = 0.1) -> None:
        super().__init__()
        self.sizes = sizes
        self.word = nn.Embedding(sizes.vocabulary, sizes.hidden)
        self.position = nn.Embedding(sizes.positions, sizes.hidden)
        self.case = nn.Embedding(CASE_SHAPES, sizes.hidden)
        self.quote = nn.Embedding(QUOTE_STATES, sizes.hidden)
        self.starts = nn.Embedding(STARTS, sizes.hidden)
        self.norm = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(sizes, dropout) for _ in range(sizes.layers))
        for added in (self.case, self.quote, self.starts):
            nn.init.zeros_(added.weight)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """``ids`` [B, T]; ``features`` [B, T, >=3] (case, quote state, start); ``mask`` [B, T], true where a token is."""
        x = self.word(ids) + self.position.weight[: ids.shape[1]]
        x = x + self.case(features[..., 0]) + self.quote(features[..., 1]) + self.starts(features[..., 2])
        x = self.drop(self.norm(x))
        seen = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, seen)
        return x

    def load_base(self, folder: Path) -> None:
        """Fill in the weights of a pretrained BERT of the same sizes; the added features start at zero."""
        base = load_file(folder / "model.safetensors")
        base = {name.removeprefix("bert."): tensor.float() for name, tensor in base.items()}
        self.load_state_dict(self._renamed(base), strict=False)

    def _renamed(self, base: dict[str, Tensor]) -> dict[str, Tensor]:
        weights = {
            "word.weight": base["embeddings.word_embeddings.weight"],
            "position.weight": base["embeddings.position_embeddings.weight"]
            + base["embeddings.token_type_embeddings.weight"][0],
        }
        for kind in ("weight", "bias"):
            weights[f"norm.{kind}"] = base[f"embeddings.LayerNorm.{kind}"]
            for n in range(self.sizes.layers):
                old = f"encoder.layer.{n}."
                qkv = [base[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                weights[f"layers.{n}.qkv.{kind}"] = torch.cat(qkv)
                weights[f"layers.{n}.out.{kind}"] = base[f"{old}attention.output.dense.{kind}"]
                weights[f"layers.{n}.norm1.{kind}"] = base[f"{old}attention.output.LayerNorm.{kind}"]
                weights[f"layers.{n}.up.{kind}"] = base[f"{old}intermediate.dense.{kind}"]
                weights[f"layers.{n}.down.{kind}"] = base[f"{old}output.dense.{kind}"]
                weights[f"layers.{n}.norm2.{kind}"] = base[f"{old}output.LayerNorm.{kind}"]
        return weights
