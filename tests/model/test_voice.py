"""The voice graph behind its calls: passages by themselves and together, and what is missing."""

import json
from pathlib import Path

import numpy as np
import pytest

from sayso.classify.voice_cues import CUES
from sayso.errors import ModelError
from sayso.model.attribution import Tokens
from sayso.model.manifest import OF_VOICE, VOICE, load_manifest
from sayso.model.states import States
from sayso.model.voice import LONGEST, TOGETHER, Asked, VoiceModel, padded
from sayso.records.position import LABELS


@pytest.fixture(scope="module")
def states() -> States:
    count = 4000
    at = np.arange(count, dtype=np.int64)
    hidden = np.random.default_rng(1).normal(size=(count, 384)).astype(np.float16)
    return States(Tokens(at, at, at + 1), np.zeros((count, 6), dtype=np.int64), hidden)


@pytest.fixture(scope="module")
def model() -> VoiceModel:
    return VoiceModel()


def test_neighbours_do_not_change_a_passage(states: States, model: VoiceModel) -> None:
    passages = [(30 * n, 30 * n + 5 + n % 20) for n in range(TOGETHER + 7)]
    cues = np.random.default_rng(2).random((len(passages), CUES)).astype(np.float32)
    together = model.evaluates(states, passages, cues)
    alone = [model.evaluates(states, [each], cues[n : n + 1])[0] for n, each in enumerate(passages)]
    assert together.shape == (len(passages),)
    np.testing.assert_allclose(together, alone, atol=1e-5)


def test_no_passage_is_no_call(states: States, model: VoiceModel) -> None:
    assert model.evaluates(states, [], np.zeros((0, CUES), dtype=np.float32)).shape == (0,)


def test_of_a_long_passage_the_end_is_left_out(states: States) -> None:
    found = padded(states, [(0, LONGEST + 50), (10, 12)])
    assert found["hidden"].shape == (2, LONGEST, 384)
    assert found["mask"].sum(1).tolist() == [LONGEST, 2]


def test_mentions_are_judged_alike_whatever_else_is_asked(states: States, model: VoiceModel) -> None:
    passages = [(30 * n, 30 * n + 9 + n % 20) for n in range(TOGETHER + 7)]
    rng = np.random.default_rng(3)
    told = [rng.normal(size=12).astype(np.float32) for _ in passages]
    asked = [Asked(n, (1 + n % 3, 3 + n % 4), told[n]) for n in range(0, len(passages), 2)]
    together = model.judges(states, passages, asked)
    assert together.shape == (len(asked), len(LABELS))
    np.testing.assert_allclose(together.sum(1), 1, atol=1e-5)
    alone = [model.judges(states, [passages[each.of]], [Asked(0, each.tokens, each.told)])[0] for each in asked]
    np.testing.assert_allclose(together, alone, atol=1e-5)


def test_nobody_mentioned_is_no_call(states: States, model: VoiceModel) -> None:
    assert model.judges(states, [(0, 5)], []).shape == (0, len(LABELS))


def test_the_weights_fit_the_encoder_and_the_positions_they_were_fitted_on() -> None:
    manifest = load_manifest(VOICE, OF_VOICE).content
    folder = VOICE.parent
    for name, file in (("attribution", "encoder.onnx"), ("positions", "positions.onnx")):
        other = json.loads((folder / name / "manifest.json").read_text(encoding="utf-8"))
        key = "encoder_sha256" if name == "attribution" else "positions_sha256"
        assert manifest[key] == other["files"][file]


def test_weights_that_are_missing_or_damaged_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot read the model's manifest"):
        VoiceModel(tmp_path)
    for name in ("passages.onnx", "mentions.onnx", "manifest.json"):
        (tmp_path / name).write_bytes((VOICE / name).read_bytes())
    (tmp_path / "mentions.onnx").write_bytes(b"x")
    with pytest.raises(ModelError, match="digest"):
        VoiceModel(tmp_path)
