"""Pairs as batches of short windows. Shapes: B windows, T tokens with the two special ones, N pairs."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.model.attribution import Ints
from sayso.model.windows import Window
from training.encoding import Encoded, encode, special_tokens
from training.stance.pairs import Pair

LONGEST = 200
"""Tokens of a sentence; what stands behind is cut off, and a pair that reaches there is dropped."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in tokens, with its pairs: ``spans`` [P, 4] (holder start and end, object start and end) and ``stances`` [P].

    A pair without holder has the holder ``[0, 1)``: the special token that stands for the text.
    """

    ids: Ints
    layout: Ints
    spans: Ints
    stances: Ints


@dataclass(frozen=True, slots=True)
class PairBatch:
    """Padded sentences: ``ids`` [B, T], ``layout`` [B, T, 6], ``mask`` [B, T], and per pair ``window`` [N], ``spans`` [N, 4], ``stances`` [N]."""

    ids: Tensor
    layout: Tensor
    mask: Tensor
    window: Tensor
    spans: Tensor
    stances: Tensor

    def to(self, device: torch.device) -> "PairBatch":
        return PairBatch(*(getattr(self, name).to(device) for name in self.__slots__))


def sentences(pairs: Sequence[Pair], tokenizer: Tokenizer) -> list[Sentence]:
    """The sentences of ``pairs`` in tokens, in the order of their first pair."""
    by_text: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_text[pair.text].append(pair)
    special = special_tokens(tokenizer)
    made = (_sentence(encode(text, tokenizer), own, special) for text, own in by_text.items())
    return [each for each in made if each is not None]


def batches(found: Sequence[Sentence], size: int, *, seed: int) -> Iterator[PairBatch]:
    """Batches without end: all sentences in random order, then all in another."""
    rng = random.Random(seed)
    order: list[int] = []
    while True:
        if len(order) < size:
            order = rng.sample(range(len(found)), len(found))
        yield collate([found[order.pop()] for _ in range(min(size, len(order)))])


def collate(found: Sequence[Sentence]) -> PairBatch:
    """Sentences of several lengths as one padded batch."""
    count, length = len(found), max(len(each.ids) for each in found)
    ids = np.zeros((count, length), dtype=np.int64)
    layout = np.zeros((count, length, found[0].layout.shape[1]), dtype=np.int64)
    mask = np.zeros((count, length), dtype=bool)
    for n, each in enumerate(found):
        size = len(each.ids)
        ids[n, :size], layout[n, :size], mask[n, :size] = each.ids, each.layout, True
    window = np.concatenate([np.full(len(each.stances), n) for n, each in enumerate(found)])
    spans, stances = (np.concatenate([getattr(each, part) for each in found]) for part in ("spans", "stances"))
    return PairBatch(*(torch.from_numpy(each) for each in (ids, layout, mask, window, spans, stances)))


def _sentence(encoded: Encoded, pairs: Sequence[Pair], special: tuple[int, int]) -> Sentence | None:
    size = min(len(encoded.tokens), LONGEST)
    rows, stances = [], []
    for pair in pairs:
        holder = (-1, 0) if pair.holder is None else encoded.tokens_of(*pair.holder)
        target = encoded.tokens_of(*pair.object)
        if holder[0] < holder[1] <= size and target[0] < target[1] <= size:
            rows.append([at + 1 for at in (*holder, *target)])
            stances.append(pair.stance)
    if not rows:
        return None
    ids, layout = encoded.framed(Window(0, size, 0, size), special)
    return Sentence(ids, layout, np.array(rows, dtype=np.int64), np.array(stances, dtype=np.int64))
