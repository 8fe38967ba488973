import json
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from sayso.model.attribution import AttributionModel as RunTime
from training.export import export, write_manifest
from training.model import AttributionModel
from training.readers import TorchReader

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
    special = (tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]"))
    graphs, plain = RunTime(tmp_path / "fp32"), TorchReader(model, special)
    one, other = graphs.encode(ids, table), plain.encode(ids, table)
    assert np.allclose(one.cue, other.cue, atol=1e-4)
    asked, expected = graphs.roles(one, starts, starts + 2), plain.roles(other, starts, starts + 2)
    for mine, reference in zip(asked, expected, strict=True):
        assert np.allclose(mine, reference, atol=1e-4)
    assert json.loads((tmp_path / "fp32" / "manifest.json").read_text())["files"]["encoder.onnx"]
