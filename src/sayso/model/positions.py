"""The position model: one small graph on the states of the encoder, asked once for each statement.

Shapes: T tokens of a stretch, M mentions in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sayso.errors import ModelError
from sayso.model.attribution import softmax
from sayso.model.crf import Floats
from sayso.model.manifest import OF_POSITIONS, POSITIONS, Manifest, check_files, load_manifest
from sayso.model.sessions import open_session
from sayso.model.states import States
from sayso.model.stretches import Range, Stretch

OUTPUTS = ("status", "move", "role", "label", "flags", "evidence")


@dataclass(frozen=True, slots=True)
class Judgements:
    """Probabilities: ``status`` [7], ``move`` [10], ``role`` [M, 6], ``label`` [M, 4], ``flags`` [M, 5], ``evidence`` [M, T].

    The values stand in the order of the literals in ``records``; the last role is none at all.
    """

    status: Floats
    move: Floats
    role: Floats
    label: Floats
    flags: Floats
    evidence: Floats


class PositionModel:
    """Weights, loaded once. Raises ModelError if they do not fit their manifest."""

    def __init__(self, folder: Path = POSITIONS) -> None:
        self.manifest: Manifest = load_manifest(folder, OF_POSITIONS)
        check_files(self.manifest)
        try:
            self._session = open_session(folder / "positions.onnx")
            self._heat = float(self.manifest.content["calibration"]["temperature"])
        except Exception as error:  # the runtime raises bare or private exceptions
            raise ModelError(f"cannot load the model in {folder}: {error}") from error

    def judge(
        self, states: States, found: Stretch, mentions: Sequence[Range], seen: npt.NDArray[np.bool_] | None = None
    ) -> Judgements:
        """What the model makes of one stretch and its ``mentions``, ranges of its tokens, none of them empty.

        ``seen`` [T] leaves all other tokens out, as if they were not in the text; it must hold the mentions. What is left out
        is no evidence.
        """
        rows = np.arange(len(found.layout)) if seen is None else np.flatnonzero(seen)
        moved = np.searchsorted(rows, np.array(list(mentions) or [(0, 1)], dtype=np.int64))
        inputs = {
            "hidden": states.hidden[None, found.start : found.end][:, rows].astype(np.float32),
            "layout": found.layout[None, rows],
            "start": moved[:, 0],
            "end": moved[:, 1],
        }
        status, move, role, label, flags, evidence = self._session.run(list(OUTPUTS), inputs)
        count = len(mentions)
        judging = np.zeros((count, len(found.layout)), dtype=np.float32)
        judging[:, rows] = _sigmoid(evidence[:count])
        return Judgements(
            softmax(status[0]),
            softmax(move[0]),
            softmax(role[:count]),
            softmax(label[:count] / self._heat),
            _sigmoid(flags[:count]),
            judging,
        )


def _sigmoid(logits: npt.NDArray[np.float32]) -> Floats:
    return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float32)
