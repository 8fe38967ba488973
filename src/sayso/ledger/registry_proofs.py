"""What must hold of the registry, computed anew: names taken in, the log, what stands, who is one with whom. Repairs nothing."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, select

from sayso.ledger.position_tables import name
from sayso.ledger.registry_log import edge_of, shown_rows, standing_edges, stands
from sayso.ledger.registry_names import NAMES, mark
from sayso.ledger.registry_tables import (
    actor_judgement,
    actor_shown,
    actor_standing,
    alias,
    registry_actor,
    registry_key,
    registry_name,
)
from sayso.records.folding import folded
from sayso.records.problem import Problem
from sayso.registry.clusters import clusters
from sayso.registry.described import described
from sayso.registry.keys import keys_of


def registry_problems(connection: Connection, checked: Counter[str]) -> Iterator[Problem]:
    """Every problem of the registry, each once."""
    yield from _forms(connection, checked)
    yield from _links(connection, checked)
    yield from _log(connection, checked)
    yield from _standing(connection)
    yield from _shown(connection)


def _forms(connection: Connection, checked: Counter[str]) -> Iterator[Problem]:
    for row in connection.execute(select(registry_actor)):
        checked["registry actors"] += 1
        if row.folded != folded(row.name):
            yield Problem("text", row.id, f"{row.name!r} is not folded to {row.folded!r}")
    for row in connection.execute(select(alias)):
        if row.folded != folded(row.name):
            yield Problem("text", f"alias of actor {row.actor}", f"{row.name!r} is not folded to {row.folded!r}")


def _links(connection: Connection, checked: Counter[str]) -> Iterator[Problem]:
    """That all names up to the mark were taken in, that no description is of an actor, and that keys find every name."""
    upto = mark(connection, NAMES)
    query = (
        select(name, registry_name.c.name.label("taken"), registry_name.c.actor)
        .outerjoin(registry_name, registry_name.c.name == name.c.key)
        .where((name.c.key <= upto) | registry_name.c.name.is_not(None))
    )
    for row in connection.execute(query):
        checked["registry names"] += 1
        if row.taken is None:
            yield Problem("pointer", f"name {row.key}", "was passed over by the registry")
        elif row.actor is not None:
            if described(row.name, row.kind):
                yield Problem("pointer", f"name {row.key}", f"{row.name!r} is only described, and has a registry actor")
            forms = keys_of(row.name, row.kind)
            found = select(registry_key.c.form).where(registry_key.c.actor == row.actor, registry_key.c.form.in_(forms))
            if forms and len(connection.execute(found).all()) < len(forms):
                yield Problem("pointer", f"name {row.key}", f"{row.name!r} is not found by its keys")


def _log(connection: Connection, checked: Counter[str]) -> Iterator[Problem]:
    undone = actor_judgement.alias("undone")
    query = (
        select(actor_judgement, undone.c.one.label("undone_one"), undone.c.other.label("undone_other"))
        .outerjoin(undone, undone.c.key == actor_judgement.c.undoes)
        .order_by(actor_judgement.c.key)
    )
    said: set[tuple[int, int]] = set()
    for row in connection.execute(query):
        checked["actor judgements"] += 1
        pair = (row.one, row.other)
        if row.decision == "undo" and (row.undone_one, row.undone_other) != pair:
            yield Problem("judgement", row.id, "takes back a decision that is not about the same actors")
        if row.by_run and pair in said:
            yield Problem("judgement", row.id, "is a run's, after a person decided about the two")
        if not row.by_run and row.other is not None:
            said.add(pair)


def _standing(connection: Connection) -> Iterator[Problem]:
    pairs = {
        (row.one, row.other)
        for row in connection.execute(
            select(actor_judgement.c.one, actor_judgement.c.other)
            .where(actor_judgement.c.other.is_not(None))
            .distinct()
        )
    }
    for row in connection.execute(select(actor_standing)).all():
        pair = (row.one, row.other)
        pairs.discard(pair)
        if stands(connection, pair) != {"judgement": row.judgement, "decision": row.decision}:
            yield Problem(
                "judgement",
                f"actors {row.one} and {row.other}",
                "what stands between them is not what was decided last",
            )
    for one, other in sorted(pairs):
        yield Problem(
            "judgement", f"actors {one} and {other}", "were decided about, and nothing is noted to stand between them"
        )


def _shown(connection: Connection) -> Iterator[Problem]:
    """That the sets are those that the edges make."""
    sets = clusters(edge_of(row) for row in connection.execute(standing_edges()))
    renamed = select(actor_judgement.c.one).where(actor_judgement.c.decision == "rename").distinct()
    members = sorted({*sets.root, *connection.execute(renamed).scalars()})
    wanted = {row["actor"]: (row["root"], row["name"], row["folded"]) for row in shown_rows(connection, members, sets)}
    held = {row.actor: (row.root, row.name, row.folded) for row in connection.execute(select(actor_shown))}
    for actor in sorted(wanted.keys() | held.keys()):
        if wanted.get(actor) != held.get(actor):
            yield Problem(
                "pointer", f"registry actor {actor}", "is not shown with those it is one with, or not under their name"
            )
