"""Coded items as padded batches. Shapes: S statements, T tokens, M mentions of all statements together."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor

from training.positions.coded import Coded
from training.positions.head import Outputs
from training.positions.items import UNKNOWN
from training.positions.written import FLAGS

Each = TypeVar("Each")


@dataclass(frozen=True, slots=True)
class Codes:
    """What the head is told besides the states, and in ``wanted`` the codes, UNKNOWN where there is none.

    ``layout`` [S, T, 2], ``mask`` [S, T]; per mention its statement ``of`` and tokens ``[start, end)``, all [M].
    """

    layout: Tensor
    mask: Tensor
    of: Tensor
    start: Tensor
    end: Tensor
    wanted: Outputs

    @property
    def inputs(self) -> tuple[Tensor, ...]:
        return self.layout, self.mask, self.of, self.start, self.end

    def to(self, device: torch.device) -> "Codes":
        moved = {each.name: getattr(self.wanted, each.name).to(device) for each in fields(self.wanted)}
        return Codes(*(each.to(device) for each in self.inputs), Outputs(**moved))


def collate_codes(found: Sequence[Coded]) -> Codes:
    """The codes of items of several lengths."""
    count, length = len(found), max(map(len, found))
    layout = np.zeros((count, length, 2), dtype=np.int64)
    mask = np.zeros((count, length), dtype=bool)
    mentions = [
        (n, int(start), int(end), judged, marks)
        for n, each in enumerate(found)
        for (start, end), judged, marks in zip(each.mentions, each.judged, each.evidence, strict=True)
    ]
    evidence = np.full((len(mentions), length), UNKNOWN, dtype=np.int64)
    for n, each in enumerate(found):
        layout[n, : len(each)], mask[n, : len(each)] = each.layout, True
    for row, (_, _, _, judged, marks) in zip(evidence, mentions, strict=True):
        if judged.flags is not None:
            row[: len(marks)] = marks
    coded = [judged for *_, judged, _ in mentions]
    flags = [[UNKNOWN] * len(FLAGS) if each.flags is None else list(map(int, each.flags)) for each in coded]
    wanted = Outputs(
        _integers([each.item.status for each in found]),
        _integers([each.item.move for each in found]),
        _integers([each.role for each in coded]),
        _integers([each.label for each in coded]),
        _integers(flags).reshape(-1, len(FLAGS)),
        torch.from_numpy(evidence),
    )
    ends = [_integers([each[k] for each in mentions]) for k in (0, 1, 2)]
    return Codes(torch.from_numpy(layout), torch.from_numpy(mask), *ends, wanted)


def groups(found: Sequence[Each], lengths: Sequence[int], size: int, rng: random.Random) -> Iterator[list[Each]]:
    """All once, in groups of up to ``size`` of like length, in random order."""
    order = rng.sample(range(len(found)), len(found))
    made: list[list[int]] = []
    for at in range(0, len(order), size * 16):
        alike = sorted(order[at : at + size * 16], key=lambda n: lengths[n])
        made += [alike[k : k + size] for k in range(0, len(alike), size)]
    rng.shuffle(made)
    for group in made:
        yield [found[n] for n in group]


def _integers(values: Sequence[object]) -> Tensor:
    return torch.tensor(values, dtype=torch.int64)
