"""Texts read once by an encoder, kept beside its digest so that a second fit with the same encoder need not read them again."""

import hashlib
import pickle
from collections.abc import Iterable
from pathlib import Path

from sayso.extract.attribution import Attribution, attribute
from sayso.extract.confidence import Regression
from sayso.model.attribution import AttributionModel
from sayso.run_config import EXTRACTION_CODE, RunConfig


def read_texts(texts: Iterable[str], model: AttributionModel, scratch: Path) -> dict[str, Attribution]:
    """What is found in each text. ``scratch`` is a folder of this program's own: what it holds is unpickled."""
    wanted = sorted(set(texts))
    encoder = model.manifest.content["files"]["encoder.onnx"]
    key = hashlib.sha256("\0".join([encoder, str(EXTRACTION_CODE), *wanted]).encode()).hexdigest()[:16]
    kept = scratch / f"read-{key}.pickle"
    if kept.exists():
        made: dict[str, Attribution] = pickle.loads(kept.read_bytes())  # noqa: S301  # written below, on this machine
        return made
    confidence, config = Regression.of(model.manifest), RunConfig()
    found = {text: attribute(text, "training", model, confidence, config) for text in wanted}
    scratch.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps(found))
    return found
