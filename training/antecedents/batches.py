"""Items as padded batches. Shapes: N pronouns, T tokens, C candidates."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.antecedents.head import UNKNOWN
from training.antecedents.items import Item


@dataclass(frozen=True, slots=True)
class Batch:
    """``inputs`` of the head, which of its candidates are ``there`` [N, C], and what is known of them [N, C]."""

    inputs: tuple[Tensor, ...]
    there: Tensor
    wanted: Tensor


def collate(items: Sequence[Item]) -> Batch:
    """Items of several lengths as one batch."""
    count, length = len(items), max(len(each.hidden) for each in items)
    most = max(len(each.wanted) for each in items)
    hidden = np.zeros((count, length, items[0].hidden.shape[1]), dtype=np.float32)
    mask = np.zeros((count, length), dtype=bool)
    spans = np.zeros((2, count, most), dtype=np.int64)
    told = np.zeros((count, most, items[0].features.shape[1]), dtype=np.float32)
    there = np.zeros((count, most), dtype=bool)
    wanted = np.full((count, most), UNKNOWN, dtype=np.int64)
    for n, each in enumerate(items):
        size = len(each.wanted)
        hidden[n, : len(each.hidden)], mask[n, : len(each.hidden)] = each.hidden, True
        spans[:, n, :size] = np.array(each.view.candidates, dtype=np.int64).T
        told[n, :size], there[n, :size], wanted[n, :size] = each.features, True, each.wanted
    pronoun = np.array([each.view.pronoun for each in items], dtype=np.int64)
    tensors = tuple(map(torch.from_numpy, (hidden, mask, pronoun, spans[0], spans[1], told)))
    return Batch(tensors, torch.from_numpy(there), torch.from_numpy(wanted))
