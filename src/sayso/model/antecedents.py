"""The antecedent model: one small graph on the states of the encoder, asked once for each pronoun.

Shapes: T tokens of a view, C candidates, F features of a candidate, H hidden size.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sayso.errors import ModelError
from sayso.model.crf import Floats
from sayso.model.manifest import SHIPPED, Manifest, check_files, load_manifest
from sayso.model.sessions import open_session
from sayso.model.states import States

Range = tuple[int, int]

ANTECEDENTS = SHIPPED.parent / "antecedents"
"""The weights that come with the package."""
OF_ANTECEDENTS = frozenset({"antecedents.onnx"})
"""The files the model needs; each must stand in its manifest."""

BEFORE, AFTER = 200, 40
"""Tokens before and after a pronoun beyond which a candidate is not seen."""
MARGIN = 6
"""Tokens shown beyond the outermost mention."""


@dataclass(frozen=True, slots=True)
class View:
    """Tokens ``[start, end)`` of the article around a pronoun; ranges of tokens are counted from ``start``.

    ``seen`` are the candidates that stand in it, by their places among those asked for; ``candidates`` are their ranges.
    """

    start: int
    end: int
    pronoun: Range
    seen: tuple[int, ...]
    candidates: tuple[Range, ...]


def view(states: States, pronoun: Range, candidates: Sequence[Range]) -> View | None:
    """What is looked at for a pronoun; spans are code points. None if the pronoun or all candidates are out of sight."""
    first, last = states.tokens_of(*pronoun)
    if first >= last:
        return None
    ranges = [states.tokens_of(*each) for each in candidates]
    seen = tuple(n for n, (a, b) in enumerate(ranges) if a < b and first - BEFORE <= a and b <= last + AFTER)
    if not seen:
        return None
    start = max(0, min(first, *(ranges[n][0] for n in seen)) - MARGIN)
    end = min(len(states.tokens), max(last, *(ranges[n][1] for n in seen)) + MARGIN)
    inside = tuple((ranges[n][0] - start, ranges[n][1] - start) for n in seen)
    return View(start, end, (first - start, last - start), seen, inside)


class AntecedentModel:
    """Weights, loaded once. Raises ModelError if they do not fit their manifest.

    ``features`` names the columns it expects.
    """

    def __init__(self, folder: Path = ANTECEDENTS) -> None:
        self.manifest: Manifest = load_manifest(folder, OF_ANTECEDENTS)
        check_files(self.manifest)
        try:
            self._session = open_session(folder / "antecedents.onnx")
            self.features = tuple(map(str, self.manifest.content["features"]))
        except Exception as error:  # the runtime raises bare or private exceptions
            raise ModelError(f"cannot load the model in {folder}: {error}") from error

    def judge(self, states: States, pronoun: Range, candidates: Sequence[Range], features: Floats) -> Floats | None:
        """Probabilities [C] that the pronoun means each candidate, 0 for those out of sight; what is missing to 1 is for nobody.

        None if there is nothing to look at.
        """
        found = view(states, pronoun, candidates)
        if found is None:
            return None
        inputs = {
            "hidden": states.hidden[None, found.start : found.end].astype(np.float32),
            "pronoun": np.array(found.pronoun, dtype=np.int64),
            "start": np.array([start for start, _ in found.candidates], dtype=np.int64),
            "end": np.array([end for _, end in found.candidates], dtype=np.int64),
            "features": features[list(found.seen)],
        }
        (logits,) = self._session.run(["score"], inputs)
        powers = np.exp(np.append(logits, 0.0) - max(0.0, float(logits.max())))
        made = np.zeros(len(candidates), dtype=np.float32)
        made[list(found.seen)] = powers[:-1] / powers.sum()
        return made
