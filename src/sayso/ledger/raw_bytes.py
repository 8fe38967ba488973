"""Keeping the bytes that an article was made of, giving them back, proving them, and letting them go.

The digest stands with the version (``raw_sha256``) whether the bytes are kept or not. Bytes of a bundle are those of every article in
it, so they go with the first of them that is removed.
"""

import hashlib
import html
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, exists, insert, select

from sayso.ledger.blacking import Names
from sayso.ledger.clock import now
from sayso.ledger.raw_tables import raw
from sayso.ledger.removing import delete_where
from sayso.ledger.schema import version
from sayso.records.problem import Problem

LEVEL = 6
"""Of zlib: an HTML page becomes a fifth of what it was."""


def keep(connection: Connection, version_id: str, data: bytes) -> None:
    """Stores the bytes, if the version was made of exactly these and they are not stored yet."""
    digest = hashlib.sha256(data).hexdigest()
    if digest != connection.scalar(select(version.c.raw_sha256).where(version.c.id == version_id)):
        return
    if connection.scalar(select(raw.c.key).where(raw.c.sha256 == digest)) is None:
        connection.execute(insert(raw).values(sha256=digest, packed=zlib.compress(data, LEVEL), added_at=now()))


def kept(connection: Connection, version_id: str) -> bytes | None:
    """The bytes that the version was made of; None if they were not kept."""
    packed = connection.scalar(
        select(raw.c.packed).join(version, version.c.raw_sha256 == raw.c.sha256).where(version.c.id == version_id)
    )
    return None if packed is None else zlib.decompress(packed)


def drop(connection: Connection, digests: Iterable[str | None]) -> None:
    """Takes the bytes with these digests out of the ledger, whoever else is made of them."""
    delete_where(connection, raw, "sha256", [each for each in digests if each is not None])


def drop_naming(connection: Connection, names: Names) -> None:
    """Takes out the bytes in which one of the names can be read: a page has more in it than the text that was taken from it."""
    for key in connection.execute(select(raw.c.key)).scalars().all():
        packed = connection.scalar(select(raw.c.packed).where(raw.c.key == key))
        if packed is not None and names.stand_in(html.unescape(zlib.decompress(packed).decode("utf-8", "replace"))):
            delete_where(connection, raw, "key", [key])


def raw_problems(connection: Connection, checked: Counter[str]) -> Iterator[Problem]:
    """Bytes that have not the digest they are kept under, or that no version was made of."""
    for key in connection.execute(select(raw.c.key)).scalars().all():
        row = connection.execute(select(raw).where(raw.c.key == key)).one()
        checked["raw bytes"] += 1
        try:
            digest = hashlib.sha256(zlib.decompress(row.packed)).hexdigest()
        except zlib.error:
            yield Problem("text", f"raw {row.sha256}", "cannot be unpacked")
            continue
        if digest != row.sha256:
            yield Problem("text", f"raw {row.sha256}", f"the bytes have the digest {digest}")
        if not connection.scalar(select(exists().where(version.c.raw_sha256 == row.sha256))):
            yield Problem("pointer", f"raw {row.sha256}", "no version was made of these bytes")
