"""Reading from Python: one text, or many articles."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sayso.errors import InputError
from sayso.ingest.text import check
from sayso.pipeline import Reader, read_items
from sayso.records.article import Article
from sayso.records.reading import Item, Outcome, Reading


def read(text: str | Article) -> Reading:
    """The reading of one text, taken verbatim. InputError if it cannot be read; an empty text has no statements."""
    article = text if isinstance(text, Article) else Article(text)
    check(article.text)
    outcome = _reader().read(Item("text", article=article))
    if outcome.reading is None:
        raise InputError(outcome.reason or "the text could not be read")
    return outcome.reading


def read_many(articles: Iterable[Article], *, workers: int = 1) -> Iterator[Outcome]:
    """One outcome an article, in order. With ``workers`` above 1 call it under ``if __name__ == "__main__"``."""
    return read_items((Item("article", article=article) for article in articles), workers=workers)


@lru_cache(maxsize=1)
def _reader() -> Reader:
    return Reader()
