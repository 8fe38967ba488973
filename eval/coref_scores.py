"""The CoNLL score of coreference: the mean F1 of MUC, B3 and CEAF-e (Pradhan et al. 2014). Pure.

A clustering is a sequence of sets of mentions, mentions any values that can be compared; none is in two sets. Figures of several
documents are sums of their parts, as in the reference scorer.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

Clusters = Sequence[AbstractSet[Hashable]]


@dataclass(frozen=True, slots=True)
class Parts:
    """Numerator and denominator of recall and of precision."""

    met: float = 0.0
    wanted: float = 0.0
    kept: float = 0.0
    found: float = 0.0

    def __add__(self, other: "Parts") -> "Parts":
        return Parts(self.met + other.met, self.wanted + other.wanted, self.kept + other.kept, self.found + other.found)

    @property
    def recall(self) -> float:
        return self.met / self.wanted if self.wanted else 0.0

    @property
    def precision(self) -> float:
        return self.kept / self.found if self.found else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def muc(gold: Clusters, found: Clusters) -> Parts:
    """Links that are kept (Vilain et al. 1995)."""
    return Parts(*_links(gold, found), *_links(found, gold))


def b_cubed(gold: Clusters, found: Clusters) -> Parts:
    """For each mention the share of its cluster that it is found with (Bagga and Baldwin 1998)."""
    return Parts(*_shares(gold, found), *_shares(found, gold))


def ceaf_e(gold: Clusters, found: Clusters) -> Parts:
    """Clusters matched one to one by their overlap, 2|A ∩ B| / (|A| + |B|) (Luo 2005)."""
    alike = [[2 * len(a & b) / (len(a) + len(b)) for b in found] for a in gold]
    total = best_total(alike)
    return Parts(total, len(gold), total, len(found))


MEASURES: dict[str, Callable[[Clusters, Clusters], Parts]] = {"MUC": muc, "B3": b_cubed, "CEAF-e": ceaf_e}


def conll(documents: Iterable[tuple[Clusters, Clusters]]) -> float:
    """The mean F1 of the three measures over (gold, found) of several documents, in [0, 1]."""
    every = list(documents)
    return sum(summed(measure, every).f1 for measure in MEASURES.values()) / len(MEASURES)


def summed(measure: Callable[[Clusters, Clusters], Parts], documents: Iterable[tuple[Clusters, Clusters]]) -> Parts:
    return sum((measure(gold, found) for gold, found in documents), Parts())


def _owners(clusters: Clusters) -> dict[Hashable, int]:
    return {mention: n for n, cluster in enumerate(clusters) for mention in cluster}


def _links(one: Clusters, other: Clusters) -> tuple[float, float]:
    of = _owners(other)
    met = wanted = 0
    for cluster in one:
        apart = {of[each] for each in cluster if each in of}
        met += len(cluster) - len(apart) - sum(each not in of for each in cluster)
        wanted += len(cluster) - 1
    return met, wanted


def _shares(one: Clusters, other: Clusters) -> tuple[float, float]:
    of = _owners(other)
    met = 0.0
    for cluster in one:
        for mention in cluster:
            if mention in of:
                met += len(cluster & other[of[mention]]) / len(cluster)
    return met, sum(map(len, one))


def best_total(worth: Sequence[Sequence[float]]) -> float:
    """The largest sum of entries no two of which share a row or column (Kuhn 1955; shortest paths as in Jonker and Volgenant 1987)."""
    if not worth or not worth[0]:
        return 0.0
    rows = worth if len(worth) <= len(worth[0]) else list(zip(*worth, strict=True))
    count, width = len(rows), len(rows[0])
    of_row, of_column = [0.0] * (count + 1), [0.0] * (width + 1)
    owner = [0] * (width + 1)
    for row in range(1, count + 1):
        owner[0] = row
        least, before, done = [float("inf")] * (width + 1), [0] * (width + 1), [False] * (width + 1)
        column = 0
        while owner[column]:
            done[column] = True
            here, step, following = owner[column], float("inf"), 0
            for k in range(1, width + 1):
                if done[k]:
                    continue
                cost = -rows[here - 1][k - 1] - of_row[here] - of_column[k]
                if cost < least[k]:
                    least[k], before[k] = cost, column
                if least[k] < step:
                    step, following = least[k], k
            for k in range(width + 1):
                if done[k]:
                    of_row[owner[k]] += step
                    of_column[k] -= step
                else:
                    least[k] -= step
            column = following
        while column:
            owner[column] = owner[before[column]]
            column = before[column]
    return sum(rows[owner[k] - 1][k - 1] for k in range(1, width + 1) if owner[k])
