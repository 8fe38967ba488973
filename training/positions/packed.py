"""Single texts put together as articles: alone in a window, a sentence has other states than in an article."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from training.positions.items import Item, Judged
from training.positions.written import Range

TEXTS = (14, 14)
"""Fewest and most texts of one article: fourteen are some 400 tokens, so that no window holds one alone."""
GAP = "\n\n"


def packed(items: Sequence[Item], rng: random.Random, texts: tuple[int, int] = TEXTS) -> list[Item]:
    """The items with their texts, in random order, as paragraphs of longer ones; every span moves along."""
    found = sorted({item.text for item in items})
    rng.shuffle(found)
    places: dict[str, tuple[str, int]] = {}
    for together in _drawn(found, rng, texts):
        whole, start = GAP.join(together), 0
        for text in together:
            places[text] = (whole, start)
            start += len(text) + len(GAP)
    moved = [_moved(item, *places[item.text]) for item in items]
    return sorted(moved, key=lambda item: item.text)


def _drawn(texts: Sequence[str], rng: random.Random, bounds: tuple[int, int]) -> Iterator[Sequence[str]]:
    at = 0
    while at < len(texts):
        count = rng.randint(*bounds)
        yield texts[at : at + count]
        at += count


def _moved(item: Item, text: str, by: int) -> Item:
    def shifted(ranges: Sequence[Range]) -> tuple[Range, ...]:
        return tuple((start + by, end + by) for start, end in ranges)

    def placed(judged: Judged) -> Judged:
        (mention,) = shifted([judged.mention])
        return replace(judged, mention=mention, evidence=shifted(judged.evidence))

    return replace(
        item,
        text=text,
        source=shifted(item.source),
        cue=shifted(item.cue),
        content=shifted(item.content),
        judged=tuple(map(placed, item.judged)),
    )
