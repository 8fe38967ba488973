"""Reading from Python: one text, or many articles."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sayso.errors import InputError
from sayso.ingest.text import check
from sayso.pipeline import Reader, read_items
from sayso.records.article import Article
from sayso.records.language import refusal
from sayso.records.reading import Item, Outcome, Reading


def read(text: str | Article, *, any_language: bool = False) -> Reading:
    """The reading of one text, taken verbatim.

    InputError if it is empty or cannot be read, and, unless ``any_language``, if it is not English.
    """
    article = text if isinstance(text, Article) else Article(text)
    check(article.text)
    outcome = shared_reader().read(Item("text", article=article), any_language=any_language)
    if outcome.language.foreign and not any_language:
        raise InputError(refusal(outcome.language, "any_language=True"))
    if outcome.reading is None:
        raise InputError(outcome.reason or "the text could not be read")
    return outcome.reading


def read_many(articles: Iterable[Article], *, workers: int = 1, any_language: bool = False) -> Iterator[Outcome]:
    """One outcome an article, in order; articles that are not English are skipped unless ``any_language``.

    With ``workers`` above 1 call it under ``if __name__ == "__main__"``.
    """
    items = (Item("article", article=article) for article in articles)
    return read_items(items, workers=workers, any_language=any_language)


@lru_cache(maxsize=1)
def shared_reader() -> Reader:
    """The shipped models, loaded once a process when they are first needed."""
    return Reader()
