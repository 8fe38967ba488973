"""The manifest beside the weights: what they are, and the digest of each file."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.errors import ModelError
from sayso.records.ids import canonical_json

_WEIGHTS = Path(str(files("sayso.model") / "weights"))

SHIPPED = _WEIGHTS / "attribution"
POSITIONS = _WEIGHTS / "positions"
VOICE = _WEIGHTS / "voice"
"""The weights that come with the package."""

FILES = frozenset({"encoder.onnx", "heads.onnx", "tokenizer.json"})
OF_POSITIONS = frozenset({"positions.onnx"})
OF_VOICE = frozenset({"passages.onnx", "mentions.onnx"})
"""The files a model needs; each must stand in its manifest."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """``folder`` with the weights and the manifest's content."""

    folder: Path
    content: dict[str, Any]

    @property
    def canonical(self) -> str:
        """Canonical JSON, as it is hashed into a run."""
        return canonical_json(self.content)

    @property
    def label(self) -> str:
        return f"{self.content['name']} {self.content['version']}"


def load_manifest(folder: Path = SHIPPED, needed: frozenset[str] = FILES) -> Manifest:
    """Read ``manifest.json``; ModelError if it is missing or not a manifest."""
    path = folder / "manifest.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"cannot read the model's manifest {path}: {error}. Install Sayso again.") from error
    known = isinstance(content, dict) and {"name", "version", "files"} <= content.keys()
    if not known or not isinstance(content["files"], dict) or not content["files"].keys() >= needed:
        raise ModelError(f"{path} is no manifest of a Sayso model. Install Sayso again.")
    return Manifest(folder, content)


def manifests(each: Sequence[Manifest]) -> str:
    """Several manifests as one, by name, in canonical JSON: what a run's id is made of."""
    return canonical_json({manifest.content["name"]: manifest.content for manifest in each})


def check_files(manifest: Manifest) -> None:
    """ModelError unless every file is there with the digest the manifest states."""
    for name, expected in manifest.content["files"].items():
        path = manifest.folder / name
        try:
            found = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise ModelError(f"cannot read the model's file {path}: {error}. Install Sayso again.") from error
        if found != expected:
            raise ModelError(
                f"{path} has digest {found[:12]}…, not {expected[:12]}… as its manifest states. Install Sayso again."
            )
