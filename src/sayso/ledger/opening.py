"""Bringing the file behind an engine to this version's schema: made, left alone, migrated or refused.

What is to be done is decided again under the write lock, so that of two processes that open a ledger at once one
does the work and the other finds it done.
"""

import logging
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine

from sayso.errors import LedgerError, LedgerTooNew
from sayso.ledger import schema
from sayso.ledger.connection import driver, explained, transaction

log = logging.getLogger(__name__)

AGAIN = 0.02
"""Seconds between two tries for a file that another process holds; making a ledger takes about as long."""


def prepare(engine: Engine, *, create: bool) -> None:
    """Leaves the ledger at schema.HEAD, in WAL mode.

    A ledger that is only to be read (not ``create``) keeps the journal mode it has, which its place may not let change.
    Raises LedgerTooNew for a ledger of a newer Sayso and LedgerError for a database that is no ledger, or, unless
    ``create``, for an empty one.
    """
    with transaction(engine) as connection:
        revision = revision_of(connection)
    if create:
        _use_wal(engine)
    if revision == schema.HEAD:
        return
    if revision is None:
        if not create:
            raise LedgerError(f"there is no ledger in {engine.url.database}, which is empty: `sayso add` makes one")
        with transaction(engine, write=True) as connection:
            if revision_of(connection) is None:
                schema.create(connection)
    while not _migrate_once(engine):
        pass


def revision_of(connection: Connection) -> str | None:
    """The ledger's revision, one of schema.REVISIONS; None if the database is empty."""
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
    place = connection.engine.url.database
    if not tables:
        return None
    if not {"alembic_version", "article", "reading"} <= tables:
        raise LedgerError(f"{place} is a SQLite database but not a ledger: name another file")
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    if len(found) != 1:
        raise LedgerError(f"{place} does not say which revision it has ({found}): restore a copy")
    if found[0] not in schema.REVISIONS:
        raise LedgerTooNew(
            f"{place} has revision {found[0]}, and this Sayso knows {schema.HEAD} and older: install a newer Sayso"
        )
    return str(found[0])


def _migrate_once(engine: Engine) -> bool:
    """One migration in one transaction; whether nothing is left to do."""
    with transaction(engine) as connection:
        if revision_of(connection) == schema.HEAD:
            return True
    from sayso.ledger.migrations.apply import next_revision  # Alembic takes 0.3 s to import, and is rarely needed

    with transaction(engine, write=True) as connection:
        revision = revision_of(connection)
        if revision == schema.HEAD:
            return True
        log.info("migrating %s from revision %s", engine.url.database, revision)
        next_revision(connection)
        return False


def _use_wal(engine: Engine) -> None:
    """Readers then see the last commit while a writer writes. The file keeps the mode.

    The change needs the file alone, and SQLite does not wait for it: while another process makes the same ledger it
    fails at once, whatever the timeout. So it is tried again until the timeout is over.
    """
    with explained(engine), engine.connect() as connection:
        raw = connection.connection.cursor()
        try:
            deadline = monotonic() + raw.execute("PRAGMA busy_timeout").fetchone()[0] / 1000
            mode = _wal_mode(raw)
            while mode is None and monotonic() < deadline:
                sleep(AGAIN)
                mode = _wal_mode(raw)
            if mode is None:
                mode = raw.execute("PRAGMA journal_mode=WAL").fetchone()[0]
        finally:
            raw.close()
    if mode != "wal":
        log.warning("%s stays in journal mode %s: reading waits while another writes", engine.url.database, mode)


def _wal_mode(raw: Any) -> str | None:
    """The journal mode after asking for WAL; None while another process holds the file."""
    try:
        return str(raw.execute("PRAGMA journal_mode=WAL").fetchone()[0])
    except driver.OperationalError as error:
        if "locked" not in str(error):
            raise
        return None
