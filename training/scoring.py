"""The project's scorer, loaded from the file it is given as, and the figures that count."""

import importlib.util
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.extract.anchoring import Parts
from sayso.scoring import calibration_error
from training.corpus import Article, as_gold

MEASURE = "content@.5+source"


def open_scorer(path: Path) -> ModuleType:
    """The scoring module at ``path``: ``score``, ``is_direct`` and ``has_no_source``."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise ValueError(f"{path} is no Python file; give the path of the scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def record(parts: Parts, confidence: float) -> dict[str, Any]:
    """One statement as the scorer reads it."""
    return {
        "source": parts.source, "cue": parts.cue, "content": parts.content, "confidence": round(confidence, 4),
    }  # fmt: skip


def percent_off(chance: NDArray[np.float64], truth: NDArray[np.bool_]) -> float:
    """Expected calibration error in percent, as the package measures it."""
    return round(100 * calibration_error(list(zip(chance.tolist(), truth.tolist(), strict=True))), 2)


def figures(scorer: ModuleType, articles: Sequence[Article], found: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Precision, recall and F1 of all statements, recall of direct and of source-less ones, in percent."""
    gold = [as_gold(each) for each in articles]
    everything = scorer.score(gold, found)
    return {
        "all": everything[MEASURE],
        "content": everything["content@.5"],
        "cue": everything["cue_overlap"],
        "of_matched": everything.get("of_matched"),
        "direct_recall": scorer.score(gold, found, scorer.is_direct)[MEASURE]["R"],
        "direct_content_recall": scorer.score(gold, found, scorer.is_direct)["content@.5"]["R"],
        "no_source_recall": scorer.score(gold, found, scorer.has_no_source)[MEASURE]["R"],
    }
