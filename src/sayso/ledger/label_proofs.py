"""What must hold of titles, labels and sizes: before they are stored, failing closed, and of the rows that are there, computed anew."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from sayso.errors import InputError
from sayso.ledger.label_findings import in_one_line, is_collective
from sayso.ledger.label_tables import collective, label, title
from sayso.ledger.position_tables import actor
from sayso.ledger.proofs import anchor
from sayso.records.actor import Actor
from sayso.records.problem import Problem
from sayso.records.reading import Reading
from sayso.records.span import Span

MOST = 2**63
"""A number from which on SQLite cannot hold it."""


def check_labels(reading: Reading) -> None:
    """That who uses or disputes a label is of this reading, and sizes are what the words say; InputError if not."""
    actors = {each.id for each in reading.actors}
    for each in reading.actors:
        for one in each.labels:
            for who in (one.by, one.disputed_by):
                if who is not None and who not in actors:
                    raise InputError(f"a label of {each.id} names {who}, which the reading does not hold")
        _check_size(each)


def label_spans(reading: Reading) -> Iterator[Span]:
    """Every span of titles, labels and sizes."""
    for each in reading.actors:
        yield from each.titles
        yield from (span for one in each.labels for span in (one.span, one.distance) if span)
        yield from (span for span in (each.size_span, each.of_span) if span)


def stored_counts(reading: Reading) -> dict[str, int]:
    """How many of each the reading holds, as they are noted with it."""
    return {
        "titles": sum(len(each.titles) for each in reading.actors),
        "labels": sum(len(each.labels) for each in reading.actors),
        "collectives": sum(map(is_collective, reading.actors)),
    }


def reading_label_problems(
    connection: Connection, version: Row[Any], reading: Row[Any], checked: Counter[str]
) -> Iterator[Problem]:
    """As many as were stored, numbered, of actors of this reading, every span in the text. A reading of before they were kept has none."""
    actors = set(connection.execute(select(actor.c.number).where(actor.c.reading == reading.key)).scalars())
    for what, table in (("titles", title), ("labels", label), ("collectives", collective)):
        rows = connection.execute(
            select(table).where(table.c.reading == reading.key).order_by(*table.primary_key.columns)
        ).all()
        checked[what] += len(rows)
        yield from _counted(reading, what, table, rows)
        for row in rows:
            yield from _row(version.text, row, f"{reading.id} {what} {row[1]}", actors)


def _check_size(each: Actor) -> None:
    size, of = each.size_span, each.of_span
    if isinstance(each.size, int) and not 0 <= each.size < MOST:
        raise InputError(f"{each.id}: a size of {each.size} cannot be stored")
    if isinstance(each.size, str) and (size is None or size.text != each.size):
        raise InputError(f"{each.id}: the size {each.size!r} is not what its words say")
    if of is not None and in_one_line(of.text) != each.of:
        raise InputError(f"{each.id}: {each.of!r} is not whom its words name, {of.text!r}")


def _counted(reading: Row[Any], what: str, table: Table, rows: Sequence[Row[Any]]) -> Iterator[Problem]:
    stored = reading._mapping[what] or 0
    if len(rows) != stored:
        yield Problem("count", reading.id, f"has {len(rows)} {what}, and {stored} were stored")
    if "number" in table.c and [row.number for row in rows] != list(range(len(rows))):
        yield Problem("count", reading.id, f"its {what} are not numbered from 0 on")


def _row(text: str, row: Row[Any], where: str, actors: set[int]) -> Iterator[Problem]:
    """Every span and every actor of a row of one of the three tables."""
    held = row._mapping
    if "text" in held:
        yield from anchor(text, row.start, row.end, row.text, where)
    for what in ("distance", "size", "of"):
        if f"{what}_text" in held:
            yield from _optional(text, [held[f"{what}_{part}"] for part in ("start", "end", "text")], f"{where} {what}")
    if held.get("size") is not None and held["size_text"] is None:
        yield Problem("span", where, "has a size that no words tell")
    for who in ("actor", "by", "disputed_by"):
        if held.get(who) is not None and held[who] not in actors:
            yield Problem("pointer", where, f"names actor {held[who]}, which the reading does not hold")


def _optional(text: str, span: list[Any], where: str) -> Iterator[Problem]:
    start, end, words = span
    if span == [None, None, None]:
        return
    if None in span:
        yield Problem("span", where, f"{tuple(span)} is half a span")
        return
    yield from anchor(text, start, end, words, where)
