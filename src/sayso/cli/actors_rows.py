"""Rows of the listings of ``sayso actors``: flat, with every field, as other listings have them."""

from collections.abc import Sequence
from typing import Any

from sayso.ledger.registry import Registry
from sayso.records.registry import ActorJudgement, Conflict, RegistryActor, Sighting, Suggestion

SHORT_ID = 12
"""Characters of an id in a table: enough to name an actor by."""

LISTED = ("name", "kind", "readings", "also", "id")
COLUMNS = ("name", "kind", "readings", "names", "identifiers", "id")
FOUND = ("score", "name", "kind", "readings", "reason", "id")
OPEN = ("score", "decision", "one", "other", "reason")
SEEN = ("publisher", "published", "title", "name", "context", "roles", "company", "article")
SUGGESTED = ("score", "decision", "one", "other", "reason", "one_id", "other_id", "judgement")
DECIDED = ("decision", "one", "other", "name", "judge", "made_at", "score", "reason", "undoes", "judgement")


def in_table(row: dict[str, Any]) -> dict[str, Any]:
    """The row as a table shows it: other names in words, ids as far as they are needed."""
    also = dict.fromkeys([*row["names"], *row["aliases"]])
    return {**row, "also": ", ".join(each for each in also if each != row["name"]), "id": row["id"][:SHORT_ID]}


def actor_row(
    found: RegistryActor, seen: Sequence[Sighting] = (), decided: Sequence[ActorJudgement] = ()
) -> dict[str, Any]:
    row: dict[str, Any] = {
        "name": found.name,
        "kind": found.kind,
        "readings": found.readings,
        "names": list(found.names),
        "aliases": list(found.aliases),
        "identifiers": [f"{scheme}:{value}" for scheme, value in found.identifiers],
        "tenures": [
            {"held": each.held, "title": each.title, "from": each.first, "to": each.last, "qid": each.qid}
            for each in found.tenures
        ],
        "merged": list(found.merged),
        "id": found.id,
    }
    if seen:
        row["articles"] = [seen_row(each) for each in seen]
    if decided:
        row["judgements"] = [decided_row(each) for each in decided]
    return row


def seen_row(each: Sighting) -> dict[str, Any]:
    return {
        "publisher": each.publisher,
        "published": each.published,
        "title": each.title,
        "name": each.name,
        "context": each.context,
        "roles": list(each.roles),
        "company": list(each.company),
        "article": each.given_id or each.article_id,
    }


def suggestion_row(each: Suggestion) -> dict[str, Any]:
    return {
        "score": each.score,
        "decision": each.decision,
        "one": each.one.name,
        "other": each.other.name,
        "reason": each.reason,
        "one_id": each.one.id,
        "other_id": each.other.id,
        "judgement": each.judgement,
    }


def conflict_row(each: Conflict, registry: Registry) -> dict[str, Any]:
    """A conflict in the columns of suggestions; the reason says which decisions make it."""
    one, other = (registry.meant(actor)[0].name for actor in (each.one, each.other))
    chain = ", ".join(each.chain)
    return {
        "score": None,
        "decision": "conflict",
        "one": one,
        "other": other,
        "reason": f"kept apart by {each.apart}, joined by {chain}; {each.refused} is not followed",
        "one_id": each.one,
        "other_id": each.other,
        "judgement": each.refused,
    }


def decided_row(each: ActorJudgement) -> dict[str, Any]:
    return {
        "decision": each.decision,
        "one": each.one,
        "other": each.other,
        "name": each.name,
        "judge": each.judge,
        "by": "run" if each.by_run else "person",
        "made_at": each.made_at,
        "score": each.score,
        "reason": each.reason,
        "undoes": each.undoes,
        "judgement": each.id,
    }
