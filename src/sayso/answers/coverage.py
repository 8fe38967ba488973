"""What an answer rests on: the articles asked, their publishers and dates, and the months without any."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from sayso.records.corpus import Corpus
from sayso.records.position_filter import PositionFilter
from sayso.records.row import ArticleRow


@dataclass(frozen=True, slots=True)
class Gap:
    """Months, both included, without an article, though there are some before and after."""

    first: str
    last: str
    months: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Articles and statements asked. ``gaps`` is None where they were not looked for."""

    articles: int
    statements: int
    publishers: int
    without_publisher: int
    first_published: str | None
    last_published: str | None
    undated: int
    gaps: tuple[Gap, ...] | None
    runs: tuple[str, ...]


def of_corpus(corpus: Corpus) -> Coverage:
    """All of a ledger, from its counts alone."""
    return Coverage(
        articles=corpus.articles,
        statements=corpus.statements,
        publishers=sum(each.value is not None for each in corpus.publishers),
        without_publisher=sum(each.articles for each in corpus.publishers if each.value is None),
        first_published=corpus.first_published,
        last_published=corpus.last_published,
        undated=corpus.undated,
        gaps=None,
        runs=tuple(each.value for each in corpus.runs if each.value),
    )


def of_articles(rows: Iterable[ArticleRow], wanted: PositionFilter) -> Coverage:
    """Those of ``rows`` that ``wanted`` means by publisher, genre and date."""
    articles = statements = without = undated = 0
    publishers: set[str] = set()
    dates: list[str] = []
    runs: dict[str, None] = {}
    for row in rows:
        metadata = row.metadata
        if not _means(wanted, metadata.publisher, metadata.genre, metadata.published):
            continue
        articles += 1
        statements += row.statements
        runs[row.run_id] = None
        if metadata.publisher is None:
            without += 1
        else:
            publishers.add(metadata.publisher)
        if metadata.published is None:
            undated += 1
        else:
            dates.append(metadata.published)
    return Coverage(
        articles, statements, len(publishers), without, min(dates, default=None), max(dates, default=None), undated,
        gaps(dates), tuple(runs),
    )  # fmt: skip


def gaps(published: Iterable[str]) -> tuple[Gap, ...]:
    """Whole months without an article between the first and the last dated one; dates without a month are passed over."""
    months = sorted({int(each[:4]) * 12 + int(each[5:7]) - 1 for each in published if len(each) >= 7})
    return tuple(
        Gap(_month(one + 1), _month(other - 1), other - one - 1) for one, other in pairwise(months) if other - one > 1
    )


def _month(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _means(wanted: PositionFilter, publisher: str | None, genre: str, published: str | None) -> bool:
    """As the ledger compares: dates as far as both are precise, an article without one left out."""
    if wanted.publisher is not None and publisher != wanted.publisher:
        return False
    if wanted.genre is not None and genre != wanted.genre:
        return False
    if wanted.since is None and wanted.until is None:
        return True
    if published is None:
        return False
    since, until = wanted.since, wanted.until
    return (since is None or published >= since[: len(published)]) and (
        until is None or published[: len(until)] <= until
    )
