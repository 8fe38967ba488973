"""The log of what was decided about registry actors, and the sets that follow from it. The log only grows.

After every decision the sets of those concerned are computed anew from what stands, so that taking one back restores what was there.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, or_, select, tuple_
from sqlalchemy.dialects import sqlite

from sayso.errors import UsageError
from sayso.ledger.batches import batches, insert_all
from sayso.ledger.registry_tables import actor_judgement, actor_shown, actor_standing, registry_actor
from sayso.records.folding import folded
from sayso.records.ids import JUDGEMENT
from sayso.records.registry import ACTOR_DECISIONS, PAIRED, ActorJudgement
from sayso.registry.clusters import Clusters, Edge, clusters
from sayso.registry.standing import name_of, of_pair, untouched
from sayso.registry.words import words_in

Pair = tuple[int, int]


def append(connection: Connection, made: ActorJudgement) -> None:
    """Writes the decision and computes anew what follows from it. UsageError for one that means nothing; nothing is written then."""
    _check(made)
    row = _row(connection, made)
    connection.execute(insert(actor_judgement).values(**row))
    touched = [row["one"], row["other"]] if row["other"] is not None else [row["one"]]
    if row["other"] is not None:
        restand(connection, (row["one"], row["other"]))
    refresh(connection, touched)


def log_of(connection: Connection, keys: Sequence[int]) -> list[ActorJudgement]:
    """Everything ever decided about any of these actors, in the order written."""
    rows: dict[int, ActorJudgement] = {}
    for batch in batches(keys):
        concerned = or_(actor_judgement.c.one.in_(batch), actor_judgement.c.other.in_(batch))
        rows.update((row.key, _judgement(row)) for row in connection.execute(_selected().where(concerned)))
    return [rows[key] for key in sorted(rows)]


def by_id(connection: Connection, judgement_id: str) -> ActorJudgement | None:
    row = connection.execute(_selected().where(actor_judgement.c.id == judgement_id)).one_or_none()
    return None if row is None else _judgement(row)


def log_of_pairs(connection: Connection, pairs: Sequence[Pair]) -> dict[Pair, list[ActorJudgement]]:
    """By pair (lower key first), everything ever decided about the two, in the order written; a pair without is left out."""
    found: dict[Pair, list[ActorJudgement]] = {}
    of = tuple_(actor_judgement.c.one, actor_judgement.c.other)
    for batch in batches(pairs):
        for row in connection.execute(_selected().where(of.in_(batch)).order_by(actor_judgement.c.key)):
            found.setdefault((row.one, row.other), []).append(_judgement(row))
    return found


def restand(connection: Connection, pair: Pair) -> None:
    """Points to what stands between the two."""
    values = stands(connection, pair)
    pointer = sqlite.insert(actor_standing).values(one=pair[0], other=pair[1], **values)
    connection.execute(pointer.on_conflict_do_update(index_elements=["one", "other"], set_=values))


def stands(connection: Connection, pair: Pair) -> dict[str, Any]:
    """What ``actor_standing`` must say of the two."""
    last = of_pair(log_of_pairs(connection, [pair]).get(pair, []))
    if last is None:
        return {"judgement": None, "decision": None}
    key = connection.scalar(select(actor_judgement.c.key).where(actor_judgement.c.id == last.id))
    return {"judgement": key, "decision": last.decision}


def refresh(connection: Connection, touched: Iterable[int]) -> None:
    """Computes anew in which sets those are that ``touched`` are connected with, and how these are shown."""
    members, edges = component(connection, touched)
    for batch in batches(sorted(members)):
        connection.execute(delete(actor_shown).where(actor_shown.c.actor.in_(batch)))
    insert_all(connection, actor_shown, shown_rows(connection, sorted(members), clusters(edges)))


def component(connection: Connection, touched: Iterable[int]) -> tuple[set[int], list[Edge]]:
    """All actors that a chain of *same* leads to, and every edge between any of them; refused ones too."""
    members, left = set(touched), list(touched)
    rows: dict[int, Row[Any]] = {}
    while left:
        found = _standing(connection, left)
        rows.update((row.judgement, row) for row in found)
        new = {each for row in found if row.decision == "same" for each in (row.one, row.other)} - members
        members |= new
        left = sorted(new)
    inside = (row for row in rows.values() if row.one in members and row.other in members)
    return members, [edge_of(row) for row in inside]


def edge_of(row: Row[Any]) -> Edge:
    """From a row of ``standing_edges``."""
    return Edge(row.one, row.other, row.decision == "same", bool(row.by_run), row.judgement)


def standing_edges() -> Any:
    """Every standing *same* and *not the same*."""
    return (
        select(actor_standing, actor_judgement.c.by_run)
        .join(actor_judgement, actor_judgement.c.key == actor_standing.c.judgement)
        .where(actor_standing.c.decision.in_(("same", "not_same")))
    )


def shown_rows(connection: Connection, members: Sequence[int], sets: Clusters) -> list[dict[str, Any]]:
    """The rows of ``actor_shown`` for ``members``: of those that are one with another or were renamed."""
    renamed = _renames(connection, members)
    known = _names(connection, members)
    held: dict[int, list[int]] = {}
    for member in members:
        held.setdefault(sets.root.get(member, member), []).append(member)
    rows = []
    for root, one in held.items():
        given = [each for member in one for each in renamed.get(member, [])]
        name = name_of(each for _, each in sorted(given, key=lambda each: each[0]))
        if name is None and len(one) == 1:
            continue
        shown = name or min((known[each] for each in one), key=_fullest)[1]
        rows += [{"actor": each, "root": root, "name": shown, "folded": folded(shown)} for each in one]
    return rows


def _fullest(known: tuple[int, str]) -> tuple[int, int]:
    key, name = known
    return -len(words_in(name).words), key


def _standing(connection: Connection, keys: Sequence[int]) -> list[Row[Any]]:
    return [
        row
        for batch in batches(keys)
        for column in (actor_standing.c.one, actor_standing.c.other)
        for row in connection.execute(standing_edges().where(column.in_(batch)))
    ]


def _renames(connection: Connection, members: Sequence[int]) -> dict[int, list[tuple[int, ActorJudgement]]]:
    """By actor, the renames and their undos, with their place in the log."""
    found: dict[int, list[tuple[int, ActorJudgement]]] = {}
    for batch in batches(members):
        for row in connection.execute(
            _selected().where(actor_judgement.c.other.is_(None), actor_judgement.c.one.in_(batch))
        ):
            found.setdefault(row.one, []).append((row.key, _judgement(row)))
    return found


def _names(connection: Connection, members: Sequence[int]) -> dict[int, tuple[int, str]]:
    found: dict[int, tuple[int, str]] = {}
    for batch in batches(members):
        query = select(registry_actor.c.key, registry_actor.c.name).where(registry_actor.c.key.in_(batch))
        found.update((row.key, (row.key, row.name)) for row in connection.execute(query))
    return found


def _selected() -> Any:
    one, other, undone = (
        registry_actor.alias("one_actor"),
        registry_actor.alias("other_actor"),
        actor_judgement.alias("undone"),
    )
    return (
        select(actor_judgement, one.c.id.label("one_id"), other.c.id.label("other_id"), undone.c.id.label("undoes_id"))
        .join(one, one.c.key == actor_judgement.c.one)
        .outerjoin(other, other.c.key == actor_judgement.c.other)
        .outerjoin(undone, undone.c.key == actor_judgement.c.undoes)
    )


def _judgement(row: Row[Any]) -> ActorJudgement:
    return ActorJudgement(
        id=row.id,
        decision=row.decision,
        one=row.one_id,
        other=row.other_id,
        judge=row.judge,
        made_at=row.made_at,
        by_run=bool(row.by_run),
        score=row.score,
        reason=row.reason,
        name=row.name,
        undoes=row.undoes_id,
    )


def _check(made: ActorJudgement) -> None:
    if made.decision not in ACTOR_DECISIONS:
        raise UsageError(f"{made.decision!r} is no decision: use one of {', '.join(ACTOR_DECISIONS)}")
    if not made.id.startswith(JUDGEMENT):
        raise UsageError(f"{made.id!r} is no id of a judgement: it begins with {JUDGEMENT}")
    if not made.judge.strip():
        raise UsageError(f"judgement {made.id} is not signed: say who decides")
    if made.decision in PAIRED and (made.other is None or made.one == made.other):
        raise UsageError(f"{made.decision} is said of two actors, and {made.one} is one")
    if made.by_run and made.decision not in ("same", "suggested"):
        raise UsageError("a run suggests and joins; it takes nothing back and keeps nothing apart")
    if (made.decision == "undo") != (made.undoes is not None):
        raise UsageError(f"judgement {made.id}: an undo, and nothing else, names the decision it takes back")
    if (made.decision == "rename") != bool((made.name or "").strip()):
        raise UsageError(f"judgement {made.id}: a rename, and nothing else, gives a name")


def _row(connection: Connection, made: ActorJudgement) -> dict[str, Any]:
    ids = [each for each in (made.one, made.other) if each is not None]
    found = {
        row.id: row.key
        for row in connection.execute(
            select(registry_actor.c.id, registry_actor.c.key).where(registry_actor.c.id.in_(ids))
        )
    }
    missing = next((each for each in ids if each not in found), None)
    if missing is not None:
        raise UsageError(f"no actor {missing} is in this ledger: `sayso actors list` lists those that are")
    if connection.scalar(select(actor_judgement.c.key).where(actor_judgement.c.id == made.id)) is not None:
        raise UsageError(f"{made.id} is a judgement already: judgements are never changed, add a new one")
    keys = sorted(found[each] for each in ids)
    one, other = keys[0], keys[1] if len(keys) > 1 else None
    return {
        "id": made.id,
        "decision": made.decision,
        "one": one,
        "other": other,
        "judge": made.judge,
        "made_at": made.made_at,
        "by_run": int(made.by_run),
        "score": made.score,
        "reason": made.reason,
        "name": made.name,
        "undoes": None if made.undoes is None else _undone(connection, made.undoes, (one, other)),
    }


def _undone(connection: Connection, undoes: str, pair: tuple[int, int | None]) -> int:
    row = connection.execute(select(actor_judgement).where(actor_judgement.c.id == undoes)).one_or_none()
    if row is None or (row.one, row.other) != pair:
        raise UsageError(f"{undoes} is no decision about these actors: nothing to undo")
    return int(row.key)


def last_of(log: Iterable[ActorJudgement]) -> ActorJudgement | None:
    """The last decision of ``log`` that stands, whoever made it."""
    return next(untouched(log), None)
