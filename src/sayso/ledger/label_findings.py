"""Writing what a reading found actors to be called, and reading it back."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from sayso.ledger.batches import insert_all
from sayso.ledger.label_tables import collective, label, title
from sayso.ledger.rows import grouped
from sayso.ledger.values import Values, local_number, place, span_of, undamaged
from sayso.records.actor import Actor
from sayso.records.ids import actor_local_id
from sayso.records.label import Label
from sayso.records.span import Span


def store_labels(connection: Connection, actors: Sequence[Actor], key: int) -> None:
    """Writes titles, labels and sizes of the actors of the reading stored under ``key``, numbered in their order."""
    titles = [(local_number(each.id), span) for each in actors for span in each.titles]
    called = [(local_number(each.id), one) for each in actors for one in each.labels]
    insert_all(
        connection,
        title,
        [{"reading": key, "number": n, "actor": of, **place(at)} for n, (of, at) in enumerate(titles)],
    )
    insert_all(connection, label, [_label(key, n, of, one) for n, (of, one) in enumerate(called)])
    insert_all(connection, collective, [_collective(key, each) for each in actors if is_collective(each)])


def is_collective(actor: Actor) -> bool:
    """Whether the text says how many it is, or whom it is of."""
    return actor.size is not None or actor.of is not None


def called(connection: Connection, key: int) -> dict[int, Values]:
    """By number of an actor of the reading with key ``key``, the fields of ``Actor`` that are told of it here."""
    titles, labels = (grouped(_of(connection, table, key), "actor") for table in (title, label))
    counted = {row.actor: row for row in connection.execute(select(collective).where(collective.c.reading == key))}
    return {
        number: {
            "titles": tuple(map(span_of, titles.get(number, ()))),
            "labels": tuple(map(label_of, labels.get(number, ()))),
            **(_counted(counted[number]) if number in counted else {}),
        }
        for number in {*titles, *labels, *counted}
    }


def label_of(row: Row[Any]) -> Label:
    """LedgerError if the row is damaged."""
    return Label(span_of(row), _local(row.by), _local(row.disputed_by), optional(row, "distance"))


def optional(row: Row[Any], what: str) -> Span | None:
    """The span of the columns that begin with ``what``; LedgerError if they are half a span."""
    held = [row._mapping[f"{what}_{part}"] for part in ("start", "end", "text")]
    if held == [None, None, None]:
        return None
    with undamaged():
        return Span(*held)


def _local(number: int | None) -> str | None:
    return None if number is None else actor_local_id(number)


def _of(connection: Connection, table: Table, key: int) -> Sequence[Row[Any]]:
    return connection.execute(select(table).where(table.c.reading == key).order_by(table.c.number)).all()


def _label(key: int, number: int, of: int, each: Label) -> Values:
    return {
        "reading": key,
        "number": number,
        "actor": of,
        **place(each.span),
        "by": local_number(each.by) if each.by else None,
        "disputed_by": local_number(each.disputed_by) if each.disputed_by else None,
        **_placed("distance", each.distance),
    }


def _collective(key: int, each: Actor) -> Values:
    return {
        "reading": key,
        "actor": local_number(each.id),
        "size": each.size if isinstance(each.size, int) else None,
        **_placed("size", each.size_span),
        **_placed("of", each.of_span),
    }


def _placed(what: str, span: Span | None) -> Values:
    values = (span.start, span.end, span.text) if span else (None, None, None)
    return dict(zip((f"{what}_start", f"{what}_end", f"{what}_text"), values, strict=True))


def _counted(row: Row[Any]) -> Values:
    size, of = optional(row, "size"), optional(row, "of")
    return {
        "size": row.size if row.size is not None or size is None else size.text,
        "of": in_one_line(of.text) if of else None,
        "size_span": size,
        "of_span": of,
    }


def in_one_line(words: str) -> str:
    """Words as ``Actor.of`` has them, whatever blanks part them in the text."""
    return " ".join(words.split())
