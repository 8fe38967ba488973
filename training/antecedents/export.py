"""The antecedent head as one graph for the run time, in fp32.

Graph: ``hidden`` float32 [1, T, H], ``pronoun`` int64 [2], a half-open range of tokens, ``start`` and ``end`` int64 [C],
``features`` float32 [C, F] -> ``score`` float32 [C], logits beside 0 for nobody.
"""

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from sayso.resolve.pairing import FEATURES
from training.antecedents.head import Heads
from training.export import OPSET, optimised

INPUTS = ("hidden", "pronoun", "start", "end", "features")


class Graph(nn.Module):
    """The head for one pronoun."""

    def __init__(self, head: Heads) -> None:
        super().__init__()
        self.head = head

    def forward(self, hidden: Tensor, pronoun: Tensor, start: Tensor, end: Tensor, features: Tensor) -> Tensor:
        mask = torch.ones_like(hidden[..., 0], dtype=torch.bool)
        return self.head(hidden, mask, pronoun[None], start[None], end[None], features[None])[0]


def export(head: Heads, out: Path, about: dict[str, Any]) -> None:
    """Write ``antecedents.onnx`` and its manifest to ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    start = torch.tensor([1, 5])
    inputs = (
        torch.randn(1, 20, head.hidden), torch.tensor([9, 10]), start, start + 2,
        torch.rand(2, head.features),
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch, "plain.onnx")
        torch.onnx.export(
            Graph(head).eval(), inputs, str(plain), input_names=list(INPUTS), output_names=["score"],
            opset_version=OPSET, dynamo=False,
            dynamic_axes={"hidden": {1: "T"}, "start": {0: "C"}, "end": {0: "C"}, "features": {0: "C"}, "score": {0: "C"}},
        )  # fmt: skip
        optimised(plain, out / "antecedents.onnx")
    digest = hashlib.sha256((out / "antecedents.onnx").read_bytes()).hexdigest()
    manifest = {"name": "antecedents", **about, "features": list(FEATURES), "files": {"antecedents.onnx": digest}}
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
