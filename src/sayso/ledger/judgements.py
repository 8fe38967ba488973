"""The log of what people decided. It only grows: a decision is taken back by an *undo*, never by removing it.

Which decision stands follows from the log alone, in the order in which it was written: the last one that no standing
undo takes back. An undo can be undone, which brings the decision back. A *fix* puts a person's statement in place until it
is undone itself, whatever is decided about that statement later.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select
from sqlalchemy.dialects import sqlite

from sayso.errors import InputError, UsageError
from sayso.ledger import schema
from sayso.ledger.check_positions import check_correction
from sayso.ledger.connection import transaction
from sayso.ledger.correction_tables import correction, standing
from sayso.ledger.corrections import store_correction
from sayso.ledger.rows import judgement_of
from sayso.records.ids import JUDGEMENT
from sayso.records.judgement import DECISIONS, Correction, Judgement


def append(engine: Engine, judgement: Judgement, given: Correction | None = None) -> bool:
    """Whether the judgement is new; one that is there already, equal in everything, changes nothing.

    ``given`` is what a *fix* puts in place. On disk when this returns, whatever happens to the machine. Raises UsageError
    for a judgement that means nothing, among them one with the id of another, and for a correction that does not hold.
    """
    return append_all(engine, [(judgement, given)]) == 1


def append_all(engine: Engine, entries: Sequence[tuple[Judgement, Correction | None]]) -> int:
    """How many of the judgements are new; all of them are on disk when this returns, or none. As ``append``, each in its turn."""
    for judgement, given in entries:
        _check_alone(judgement, given)
    with transaction(engine, write=True, durable=True) as connection:
        return sum(_append(connection, judgement, given) for judgement, given in entries)


def _append(connection: Connection, judgement: Judgement, given: Correction | None) -> bool:
    row = connection.execute(select(schema.judgement).where(schema.judgement.c.id == judgement.id)).one_or_none()
    if row is not None:
        if judgement_of(row) == judgement:
            return False
        raise UsageError(f"{judgement.id} is already another judgement: judgements are never changed, add a new one")
    subject = _check_in_ledger(connection, judgement)
    _store(connection, judgement, subject, given)
    return True


def _store(connection: Connection, judgement: Judgement, subject: Row[Any], given: Correction | None) -> None:
    row = insert(schema.judgement).values(**asdict(judgement)).returning(schema.judgement.c.key)
    key = connection.execute(row).scalar_one()
    if given is not None:
        try:
            check_correction(given, subject.version_id, subject.text)
        except InputError as error:
            raise UsageError(str(error)) from error
        store_correction(connection, key, subject, given)
    values = stands(connection, judgement.subject)
    pointer = sqlite.insert(standing).values(statement=subject.key, **values)
    connection.execute(pointer.on_conflict_do_update(index_elements=["statement"], set_=values))


def stands(connection: Connection, subject: str) -> dict[str, int | None]:
    """What ``standing`` must say of ``subject`` (an id): the keys of a judgement and of a correction, None for none."""
    query = (
        select(schema.judgement, correction.c.key.label("correction_key"))
        .outerjoin(correction, correction.c.judgement == schema.judgement.c.key)
        .where(schema.judgement.c.subject == subject)
        .order_by(schema.judgement.c.key)
    )
    rows = {row.id: row for row in connection.execute(query)}
    left = [rows[each.id] for each in untouched(judgement_of(row) for row in rows.values())]
    fixes = [row.correction_key for row in left if row.decision == "fix"]
    return {"judgement": left[0].key if left else None, "correction": fixes[0] if fixes else None}


def of(connection: Connection, subject: str) -> list[Judgement]:
    """Everything ever decided about ``subject``, undone or not, in the order written."""
    rows = connection.execute(
        select(schema.judgement).where(schema.judgement.c.subject == subject).order_by(schema.judgement.c.key)
    )
    return [judgement_of(row) for row in rows]


def decided(connection: Connection, statements: Sequence[int]) -> dict[int, Judgement]:
    """The decision that stands for each of ``statements`` (at most 500 keys); a statement without one is left out."""
    query = select(schema.judgement, standing.c.statement).join(
        standing, standing.c.judgement == schema.judgement.c.key
    )
    rows = connection.execute(query.where(standing.c.statement.in_(statements)))
    return {row.statement: judgement_of(row) for row in rows}


def latest(log: Iterable[Judgement]) -> Judgement | None:
    """The decision that stands after ``log``, which concerns one subject and is in the order written."""
    return next(untouched(log), None)


def untouched(log: Iterable[Judgement]) -> Iterator[Judgement]:
    """The decisions of ``log`` that no standing undo takes back, the last one first; undos aside."""
    undone = set()
    for judgement in reversed(list(log)):
        if judgement.id in undone:
            continue
        if judgement.decision != "undo":
            yield judgement
        undone.add(judgement.undoes)


def _check_alone(judgement: Judgement, given: Correction | None) -> None:
    if judgement.decision not in DECISIONS:
        raise UsageError(f"{judgement.decision!r} is no decision: use one of {', '.join(DECISIONS)}")
    if not judgement.id.startswith(JUDGEMENT):
        raise UsageError(f"{judgement.id!r} is no id of a judgement: it begins with {JUDGEMENT}")
    if not judgement.judge.strip():
        raise UsageError(f"judgement {judgement.id} is not signed: say who decides")
    if (judgement.decision == "fix") != (judgement.replacement is not None):
        raise UsageError(f"judgement {judgement.id}: a fix, and nothing else, names the statement it puts in place")
    if judgement.replacement != (given.id if given else None):
        raise UsageError(f"judgement {judgement.id}: a fix, and nothing else, brings the statement that it names")
    if (judgement.decision == "undo") != (judgement.undoes is not None):
        raise UsageError(f"judgement {judgement.id}: an undo, and nothing else, names the judgement it takes back")


def _check_in_ledger(connection: Connection, judgement: Judgement) -> Row[Any]:
    """The statement that is judged, with the id and the text of its version."""
    query = (
        select(schema.statement, schema.version.c.id.label("version_id"), schema.version.c.text)
        .join(schema.version, schema.version.c.key == schema.statement.c.version)
        .where(schema.statement.c.id == judgement.subject)
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        raise UsageError(f"no statement {judgement.subject} is in this ledger: `sayso statements` lists those that are")
    if judgement.undoes is not None and judgement.undoes not in {j.id for j in of(connection, judgement.subject)}:
        raise UsageError(f"{judgement.undoes} is no judgement about {judgement.subject}: nothing to undo")
    return row
