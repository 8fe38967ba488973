"""Items with the states that the exported encoder gives them: what the head sees at run time. [T, H] for a stretch of T tokens."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sayso.extract.layout import lay_out
from sayso.extract.proposals import propose
from sayso.model.attribution import AttributionModel
from sayso.model.states import Halves
from sayso.run_config import RunConfig
from training.positions.batches import Codes, collate_codes
from training.positions.coded import Coded, coded
from training.positions.items import Item


@dataclass(frozen=True, slots=True)
class Sample:
    """One item with its states [T, H]."""

    coded: Coded
    hidden: Halves


def samples(items: Iterable[Item], model: AttributionModel, config: RunConfig) -> Iterator[Sample]:
    """The items that have tokens; a text is read once for all of its items that follow each other."""
    text, states = None, None
    for item in items:
        if item.text != text or states is None:
            text, states = item.text, propose(item.text, lay_out(item.text), model, config)[1]
        made = coded(item, states)
        if made is not None:
            yield Sample(made, states.hidden[made.start : made.end].copy())


def collate(found: Sequence[Sample]) -> tuple[Tensor, Codes]:
    """States [S, T, H] of several samples, padded, and their codes."""
    codes = collate_codes([each.coded for each in found])
    hidden = np.zeros((*codes.mask.shape, found[0].hidden.shape[1]), dtype=np.float32)
    for n, each in enumerate(found):
        hidden[n, : len(each.coded)] = each.hidden
    return torch.from_numpy(hidden), codes
