"""Comparing actors: what a run joins and suggests, what is left open, and what contradicts what.

A run writes edges of its own and nothing else. It says nothing of two whom a person ever decided about.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from sayso.ledger.batches import batches
from sayso.ledger.clock import now
from sayso.ledger.connection import transaction
from sayso.ledger.position_tables import name
from sayso.ledger.registry_evidence import profile
from sayso.ledger.registry_log import Pair, append, edge_of, log_of_pairs, standing_edges
from sayso.ledger.registry_names import COMPARED, catch_up, mark, set_mark
from sayso.ledger.registry_rows import candidates, members_of, root_of, rows
from sayso.ledger.registry_tables import actor_judgement, actor_standing, alias, registry_actor, registry_name
from sayso.records.actor import ActorKind
from sayso.records.ids import judgement_id
from sayso.records.registry import ActorJudgement, Conflict, Suggestion
from sayso.registry.clusters import clusters
from sayso.registry.decide import RULES, Decision, best_match, decide
from sayso.registry.profiles import Profile
from sayso.registry.standing import open_to_runs

AT_ONCE = 100
"""Actors compared in one transaction."""
PROFILES = 5_000
"""Profiles kept in memory while comparing."""


@dataclass(frozen=True, slots=True)
class Compared:
    """How many actors were compared with their candidates, and how many edges the run wrote."""

    actors: int
    same: int
    suggested: int


def compare(engine: Engine, *, again: bool = False) -> Compared:
    """Compares the actors that are new since the last time, or ``again`` all of them; what was written stands if this is cut off."""
    with transaction(engine, write=True) as connection:
        catch_up(connection)
        upto = connection.scalar(select(func.max(registry_actor.c.key))) or 0
        after = 0 if again else mark(connection, COMPARED)
        todo = _to_compare(connection, after, upto)
    if upto == after:
        return Compared(0, 0, 0)
    counts = {"same": 0, "suggestion": 0}
    known: dict[int, Profile] = {}
    for batch in _chunks(todo):
        with transaction(engine, write=True) as connection:
            for key in batch:
                for outcome in _compare_one(connection, key, after, known):
                    counts[outcome] += 1
    with transaction(engine, write=True) as connection:
        set_mark(connection, COMPARED, upto)
    return Compared(len(todo), counts["same"], counts["suggestion"])


def suggestions(connection: Connection, limit: int | None = None) -> list[Suggestion]:
    """Pairs that are suggested or that a person is unsure of, the likeliest first; not those that are one by now or kept apart."""
    query = (
        select(actor_standing.c.one, actor_standing.c.other, actor_judgement)
        .join(actor_judgement, actor_judgement.c.key == actor_standing.c.judgement)
        .where(actor_standing.c.decision.in_(("suggested", "unsure")))
        .order_by(func.coalesce(actor_judgement.c.score, 0).desc(), actor_judgement.c.key)
    )
    found: list[Suggestion] = []
    for row in connection.execute(query):
        one, other = root_of(connection, row.one), root_of(connection, row.other)
        if one == other or apart(connection, one, other):
            continue
        first, second = rows(connection, [one, other])
        found.append(Suggestion(row.id, row.decision, first, second, row.score, row.reason))
        if limit is not None and len(found) >= limit:
            break
    return found


def conflicts(connection: Connection) -> list[Conflict]:
    """Every chain of *same* that joins two who are kept apart."""
    sets = clusters(edge_of(row) for row in connection.execute(standing_edges()))
    return [
        Conflict(
            one=_id(connection, each.apart.one),
            other=_id(connection, each.apart.other),
            apart=_judgement_id(connection, each.apart.at),
            chain=tuple(_judgement_id(connection, edge.at) for edge in each.chain),
            refused=_judgement_id(connection, each.refused.at),
        )
        for each in sets.contradictions
    ]


def _to_compare(connection: Connection, after: int, upto: int) -> list[int]:
    """New actors that articles name; all of them where an import brought new ones, which are looked for from here."""
    imported = select(registry_actor.c.key).where(
        registry_actor.c.key > after, registry_actor.c.key <= upto, registry_actor.c["import"].is_not(None)
    )
    query = select(registry_name.c.actor).where(registry_name.c.actor.is_not(None)).distinct()
    if connection.scalar(imported.limit(1)) is None:
        query = query.where(registry_name.c.actor > after, registry_name.c.actor <= upto)
    return list(connection.execute(query.order_by(registry_name.c.actor)).scalars())


def _compare_one(connection: Connection, key: int, after: int, known: dict[int, Profile]) -> Iterator[str]:
    """The outcomes written for the actor and its candidates; pairs of which neither is new were compared before."""
    others = [each for each in _candidates(connection, key) if each != key and max(each, key) > after]
    pairs: list[Pair] = [(min(each, key), max(each, key)) for each in dict.fromkeys(others)]
    logs = log_of_pairs(connection, pairs)
    for pair in pairs:
        log = logs.get(pair, [])
        if not open_to_runs(log) or any(each.judge == RULES for each in log):
            continue
        decision = _decision(connection, pair, known)
        if decision.outcome != "different":
            append(connection, _edge(connection, pair, decision))
            yield decision.outcome


def _candidates(connection: Connection, key: int) -> Iterable[int]:
    found: dict[int, None] = {}
    for called, kind in _named(connection, key):
        found.update(dict.fromkeys(candidates(connection, called, kind)))
    return found


def _named(connection: Connection, key: int) -> list[tuple[str, ActorKind]]:
    query = (
        select(name.c.name, name.c.kind)
        .join(registry_name, registry_name.c.name == name.c.key)
        .where(registry_name.c.actor == key)
        .order_by(name.c.key)
    )
    return [(row.name, row.kind) for row in connection.execute(query)]


def _decision(connection: Connection, pair: Pair, known: dict[int, Profile]) -> Decision:
    """By the names first: what articles show is looked up only where these allow that the two are one."""
    lean = [_lean(connection, key) for key in pair]
    by_name = best_match(*lean)
    if by_name.base == 0.0:
        return Decision("different", 0.0, by_name.reason)
    for key in pair:
        if key not in known:
            if len(known) >= PROFILES:
                known.clear()
            known[key] = profile(connection, key)
    return decide(known[pair[0]], known[pair[1]])


def _lean(connection: Connection, key: int) -> Profile:
    named = _named(connection, key)
    if named:
        kinds = (kind for _, kind in named if kind != "unknown")
        return Profile(tuple(each for each, _ in named), next(kinds, "unknown"))
    own = connection.execute(
        select(registry_actor.c.name, registry_actor.c.kind).where(registry_actor.c.key == key)
    ).one()
    more = connection.execute(select(alias.c.name).where(alias.c.actor == key)).scalars()
    return Profile((own.name, *more), own.kind)


def _edge(connection: Connection, pair: Pair, decision: Decision) -> ActorJudgement:
    return ActorJudgement(
        id=judgement_id(),
        decision="same" if decision.outcome == "same" else "suggested",
        one=_id(connection, pair[0]),
        other=_id(connection, pair[1]),
        judge=RULES,
        made_at=now(),
        by_run=True,
        score=decision.score,
        reason=decision.reason,
    )


def apart(connection: Connection, one: int, other: int) -> bool:
    """Whether a decision keeps two of the two sets apart."""
    sets = members_of(connection, [one, other])
    second = set(sets[other])
    for batch in batches(sets[one]):
        query = select(actor_standing.c.one, actor_standing.c.other).where(
            actor_standing.c.decision == "not_same",
            actor_standing.c.one.in_(batch) | actor_standing.c.other.in_(batch),
        )
        if any(row.one in second or row.other in second for row in connection.execute(query)):
            return True
    return False


def _id(connection: Connection, key: int) -> str:
    return str(connection.scalar(select(registry_actor.c.id).where(registry_actor.c.key == key)))


def _judgement_id(connection: Connection, key: int) -> str:
    return str(connection.scalar(select(actor_judgement.c.id).where(actor_judgement.c.key == key)))


def _chunks(todo: Sequence[int]) -> Iterator[Sequence[Any]]:
    for first in range(0, len(todo), AT_ONCE):
        yield todo[first : first + AT_ONCE]
