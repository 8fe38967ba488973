"""What reads one window: the model in PyTorch, or its two exported graphs. numpy in, numpy out.

Shapes: T tokens with the two special ones, H hidden size, N cues, K role labels.
"""

import json
from pathlib import Path
from typing import Protocol

import numpy as np
import onnxruntime
import torch

from training.decoding import Chain, Floats
from training.features import Ints
from training.model import AttributionModel, Cues


class Reader(Protocol):
    """The two calls of a reading, and the CRF that belongs to them."""

    chain: Chain

    def read(self, ids: Ints, features: Ints) -> tuple[Floats, Floats]:
        """(hidden [1, T, H], cue logits [T, 3]) of one window: ids [T], features [T, 6]."""
        ...

    def roles(self, hidden: Floats, features: Ints, starts: Ints, ends: Ints) -> tuple[Floats, Floats]:
        """(emissions [N, T, K], verdicts [N]) for cues at tokens ``[start, end)`` of that window."""
        ...


class TorchReader:
    """The model as it was trained, in fp32."""

    def __init__(self, model: AttributionModel) -> None:
        self.model = model.eval()
        with torch.no_grad():
            steps, starts = model.crf.scores()
        self.chain = Chain(steps.numpy(), starts.numpy())

    @torch.inference_mode()
    def read(self, ids: Ints, features: Ints) -> tuple[Floats, Floats]:
        hidden, cue = self.model.read(torch.from_numpy(ids)[None], torch.from_numpy(features)[None])
        return hidden.numpy(), cue[0].numpy()

    @torch.inference_mode()
    def roles(self, hidden: Floats, features: Ints, starts: Ints, ends: Ints) -> tuple[Floats, Floats]:
        cues = Cues(torch.zeros(len(starts), dtype=torch.int64), torch.from_numpy(starts), torch.from_numpy(ends))
        emissions, verdicts = self.model.roles(torch.from_numpy(hidden), torch.from_numpy(features)[None], cues)
        return emissions.numpy(), verdicts.numpy()


class GraphReader:
    """The exported graphs in ONNX Runtime, one thread."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self.encoder = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"])
        self.heads = onnxruntime.InferenceSession(str(folder / "heads.onnx"), options, providers=["CPUExecutionProvider"])
        chain = json.loads((folder / "manifest.json").read_text())["decoding"]["chain"]
        self.chain = Chain(np.array(chain["steps"], dtype=np.float32), np.array(chain["starts"], dtype=np.float32))

    def read(self, ids: Ints, features: Ints) -> tuple[Floats, Floats]:
        inputs = {"input_ids": ids[None], "features": features[None, :, :3]}
        hidden, cue = self.encoder.run(["hidden", "cue"], inputs)
        return hidden, cue[0]

    def roles(self, hidden: Floats, features: Ints, starts: Ints, ends: Ints) -> tuple[Floats, Floats]:
        inputs = {"hidden": hidden, "features": features[None], "cue_start": starts, "cue_end": ends}
        emissions, verdicts = self.heads.run(["roles", "verdict"], inputs)
        return emissions, verdicts
