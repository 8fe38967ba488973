"""A checkpoint from exported graphs: training goes on where the weights of a release are at hand and their checkpoint is not.

PYTHONPATH=src python -m training.from_graphs --model FOLDER --base FOLDER --layers 5 --out FILE.pt

Weights that were quantised come back with the error of their rounding, which a short training takes away. The word
embeddings are taken from the base encoder, since training leaves them as they are. A role head of another size than the
new run's is left out (``--encoder-only``): it is learned anew.
"""

import argparse
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
    parser.add_argument("--out", type=Path, required=True, help="checkpoint for the option --start of training.train")
    arguments = parser.parse_args(argv)
    encoder = Encoder(EncoderSizes(layers=arguments.layers))
    encoder.load_base(arguments.base)
    found = encoder_weights(onnx.load(str(arguments.model / "encoder.onnx")), arguments.layers)
    weights = {**encoder.state_dict(), **found}
    torch.save({"model": {f"encoder.{name}": each for name, each in weights.items()}, "average": {}}, arguments.out)
    print(f"{len(found)} of {len(weights)} weights of the encoder -> {arguments.out}")


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
    return {name: torch.from_numpy(np.array(each, dtype=np.float32)) for name, each in found.items()}


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
