"""What was removed and must not come back: dated tombstones that hold a salted digest and nothing else.

One salt serves a whole ledger, so that a name is looked up by one digest however many were forgotten. A salt keeps digests of two
ledgers apart; it does not keep a name from somebody who holds the ledger and tries that very name.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Iterator
from typing import Literal

from sqlalchemy import Connection, insert, select

from sayso.ledger.batches import batches
from sayso.ledger.clock import now
from sayso.ledger.removal_tables import redaction, tombstone
from sayso.records.article import Article
from sayso.records.folding import words_of
from sayso.records.ids import of_article
from sayso.records.reading import Reading

Kind = Literal["article", "person"]

PEOPLE = ("person", "unnamed", "group", "office", "unknown")
"""Kinds that a name of one word may have to be forgotten: a country or a company of that name stays."""

LONGEST = 8
"""Words of the longest name that is looked for in a text; a longer one is found as the name of an actor alone."""


def bury(connection: Connection, kind: Kind, what: Iterable[str]) -> None:
    """Notes that the articles (ids) or people (names) are removed; again, nothing is added."""
    salt = connection.scalar(select(tombstone.c.salt).limit(1)) or secrets.token_hex(16)
    forms = {article_form(each) if kind == "article" else person_form(each) for each in what}
    for form in sorted(forms):
        digest = salted(salt, kind, form)
        if connection.scalar(select(tombstone.c.key).where(tombstone.c.digest == digest)) is None:
            connection.execute(insert(tombstone).values(kind=kind, salt=salt, digest=digest, made_at=now()))


def refusal(connection: Connection, article: Article, named: Iterable[str] = ()) -> str | None:
    """Why nothing of ``article`` may be stored, in words that lead to nobody; None if it may. ``named`` are names of actors in it."""
    salt = connection.scalar(select(tombstone.c.salt).limit(1))
    if salt is None:
        return None
    try:
        article_id, version_id, _ = of_article(article)
    except UnicodeEncodeError:
        return None
    day = found(connection, salt, "article", [article_id])
    if day is not None:
        return f"this article was retracted on {day[:10]}: it is not added again"
    redacted = connection.scalar(select(redaction.c.made_at).where(redaction.c.subject == version_id).limit(1))
    if redacted is not None:
        return f"somebody in this article was forgotten on {redacted[:10]}: what is left of it stays as it is"
    told = article.metadata
    names = [*phrases(article.text), *(each for text in (told.title, *told.authors) for each in phrases(text or ""))]
    day = found(connection, salt, "person", [*names, *named])
    if day is not None:
        return f"this article names somebody who was forgotten on {day[:10]}: black out the name in a copy to add that"
    return None


def people_of(reading: Reading) -> tuple[str, ...]:
    """Names in a reading that may be a person's."""
    return tuple(each.name for each in reading.actors if each.kind in PEOPLE)


def found(connection: Connection, salt: str, kind: Kind, what: Iterable[str]) -> str | None:
    """When the first of ``what`` was removed that was; None if none was."""
    form = article_form if kind == "article" else person_form
    digests = sorted({salted(salt, kind, form(each)) for each in what})
    for batch in batches(digests):
        day = connection.scalar(select(tombstone.c.made_at).where(tombstone.c.digest.in_(batch)).limit(1))
        if day is not None:
            return day
    return None


def phrases(text: str) -> Iterator[str]:
    """Every run of two to LONGEST words, each once; a word alone is too often another's name."""
    words = [_owned(each) for each in words_of(text)]
    seen: set[tuple[str, ...]] = set()
    for first in range(len(words)):
        for last in range(first + 2, min(first + LONGEST, len(words)) + 1):
            run = tuple(words[first:last])
            if run not in seen:
                seen.add(run)
                yield " ".join(run)


def person_form(name: str) -> str:
    """The form in which a name is remembered: folded words, a possessive ending aside."""
    return " ".join(_owned(each) for each in words_of(name))


def article_form(article_id: str) -> str:
    return article_id


def salted(salt: str, kind: Kind, form: str) -> str:
    """HMAC-SHA256 under the ledger's salt, in hexadecimal."""
    return hmac.new(salt.encode(), f"{kind}\0{form}".encode(), hashlib.sha256).hexdigest()


def _owned(word: str) -> str:
    return word[:-2] if word.endswith("'s") else word
