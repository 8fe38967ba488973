"""Writing an article: its identity, its versions, and what is known about it.

Metadata grows by rows. A new row holds what is given, and for every field that is not given what was known before,
so that knowing less never hides knowing more; a row that would equal the one before is not written.
"""

from dataclasses import asdict

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects import sqlite

from sayso.ledger import schema
from sayso.ledger.clock import now
from sayso.ledger.rows import metadata_of
from sayso.records.article import Article, Metadata
from sayso.records.ids import canonical_json
from sayso.records.reading import Reading

_IDENTITY = ("publisher", "url")
"""Fields that are part of an article's id, hence the same in every row, hence stored with the article."""


def store_article(connection: Connection, article: Article, reading: Reading, input_name: str | None) -> int:
    """The key of the version, with the article, its metadata and the version written as far as they are new.

    A version that is new becomes the article's newest, the one shown; one that was there before does not, so
    reading an archive again shows no article in an older state.
    """
    key = _article_key(connection, article, reading.article_id)
    described = store_metadata(connection, key, article.metadata, input_name)
    known = connection.scalar(select(schema.version.c.key).where(schema.version.c.id == reading.version_id))
    if known is not None:
        return known
    version = connection.execute(
        insert(schema.version)
        .values(
            id=reading.version_id,
            article=key,
            text_sha256=reading.text_sha256,
            raw_sha256=article.raw_sha256,
            added_at=now(),
            text=reading.text,
        )
        .returning(schema.version.c.key)
    ).scalar_one()
    pointer = sqlite.insert(schema.newest).values(article=key, version=version, metadata=described)
    connection.execute(pointer.on_conflict_do_update(index_elements=["article"], set_={"version": version}))
    return version


def store_metadata(connection: Connection, article: int, given: Metadata, input_name: str | None) -> int:
    """The key of the newest metadata row of the article with key ``article``, after ``given`` has been added to it."""
    found = connection.execute(
        select(schema.article_metadata)
        .join(schema.newest, schema.newest.c.metadata == schema.article_metadata.c.key)
        .where(schema.newest.c.article == article)
    ).one_or_none()
    if found:
        before = metadata_of(found, publisher=given.publisher, url=given.url)
        given = given.filled_from(before)
        if _columns(given) == _columns(before):
            return int(found.key)
    key = connection.execute(
        insert(schema.article_metadata)
        .values(article=article, input_name=input_name, added_at=now(), **_columns(given))
        .returning(schema.article_metadata.c.key)
    ).scalar_one()
    connection.execute(update(schema.newest).where(schema.newest.c.article == article).values(metadata=key))
    return key


def _article_key(connection: Connection, article: Article, article_id: str) -> int:
    known = connection.scalar(select(schema.article.c.key).where(schema.article.c.id == article_id))
    if known is not None:
        return known
    return connection.execute(
        insert(schema.article)
        .values(
            id=article_id,
            publisher=article.metadata.publisher,
            url=article.metadata.url,
            given_id=article.given_id,
            collection=article.collection,
            added_at=now(),
        )
        .returning(schema.article.c.key)
    ).scalar_one()


def _columns(metadata: Metadata) -> dict[str, object]:
    columns = {name: value for name, value in asdict(metadata).items() if name not in _IDENTITY}
    columns["authors"] = canonical_json(list(metadata.authors))
    return columns
