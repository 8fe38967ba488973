"""A checkpoint from exported graphs: training goes on where the weights of a release are at hand and their checkpoint is not.

PYTHONPATH=src python -m training.from_graphs --model FOLDER --base FOLDER --layers 5 [--positions FOLDER] --out FILE.pt

Weights that were quantised come back with the error of their rounding, which a short training takes away. The word
embeddings are taken from the base encoder, since training leaves them as they are. The heads are not quantised and come
back as they were, those of positions where their folder is given; ``--encoder-only`` leaves all heads to be learned anew.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import ModelProto, numpy_helper
from torch import Tensor

from training.encoder import Encoder, EncoderSizes

Arrays = dict[str, NDArray[Any]]
QUANTISED = "_quantized"


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="folder with encoder.onnx")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    parser.add_argument("--layers", type=int, required=True, help="layers of the encoder to keep, from below")
    parser.add_argument("--positions", type=Path, help="folder with positions.onnx, to go on with that head as well")
    parser.add_argument("--encoder-only", action="store_true", help="leave out the heads")
    parser.add_argument("--out", type=Path, required=True, help="checkpoint for the option --start of training.train")
    arguments = parser.parse_args(argv)
    encoder = Encoder(EncoderSizes(layers=arguments.layers))
    encoder.load_base(arguments.base)
    read = onnx.load(str(arguments.model / "encoder.onnx"))
    found = encoder_weights(read, arguments.layers)
    weights = {**encoder.state_dict(), **found}
    model = {f"encoder.{name}": each for name, each in weights.items()}
    if not arguments.encoder_only:
        model |= {**cue_weights(read), **role_weights(arguments.model)}
    if arguments.positions is not None:
        model |= position_weights(onnx.load(str(arguments.positions / "positions.onnx")))
    torch.save({"model": model, "average": {}}, arguments.out)
    heads = len(model) - len(weights)
    print(f"{len(found)} of {len(weights)} weights of the encoder, {heads} of heads -> {arguments.out}")


def encoder_weights(graph: ModelProto, layers: int) -> dict[str, Tensor]:
    """Weights of the lowest ``layers`` layers, the positions and the added features, by their names in ``Encoder``."""
    arrays = {each.name: numpy_helper.to_array(each) for each in graph.graph.initializer}
    found: Arrays = {
        "position.weight": _whole(arrays, "bert.embeddings.position_embeddings.weight")
        + _whole(arrays, "bert.embeddings.token_type_embeddings.weight")[0],
        **{f"{name}.weight": _whole(arrays, f"{name}.weight") for name in ("case", "quote", "starts")},
        **{f"norm.{kind}": arrays[f"bert.embeddings.LayerNorm.{kind}"] for kind in ("weight", "bias")},
    }
    products = _products(graph, arrays)
    for n in range(layers):
        old, new = f"bert.encoder.layer.{n}.", f"layers.{n}."
        found[f"{new}qkv.weight"] = _whole(arrays, f"Attention_{n}_qkv_weight").T
        found[f"{new}qkv.bias"] = arrays[f"Attention_{n}_qkv_bias"]
        for part, bias in (("out", "attention.output"), ("up", "intermediate"), ("down", "output")):
            found[f"{new}{part}.weight"] = next(products).T
            found[f"{new}{part}.bias"] = arrays[f"{old}{bias}.dense.bias"]
        for norm, name in (("norm1", "attention.output"), ("norm2", "output")):
            for kind in ("weight", "bias"):
                found[f"{new}{norm}.{kind}"] = arrays[f"{old}{name}.LayerNorm.{kind}"]
    return _tensors(found)


def cue_weights(graph: ModelProto) -> dict[str, Tensor]:
    """The cue tagger, which stands at the end of the encoder's graph."""
    arrays = {each.name: numpy_helper.to_array(each) for each in graph.graph.initializer}
    *_, last = _products(graph, arrays)
    return _tensors({"cue.weight": last.T, "cue.bias": arrays["cue.bias"]})


def role_weights(folder: Path) -> dict[str, Tensor]:
    """The role head with its verdict, and the scores of the CRF, which stand in the manifest."""
    chain = json.loads((folder / "manifest.json").read_text())["decoding"]["chain"]
    found = _named(onnx.load(str(folder / "heads.onnx")), ("token", "qkv", "out", "up", "down", "label"), "roles.")
    return found | _tensors({f"crf.{name}": np.array(chain[name]) for name in ("steps", "starts")})


def position_weights(graph: ModelProto) -> dict[str, Tensor]:
    """The position head; its plain products are told by the order in which the graph takes them."""
    layers = tuple(
        [f"{layer}.{part}" for part in ("qkv", "out", "up", "down")] for layer in ("first", "second")
    )  # fmt: skip
    order = ("token", *layers[0], "named", "gate", *layers[1], "evidence", "attend", "pool")
    found = _named(graph, order, "head.")
    return {f"positions.{name.removeprefix('head.')}": each for name, each in found.items()}


def _named(graph: ModelProto, products: Sequence[str], prefix: str) -> dict[str, Tensor]:
    """The weights that kept their names, and those of the plain products, which stand for ``products`` in the graph's order."""
    arrays = {each.name: numpy_helper.to_array(each) for each in graph.graph.initializer}
    plain = list(_products(graph, arrays))
    if len(plain) != len(products):
        raise ValueError(f"the graph has {len(plain)} plain products, not {len(products)}; it is of another head")
    found = {name: each for name, each in arrays.items() if name.startswith(prefix)}
    return _tensors(found | {f"{prefix}{name}.weight": each.T for name, each in zip(products, plain, strict=True)})


def _tensors(arrays: Arrays) -> dict[str, Tensor]:
    return {name: torch.from_numpy(np.array(each, dtype=np.float32)) for name, each in arrays.items()}


def _products(graph: ModelProto, arrays: Arrays) -> Iterator[NDArray[Any]]:
    """The matrices of the plain products, in the order in which the graph takes them: out, up and down of each layer."""
    for node in graph.graph.node:
        if node.op_type == "Attention" or "Attention" in node.op_type or node.op_type == "QAttention":
            continue
        for name in node.input:
            stem = name.removesuffix(QUANTISED)
            if name in arrays and arrays[name].ndim == 2 and stem.startswith("onnx::MatMul"):
                yield _whole(arrays, stem)


def _whole(arrays: Arrays, name: str) -> NDArray[Any]:
    """A matrix as floats: (quantised - zero point) * scale, by column where there is a scale for each."""
    if name in arrays:
        return arrays[name]
    quantised = arrays[name + QUANTISED].astype(np.float32)
    return (quantised - arrays[f"{name}_zero_point"].astype(np.float32)) * arrays[f"{name}_scale"]


if __name__ == "__main__":
    main()
