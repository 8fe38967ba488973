"""What training minimises: cue tags, role sequences of true cues, and the verdict on true against false cues.

False cues are the tokens that the tagger itself takes for cues, wrongly, in the batch at hand.
"""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from training.examples import IGNORED, Batch
from training.model import AttributionModel, Cues
from training.settings import Losses


@dataclass(frozen=True, slots=True)
class Parts:
    """The loss and its parts, each a mean, unweighted."""

    total: Tensor
    cue: Tensor
    roles: Tensor
    verdict: Tensor


def objective(model: AttributionModel, batch: Batch, weights: Losses) -> Parts:
    """The loss of one batch."""
    hidden, cue_logits = model.read(batch.ids, batch.layout, batch.mask)
    cue_logits = cue_logits.float()
    cue = F.cross_entropy(cue_logits.flatten(0, 1), batch.cue_labels.flatten(), ignore_index=IGNORED)
    true = batch.cue_window.shape[0]
    cues = _joined(Cues(batch.cue_window, batch.cue_start, batch.cue_end), false_cues(cue_logits, batch, weights))
    if not cues.window.shape[0]:
        return Parts(weights.cue * cue, cue, cue.new_zeros(()), cue.new_zeros(()))
    emissions, verdicts = model.roles(hidden, batch.layout, cues, batch.mask)
    target = (torch.arange(cues.window.shape[0], device=verdicts.device) < true).float()
    verdict = F.binary_cross_entropy_with_logits(verdicts.float(), target)
    if true:
        # The first token is a special one: it has no role and is left out.
        roles = model.crf.loss(emissions[:true, 1:], batch.roles[:, 1:], batch.roles_mask[:, 1:]).mean()
    else:
        roles = cue.new_zeros(())
    return Parts(weights.cue * cue + weights.roles * roles + weights.verdict * verdict, cue, roles, verdict)


@torch.no_grad()
def false_cues(cue_logits: Tensor, batch: Batch, weights: Losses) -> Cues:
    """The likeliest single-token cues that are none and touch none."""
    inside = 1 - cue_logits.detach().softmax(-1)[..., 0]
    gold = F.max_pool1d((batch.cue_labels > 0).float()[:, None], 3, stride=1, padding=1)[:, 0] > 0
    inside = inside.masked_fill(gold | (batch.cue_labels == IGNORED), 0.0)
    peak = inside >= F.max_pool1d(inside[:, None], 3, stride=1, padding=1)[:, 0]
    inside = torch.where(peak, inside, 0.0)
    value, flat = inside.flatten().topk(min(weights.negatives, inside.numel()))
    flat = flat[value >= weights.negative_floor]
    window, start = flat // inside.shape[1], flat % inside.shape[1]
    return Cues(window, start, start + 1)


def _joined(first: Cues, second: Cues) -> Cues:
    return Cues(
        torch.cat([first.window, second.window]),
        torch.cat([first.start, second.start]),
        torch.cat([first.end, second.end]),
    )
