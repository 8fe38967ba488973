"""The voice head as two graphs for the run time: fp32, since they are small and int8 would let passages change each other.

    PYTHONPATH=src:. python -m training.voice.export --fitted training/runs/voice --out src/sayso/model/weights/voice

FITTED holds ``head.pt`` and ``fitted.json``, which ``training.voice.fit`` wrote. ``passages.onnx``: ``hidden`` float32 [P, T, H], ``mask``
float32 [P, T], ``cues`` float32 [P, C] -> logits ``evaluates`` [P]. ``mentions.onnx``: ``hidden``, ``mask``, of each mention its passage
``of`` and tokens ``start``, ``end``, int64 [M], and ``told`` float32 [M, K] -> logits ``judges`` [M, 4].
"""

import argparse
import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from training.export import OPSET, optimised
from training.voice.head import Sizes, VoiceHead

FILES = ("passages.onnx", "mentions.onnx")


class Passages(nn.Module):
    """The head for passages; to be traced."""

    def __init__(self, head: VoiceHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, hidden: Tensor, mask: Tensor, cues: Tensor) -> Tensor:
        return self.head.evaluates(hidden, mask, cues)


class Mentions(nn.Module):
    """The head for mentions; to be traced."""

    def __init__(self, head: VoiceHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, hidden: Tensor, mask: Tensor, of: Tensor, start: Tensor, end: Tensor, told: Tensor) -> Tensor:
        return self.head.judges(hidden, mask, of, start, end, told)


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fitted", type=Path, default=Path("training/runs/voice"))
    parser.add_argument("--out", type=Path, default=Path("src/sayso/model/weights/voice"))
    arguments = parser.parse_args(argv)
    about = json.loads((arguments.fitted / "fitted.json").read_text(encoding="utf-8"))
    head = load(arguments.fitted / "head.pt", Sizes(**about.pop("sizes")), about.pop("members"))
    write(head, arguments.out)
    digests = {name: hashlib.sha256((arguments.out / name).read_bytes()).hexdigest() for name in FILES}
    manifest = {"name": "voice", **about, "files": digests}
    (arguments.out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print(f"{sum((arguments.out / name).stat().st_size for name in FILES) / 1e6:.2f} MB -> {arguments.out}")


def load(path: Path, sizes: Sizes, members: int) -> VoiceHead:
    """The head that ``training.voice.fit`` stored; only tensors are read."""
    head = VoiceHead(sizes, members)
    head.load_state_dict(torch.load(path, weights_only=True))
    return head.eval()


def write(head: VoiceHead, out: Path) -> None:
    """Both graphs into ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    passages, length, sizes = 3, 20, head.sizes
    hidden, mask = torch.randn(passages, length, sizes.hidden), torch.ones(passages, length)
    of = torch.tensor([0, 2])
    of_passages = {"hidden": {0: "P", 1: "T"}, "mask": {0: "P", 1: "T"}}
    of_mentions = {name: {0: "M"} for name in ("of", "start", "end", "told", "judges")}
    _graph(
        Passages(head),
        (hidden, mask, torch.randn(passages, sizes.cues)),
        {**of_passages, "cues": {0: "P"}, "evaluates": {0: "P"}},
        out / FILES[0],
    )
    _graph(
        Mentions(head),
        (hidden, mask, of, of + 1, of + 3, torch.randn(2, sizes.told)),
        {**of_passages, **of_mentions},
        out / FILES[1],
    )


def _graph(module: nn.Module, inputs: tuple[Tensor, ...], axes: dict[str, dict[int, str]], path: Path) -> None:
    names = list(axes)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch, "plain.onnx")
        torch.onnx.export(
            module.eval(), inputs, str(plain), input_names=names[:-1], output_names=names[-1:],
            opset_version=OPSET, dynamo=False, dynamic_axes=axes,
        )  # fmt: skip
        optimised(plain, path)


if __name__ == "__main__":
    main()
