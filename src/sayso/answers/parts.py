"""Positions on what the user declared to be part of the one asked about. Never added up with those on the whole."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from sayso.answers.counting import Key, sort, statements
from sayso.answers.names import key_words
from sayso.answers.times import Times
from sayso.project import Part
from sayso.records.position import Label
from sayso.records.row import PositionFact
from sayso.records.statement import Status


@dataclass(frozen=True, slots=True)
class PartRow:
    """What one speaker is counted for on one part, on the days for which it is declared."""

    part: str
    speaker: str
    label: Label
    statements: tuple[str, ...]


def parts_of(names: Collection[str], parts: Iterable[Part]) -> tuple[Part, ...]:
    """The declared parts of the one called ``names``; an article before a name does not count."""
    wholes = {key_words(name) for name in names}
    return tuple(part for part in parts if key_words(part.whole) in wholes)


def names_of(parts: Iterable[Part]) -> tuple[str, ...]:
    """The names that the parts may have in a ledger: as declared, and without the article."""
    every = (form for part in parts for form in (part.part, bare(part.part)))
    return tuple(dict.fromkeys(every))


def bare(name: str) -> str:
    """``name`` without a definite article before it."""
    return name[4:] if name[:4].casefold() == "the " else name


def part_rows(
    parts: Sequence[Part],
    facts: Iterable[PositionFact],
    key_of: Callable[[PositionFact], Key],
    times: Times,
    statuses: Collection[Status],
    own: Collection[str] = (),
    admitted: Callable[[PositionFact], bool] | None = None,
) -> tuple[PartRow, ...]:
    """Rows of those ``facts`` that count and lie in the days of their part; by part as declared, then in the order given."""
    held: dict[tuple[str, ...], list[PositionFact]] = {}
    for fact in facts:
        held.setdefault(key_words(fact.object), []).append(fact)
    rows: list[PartRow] = []
    for part in parts:
        on_it = [fact for fact in held.get(key_words(part.part), ()) if _holds(part, fact, times)]
        for group in sort(on_it, key_of, statuses, own, admitted).counted.values():
            rows.extend(_rows(part, group))
    return tuple(rows)


def _rows(part: Part, facts: Sequence[PositionFact]) -> Iterable[PartRow]:
    for label in dict.fromkeys(fact.label for fact in facts):
        ids = statements(fact for fact in facts if fact.label == label)
        yield PartRow(part.part, facts[0].speaker or "", label, ids)


def _holds(part: Part, fact: PositionFact, times: Times) -> bool:
    if not part.days.bounded:
        return True
    _, days = times.dated(fact)
    return days is not None and part.days.hold(*days)
