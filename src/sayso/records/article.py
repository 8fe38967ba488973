"""An article as published, and the blocks its text consists of."""

from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args

from sayso.records.span import Span

Genre = Literal[
    "news", "opinion", "editorial", "letter", "interview", "agency", "sponsored", "minutes", "post", "unknown"
]
GENRES: tuple[str, ...] = get_args(Genre)
SIGNED: frozenset[Genre] = frozenset({"opinion", "editorial", "letter", "post"})
"""Texts in somebody's own name: what they say in the present is said on the day of publication."""

DateBasis = Literal["text", "metadata", "given"]
DATE_BASES: tuple[str, ...] = get_args(DateBasis)
"""What a date of an article rests on: words of the document itself (the line under a headline), what the document declares about
itself for machines (page metadata, a mail's header) or the feed that
leads to it, or whoever gave the article. A guess is no basis: without one of these the date is unknown."""

DATES = ("published", "updated", "retrieved")
"""The dates of an article, each with its own basis."""

BlockKind = Literal["headline", "standfirst", "body", "caption", "pull_quote", "furniture"]
BLOCK_KINDS: tuple[str, ...] = get_args(BlockKind)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article besides its text. ``None`` means unknown, and stays unknown.

    Dates are ISO 8601 as given, never guessed; the basis of one is None where the date is unknown, and where it was stored
    before bases were kept. ``weight`` is the article's weight in a sample.
    """

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    genre: Genre = "unknown"
    section: str | None = None
    language: str | None = None
    published: str | None = None
    retrieved: str | None = None
    supersedes: str | None = None
    weight: float | None = None
    updated: str | None = None
    published_basis: DateBasis | None = None
    updated_basis: DateBasis | None = None
    retrieved_basis: DateBasis | None = None

    def filled_from(self, other: "Metadata") -> "Metadata":
        """This, with every field that is unknown here taken from ``other``; a basis comes only with its date."""
        unknown = Metadata()
        names = [field.name for field in fields(self)]
        known = {name: value for name in names if (value := getattr(self, name)) != getattr(unknown, name)}
        for date in DATES:
            if date in known and known[date] != getattr(other, date):
                known[_basis(date)] = getattr(self, _basis(date))
        return replace(other, **known)

    def with_basis(self, basis: DateBasis) -> "Metadata":
        """This, with ``basis`` for every date that is known and has none."""
        bare = [date for date in DATES if getattr(self, date) is not None and getattr(self, _basis(date)) is None]
        bases: dict[str, Any] = {_basis(date): basis for date in bare}
        return replace(self, **bases) if bases else self


def _basis(date: str) -> str:
    """The field that holds the basis of this date."""
    return f"{date}_basis"


@dataclass(frozen=True, slots=True)
class Article:
    """One text as published. ``text`` is final: every offset anywhere refers to it.

    ``given_id`` is the id the input carried; ``collection`` scopes it when there is no publisher
    (by default the input's name); ``raw_sha256`` is the digest of the bytes as they came.
    """

    text: str
    metadata: Metadata = Metadata()
    given_id: str | None = None
    collection: str | None = None
    raw_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with one function. Furniture (menus, share links) yields no statement."""

    kind: BlockKind
    span: Span
