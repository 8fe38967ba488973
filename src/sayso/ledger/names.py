"""The names of actors in what is shown, to choose from and to suggest."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from sayso.ledger.batches import batches
from sayso.ledger.position_tables import actor, name, position_finding
from sayso.ledger.schema import reading, version
from sayso.ledger.shown import current_only
from sayso.records.folding import words_of
from sayso.records.row import NameRow

_OBJECT, _SPEAKER = position_finding.c.object_name, position_finding.c.speaker_name


def names(connection: Connection, term: str) -> list[NameRow]:
    """Distinct names with all words of ``term``, whole words, case and diacritics aside; those with most positions first.

    ``positions`` are on the name, ``statements`` by it, both in what is shown. A term without a word finds nothing.
    """
    words = words_of(term)
    if not words:
        return []
    likely = name.c.folded.contains(max(words, key=len), autoescape=True)
    found = [row for row in connection.execute(select(name.c.key, name.c.name).where(likely)) if _has(row.name, words)]
    counts: dict[str, list[int]] = {}
    for batch in batches([row.key for row in found]):
        for one in connection.execute(_counted(batch)):
            _add(counts, one.name, (one.readings, one.positions, one.statements))
    return _ordered(counts)


def all_names(connection: Connection) -> list[NameRow]:
    """Names in what is shown that are object or speaker of a position; those with most positions first.

    To suggest from: ``positions`` and ``statements`` are counted in all readings, which needs no more than an index, and
    ``readings`` is not counted (0).
    """
    on, by = _indexed(connection, _OBJECT), _indexed(connection, _SPEAKER)
    counts: dict[str, list[int]] = {}
    for row in connection.execute(select(name.c.key, name.c.name).where(or_(_shown(_OBJECT), _shown(_SPEAKER)))):
        _add(counts, row.name, (0, on.get(row.key, 0), by.get(row.key, 0)))
    return _ordered(counts)


def _indexed(connection: Connection, column: Any) -> dict[int, int]:
    """By the key of a name, the positions that have it in ``column``, whatever their reading."""
    rows = connection.execute(select(column, func.count()).where(column.is_not(None)).group_by(column))
    found: dict[int, int] = dict(rows.all())
    return found


def _shown(column: Any) -> Any:
    """Whether a position has the name in ``column`` in a reading that is shown."""
    query = select(position_finding.c.reading).where(column == name.c.key)
    return _current(query, position_finding.c.reading).exists()


def _current(query: Select[Any], of: Any) -> Select[Any]:
    """``query`` for readings, in ``of``, that are shown."""
    shown = select(version.c.key).select_from(reading).join(version, version.c.key == reading.c.version)
    return query.where(current_only(shown).where(reading.c.key == of).exists())


def _counted(keys: Iterable[int]) -> Select[Any]:
    """Of each of the names with ``keys``: readings, positions on it, statements by it, as far as they are shown."""
    finding = position_finding.c.finding
    readings = select(func.count(actor.c.reading.distinct())).where(actor.c.name == name.c.key)
    on = select(func.count()).select_from(position_finding).where(name.c.key == _OBJECT)
    by = select(func.count(finding.distinct())).where(name.c.key == _SPEAKER)
    return select(
        name.c.name,
        _current(readings, actor.c.reading).scalar_subquery().label("readings"),
        _current(on, position_finding.c.reading).scalar_subquery().label("positions"),
        _current(by, position_finding.c.reading).scalar_subquery().label("statements"),
    ).where(name.c.key.in_(list(keys)))


def _has(found: str, words: Iterable[str]) -> bool:
    return set(words) <= set(words_of(found))


def _add(counts: dict[str, list[int]], found: str, more: Iterable[int]) -> None:
    """A name is one, whatever kinds of actor have it."""
    counts[found] = [one + other for one, other in zip(counts.get(found, (0, 0, 0)), more, strict=True)]


def _ordered(counts: dict[str, list[int]]) -> list[NameRow]:
    rows = [NameRow(found, *numbers) for found, numbers in counts.items() if any(numbers)]
    return sorted(rows, key=lambda row: (-row.positions, -row.statements, -row.readings, row.name))
