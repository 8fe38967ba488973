"""The attribution model: an encoder with a cue tagger, and a role tagger asked once for each cue.

numpy in, numpy out. One unpadded window per call: dynamic int8 takes one scale for a whole tensor, so a
neighbour in a batch would change the result. Single-threaded, so that workers do not fight for cores.
Shapes: T tokens of a window without the two special ones, N cues, K role labels.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from sayso.errors import ModelError
from sayso.model.crf import Chain, Floats
from sayso.model.manifest import SHIPPED, Manifest, check_files, load_manifest
from sayso.model.sessions import open_session

Ints = npt.NDArray[np.int64]

OF_ENCODER = 3
"""Columns of the features that enter the encoder; the role tagger sees all."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The pieces of one text: ids [n], and start and end [n] as code points of the text."""

    ids: Ints
    starts: Ints
    ends: Ints

    def __len__(self) -> int:
        return len(self.ids)

    def select(self, keep: npt.NDArray[np.bool_]) -> "Tokens":
        return Tokens(self.ids[keep], self.starts[keep], self.ends[keep])


@dataclass(frozen=True, slots=True)
class Encoded:
    """One window read: ``cue`` [T, 3] probabilities of outside, begin, inside; the rest is for ``roles``."""

    cue: Floats
    hidden: Floats
    features: Ints


class AttributionModel:
    """Weights and tokenizer, loaded once. Raises ModelError if they do not fit their manifest."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        self.manifest: Manifest = load_manifest(folder)
        check_files(self.manifest)
        self.chain: Chain = _chain(self.manifest)
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._encoder = open_session(folder / "encoder.onnx")
            self._heads = open_session(folder / "heads.onnx")
        except Exception as error:  # both libraries raise bare or private exceptions
            raise ModelError(f"cannot load the model in {folder}: {error}") from error
        self.size = int(self._encoder.get_outputs()[0].shape[-1])
        """Width of a hidden state."""
        self._first = np.asarray([self._tokenizer.token_to_id("[CLS]")], dtype=np.int64)
        self._last = np.asarray([self._tokenizer.token_to_id("[SEP]")], dtype=np.int64)

    def tokenize(self, text: str) -> Tokens:
        """All pieces of ``text``, without special tokens."""
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
        return Tokens(np.asarray(encoding.ids, dtype=np.int64), offsets[:, 0], offsets[:, 1])

    def encode(self, ids: Ints, features: Ints) -> Encoded:
        """Read one window: token ids [T] and their features [T, F]."""
        framed = np.concatenate((self._first, ids, self._last))[None]
        around = framed_features(features)[None]
        inputs = {"input_ids": framed, "features": around[..., :OF_ENCODER]}
        hidden, cue = self._encoder.run(["hidden", "cue"], inputs)
        return Encoded(softmax(cue[0, 1:-1]), hidden, around)

    def roles(self, window: Encoded, starts: Ints, ends: Ints) -> tuple[Floats, Floats]:
        """(role scores for the CRF [N, T, K], verdicts [N]) of the cues at tokens ``[start, end)`` of the window.

        A verdict is a logit: how sure the role tagger is that the cue is one.
        """
        inputs = {
            "hidden": window.hidden,
            "features": window.features,
            "cue_start": starts + 1,
            "cue_end": ends + 1,
        }
        roles, verdicts = self._heads.run(["roles", "verdict"], inputs)
        return roles[:, 1:-1], verdicts


def framed_features(inner: Ints) -> Ints:
    """Features [T + 2, F] of a window with its two special tokens, which stand where their neighbours do."""
    edges = inner[[0, -1]].copy()
    edges[:, :OF_ENCODER] = 0
    return np.concatenate([edges[:1], inner, edges[1:]])


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)


def _chain(manifest: Manifest) -> Chain:
    try:
        scores = manifest.content["decoding"]["chain"]
        return Chain(np.array(scores["steps"], dtype=np.float32), np.array(scores["starts"], dtype=np.float32))
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"the manifest in {manifest.folder} has no scores of the CRF. Install Sayso again.") from error
