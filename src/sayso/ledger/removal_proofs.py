"""What must hold of removals: what is left is what was noted, and nothing that was removed is there again."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from sayso.ledger.position_tables import name
from sayso.ledger.registry_tables import alias, registry_actor
from sayso.ledger.removal_tables import redaction, tombstone
from sayso.ledger.schema import article
from sayso.ledger.tombstones import article_form, person_form, salted
from sayso.records.ids import canonical_json, text_sha256
from sayso.records.problem import Problem


def redactions(connection: Connection) -> dict[str, str]:
    """By id of a version or an article, the digest that its last redaction left."""
    query = select(redaction.c.subject, redaction.c.sha256).order_by(redaction.c.key)
    return {row.subject: row.sha256 for row in connection.execute(query)}


def identity_digest(held: Any) -> str:
    """The digest of what an article is identified by, as it stands in its row."""
    return text_sha256(canonical_json([held[each] for each in ("publisher", "url", "given_id", "collection")]))


def tombstone_problems(connection: Connection, checked: Counter[str]) -> Iterator[Problem]:
    """That no article that was retracted and nobody who was forgotten is in the ledger."""
    stones = {row.digest: row for row in connection.execute(select(tombstone))}
    checked["tombstones"] += len(stones)
    if not stones:
        return
    salts = sorted({row.salt for row in stones.values()})
    for salt in salts:
        for row in connection.execute(select(article.c.id)):
            if salted(salt, "article", article_form(row.id)) in stones:
                yield Problem("text", row.id, "was retracted, and is in the ledger")
        for table, column in ((name, name.c.key), (registry_actor, registry_actor.c.key), (alias, alias.c.actor)):
            for key, called in connection.execute(select(column, table.c.name)):
                if salted(salt, "person", person_form(called)) in stones:
                    yield Problem("text", f"{table.name} {key}", "is of somebody who was forgotten")
