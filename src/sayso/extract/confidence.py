"""Confidence: the probability that a proposal holds as a whole.

It holds when its content overlaps a true one by half or more (Jaccard over characters that are no white space) and
its source overlaps that one's source, or neither has one. A logistic regression on what the model says of the
proposal gives the probability; its weights stand in the manifest, fitted on articles no weight was trained on.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.errors import ModelError
from sayso.extract.proposals import Proposal
from sayso.model.manifest import Manifest

NAMES = ("cue", "verdict", "path", "source", "content", "no_source", "length", "quoted", "second")

LOWEST_PATH = -8.0
"""Log probabilities below this say no more than that the roles are unsure."""


def explain(proposal: Proposal) -> list[float]:
    """What the regression sees of a proposal, in the order of ``NAMES``: logits, logs, a share and two flags."""
    evidence = proposal.evidence
    return [
        evidence.cue,
        evidence.verdict,
        max(evidence.path, LOWEST_PATH),
        _logit(evidence.source),
        _logit(evidence.content),
        float(not proposal.source),
        math.log(max(evidence.tokens, 1)),
        proposal.quoted,
        float(proposal.second),
    ]


@dataclass(frozen=True, slots=True)
class Regression:
    """Weights of ``NAMES`` and a constant; the probability is the logistic function of their sum."""

    weights: tuple[float, ...]
    constant: float

    @classmethod
    def of(cls, manifest: Manifest) -> "Regression":
        """The regression that belongs to the weights; ModelError where the manifest has none."""
        try:
            found = manifest.content["decoding"]["confidence"]
            return cls(tuple(float(found["weights"][name]) for name in NAMES), float(found["constant"]))
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(f"the manifest in {manifest.folder} has no calibration. Install Sayso again.") from error

    def probabilities(self, proposals: Sequence[Proposal]) -> npt.NDArray[np.float64]:
        """Probabilities [N] that the proposals hold."""
        table = np.array([explain(each) for each in proposals], dtype=np.float64).reshape(-1, len(NAMES))
        return np.asarray(1 / (1 + np.exp(-(table @ np.array(self.weights) + self.constant))))


def _logit(chance: float) -> float:
    clipped = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(clipped / (1 - clipped))
