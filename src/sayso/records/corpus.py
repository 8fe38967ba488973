"""What a ledger holds, counted: the denominators of every answer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """Articles with one value of something, and the statements in them; ``value`` None means unknown."""

    value: str | None
    articles: int
    statements: int


@dataclass(frozen=True, slots=True)
class Corpus:
    """Counts of articles in their newest version and of the statements in their current reading.

    ``versions`` and ``readings`` count all that are stored. ``publishers``, ``languages`` (as the metadata name them),
    ``text_languages`` (codes, as known when the text was read) and ``runs`` split the articles, the largest first.
    Dates are the smallest and the largest ``published``, as given; ``undated`` articles have none. ``skipped`` and
    ``failed`` are items of inputs that did not become a reading.
    """

    articles: int
    versions: int
    readings: int
    statements: int
    publishers: tuple[Count, ...]
    languages: tuple[Count, ...]
    text_languages: tuple[Count, ...]
    runs: tuple[Count, ...]
    first_published: str | None
    last_published: str | None
    undated: int
    skipped: int
    failed: int
