"""The voice model: two small graphs on the states of the encoder, asked once each for all passages of an article.

Shapes: P passages, T tokens of the longest of them, C cues, M mentions, K numbers told of each.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sayso.errors import ModelError
from sayso.model.attribution import softmax
from sayso.model.crf import Floats
from sayso.model.manifest import OF_VOICE, VOICE, Manifest, check_files, load_manifest
from sayso.model.positions import PositionModel
from sayso.model.sessions import open_session
from sayso.model.states import States
from sayso.model.stretches import CONTENT, Stretch

Range = tuple[int, int]

LONGEST = 128
"""Tokens of a passage; of a longer one the end is left out."""
TOGETHER = 64
"""Passages that are asked together, so that memory stays flat; in fp32 a neighbour changes no result."""
LEAST = 1e-4
"""Added to a probability before its logarithm is taken."""
LABELLED = 4
"""Values of a stance."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A mention at ``tokens`` of the passage with number ``of``, counted from its first token and never empty; ``told`` [K] of it."""

    of: int
    tokens: Range
    told: Floats


class VoiceModel:
    """Weights, loaded once. Raises ModelError if they do not fit their manifest."""

    def __init__(self, folder: Path = VOICE) -> None:
        self.manifest: Manifest = load_manifest(folder, OF_VOICE)
        check_files(self.manifest)
        try:
            self._passages = open_session(folder / "passages.onnx")
            self._mentions = open_session(folder / "mentions.onnx")
            calibration = self.manifest.content["calibration"]
            self._slope, self._offset = float(calibration["slope"]), float(calibration["offset"])
            self._heat = float(calibration["temperature"])
            self.threshold = float(self.manifest.content["decoding"]["threshold"])
            """Probability from which on a passage evaluates."""
        except Exception as error:  # the runtime raises bare or private exceptions
            raise ModelError(f"cannot load the model in {folder}: {error}") from error

    def evaluates(self, states: States, passages: Sequence[Range], cues: Floats) -> Floats:
        """Calibrated probability [P] that the writer evaluates in each passage, a range of tokens that is not empty."""
        found = [
            self._passages.run(
                ["evaluates"], {**padded(states, passages[at : at + TOGETHER]), "cues": cues[at : at + TOGETHER]}
            )[0]
            for at in range(0, len(passages), TOGETHER)
        ]
        logits = np.concatenate(found) if found else np.zeros(0, dtype=np.float32)
        return np.asarray(1 / (1 + np.exp(-(self._slope * logits + self._offset))), dtype=np.float32)

    def judges(self, states: States, passages: Sequence[Range], asked: Sequence[Asked]) -> Floats:
        """Calibrated probabilities [M, 4] of the stances in the order of LABELS; ``asked`` stand in the order of their passages."""
        found = []
        for at in range(0, len(passages), TOGETHER):
            here = [each for each in asked if at <= each.of < at + TOGETHER]
            if here:
                inputs = {
                    **padded(states, passages[at : at + TOGETHER]),
                    "of": np.array([each.of - at for each in here], dtype=np.int64),
                    "start": np.array([each.tokens[0] for each in here], dtype=np.int64),
                    "end": np.array([each.tokens[1] for each in here], dtype=np.int64),
                    "told": np.stack([each.told for each in here]),
                }
                found.append(self._mentions.run(["judges"], inputs)[0])
        logits = np.concatenate(found) if found else np.zeros((0, LABELLED), dtype=np.float32)
        return softmax(np.asarray(logits / self._heat, dtype=np.float32))


def told_of(states: States, passage: Range, mentions: Sequence[Range], positions: PositionModel) -> Floats:
    """[M, 10] logarithms of label and role, as the position model gives them for a passage as content without source and cue.

    ``mentions`` are ranges of tokens counted from the passage's first, none empty.
    """
    start, end = passage[0], min(passage[1], passage[0] + LONGEST)
    layout: npt.NDArray[np.int64] = np.zeros((end - start, 2), dtype=np.int64)
    layout[:, 0] = CONTENT
    found = positions.judge(states, Stretch(start, end, layout, tuple(mentions)), mentions)
    return np.asarray(np.log(np.concatenate((found.label, found.role), axis=1) + LEAST), dtype=np.float32)


def padded(states: States, passages: Sequence[Range]) -> dict[str, Floats]:
    """``hidden`` [P, T, H] and ``mask`` [P, T] of the passages."""
    lengths = [min(end - start, LONGEST) for start, end in passages]
    hidden = np.zeros((len(passages), max(lengths), states.hidden.shape[1]), dtype=np.float32)
    mask = np.zeros(hidden.shape[:2], dtype=np.float32)
    for n, ((start, _), length) in enumerate(zip(passages, lengths, strict=True)):
        hidden[n, :length] = states.hidden[start : start + length]
        mask[n, :length] = 1.0
    return {"hidden": hidden, "mask": mask}
