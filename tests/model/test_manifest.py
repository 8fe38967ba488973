"""Weights that do not fit their manifest are refused."""

import shutil
from pathlib import Path

import pytest

from sayso.errors import ModelError
from sayso.model.attribution import AttributionModel
from sayso.model.manifest import SHIPPED


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "model"))
    (folder / "heads.onnx").write_bytes(b"other")
    with pytest.raises(ModelError, match="digest"):
        AttributionModel(folder)


def test_a_missing_manifest_is_an_error_that_names_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="Install Sayso again"):
        AttributionModel(tmp_path)
