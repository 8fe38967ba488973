"""Main text of saved pages against what people marked as the article's body (Zyte's benchmark of article extraction).

Tokens are runs of letters and digits, in lower case. A page's F1 is that of its bags of tokens; printed is the mean over pages, with
the 95 % interval over them, and beside it that of 4-grams, which ask for the order too. What is measured is the body: the title, the
standfirst and captions, which are read as well, are no part of what was marked.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np

from sayso.errors import InputError
from sayso.ingest.html_page import read_page

GOLD = "ground-truth.json"
DRAWS = 2_000


@dataclass(frozen=True, slots=True)
class Scored:
    """Precision, recall and F1 of tokens, and F1 of 4-grams, from 0 to 1."""

    name: str
    precision: float
    recall: float
    f1: float
    grams: float


def tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def overlap(found: Sequence[str], wanted: Sequence[str], size: int = 1) -> tuple[float, float, float]:
    """Precision, recall and F1 of the bags of runs of ``size`` tokens."""
    one, other = _bag(found, size), _bag(wanted, size)
    both = (one & other).total()
    if not both:
        return 0.0, 0.0, 0.0
    return both / one.total(), both / other.total(), 2 * both / (one.total() + other.total())


def read_pages(folder: Path) -> list[Scored]:
    """Every page of the set in ``folder``; one that cannot be read scores nothing."""
    wanted = json.loads((folder / GOLD).read_text(encoding="utf-8"))
    scored = []
    for name, page in wanted.items():
        data = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        try:
            body = tokens("\n".join(read_page(data, url=page["url"]).paragraphs))
        except InputError:
            body = []
        marked = tokens(page["articleBody"])
        scored.append(Scored(page["url"], *overlap(body, marked), overlap(body, marked, 4)[2]))
    return scored


def report(folder: Path) -> tuple[str, float]:
    """The figures as text, and F1 of tokens in percent."""
    start = perf_counter()
    pages = read_pages(folder)
    taken = perf_counter() - start
    f1 = _mean(pages, lambda page: page.f1)
    low, high = _interval([page.f1 for page in pages])
    lines = [
        f"{folder}: {len(pages)} pages, {1000 * taken / len(pages):.0f} ms a page",
        f"  tokens   P {_mean(pages, lambda page: page.precision):.1f}  R {_mean(pages, lambda page: page.recall):.1f}"
        f"  F1 {f1:.1f} (95 % {low:.1f} to {high:.1f})",
        f"  4-grams  F1 {_mean(pages, lambda page: page.grams):.1f}",
    ]
    lines += [f"  {100 * page.f1:5.1f}  {page.name}" for page in sorted(pages, key=lambda page: page.f1)[:5]]
    return "\n".join(lines), f1


def _bag(words: Sequence[str], size: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def _mean(pages: Sequence[Scored], of: Callable[[Scored], float]) -> float:
    return 100 * sum(map(of, pages)) / len(pages)


def _interval(values: Sequence[float]) -> tuple[float, float]:
    drawn = np.random.default_rng(0).choice(values, (DRAWS, len(values))).mean(axis=1)
    low, high = np.percentile(drawn, (2.5, 97.5))
    return 100 * float(low), 100 * float(high)
