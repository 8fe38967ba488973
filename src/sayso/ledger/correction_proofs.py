"""What must hold of corrections, and of the pointers to what stands, computed anew from the log."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, select

from sayso.ledger.correction_tables import corrected_position, correction, standing
from sayso.ledger.judgements import stands
from sayso.ledger.position_proofs import judged_problems
from sayso.ledger.position_tables import position, position_finding
from sayso.ledger.proofs import anchor
from sayso.ledger.schema import judgement, statement
from sayso.records.position import LABELS
from sayso.records.problem import Problem

_COPIED = (*LABELS, "label", "wording", "flags", "evidence")


def correction_problems(connection: Connection, version: Row[Any], checked: Counter[str]) -> Iterator[Problem]:
    """That what people put in place of the version's statements holds in its text and belongs to the *fix* that names it."""
    replaced = statement.alias("replaced")
    query = (
        select(correction, judgement.c.id, judgement.c.decision, judgement.c.subject, judgement.c.replacement)
        .add_columns(statement.c.id.label("statement_id"), statement.c.version, replaced.c.id.label("replaced_id"))
        .join(replaced, replaced.c.key == correction.c.replaces)
        .outerjoin(statement, statement.c.key == correction.c.statement)
        .outerjoin(judgement, judgement.c.key == correction.c.judgement)
        .where(replaced.c.version == version.key)
    )
    for row in connection.execute(query).all():
        checked["corrections"] += 1
        where = f"correction {row.key}"
        yield from anchor(version.text, row.sentence_start, row.sentence_end, row.sentence, f"{where} sentence")
        if row.version != version.key:
            yield Problem("pointer", where, "its statement is not of the version it corrects")
        if (row.decision, row.subject, row.replacement) != ("fix", row.replaced_id, row.statement_id):
            yield Problem("judgement", where, f"is not what {row.id} puts in place")
        yield from _positions(connection, version, row)


def standing_problems(connection: Connection, checked: Counter[str]) -> Iterator[Problem]:
    """That of every statement that was judged, and of no other, what stands is what follows from the log."""
    judged = (
        select(statement.c.key, statement.c.id, standing)
        .outerjoin(standing, standing.c.statement == statement.c.key)
        .where(statement.c.id.in_(select(judgement.c.subject)))
    )
    for row in connection.execute(judged).all():
        checked["standing"] += 1
        found = stands(connection, row.id)
        if row.statement is None or (row.judgement, row.correction) != (found["judgement"], found["correction"]):
            yield Problem("pointer", row.id, "the decision shown is not the one that stands")
    stray = (
        select(statement.c.id)
        .join(standing, standing.c.statement == statement.c.key)
        .where(statement.c.id.not_in(select(judgement.c.subject)))
    )
    for statement_id in connection.execute(stray).scalars():
        yield Problem("pointer", statement_id, "a decision is shown, and nobody made one")


def _positions(connection: Connection, version: Row[Any], of: Row[Any]) -> Iterator[Problem]:
    source = [position_finding.c[each].label(f"from_{each}") for each in _COPIED]
    query = (
        select(corrected_position, position.c.statement, *source)
        .outerjoin(position, position.c.key == corrected_position.c.position)
        .outerjoin(position_finding, position_finding.c.key == corrected_position.c.carried)
        .where(corrected_position.c.correction == of.key)
        .order_by(corrected_position.c.number)
    )
    rows = connection.execute(query).all()
    if [row.number for row in rows] != list(range(of.positions)):
        yield Problem("count", f"correction {of.key}", f"has {len(rows)} positions, and {of.positions} were stored")
    for row in rows:
        where = f"correction {of.key} position {row.number}"
        yield from judged_problems(version.text, row, where)
        if row.statement != of.statement:
            yield Problem("pointer", where, "is not a position in the statement put in place")
        if row.carried is not None and any(getattr(row, each) != getattr(row, f"from_{each}") for each in _COPIED):
            yield Problem("pointer", where, "is not what the run found, though it is carried over")
