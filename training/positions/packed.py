"""Single sentences put together as articles: alone in a window, a sentence has other states than in an article."""

import random
from collections.abc import Sequence
from dataclasses import replace

from training.positions.items import Item, Judged
from training.positions.written import Range

TEXTS = 14
"""Texts of one article: some 400 tokens, so that no window holds one alone."""
GAP = "\n\n"


def packed(items: Sequence[Item], seed: int) -> list[Item]:
    """The items with their texts, in random order, as paragraphs of longer ones; every span moves along."""
    texts = sorted({item.text for item in items})
    random.Random(seed).shuffle(texts)
    places: dict[str, tuple[str, int]] = {}
    for at in range(0, len(texts), TEXTS):
        whole = GAP.join(texts[at : at + TEXTS])
        start = 0
        for text in texts[at : at + TEXTS]:
            places[text] = (whole, start)
            start += len(text) + len(GAP)
    moved = [_moved(item, *places[item.text]) for item in items]
    return sorted(moved, key=lambda item: item.text)


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
