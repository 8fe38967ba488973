"""Learning the two kinds of voice heads, each from the samples that are coded for it, and making their logits probabilities.

Shapes: P passages, T tokens of the longest, H hidden size, C cues, M mentions, K numbers told of each.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  its usual name

from sayso.model.crf import Floats
from sayso.records.position import LABELS
from training.voice.head import Sizes, VoiceHead
from training.voice.items import Sample

SIZE = 32
WARM_UP = 0.1
SMOOTHED = 0.1
"""How far the targets are moved toward the middle: coders differ about one passage in ten."""


@dataclass(frozen=True, slots=True)
class Course:
    """How often all samples are seen, at which highest rate and with which weight decay."""

    epochs: int = 4
    rate: float = 1e-3
    decay: float = 0.05


@dataclass(frozen=True, slots=True)
class Mentions:
    """Of each mention its passage ``of``, tokens ``[start, end)``, what is ``told`` [M, K], and its ``label``."""

    of: Tensor
    start: Tensor
    end: Tensor
    told: Tensor
    label: Tensor

    @property
    def inputs(self) -> tuple[Tensor, ...]:
        return self.of, self.start, self.end, self.told


def collate(samples: Sequence[Sample]) -> tuple[Tensor, Tensor, Tensor]:
    """``hidden`` [P, T, H], ``mask`` [P, T] and ``cues`` [P, C] of the samples, padded to the longest."""
    length = max(len(each.hidden) for each in samples)
    hidden = np.zeros((len(samples), length, samples[0].hidden.shape[1]), dtype=np.float32)
    mask = np.zeros(hidden.shape[:2], dtype=np.float32)
    for n, each in enumerate(samples):
        hidden[n, : len(each.hidden)], mask[n, : len(each.hidden)] = each.hidden, 1.0
    return torch.from_numpy(hidden), torch.from_numpy(mask), torch.from_numpy(np.stack([s.cues for s in samples]))


def collate_mentions(samples: Sequence[Sample]) -> Mentions:
    """The mentions of the samples, in order."""
    places = [(n, start, end) for n, each in enumerate(samples) for start, end in each.mentions]
    of, start, end = (torch.tensor([each[k] for each in places], dtype=torch.int64) for k in range(3))
    told = torch.from_numpy(np.concatenate([each.told for each in samples]).astype(np.float32))
    return Mentions(of, start, end, told, torch.tensor([label for each in samples for label in each.labels]))


def learn(
    samples: Sequence[Sample],
    weights: Sequence[float],
    sizes: Sizes,
    members: int,
    courses: tuple[Course, Course],
    seed: int,
) -> VoiceHead:
    """A head of so many members of each kind; ``weights`` say how much each sample counts, ``courses`` how each kind is learned."""
    torch.manual_seed(seed)
    head = VoiceHead(sizes, members)
    judged = [each for each in samples if each.labels]
    told = np.concatenate([each.told for each in judged]) if judged else np.zeros((2, sizes.told))
    for n in range(members):
        order = random.Random(seed + n)  # noqa: S311  an order, no secret
        _course(head.members[n], samples, weights, courses[0], order, _evaluating)
        head.judging[n].mean.copy_(torch.from_numpy(told.mean(0)))
        head.judging[n].spread.copy_(torch.from_numpy(told.std(0) + 1e-6))
        _course(head.judging[n], judged, [1.0] * len(judged), courses[1], order, _judging)
    return head.eval()


Losses = Callable[[nn.Module, Sequence[Sample]], tuple[Tensor, Tensor]]
"""The loss of each item of a group, and the number of the sample that it is of."""


def _evaluating(member: nn.Module, group: Sequence[Sample]) -> tuple[Tensor, Tensor]:
    wanted = torch.tensor([each.evaluates for each in group]) * (1 - SMOOTHED) + SMOOTHED / 2
    logits = member(*collate(group))
    return F.binary_cross_entropy_with_logits(logits, wanted, reduction="none"), torch.arange(len(group))


def _judging(member: nn.Module, group: Sequence[Sample]) -> tuple[Tensor, Tensor]:
    hidden, mask, _ = collate(group)
    mentions = collate_mentions(group)
    logits = member(hidden, mask, *mentions.inputs)
    loss = F.cross_entropy(logits, mentions.label, label_smoothing=SMOOTHED / 2, reduction="none")
    return loss, mentions.of


def _course(
    member: nn.Module,
    samples: Sequence[Sample],
    weights: Sequence[float],
    course: Course,
    rng: random.Random,
    losses: Losses,
) -> None:
    """Adam over all samples, in groups of like length so that little is padded."""
    optimiser = torch.optim.AdamW(member.parameters(), lr=course.rate, weight_decay=course.decay)
    steps, step = course.epochs * (len(samples) // SIZE + 1), 0
    member.train()
    for _ in range(course.epochs):
        for group in _groups(samples, rng):
            step += 1
            share = min(1.0, step / (WARM_UP * steps)) * max(0.02, 1 - step / steps)
            for part in optimiser.param_groups:
                part["lr"] = course.rate * share
            each, of = losses(member, [samples[n] for n in group])
            weight = torch.tensor([weights[n] for n in group], dtype=torch.float32)[of]
            ((each * weight).sum() / weight.sum()).backward()
            torch.nn.utils.clip_grad_norm_(member.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()


def _groups(samples: Sequence[Sample], rng: random.Random) -> list[list[int]]:
    order = rng.sample(range(len(samples)), len(samples))
    found = []
    for at in range(0, len(order), SIZE * 16):
        alike = sorted(order[at : at + SIZE * 16], key=lambda n: len(samples[n].hidden))
        found += [alike[k : k + SIZE] for k in range(0, len(alike), SIZE)]
    rng.shuffle(found)
    return found


@torch.no_grad()
def evaluates(head: VoiceHead, samples: Sequence[Sample]) -> Floats:
    """Logits [P] of the samples."""
    found = [head.evaluates(*collate(samples[at : at + SIZE])) for at in range(0, len(samples), SIZE)]
    return np.asarray(torch.cat(found).numpy()) if found else np.zeros(0, dtype=np.float32)


@torch.no_grad()
def judges(head: VoiceHead, samples: Sequence[Sample]) -> tuple[Tensor, Tensor]:
    """Logits [M, 4] and coded labels [M] of all mentions of the samples."""
    found, labels = [torch.zeros(0, len(LABELS))], [torch.zeros(0, dtype=torch.int64)]
    judged = [each for each in samples if each.labels]
    for at in range(0, len(judged), SIZE):
        group = judged[at : at + SIZE]
        hidden, mask, _ = collate(group)
        mentions = collate_mentions(group)
        found.append(head.judges(hidden, mask, *mentions.inputs))
        labels.append(mentions.label)
    return torch.cat(found), torch.cat(labels)


def temperature(logits: Tensor, labels: Tensor) -> float:
    """What the logits are divided by so that their probabilities fit best (Guo et al. 2017, section 4.2)."""
    heats = np.exp(np.linspace(np.log(0.5), np.log(4.0), 60)).tolist()
    return round(float(min(heats, key=lambda heat: float(F.cross_entropy(logits / heat, labels)))), 4)


def calibrated(logits: Floats, wanted: Sequence[int]) -> tuple[float, float]:
    """Slope and offset that make the logits of evaluating probabilities (Platt 1999)."""
    x, y = torch.tensor(logits), torch.tensor(wanted, dtype=torch.float32)
    straight = torch.tensor([1.0, 0.0], requires_grad=True)
    optimiser = torch.optim.LBFGS([straight], max_iter=200)

    def closure() -> Tensor:
        optimiser.zero_grad()
        loss = F.binary_cross_entropy_with_logits(straight[0] * x + straight[1], y)
        loss.backward()
        return loss

    optimiser.step(closure)
    slope, offset = straight.detach().tolist()
    return round(slope, 4), round(offset, 4)
