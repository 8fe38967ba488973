"""Weights that do not fit their manifest are refused."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from sayso.errors import ModelError
from sayso.model.attribution import AttributionModel
from sayso.model.manifest import SHIPPED, check_files, load_manifest
from sayso.pipeline import Reader

FILES = ["encoder.onnx", "heads.onnx", "tokenizer.json"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "model"))


def test_the_shipped_weights_fit_their_manifest() -> None:
    manifest = load_manifest()
    check_files(manifest)
    assert sorted(manifest.content["files"]) == FILES


@pytest.mark.parametrize("name", FILES)
def test_one_changed_byte_is_refused(folder: Path, name: str) -> None:
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)
    with pytest.raises(ModelError, match="digest"):
        AttributionModel(folder)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match=name):
        AttributionModel(folder)


def test_a_missing_manifest_is_an_error_that_names_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="Install Sayso again"):
        AttributionModel(tmp_path)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"{}", b'{"name": "a", "version": "1"}', b"\xff\xfe"])
def test_a_broken_manifest_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(content)
    with pytest.raises(ModelError, match="Install Sayso again"):
        load_manifest(tmp_path)


def test_weights_that_no_runtime_can_load_are_refused(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "heads.onnx").write_bytes(b"no model")
    manifest["files"]["heads.onnx"] = hashlib.sha256(b"no model").hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ModelError, match="cannot load"):
        AttributionModel(folder)


def test_the_canonical_manifest_does_not_depend_on_its_layout(folder: Path) -> None:
    before = load_manifest(folder).canonical
    content = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "manifest.json").write_text(json.dumps(dict(reversed(content.items())), indent=7), encoding="utf-8")
    assert load_manifest(folder).canonical == before


@pytest.mark.parametrize("files", [[], None, {}, {"encoder.onnx": "0"}])
def test_a_manifest_that_does_not_name_every_file_is_refused(folder: Path, files: object) -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "manifest.json").write_text(json.dumps(manifest | {"files": files}), encoding="utf-8")
    with pytest.raises(ModelError, match="no manifest"):
        AttributionModel(folder)


def test_weights_without_calibration_are_refused_before_any_article(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    del manifest["decoding"]["confidence"]
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ModelError, match="calibration"):
        Reader(folder=folder)
