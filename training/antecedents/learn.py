"""Learning the antecedent head from items, and what it then makes of others."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from training.antecedents.batches import collate
from training.antecedents.head import AntecedentHead, Heads, log_shares, loss
from training.antecedents.items import Item
from training.positions.batches import groups

AVERAGE = 0.995


@dataclass(frozen=True, slots=True)
class Settings:
    """How the heads are trained, each with a seed of its own; sizes in items, the rate warms up and falls to nothing."""

    heads: int = 1
    epochs: int = 6
    size: int = 32
    rate: float = 1e-3
    decay: float = 0.05
    warm_up: float = 0.1
    width: int = 96
    layers: int = 1
    dropout: float = 0.3


DEFAULT = Settings()


def learn(items: Sequence[Item], seed: int, settings: Settings = DEFAULT) -> Heads:
    """The heads with their averaged weights."""
    return Heads([_learn(items, 100 * seed + n, settings) for n in range(settings.heads)]).eval()


def _learn(items: Sequence[Item], seed: int, settings: Settings) -> AntecedentHead:
    torch.manual_seed(seed)
    rng = random.Random(seed)  # noqa: S311  # the order of items, no secret
    head = AntecedentHead(
        items[0].hidden.shape[1],
        items[0].features.shape[1],
        size=settings.width,
        layers=settings.layers,
        dropout=settings.dropout,
    )
    optimiser = torch.optim.AdamW(head.parameters(), lr=settings.rate, weight_decay=settings.decay)
    average = {name: each.detach().clone() for name, each in head.named_parameters()}
    steps, step = settings.epochs * (len(items) // settings.size + 1), 0
    head.train()
    for _ in range(settings.epochs):
        for group in groups(items, [len(each.hidden) for each in items], settings.size, rng):
            step += 1
            share = min(1.0, step / (settings.warm_up * steps)) * max(0.02, 1 - step / steps)
            for part in optimiser.param_groups:
                part["lr"] = settings.rate * share
            batch = collate(group)
            loss(head(*batch.inputs), batch.there, batch.wanted).backward()
            torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            _follow(average, head, step)
    head.load_state_dict({**head.state_dict(), **average})
    return head.eval()


@torch.no_grad()
def shares(head: Heads, items: Sequence[Item], size: int = 64) -> list[Tensor]:
    """For each item the probabilities [C] of its candidates."""
    made: list[Tensor] = []
    for at in range(0, len(items), size):
        part = items[at : at + size]
        batch = collate(part)
        every = log_shares(head(*batch.inputs), batch.there).exp()
        made += [row[: len(each.wanted)] for row, each in zip(every, part, strict=True)]
    return made


@torch.no_grad()
def _follow(average: dict[str, Tensor], head: AntecedentHead, step: int) -> None:
    decay = min(AVERAGE, (1 + step) / (10 + step))
    for name, each in head.named_parameters():
        average[name].lerp_(each, 1 - decay)
