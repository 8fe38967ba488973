"""Which statements of a ledger are asked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Every field that is set must hold; the default is every statement shown.

    ``source`` and ``content``: whole words or a phrase in that part; case, diacritics and punctuation do not count.
    ``publisher``: exactly this one. ``article``: its id, its url or the id its input gave it. ``run``: a run's id.
    ``since`` and ``until``: ISO 8601 dates (a year, a month or a day), both inclusive, compared with ``published``
    as far as both are precise; an article without a date is left out.
    ``limit`` and ``offset`` count statements. ``current``: only the current reading of each article's newest version;
    otherwise all readings of all versions.
    """

    source: str | None = None
    content: str | None = None
    publisher: str | None = None
    article: str | None = None
    run: str | None = None
    since: str | None = None
    until: str | None = None
    limit: int | None = None
    offset: int = 0
    current: bool = True
