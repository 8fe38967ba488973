"""The position head as one graph for the run time: fp32, since it is small and int8 would let mentions change each other.

Graph: ``hidden`` float32 [1, T, H], ``layout`` int64 [1, T, 2] (part, in quotation), ``start`` and ``end`` int64 [M] ->
logits ``status`` [1, 7], ``move`` [1, 10], ``role`` [M, 6], ``label`` [M, 4], ``flags`` [M, 5], ``evidence`` [M, T].
"""

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from training.export import OPSET, optimised
from training.positions.head import PositionHead

INPUTS = ("hidden", "layout", "start", "end")
OUTPUTS = ("status", "move", "role", "label", "flags", "evidence")


class Graph(nn.Module):
    """The head for the mentions of one statement."""

    def __init__(self, head: PositionHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, hidden: Tensor, layout: Tensor, start: Tensor, end: Tensor) -> tuple[Tensor, ...]:
        mask = torch.ones_like(layout[..., 0], dtype=torch.bool)
        return self.head(hidden, layout, mask, torch.zeros_like(start), start, end)


def export(head: PositionHead, out: Path, about: dict[str, Any]) -> None:
    """Write ``positions.onnx`` and ``manifest.json`` into ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    length, hidden = 40, head.token.in_features
    start = torch.tensor([1, 5])
    inputs = (torch.randn(1, length, hidden), torch.randint(0, 2, (1, length, 2)), start, start + 2)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch, "plain.onnx")
        torch.onnx.export(
            Graph(head).eval(), inputs, str(plain), input_names=list(INPUTS), output_names=list(OUTPUTS),
            opset_version=OPSET, dynamo=False,
            dynamic_axes={
                "hidden": {1: "T"}, "layout": {1: "T"}, "start": {0: "M"}, "end": {0: "M"},
                "role": {0: "M"}, "label": {0: "M"}, "flags": {0: "M"}, "evidence": {0: "M", 1: "T"},
            },
        )  # fmt: skip
        optimised(plain, out / "positions.onnx")
    digest = hashlib.sha256((out / "positions.onnx").read_bytes()).hexdigest()
    manifest = {"name": "positions", **about, "files": {"positions.onnx": digest}}
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
