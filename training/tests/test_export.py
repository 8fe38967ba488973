import json
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from training.export import export, write_manifest
from training.model import AttributionModel
from training.readers import GraphReader, TorchReader

pytestmark = pytest.mark.filterwarnings("ignore")  # the exporter warns of its own age


def test_the_graphs_compute_what_the_model_does(model: AttributionModel, tokenizer: Tokenizer, tmp_path: Path) -> None:
    for name in ("case", "quote", "starts"):
        getattr(model.encoder, name).weight.data.normal_()
    export(model, tmp_path)
    tokenizer.save(str(tmp_path / "fp32" / "tokenizer.json"))
    write_manifest(tmp_path / "fp32", model, {"version": "0"})
    rng = np.random.default_rng(0)
    ids, table = rng.integers(0, 20, 30), np.sort(rng.integers(0, 3, (30, 6)), axis=0)
    starts = np.array([3, 20])
    graphs, plain = GraphReader(tmp_path / "fp32"), TorchReader(model)
    (hidden, cue), (hidden_plain, cue_plain) = graphs.read(ids, table), plain.read(ids, table)
    assert np.allclose(cue, cue_plain, atol=1e-4)
    asked = graphs.roles(hidden, table, starts, starts + 2)
    expected = plain.roles(hidden_plain, table, starts, starts + 2)
    for mine, reference in zip(asked, expected, strict=True):
        assert np.allclose(mine, reference, atol=1e-4)
    assert json.loads((tmp_path / "fp32" / "manifest.json").read_text())["files"]["encoder.onnx"]
