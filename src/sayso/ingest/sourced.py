"""What a reader of files takes and gives: how to read, and items with the bytes they were made of."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from sayso.fetch.settings import Fetching
from sayso.ingest.dates import Order
from sayso.ingest.limits import LIMITS, Limits
from sayso.records.article import Article
from sayso.records.reading import Item

NO_COLUMNS: Mapping[str, str] = MappingProxyType({})


def _nobody(_message: str) -> None:
    """Hears what a reader has to tell where nobody wants to know."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the user wants files to be read.

    ``columns`` names, by field of an article, the column or field of the input it is taken from; empty: as guessed.
    ``dates`` tells which number of 04/05/2019 is the day. ``tell`` hears what was guessed, one line a file.
    ``fetching`` says how addresses are fetched; without it none is.
    """

    collection: str | None = None
    columns: Mapping[str, str] = field(default_factory=lambda: NO_COLUMNS)
    dates: Order | None = None
    limits: Limits = LIMITS
    tell: Callable[[str], None] = _nobody
    fetching: Fetching | None = None


@dataclass(frozen=True, slots=True)
class Sourced:
    """An item, and the bytes its article was made of: the file, the part of a file, or the line."""

    item: Item
    raw: bytes | None = None


def read(name: str, article: Article, raw: bytes, line: int | None = None) -> Sourced:
    """The item of an article with the digest of its bytes."""
    digested = article if article.raw_sha256 else replace(article, raw_sha256=hashlib.sha256(raw).hexdigest())
    return Sourced(Item(name, line, article.given_id, article=digested), raw)


def failed(name: str, why: str | Exception, line: int | None = None, given_id: str | None = None) -> Sourced:
    return Sourced(Item(name, line, given_id, error=str(why)))


def skipped(name: str, why: str) -> Sourced:
    return Sourced(Item(name, skip=why))
