"""Training examples: windows with their labels, one epoch at a time, and batches of them.

An epoch is a function of the articles, the settings, the seed and its number alone, so a run that was killed
finds the same batches again. Shapes: B windows, T tokens with the two special ones, N cues.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.model.attribution import Ints
from sayso.model.windows import Window, WindowSettings
from training.corpus import Article, Attribution
from training.crf import CONTENT, OUTSIDE, SOURCE
from training.encoding import Encoded, encode, special_tokens
from training.marks import drawn_style, restyled
from training.nesting import nested

IGNORED = -100
MASK = 103
"""The mask token of the base encoder's vocabulary."""


@dataclass(frozen=True, slots=True)
class ExampleSettings:
    """How examples vary from epoch to epoch; sizes in tokens, each drawn between its two bounds."""

    size: tuple[int, int] = (190, 254)
    context: tuple[int, int] = (24, 48)
    restyled_share: float = 0.4
    cue_jitter: float = 0.1
    nested_share: float = 0.0
    """Share of the fitting sentences that are put into somebody else's mouth."""


@dataclass(frozen=True, slots=True)
class Example:
    """One window: ``ids`` [T], ``layout`` [T, 6], ``cue_labels`` [T] and, per cue, its range and ``roles`` [T]."""

    ids: Ints
    layout: Ints
    cue_labels: Ints
    cues: list[tuple[int, int]]
    roles: list[Ints]


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded windows. ``mask`` [B, T] is true at every token, ``roles_mask`` [N, T] at those with a role label."""

    ids: Tensor
    layout: Tensor
    mask: Tensor
    cue_labels: Tensor
    cue_window: Tensor
    cue_start: Tensor
    cue_end: Tensor
    roles: Tensor
    roles_mask: Tensor

    def to(self, device: torch.device) -> "Batch":
        return Batch(*(getattr(self, name).to(device) for name in self.__slots__))


def epoch_examples(
    articles: Sequence[Article], tokenizer: Tokenizer, settings: ExampleSettings, *, seed: int, epoch: int
) -> list[Example]:
    """All windows of one epoch, in the order of the articles."""
    examples: list[Example] = []
    speakers = speaker_names(articles)
    for article in articles:
        rng = random.Random(f"{seed}/{epoch}/{article.id}")
        text, attributions = article.text, article.drawn(rng)
        text, attributions = nested(text, attributions, speakers, rng, settings.nested_share)
        if style := drawn_style(rng, settings.restyled_share):
            text, attributions = restyled(text, attributions, style)
        sizes = WindowSettings(
            rng.randint(*settings.size), rng.randint(*settings.context), rng.randint(*settings.context)
        )
        examples.extend(article_examples(text, attributions, tokenizer, sizes, rng=rng, jitter=settings.cue_jitter))
    return examples


def speaker_names(articles: Sequence[Article]) -> list[str]:
    """Names that the articles have as sources, as often as they occur: two or three words, each with a capital."""
    sources = (
        article.text[slice(*each.source[0])]
        for article in articles
        for each in article.attributions
        if len(each.source) == 1
    )
    return [each for each in sources if len(each.split()) in (2, 3) and all(word[0].isupper() for word in each.split())]


def article_examples(
    text: str,
    attributions: Sequence[Attribution],
    tokenizer: Tokenizer,
    sizes: WindowSettings,
    *,
    rng: random.Random,
    jitter: float = 0.0,
) -> list[Example]:
    """The windows of one text with their labels."""
    encoded = encode(text, tokenizer)
    marked = [_in_tokens(each, encoded) for each in attributions]
    marked = [each for each in marked if each["cue"]]
    special = special_tokens(tokenizer)
    examples = []
    for window in encoded.windows(sizes):
        ids, layout = encoded.framed(window, special)
        examples.append(_labelled(window, ids, layout, marked, rng, jitter))
    return examples


def batches(examples: Sequence[Example], size: int, *, seed: int, epoch: int) -> list[list[Example]]:
    """Batches of windows of like length, in random order."""
    rng = random.Random(f"{seed}/{epoch}/batches")
    order = list(range(len(examples)))
    rng.shuffle(order)
    pool = size * 16
    groups: list[list[Example]] = []
    for at in range(0, len(order), pool):
        alike = sorted(order[at : at + pool], key=lambda n: len(examples[n].ids))
        groups.extend([examples[n] for n in alike[k : k + size]] for k in range(0, len(alike), size))
    rng.shuffle(groups)
    return groups


def collate(examples: Sequence[Example]) -> Batch:
    """Windows of several lengths as one padded batch."""
    count, length = len(examples), max(len(e.ids) for e in examples)
    pairs = [(n, cue, roles) for n, e in enumerate(examples) for cue, roles in zip(e.cues, e.roles, strict=True)]
    ids = np.zeros((count, length), dtype=np.int64)
    layout = np.zeros((count, length, examples[0].layout.shape[1]), dtype=np.int64)
    mask = np.zeros((count, length), dtype=bool)
    cue_labels = np.full((count, length), IGNORED, dtype=np.int64)
    for n, e in enumerate(examples):
        size = len(e.ids)
        ids[n, :size], layout[n, :size], mask[n, :size] = e.ids, e.layout, True
        cue_labels[n, 1 : size - 1] = e.cue_labels[1:-1]
    roles = np.zeros((len(pairs), length), dtype=np.int64)
    roles_mask = np.zeros((len(pairs), length), dtype=bool)
    for n, (_, _, labels) in enumerate(pairs):
        roles[n, : len(labels)], roles_mask[n, : len(labels) - 1] = labels, True
    ends = np.array([(n, *cue) for n, cue, _ in pairs], dtype=np.int64).reshape(-1, 3)
    arrays = (ids, layout, mask, cue_labels, ends[:, 0], ends[:, 1], ends[:, 2], roles, roles_mask)
    return Batch(*(torch.from_numpy(np.ascontiguousarray(each)) for each in arrays))


def masked(batch: Batch, share: float) -> Batch:
    """The batch with a random share of its tokens, but no special one, replaced by the mask token."""
    if not share:
        return batch
    inside = (batch.cue_labels != IGNORED) & (torch.rand(batch.ids.shape, device=batch.ids.device) < share)
    return replace(batch, ids=batch.ids.masked_fill(inside, MASK))


def _in_tokens(attribution: Attribution, encoded: Encoded) -> dict[str, list[int]]:
    """Token indices of each part, ascending."""
    return {
        part: sorted({t for span in getattr(attribution, part) for t in range(*encoded.tokens_of(*span))})
        for part in ("source", "cue", "content")
    }


def _labelled(
    window: Window, ids: Ints, layout: Ints, marked: Sequence[dict[str, list[int]]], rng: random.Random, jitter: float
) -> Example:
    shift = 1 - window.start
    cue_labels = np.zeros(len(ids), dtype=np.int64)
    cues, roles = [], []
    for each in marked:
        cue = each["cue"]
        if cue[0] < window.start or cue[-1] >= window.end:
            continue
        _write(cue_labels, [t + shift for t in cue], 1)
        whole = all(window.start <= t < window.end for part in ("source", "content") for t in each[part])
        if not whole and not window.core_start <= cue[0] < window.core_end:
            continue
        labels = np.full(len(ids), OUTSIDE, dtype=np.int64)
        for part, begin in (("content", CONTENT), ("source", SOURCE)):
            _write(labels, [t + shift for t in each[part] if window.start <= t < window.end], begin)
        cues.append(_jittered((cue[0] + shift, cue[-1] + 1 + shift), len(ids), rng, jitter))
        roles.append(labels)
    return Example(ids, layout, cue_labels, cues, roles)


def _write(labels: Ints, tokens: Sequence[int], begin: int) -> None:
    """Mark ascending tokens: ``begin`` where a run of neighbours starts, ``begin + 1`` inside it."""
    previous = -2
    for token in tokens:
        labels[token] = begin + 1 if token == previous + 1 else begin
        previous = token


def _jittered(cue: tuple[int, int], length: int, rng: random.Random, share: float) -> tuple[int, int]:
    """The cue one token shorter or longer at one end, now and then: at run time cues are not perfect either."""
    if rng.random() >= share:
        return cue
    start, end = cue
    options = [(start - 1, end), (start, end + 1), (start + 1, end), (start, end - 1)]
    valid = [(s, e) for s, e in options if 1 <= s < e <= length - 1]
    return rng.choice(valid) if valid else cue


def batch_stream(groups: Sequence[Sequence[Example]], first: int) -> Iterator[tuple[int, Batch]]:
    """(position, batch) from position ``first`` of an epoch on."""
    for position in range(first, len(groups)):
        yield position, collate(groups[position])
