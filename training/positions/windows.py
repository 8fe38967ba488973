"""Items in windows as long as those of the run time, for training the encoder itself.

Alone in a window a sentence has other states than in an article, and the head reads the states of articles: so texts are put
together anew each time round, from one alone to a windowful. Shapes: W windows, T tokens with the two special ones,
S statements, L tokens of a stretch.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.model.attribution import Ints
from sayso.model.states import States
from sayso.model.windows import Window, WindowSettings
from training.encoding import Encoded, encode, special_tokens
from training.positions.batches import Codes, collate_codes
from training.positions.coded import Coded, coded
from training.positions.items import Item
from training.positions.packed import packed

SIZES, CONTEXTS = (190, 254), (16, 32)
"""Bounds of the windows and of the context beside a core, in tokens, drawn anew for each article."""
LONGEST = 160
"""Tokens of a stretch; longer items are left out, they are few and cost as much as many."""
TEXTS = (1, 14)
"""Texts put together as one article."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One window, ``ids`` [T] and ``features`` [T, 6], with the items whose stretches lie in it.

    ``first`` is the token of the window at which each stretch begins.
    """

    ids: Ints
    features: Ints
    items: tuple[Coded, ...]
    first: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PositionBatch:
    """Padded windows ``ids`` [W, T], ``features`` [W, T, 6], ``mask`` [W, T]; of each statement its window ``of`` [S] and where
    its stretch begins there, ``first`` [S]; the codes count from there."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    of: Tensor
    first: Tensor
    codes: Codes

    def to(self, device: torch.device) -> "PositionBatch":
        moved = [each.to(device) for each in (self.ids, self.features, self.mask, self.of, self.first)]
        return PositionBatch(*moved, self.codes.to(device))

    def stretches(self, hidden: Tensor) -> Tensor:
        """The states [S, L, H] of every stretch from those of the windows [W, T, H]; beyond its end any state stands."""
        at = self.first[:, None] + torch.arange(self.codes.mask.shape[1], device=hidden.device)[None]
        return hidden[self.of[:, None], at.clamp(max=hidden.shape[1] - 1)]


def samples(items: Sequence[Item], tokenizer: Tokenizer, rng: random.Random) -> Iterator[Sample]:
    """Every item once, its text put together with others at random; items too long for a window are left out."""
    special = special_tokens(tokenizer)
    for text, together in _by_text(packed(items, rng, TEXTS)):
        yield from _windows(encode(text, tokenizer), together, special, rng)


def batches(
    sets: Sequence[Sequence[Item]], sizes: Sequence[int], tokenizer: Tokenizer, seed: int
) -> Iterator[PositionBatch]:
    """Batches without end that hold so many windows of each set; each set begins anew when it is used up."""
    streams = [
        _endless(items, tokenizer, random.Random(f"{seed}/{n}")) for n, items in enumerate(sets)
    ]  # fmt: skip
    while True:
        yield collate([next(stream) for stream, size in zip(streams, sizes, strict=True) for _ in range(size)])


def collate(found: Sequence[Sample]) -> PositionBatch:
    """Windows of several lengths as one padded batch."""
    count, length = len(found), max(len(each.ids) for each in found)
    ids = np.zeros((count, length), dtype=np.int64)
    features = np.zeros((count, length, found[0].features.shape[1]), dtype=np.int64)
    mask = np.zeros((count, length), dtype=bool)
    for n, each in enumerate(found):
        size = len(each.ids)
        ids[n, :size], features[n, :size], mask[n, :size] = each.ids, each.features, True
    of = np.array([n for n, each in enumerate(found) for _ in each.items], dtype=np.int64)
    first = np.array([at for each in found for at in each.first], dtype=np.int64)
    codes = collate_codes([item for each in found for item in each.items])
    return PositionBatch(*(torch.from_numpy(each) for each in (ids, features, mask, of, first)), codes)


def _endless(items: Sequence[Item], tokenizer: Tokenizer, rng: random.Random) -> Iterator[Sample]:
    while True:
        yield from samples(items, tokenizer, rng)


def _by_text(items: Iterable[Item]) -> Iterator[tuple[str, list[Item]]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(item.text, []).append(item)
    yield from found.items()


def _windows(encoded: Encoded, items: Sequence[Item], special: tuple[int, int], rng: random.Random) -> Iterator[Sample]:
    nothing = States(encoded.tokens, encoded.features, np.zeros((0, 0), dtype=np.float16))
    known = [each for each in (coded(item, nothing) for item in items) if each is not None and len(each) <= LONGEST]
    sizes = WindowSettings(rng.randint(*SIZES), rng.randint(*CONTEXTS), rng.randint(*CONTEXTS))
    for window in encoded.windows(sizes):
        inside = [each for each in known if _decided_in(window, each)]
        if inside:
            ids, features = encoded.framed(window, special)
            yield Sample(ids, features, tuple(inside), tuple(each.start - window.start + 1 for each in inside))


def _decided_in(window: Window, item: Coded) -> bool:
    middle = (item.start + item.end) // 2
    whole = window.start <= item.start and item.end <= window.end
    return whole and window.core_start <= middle < window.core_end
