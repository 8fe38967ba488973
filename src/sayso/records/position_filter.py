"""Which positions of a ledger are asked for."""

from dataclasses import dataclass

from sayso.records.statement import Status


@dataclass(frozen=True, slots=True)
class PositionFilter:
    """Every field that is set must hold; the default is every position shown.

    ``since`` and ``until``: ISO 8601 dates (a year, a month or a day), both inclusive, compared with ``published`` as far as
    both are precise; an article without a date is left out. ``publisher``: exactly this one. ``genre``: of the article.
    ``statuses``: of the statement, empty for all. ``min_confidence``: the probability of statement and label together.
    ``reviewed_only``: a person has decided about the statement, whatever they decided.
    """

    since: str | None = None
    until: str | None = None
    publisher: str | None = None
    genre: str | None = None
    statuses: tuple[Status, ...] = ()
    min_confidence: float = 0.0
    reviewed_only: bool = False
