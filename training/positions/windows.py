"""Items as short windows for training the encoder itself. Shapes: S windows, T tokens with the two special ones."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.model.attribution import Ints
from sayso.model.states import States
from sayso.model.windows import Window
from training.encoding import Encoded, encode, special_tokens
from training.positions.batches import Codes, collate_codes
from training.positions.coded import Coded, coded
from training.positions.items import Item

LONGEST = 120
"""Tokens of a stretch; longer items are left out, they are few and cost as much as many."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One item as a window of its stretch alone: ``ids`` [T] and ``features`` [T, 6]."""

    coded: Coded
    ids: Ints
    features: Ints


@dataclass(frozen=True, slots=True)
class PositionBatch:
    """Padded windows: ``ids`` [S, T], ``features`` [S, T, 6], ``mask`` [S, T]; the codes count without special tokens."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    codes: Codes

    def to(self, device: torch.device) -> "PositionBatch":
        return PositionBatch(
            self.ids.to(device), self.features.to(device), self.mask.to(device), self.codes.to(device)
        )


def samples(items: Iterable[Item], tokenizer: Tokenizer) -> list[Sample]:
    """The items that have tokens and are short enough."""
    special = special_tokens(tokenizer)
    text, encoded = None, None
    made = []
    for item in items:
        if item.text != text or encoded is None:
            text, encoded = item.text, encode(item.text, tokenizer)
        found = _sample(item, encoded, special)
        if found is not None:
            made.append(found)
    return made


def batches(found: Sequence[Sequence[Sample]], sizes: Sequence[int], seed: int) -> Iterator[PositionBatch]:
    """Batches without end that hold so many samples of each set; each set begins anew when it is used up."""
    streams = [
        _endless(each, size, random.Random(f"{seed}/{n}")) for n, (each, size) in enumerate(zip(found, sizes, strict=True))
    ]
    while True:
        yield collate([sample for stream in streams for sample in next(stream)])


def collate(found: Sequence[Sample]) -> PositionBatch:
    """Samples of several lengths as one padded batch."""
    count, length = len(found), max(len(each.ids) for each in found)
    ids = np.zeros((count, length), dtype=np.int64)
    features = np.zeros((count, length, found[0].features.shape[1]), dtype=np.int64)
    mask = np.zeros((count, length), dtype=bool)
    for n, each in enumerate(found):
        size = len(each.ids)
        ids[n, :size], features[n, :size], mask[n, :size] = each.ids, each.features, True
    codes = collate_codes([each.coded for each in found])
    return PositionBatch(*(torch.from_numpy(each) for each in (ids, features, mask)), codes)


def _sample(item: Item, encoded: Encoded, special: tuple[int, int]) -> Sample | None:
    nothing = States(encoded.tokens, encoded.features, np.zeros((0, 0), dtype=np.float16))
    found = coded(item, nothing)
    if found is None or len(found) > LONGEST:
        return None
    ids, features = encoded.framed(Window(found.start, found.end, found.start, found.end), special)
    return Sample(found, ids, features)


def _endless(found: Sequence[Sample], size: int, rng: random.Random) -> Iterator[list[Sample]]:
    """``size`` samples or a few more, without end: items of one group stay together, so that their one change is seen."""
    alike: dict[str, list[Sample]] = {}
    for each in found:
        alike.setdefault(each.coded.item.group, []).append(each)
    together = list(alike.values())
    batch: list[Sample] = []
    while True:
        for group in rng.sample(together, len(together)):
            batch += group
            if len(batch) >= size:
                yield batch
                batch = []
