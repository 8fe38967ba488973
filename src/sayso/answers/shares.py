"""Shares with their intervals, and no share where the numbers do not bear one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np

LEVEL = 0.95
FLOOR_ARTICLES = 30
"""Articles with a counted position below which no share is given: with 30 the interval of a half still spans a third."""
FLOOR_POSITIONS = 100
"""Counted positions below which no share of positions is given."""
RESAMPLES, SEED = 1000, 1


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` of ``whole``, with the interval in which the share lies at ``LEVEL`` as far as sampling goes."""

    of: str
    part: int
    whole: int
    low: float
    high: float
    method: str

    @property
    def value(self) -> float:
        return self.part / self.whole


def shares(articles: Iterable[tuple[int, int]]) -> tuple[Share, ...]:
    """The shares that ``articles`` bear, each given as its critical positions and all its counted ones."""
    sums = [each for each in articles if each[1]]
    if len(sums) < FLOOR_ARTICLES:
        return ()
    critical = sum(part > 0 for part, _ in sums)
    found = [Share("articles with a critical position", critical, len(sums), *wilson(critical, len(sums)), "wilson")]
    if sum(whole for _, whole in sums) >= FLOOR_POSITIONS:
        part, whole = (sum(each[at] for each in sums) for at in (0, 1))
        found.append(Share("positions that are critical", part, whole, *bootstrap(sums), "cluster bootstrap"))
    return tuple(found)


def wilson(part: int, whole: int, level: float = LEVEL) -> tuple[float, float]:
    """The score interval of a share of independent units.

    Source: Wilson, "Probable inference, the law of succession, and statistical inference", 1927. ValueError unless
    ``0 <= part <= whole`` and ``whole > 0``.
    """
    if not 0 <= part <= whole or whole <= 0:
        raise ValueError(f"{part} of {whole} is no share")
    z = NormalDist().inv_cdf((1 + level) / 2)
    share, square = part / whole, z * z / whole
    middle = share + square / 2
    half = z * sqrt(share * (1 - share) / whole + square / (4 * whole))
    low, high = (middle - half) / (1 + square), (middle + half) / (1 + square)
    return (0.0 if part == 0 else low), (1.0 if part == whole else high)


def bootstrap(sums: Iterable[tuple[int, int]], level: float = LEVEL) -> tuple[float, float]:
    """The percentile interval of a ratio of sums over clusters, which are drawn again whole, since positions of one article hang
    together.

    Source: Efron, "Bootstrap methods: another look at the jackknife", 1979. Articles with equal sums are interchangeable, so a
    resample is one multinomial draw over the distinct sums. The seed is fixed: the same facts give the same interval.
    """
    counted = sorted(Counter(sums).items())
    values = np.array([pair for pair, _ in counted], dtype=np.int64)
    times = np.array([many for _, many in counted], dtype=np.float64)
    drawn = np.random.default_rng(SEED).multinomial(int(times.sum()), times / times.sum(), size=RESAMPLES)
    part, whole = (drawn @ values).T
    ratios = part[whole > 0] / whole[whole > 0]
    low, high = np.quantile(ratios, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
