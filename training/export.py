"""Export a trained model to the two graphs the run time reads, in fp32 and in int8, with a manifest.

PYTHONPATH=src python -m training.export --checkpoint FILE --base FOLDER --out FOLDER

OUT/fp32 and OUT/int8 each receive ``encoder.onnx``, ``heads.onnx``, ``tokenizer.json`` and ``manifest.json``.
Graph 1, encoder: ``input_ids`` int64 [1, T] with the special tokens, ``features`` int64 [1, T, 3] (case, quote
state, start) -> ``hidden`` float32 [1, T, H], ``cue`` float32 [1, T, 3], logits of outside, begin, inside.
Graph 2, heads: ``hidden``, ``features`` int64 [1, T, 6] (all columns), ``cue_start`` and ``cue_end`` int64 [N], a
half-open range of tokens -> ``roles`` float32 [N, T, 5], scores for the CRF, and ``verdict`` float32 [N], a logit.
The encoder alone is quantised: the heads are small, and in int8 one cue would change the scores of another.
"""

import argparse
import copy
import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from sayso.extract.features import COLUMNS
from training.checkpoint import load_average
from training.encoder import Encoder
from training.model import AttributionModel, Cues, RoleHead
from training.narrow import LARGEST, narrow
from training.settings import as_record
from training.train import open_tokenizer

OPSET = 17
ENCODER_FEATURES = 3
WHOLE = 3
"""Layers, from below, whose second feed-forward product stays in fp32: a few large activations make int8 coarse there.

Hidden states are off from fp32 by 0.08 of their spread instead of 0.11; the encoder takes an eighth longer.
"""
FILES = ("encoder.onnx", "heads.onnx", "tokenizer.json")


class EncoderGraph(nn.Module):
    """The encoder in the layout of the reference BERT, which ONNX Runtime knows how to fuse, and the cue tagger."""

    def __init__(self, model: AttributionModel) -> None:
        super().__init__()
        encoder = model.encoder
        self.word, self.case, self.quote, self.starts = encoder.word, encoder.case, encoder.quote, encoder.starts
        self.bert = reference_bert(encoder)
        self.cue = model.cue

    def forward(self, input_ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        x = (
            self.word(input_ids)
            + self.case(features[..., 0])
            + self.quote(features[..., 1])
            + self.starts(features[..., 2])
        )
        hidden = self.bert(inputs_embeds=x, attention_mask=torch.ones_like(input_ids)).last_hidden_state
        return hidden, self.cue(hidden)


class FusedAttention(torch.autograd.Function):
    """Attention that becomes one node of ONNX Runtime: half the time of the nodes it would be traced into."""

    @staticmethod
    def forward(_: Any, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        return torch.zeros_like(query)  # only traced, never computed

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        node = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        node.setType(query.type())
        return node


class HeadsGraph(nn.Module):
    """The role head for the cues of one window; to be traced, not run."""

    def __init__(self, roles: RoleHead) -> None:
        super().__init__()
        self.roles = copy.deepcopy(roles)
        heads = roles.heads
        self.roles.attend = lambda query, key, value, _: FusedAttention.apply(query, key, value, heads)  # type: ignore[method-assign]  # one node instead of its parts
        self.roles.of_window = lambda each, _: each  # type: ignore[method-assign]  # one window: it broadcasts

    def forward(self, hidden: Tensor, features: Tensor, cue_start: Tensor, cue_end: Tensor) -> tuple[Tensor, Tensor]:
        return self.roles(hidden, features, Cues(torch.zeros_like(cue_start), cue_start, cue_end))


def reference_bert(encoder: Encoder) -> BertModel:
    """A BertModel with the same weights; its word embeddings are unused."""
    sizes = encoder.sizes
    config = BertConfig(
        vocab_size=1, hidden_size=sizes.hidden, num_hidden_layers=sizes.layers, num_attention_heads=sizes.heads,
        intermediate_size=sizes.inner, max_position_embeddings=sizes.positions,
    )  # fmt: skip
    config._attn_implementation = "eager"
    bert = BertModel(config, add_pooling_layer=False).eval()
    own = encoder.state_dict()
    weights = bert.state_dict()
    weights["embeddings.position_embeddings.weight"] = own["position.weight"]
    weights["embeddings.token_type_embeddings.weight"] = torch.zeros(2, sizes.hidden)
    for kind in ("weight", "bias"):
        weights[f"embeddings.LayerNorm.{kind}"] = own[f"norm.{kind}"]
        for n in range(sizes.layers):
            new, old = f"encoder.layer.{n}.", f"layers.{n}."
            for part, value in zip(("query", "key", "value"), own[f"{old}qkv.{kind}"].chunk(3), strict=True):
                weights[f"{new}attention.self.{part}.{kind}"] = value
            weights[f"{new}attention.output.dense.{kind}"] = own[f"{old}out.{kind}"]
            weights[f"{new}attention.output.LayerNorm.{kind}"] = own[f"{old}norm1.{kind}"]
            weights[f"{new}intermediate.dense.{kind}"] = own[f"{old}up.{kind}"]
            weights[f"{new}output.dense.{kind}"] = own[f"{old}down.{kind}"]
            weights[f"{new}output.LayerNorm.{kind}"] = own[f"{old}norm2.{kind}"]
    bert.load_state_dict(weights)
    return bert


def export(model: AttributionModel, out: Path, largest: int = LARGEST) -> None:
    """Write the graphs: ``out/fp32`` and ``out/int8``, whose weights are at most ``largest``."""
    model.eval()
    for kind in ("fp32", "int8"):
        (out / kind).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch, "plain.onnx")
        _trace_encoder(model, plain)
        fusion = FusionOptions("bert")
        fusion.enable_embed_layer_norm = False  # fused, the word embeddings could not be quantised
        fusion.enable_skip_layer_norm = False
        fusion.enable_gelu_approximation = True
        sizes = model.encoder.sizes
        fused = optimize_model(
            str(plain), "bert", num_heads=sizes.heads, hidden_size=sizes.hidden, optimization_options=fusion
        )
        whole, small = Path(scratch, "whole.onnx"), Path(scratch, "small.onnx")
        fused.save_model_to_file(str(whole))
        quantize_dynamic(
            str(whole), str(small), weight_type=QuantType.QInt8, per_channel=True,
            nodes_to_exclude=[f"/bert/encoder/layer.{n}/output/dense/MatMul" for n in range(WHOLE)],
            op_types_to_quantize=["MatMul", "Attention", "Gather"], extra_options={"DefaultTensorType": 1},
        )  # fmt: skip
        graph = onnx.load(small)
        narrow(graph, onnx.load(whole), largest)
        onnx.save(graph, small)
        optimised(whole, out / "fp32" / "encoder.onnx")
        optimised(small, out / "int8" / "encoder.onnx")
        _trace_heads(model, plain)
        optimised(plain, out / "fp32" / "heads.onnx")
    shutil.copyfile(out / "fp32" / "heads.onnx", out / "int8" / "heads.onnx")


def optimised(graph: Path, out: Path) -> None:
    """Store ``graph`` as ONNX Runtime would run it, but with layer norms apart from the sums before them.

    The fused node of the two is not vectorised on CPU and takes a fifth of the encoder's time.
    """
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(out)
    options.log_severity_level = 3
    onnxruntime.InferenceSession(
        str(graph), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


def write_manifest(folder: Path, model: AttributionModel, about: dict[str, Any]) -> None:
    """``manifest.json``: digests of the files, scores of the CRF, and what is known about the weights."""
    with torch.no_grad():
        steps, starts = model.crf.scores()
    manifest = {
        "name": "attribution",
        **about,
        "files": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES},
        "decoding": {
            "features": list(COLUMNS),
            "chain": {"steps": steps.tolist(), "starts": starts.tolist()},
        },
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


def _trace_encoder(model: AttributionModel, path: Path) -> None:
    ids = torch.randint(model.encoder.sizes.vocabulary, (1, 40))
    features = torch.randint(0, 3, (1, 40, ENCODER_FEATURES))
    torch.onnx.export(
        EncoderGraph(model).eval(), (ids, features), str(path), input_names=["input_ids", "features"],
        output_names=["hidden", "cue"], opset_version=OPSET, dynamo=False,
        dynamic_axes={"input_ids": {1: "T"}, "features": {1: "T"}, "hidden": {1: "T"}, "cue": {1: "T"}},
    )  # fmt: skip


def _trace_heads(model: AttributionModel, path: Path) -> None:
    hidden = torch.randn(1, 40, model.encoder.sizes.hidden)
    features = torch.randint(0, 3, (1, 40, len(COLUMNS)))
    start = torch.tensor([1, 5, 9])
    torch.onnx.export(
        HeadsGraph(model.roles).eval(), (hidden, features, start, start + 1), str(path),
        input_names=["hidden", "features", "cue_start", "cue_end"], output_names=["roles", "verdict"],
        opset_version=OPSET, dynamo=False, custom_opsets={"com.microsoft": 1},
        dynamic_axes={
            "hidden": {1: "T"}, "features": {1: "T"}, "cue_start": {0: "N"}, "cue_end": {0: "N"},
            "roles": {0: "N", 1: "T"}, "verdict": {0: "N"},
        },
    )  # fmt: skip


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True, help="checkpoint.pt of a run")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base encoder, for its tokenizer")
    parser.add_argument("--out", type=Path, required=True, help="folder for fp32/ and int8/")
    parser.add_argument("--version", default="0", help="version of the weights, for the manifest")
    parser.add_argument(
        "--largest", type=int, default=LARGEST, help="largest quantised weight: 127 for VNNI alone, 64 never saturates"
    )
    arguments = parser.parse_args(argv)
    model, settings, progress = load_average(arguments.checkpoint)
    export(model, arguments.out, arguments.largest)
    training = arguments.checkpoint.parent / "training.json"
    about = {
        "version": arguments.version,
        "encoder": "MiniLM-L6, 384 wide, uncased, with case, quotation and sentence features",
        "checkpoint_sha256": hashlib.sha256(arguments.checkpoint.read_bytes()).hexdigest(),
        "training": json.loads(training.read_text()) if training.exists() else {"settings": as_record(settings)},
        "steps": progress["step"],
    }
    for kind in ("fp32", "int8"):
        folder = arguments.out / kind
        open_tokenizer(arguments.base).save(str(folder / "tokenizer.json"), pretty=False)
        weights = "fp32" if kind == "fp32" else f"int8, at most {arguments.largest}"
        write_manifest(folder, model, {**about, "weights": weights})


if __name__ == "__main__":
    main()
