"""The model in PyTorch behind the calls that the run time makes: for comparing the exported graphs with it.

Shapes: T tokens of a window without the two special ones, N cues, K role labels.
"""

import numpy as np
import torch

from sayso.model.attribution import Encoded, Ints, framed_features, softmax
from sayso.model.crf import Chain, Floats
from training.model import AttributionModel, Cues


class TorchReader:
    """The model as it was trained, in fp32; ``special`` are the ids before and after each window."""

    def __init__(self, model: AttributionModel, special: tuple[int, int]) -> None:
        self.model, self.special = model.eval(), special
        with torch.no_grad():
            steps, starts = model.crf.scores()
        self.chain = Chain(steps.numpy(), starts.numpy())

    @torch.inference_mode()
    def encode(self, ids: Ints, features: Ints) -> Encoded:
        """As ``sayso.model.attribution.AttributionModel.encode``."""
        framed = torch.from_numpy(np.concatenate((self.special[:1], ids, self.special[1:])))[None]
        around = framed_features(features)[None]
        hidden, cue = self.model.read(framed, torch.from_numpy(around))
        return Encoded(softmax(cue[0, 1:-1].numpy()), hidden.numpy(), around)

    @torch.inference_mode()
    def roles(self, window: Encoded, starts: Ints, ends: Ints) -> tuple[Floats, Floats]:
        """As ``sayso.model.attribution.AttributionModel.roles``."""
        first, last = torch.from_numpy(starts + 1), torch.from_numpy(ends + 1)
        cues = Cues(torch.zeros_like(first), first, last)
        roles, verdicts = self.model.roles(torch.from_numpy(window.hidden), torch.from_numpy(window.features), cues)
        return roles[:, 1:-1].numpy(), verdicts.numpy()
