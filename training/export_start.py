"""Export the first checkpoint (fp16 safetensors of encoder, cue and role heads) to the two graphs the run time reads.

    python training/export_start.py CHECKPOINT BASE OUT

CHECKPOINT holds the weights, BASE is the folder of the MiniLM encoder (config and tokenizer), OUT receives
``encoder.onnx`` (int8), ``heads.onnx`` (fp32), ``tokenizer.json`` and ``manifest.json``.

Graph 1, encoder: ``input_ids`` int64 [1, T] with the special tokens -> ``hidden`` float32 [1, T, 384] and
``cue`` float32 [1, T, 3], logits of outside, begin, inside.
Graph 2, heads: ``hidden`` [1, T, 384], ``cue_weights`` float32 [N, T] (each row sums to 1 over the cue's tokens),
``cue_start`` int64 [N] -> ``roles`` float32 [N, T, 5], logits of outside, source begin/inside, content begin/inside.
"""

import hashlib
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel, AutoTokenizer

HIDDEN, WIDTH, BUCKETS = 384, 256, 65
OPSET = 17


class Encoder(nn.Module):
    """MiniLM with the cue tagger on top."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.enc = AutoModel.from_config(AutoConfig.from_pretrained(base), attn_implementation="eager")
        self.cue = nn.Linear(HIDDEN, 3)

    def forward(self, input_ids: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.enc(input_ids=input_ids, attention_mask=torch.ones_like(input_ids)).last_hidden_state
        return hidden, self.cue(hidden)


class Heads(nn.Module):
    """Role tagger conditioned on one cue at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.pt = nn.Linear(HIDDEN, WIDTH)
        self.pc = nn.Linear(HIDDEN, WIDTH)
        self.dist = nn.Embedding(BUCKETS, WIDTH)
        self.out = nn.Sequential(nn.GELU(), nn.Identity(), nn.Linear(WIDTH, 5))

    def forward(self, hidden: Tensor, cue_weights: Tensor, cue_start: Tensor) -> Tensor:
        cue = self.pc(cue_weights @ hidden[0])
        offset = torch.arange(hidden.shape[1])[None] - cue_start[:, None]
        size = torch.clamp((torch.log2(offset.abs().float() + 1) * 4).long(), max=32)
        bucket = torch.sign(offset) * size + 32
        return self.out(self.pt(hidden) + cue[:, None] + self.dist(bucket))


def load(checkpoint: str, base: str) -> tuple[Encoder, Heads]:
    weights = {name: value.float() for name, value in load_file(checkpoint).items()}
    encoder, heads = Encoder(base), Heads()
    for part in (encoder, heads):
        own = part.state_dict()
        part.load_state_dict({name: weights.get(name, own[name]) for name in own})
        part.eval()
    return encoder, heads


def export(encoder: Encoder, heads: Heads, out: Path) -> None:
    ids, hidden = torch.randint(1000, 2000, (1, 40)), torch.randn(1, 40, HIDDEN)
    with tempfile.TemporaryDirectory() as scratch:
        plain, ready = Path(scratch, "plain.onnx"), Path(scratch, "ready.onnx")
        torch.onnx.export(
            encoder, (ids,), str(plain), input_names=["input_ids"], output_names=["hidden", "cue"],
            dynamic_axes={"input_ids": {1: "T"}, "hidden": {1: "T"}, "cue": {1: "T"}},
            opset_version=OPSET, dynamo=False,
        )  # fmt: skip
        fusion = FusionOptions("bert")
        fusion.enable_embed_layer_norm = False  # fused, the word embeddings would stay fp32: 47 MB instead of 12
        fused = optimize_model(str(plain), "bert", num_heads=12, hidden_size=HIDDEN, optimization_options=fusion)
        fused.save_model_to_file(str(ready))
        quantize_dynamic(
            str(ready), str(out / "encoder.onnx"), weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul", "Attention", "Gather"], extra_options={"DefaultTensorType": 1},
        )  # fmt: skip
        keep_fp32(plain, out)
    torch.onnx.export(
        heads, (hidden, torch.rand(3, 40), torch.tensor([1, 5, 9])), str(out / "heads.onnx"),
        input_names=["hidden", "cue_weights", "cue_start"], output_names=["roles"],
        dynamic_axes={"hidden": {1: "T"}, "cue_weights": {0: "N", 1: "T"}, "cue_start": {0: "N"}, "roles": {0: "N", 1: "T"}},
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip


def keep_fp32(plain: Path, out: Path) -> None:
    """Keep the unquantised graph in the ignored ``training/runs`` for comparison."""
    kept = Path(__file__).parent / "runs" / "start"
    kept.mkdir(parents=True, exist_ok=True)
    (kept / "encoder.fp32.onnx").write_bytes(plain.read_bytes())


def save_tokenizer(base: str, path: Path) -> None:
    """The base's tokenizer without truncation and padding: windows are cut elsewhere."""
    tokenizer = AutoTokenizer.from_pretrained(base).backend_tokenizer
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(path), pretty=False)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def manifest(out: Path, checkpoint: str) -> dict[str, Any]:
    return {
        "name": "attribution",
        "version": "1.0.0",
        "encoder": "MiniLM-L6, 384 wide, uncased",
        "checkpoint_sha256": sha256(Path(checkpoint)),
        "trained_on": "PolNeAR 1.0, train part (Newell, Margolin and Ruths, LREC 2018); its data states no licence",
        "base": "all-MiniLM-L6-v2, Apache-2.0",
        "weights": "int8 (S8, per channel, dynamic), heads fp32",
        "instruction_sets": "figures hold for AVX-512 VNNI; without VNNI int8 products may saturate and results differ a little",
        "thresholds": {"cue": "0.7, chosen on PolNeAR dev when the checkpoint was made, not on data of its own"},
        "scores": {"polnear/dev content@.5+source": {"P": 74.1, "R": 69.1, "F1": 71.5, "direct_recall": 86.3}},
        "files": {name: sha256(out / name) for name in ("encoder.onnx", "heads.onnx", "tokenizer.json")},
    }


def main() -> None:
    checkpoint, base, folder = sys.argv[1:4]
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    export(*load(checkpoint, base), out)
    save_tokenizer(base, out / "tokenizer.json")
    (out / "manifest.json").write_text(json.dumps(manifest(out, checkpoint), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
