"""The one definition of identity: what each id is made of.

An id is a prefix with the scheme's version (``st1_``) and the first 128 bits of the SHA-256 of a canonical
JSON array, in hexadecimal. Nothing is normalised before hashing: two strings that differ in one code point
are two strings. Never part of an id: a file's path, the time of fetching, a run (except in a run's own id
and a reading's).
"""

import hashlib
import json
import secrets
from collections.abc import Iterable
from typing import Any

from sayso.records.article import Article
from sayso.records.span import Span

ARTICLE = "ar1_"
VERSION = "ve1_"
RUN = "ru1_"
READING = "re1_"
STATEMENT = "st1_"
POSITION = "po1_"
VOICE = "vo1_"
FINDING = "fi1_"
JUDGEMENT = "ju1_"
ACTOR = "ra1_"


def canonical_json(value: Any) -> str:
    """Sorted keys, no blanks, no escapes beyond JSON's own, no NaN: one spelling for one value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def text_sha256(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, in hexadecimal; UnicodeEncodeError on a lone surrogate."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def article_id(
    *, publisher: str | None, url: str | None, given_id: str | None, collection: str | None, text_digest: str
) -> str:
    """Publisher and url; without a url the given id, scoped by publisher or else by collection; else publisher and text.

    So agency copy in nine papers is nine articles, a page fetched twice is one, and two files numbered
    from 1 do not collide.
    """
    if url is not None:
        return _digest(ARTICLE, ["url", publisher, url])
    if given_id is not None and publisher is not None:
        return _digest(ARTICLE, ["publisher", publisher, given_id])
    if given_id is not None:
        return _digest(ARTICLE, ["collection", collection, given_id])
    return _digest(ARTICLE, ["text", publisher, text_digest])


def of_article(article: Article) -> tuple[str, str, str]:
    """(article id, version id, SHA-256 of the text); UnicodeEncodeError on a lone surrogate."""
    digest = text_sha256(article.text)
    known = article_id(
        publisher=article.metadata.publisher,
        url=article.metadata.url,
        given_id=article.given_id,
        collection=article.collection,
        text_digest=digest,
    )
    return known, version_id(known, digest), digest


def version_id(article: str, text_digest: str) -> str:
    """Article and the digest of its text: a corrected page is a new version of the same article."""
    return _digest(VERSION, [article, text_digest])


def run_id(*, model: str, settings: str, code: str) -> str:
    """Model manifest, decoding settings, extraction code; looked up before any inference."""
    return _digest(RUN, [model, settings, code])


def reading_id(version: str, run: str) -> str:
    """Version and run: the unit of *done*."""
    return _digest(READING, [version, run])


def statement_id(version: str, *, source: Iterable[Span], cue: Iterable[Span], content: Iterable[Span]) -> str:
    """Version and the spans of the three parts; no run, so a judgement survives a new model."""
    return _digest(STATEMENT, [version, offsets(source), offsets(cue), offsets(content)])


def position_id(statement: str, *, mention: Span, role: str, issue: Span | None) -> str:
    """Statement, object mention, role and issue span: the same for every run, like a statement."""
    return _digest(POSITION, [statement, offsets([mention]), role, offsets([issue] if issue else [])])


def voice_id(version: str, span: Span) -> str:
    """Version and span of an assertion nobody is quoted for."""
    return _digest(VOICE, [version, offsets([span])])


def finding_id(reading: str, subject: str) -> str:
    """Reading and the statement, position or voice found in it."""
    return _digest(FINDING, [reading, subject])


def judgement_id() -> str:
    """A judgement's own: 128 random bits, since two equal decisions are two decisions."""
    return JUDGEMENT + secrets.token_hex(16)


def registry_actor_id() -> str:
    """A registry actor's own: 128 random bits, so that renaming changes nothing."""
    return ACTOR + secrets.token_hex(16)


def occasion_local_id(number: int) -> str:
    """An occasion inside one reading, counted from 1: local, never compared across readings."""
    return f"oc_{number}"


def actor_local_id(number: int) -> str:
    """An actor inside one reading, counted from 1: local, never compared across readings."""
    return f"ac_{number}"


def offsets(spans: Iterable[Span]) -> list[list[int]]:
    """``[[start, end], …]`` in the given order."""
    return [[span.start, span.end] for span in spans]


def _digest(prefix: str, parts: list[Any]) -> str:
    packed = canonical_json([prefix, *parts]).encode("utf-8")
    return prefix + hashlib.sha256(packed).hexdigest()[:32]
