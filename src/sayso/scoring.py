"""How well found statements match gold ones. Pure: report, gate and tests share it, so they cannot drift apart.

The measure is ``content@.5+source``: a statement counts when its content overlaps a gold one by at least half (Jaccard
over the characters that are no white space, one to one, best overlaps first) and its source overlaps too, or
both have none. Found statements with a parent are left out unless gold codes nesting.
"""

import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeVar

Spans = Sequence[Sequence[int]]
Attributed = Mapping[str, Any]
"""Anything with ``source`` and ``content`` as lists of ``[start, end]``, and ``parent`` perhaps."""

DIRECT = re.compile("[“\"‘]|''|``|'(?=[A-Z])")
"""How the content of a direct quote begins."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Statements found rightly, found, and wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Each = TypeVar("Each")


def compare(text: str, gold: Sequence[Attributed], found: Sequence[Attributed], *, nested: bool = False) -> Counts:
    """One article's counts. ``nested``: gold codes nesting, so found statements with a parent count too."""
    wanted = [_characters(each, text) for each in gold if each["content"]]
    predicted = [_characters(each, text) for each in _counted(found, nested)]
    right = sum(_same_source(wanted[i], predicted[j]) for i, j in _matched(wanted, predicted))
    return Counts(right, len(predicted), len(wanted))


def outcomes(
    text: str, gold: Sequence[Attributed], found: Sequence[Attributed], *, nested: bool = False
) -> list[tuple[float, bool]]:
    """(confidence, whether it was right) of each found statement of one article."""
    wanted = [_characters(each, text) for each in gold if each["content"]]
    kept = _counted(found, nested)
    predicted = [_characters(each, text) for each in kept]
    right = {j for i, j in _matched(wanted, predicted) if _same_source(wanted[i], predicted[j])}
    return [(float(each["confidence"]), j in right) for j, each in enumerate(kept)]


def mark_of(text: str, statement: Attributed) -> str | None:
    """The quotation mark a direct quote begins with, or None if its content begins with none."""
    for start, end in statement["content"]:
        if found := DIRECT.match(text[start:end].lstrip()):
            return found.group()
    return None


def calibration_error(judged: Sequence[tuple[float, bool]], *, bins: int = 10) -> float:
    """Expected calibration error in [0, 1] over bins of equal size (Naeini, Cooper and Hauskrecht 2015)."""
    return sum(n * abs(said - seen) for said, seen, n in reliability(judged, bins=bins)) / max(len(judged), 1)


def reliability(judged: Sequence[tuple[float, bool]], *, bins: int = 10) -> list[tuple[float, float, int]]:
    """(mean confidence, share that was right, size) of each bin, from the least to the most confident."""
    ordered = sorted(judged)
    edges = [round(n * len(ordered) / bins) for n in range(bins + 1)]
    parts = [ordered[low:high] for low, high in pairwise(edges) if low < high]
    return [(sum(c for c, _ in part) / len(part), sum(r for _, r in part) / len(part), len(part)) for part in parts]


def total(counts: Iterable[Counts]) -> Counts:
    return sum(counts, Counts())


def interval(
    counts: Sequence[Counts], figure: Callable[[Counts], float], *, samples: int = 1000, seed: int = 0
) -> tuple[float, float]:
    """95 % bootstrap interval of a figure over articles."""
    return resampled(counts, lambda drawn: figure(total(drawn)), samples=samples, seed=seed)


def resampled(
    articles: Sequence[Each], figure: Callable[[Sequence[Each]], float], *, samples: int = 1000, seed: int = 0
) -> tuple[float, float]:
    """95 % bootstrap interval of a figure of articles (percentile method, Efron 1979)."""
    draw = random.Random(seed)  # noqa: S311  # resampling, no secret
    scores = sorted(figure(draw.choices(articles, k=len(articles))) for _ in range(samples))
    return scores[int(0.025 * samples)], scores[int(0.975 * samples) - 1]


_Parts = tuple[frozenset[int], frozenset[int]]


def _counted(found: Sequence[Attributed], nested: bool) -> list[Attributed]:
    return [each for each in found if each["content"] and (nested or not each.get("parent"))]


def _characters(statement: Attributed, text: str) -> _Parts:
    return _visible(statement.get("source") or [], text), _visible(statement["content"], text)


def _visible(spans: Spans, text: str) -> frozenset[int]:
    return frozenset(at for start, end in spans for at in range(start, end) if not text[at : at + 1].isspace())


def _same_source(one: _Parts, other: _Parts) -> bool:
    return bool(one[0] & other[0]) or not (one[0] or other[0])


def _matched(wanted: Sequence[_Parts], predicted: Sequence[_Parts]) -> list[tuple[int, int]]:
    overlaps = []
    for i, (_, gold) in enumerate(wanted):
        for j, (_, content) in enumerate(predicted):
            if shared := len(gold & content):
                overlaps.append((shared / len(gold | content), i, j))
    used_i: set[int] = set()
    used_j: set[int] = set()
    pairs = []
    for jaccard, i, j in sorted(overlaps, reverse=True):
        if jaccard < 0.5:
            break
        if i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            pairs.append((i, j))
    return pairs
