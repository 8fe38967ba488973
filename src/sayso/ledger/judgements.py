"""The log of what people decided. It only grows: a decision is taken back by an *undo*, never by removing it.

Which decision stands follows from the log alone, in the order in which it was written: the last one that no standing
undo takes back. An undo can be undone, which brings the decision back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, Engine, insert, select

from sayso.errors import UsageError
from sayso.ledger import schema
from sayso.ledger.connection import transaction
from sayso.ledger.rows import judgement_of
from sayso.records.ids import JUDGEMENT
from sayso.records.judgement import DECISIONS, Judgement


def append(engine: Engine, judgement: Judgement) -> bool:
    """Whether the judgement is new; one that is there already, equal in everything, changes nothing.

    On disk when this returns, whatever happens to the machine. Raises UsageError for a judgement that means
    nothing, among them one with the id of another.
    """
    _check_alone(judgement)
    with transaction(engine, write=True, durable=True) as connection:
        row = connection.execute(select(schema.judgement).where(schema.judgement.c.id == judgement.id)).one_or_none()
        if row is not None:
            if judgement_of(row) == judgement:
                return False
            raise UsageError(
                f"{judgement.id} is already another judgement: judgements are never changed, add a new one"
            )
        _check_in_ledger(connection, judgement)
        connection.execute(insert(schema.judgement).values(**asdict(judgement)))
        return True


def of(connection: Connection, subject: str) -> list[Judgement]:
    """Everything ever decided about ``subject``, undone or not, in the order written."""
    rows = connection.execute(
        select(schema.judgement).where(schema.judgement.c.subject == subject).order_by(schema.judgement.c.key)
    )
    return [judgement_of(row) for row in rows]


def standing(connection: Connection, subjects: Sequence[str]) -> dict[str, Judgement]:
    """The decision that stands for each of ``subjects`` (at most 500); a subject without one is left out."""
    rows = connection.execute(
        select(schema.judgement).where(schema.judgement.c.subject.in_(subjects)).order_by(schema.judgement.c.key)
    ).all()
    last = {}
    for subject in {row.subject for row in rows}:
        found = latest(judgement_of(row) for row in rows if row.subject == subject)
        if found:
            last[subject] = found
    return last


def latest(log: Iterable[Judgement]) -> Judgement | None:
    """The decision that stands after ``log``, which concerns one subject and is in the order written."""
    undone = set()
    for judgement in reversed(list(log)):
        if judgement.id in undone:
            continue
        if judgement.decision != "undo":
            return judgement
        undone.add(judgement.undoes)
    return None


def _check_alone(judgement: Judgement) -> None:
    if judgement.decision not in DECISIONS:
        raise UsageError(f"{judgement.decision!r} is no decision: use one of {', '.join(DECISIONS)}")
    if not judgement.id.startswith(JUDGEMENT):
        raise UsageError(f"{judgement.id!r} is no id of a judgement: it begins with {JUDGEMENT}")
    if not judgement.judge.strip():
        raise UsageError(f"judgement {judgement.id} is not signed: say who decides")
    if (judgement.decision == "fix") != (judgement.replacement is not None):
        raise UsageError(f"judgement {judgement.id}: a fix, and nothing else, names the statement it puts in place")
    if (judgement.decision == "undo") != (judgement.undoes is not None):
        raise UsageError(f"judgement {judgement.id}: an undo, and nothing else, names the judgement it takes back")


def _check_in_ledger(connection: Connection, judgement: Judgement) -> None:
    statement = select(schema.statement.c.key).where(schema.statement.c.id == judgement.subject)
    if connection.scalar(statement) is None:
        raise UsageError(f"no statement {judgement.subject} is in this ledger: `sayso statements` lists those that are")
    if judgement.undoes is not None and judgement.undoes not in {j.id for j in of(connection, judgement.subject)}:
        raise UsageError(f"{judgement.undoes} is no judgement about {judgement.subject}: nothing to undo")
