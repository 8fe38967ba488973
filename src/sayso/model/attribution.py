"""The attribution model: an encoder with a cue tagger, and a role tagger asked once for each cue.

numpy in, numpy out. One unpadded window per call: dynamic int8 takes one scale for a whole tensor, so a
neighbour in a batch would change the result. Single-threaded, so that workers do not fight for cores.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from sayso.errors import ModelError
from sayso.model.manifest import SHIPPED, Manifest, check_files, load_manifest

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

OUTSIDE, SOURCE_BEGIN, SOURCE_INSIDE, CONTENT_BEGIN, CONTENT_INSIDE = range(5)
"""Roles, in the order of the role tagger's last axis."""


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
    """One window read: ``hidden`` [1, T + 2, H] with the special tokens, ``cue`` [T, 3] probabilities without them."""

    hidden: Floats
    cue: Floats


class AttributionModel:
    """Weights and tokenizer, loaded once. Raises ModelError if they do not fit their manifest."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        self.manifest: Manifest = load_manifest(folder)
        check_files(self.manifest)
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._encoder = _session(folder / "encoder.onnx")
            self._heads = _session(folder / "heads.onnx")
        except Exception as error:  # both libraries raise bare or private exceptions
            raise ModelError(f"cannot load the model in {folder}: {error}") from error
        self._first = np.asarray([self._tokenizer.token_to_id("[CLS]")], dtype=np.int64)
        self._last = np.asarray([self._tokenizer.token_to_id("[SEP]")], dtype=np.int64)

    def tokenize(self, text: str) -> Tokens:
        """All pieces of ``text``, without special tokens."""
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
        return Tokens(np.asarray(encoding.ids, dtype=np.int64), offsets[:, 0], offsets[:, 1])

    def encode(self, ids: Ints) -> Encoded:
        """Read one window of token ids [T]."""
        framed = np.concatenate((self._first, ids, self._last))[None]
        hidden, cue = self._encoder.run(["hidden", "cue"], {"input_ids": framed})
        return Encoded(hidden, _softmax(cue[0, 1:-1]))

    def roles(self, window: Encoded, cues: list[list[int]]) -> Floats:
        """Role probabilities [N, T, 5] for N cues, each a list of token positions in the window."""
        count = window.hidden.shape[1]
        weights = np.zeros((len(cues), count), dtype=np.float32)
        for row, cue in enumerate(cues):
            weights[row, np.asarray(cue) + 1] = 1 / len(cue)
        starts = np.asarray([cue[0] + 1 for cue in cues], dtype=np.int64)
        inputs = {"hidden": window.hidden, "cue_weights": weights, "cue_start": starts}
        (logits,) = self._heads.run(["roles"], inputs)
        return _softmax(logits[:, 1:-1])


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_cpu_mem_arena = (
        False  # windows differ in length: an arena keeps one block for each, and is no faster
    )
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])


def _softmax(logits: Floats) -> Floats:
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)
