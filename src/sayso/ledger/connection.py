"""Connections to the file a ledger lives in, and what SQLite's errors mean to a user.

Every transaction is begun explicitly. A write begins with ``BEGIN IMMEDIATE``: a transaction that reads first and
asks for the write lock later fails at once when another process writes, whatever the timeout. It also makes DDL
roll back, which Python's own transaction handling does not.
"""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from sayso.errors import LedgerBusy, LedgerError

log = logging.getLogger(__name__)

try:
    from pysqlite3 import dbapi2 as bundled
except ImportError:
    bundled = None

driver: ModuleType = bundled or sqlite3
"""The DB-API module in use: ``pysqlite3`` brings a SQLite of its own, newer than the one most Pythons link."""

BUSY_TIMEOUT = 30.0
"""Seconds to wait for the write lock. Committing one article takes milliseconds, so 30 s means a stuck process."""

OLDEST_SQLITE = (3, 37, 0)
"""The first with STRICT tables, which keep a number out of a text column."""

WAL_RESET_BUG = ((3, 7, 0), (3, 51, 2))
"""First and last version in which a commit during a checkpoint by another connection can corrupt the file."""

Version = tuple[int, int, int]


def sqlite_version() -> Version:
    """The version of SQLite in use."""
    major, minor, patch = driver.sqlite_version_info
    return major, minor, patch


def has_wal_reset_bug(version: Version) -> bool:
    """Whether ``version`` can corrupt a ledger that several processes write to at once."""
    first, last = WAL_RESET_BUG
    return first <= version <= last


def sqlite_warning() -> str | None:
    """What to tell the user about the SQLite in use, or None if nothing is wrong with it."""
    version = sqlite_version()
    if not has_wal_reset_bug(version):
        return None
    return (
        f"SQLite {'.'.join(map(str, version))} has the WAL-reset bug: two processes that write to one ledger at the same"
        " moment can corrupt it. Install pysqlite3 0.6.1 or later, or let only one process use the ledger."
    )


def location(path_or_url: str | Path) -> Path:
    """The file a path or a SQLAlchemy URL names; LedgerError for anything but a SQLite file."""
    text = str(path_or_url)
    if "://" not in text:
        if text in ("", ":memory:"):
            raise LedgerError(f"a ledger is a file, and {text!r} names none: give a path such as sayso.db")
        return Path(text)
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise LedgerError(f"{text!r} is not a URL of a database: write sqlite:///path/to/sayso.db") from error
    shown = url.render_as_string(hide_password=True)
    if url.get_backend_name() != "sqlite":
        raise LedgerError(f"{shown}: only SQLite so far: write sqlite:///path/to/sayso.db or just the path")
    if url.database in (None, "", ":memory:") or url.query or url.host:
        raise LedgerError(f"{shown} does not name a file: write sqlite:///path/to/sayso.db without options")
    return Path(str(url.database))


def open_engine(path: Path, *, create: bool, busy_timeout: float = BUSY_TIMEOUT) -> Engine:
    """An engine on the file at ``path``, in WAL mode; no table is looked at or made.

    Raises LedgerError when there can be no ledger at ``path``, or none is there and ``create`` is false.
    """
    _refuse_place(path, create)
    warning = sqlite_warning()
    if create and warning:
        log.warning(warning)
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=driver,
        connect_args={"isolation_level": None, "timeout": busy_timeout, "check_same_thread": False},
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def transaction(engine: Engine, *, write: bool = False, durable: bool = False) -> Iterator[Connection]:
    """One transaction: committed at the end, rolled back on any exception.

    Without ``write`` it sees one state of the ledger throughout, whatever others commit. ``durable`` makes the
    commit survive a power loss (a sync of the disk); without it a commit survives the death of the process.
    """
    options = {"sayso_write": write, "sayso_durable": durable}
    with explained(engine), engine.connect() as plain:
        connection = plain.execution_options(**options)
        with connection.begin():
            yield connection


@contextmanager
def explained(engine: Engine) -> Iterator[None]:
    """Turns SQLite's errors into LedgerBusy and LedgerError; what the ledger itself raises passes through."""
    try:
        yield
    except (DBAPIError, driver.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        raise _explanation(str(engine.url.database), str(cause)) from error


def _refuse_place(path: Path, create: bool) -> None:
    if sqlite_version() < OLDEST_SQLITE:
        raise LedgerError(f"SQLite {driver.sqlite_version} is too old (3.37 is needed): install pysqlite3")
    if path.is_dir():
        raise LedgerError(f"{path} is a folder: name a file in it, such as {path / 'sayso.db'}")
    if not path.parent.is_dir():
        raise LedgerError(f"there is no folder {path.parent} to keep a ledger in: make it, or name another place")
    if not create and not path.exists():
        raise LedgerError(f"there is no ledger at {path}: `sayso add` makes one, --ledger names another")


def _set_up(connection: Any, _record: Any) -> None:
    """Settings of a connection that a file does not keep. REPLACE fires delete triggers only if they are recursive."""
    cursor = connection.cursor()
    try:
        for setting in ("foreign_keys=ON", "recursive_triggers=ON", "cell_size_check=ON"):
            cursor.execute(f"PRAGMA {setting}")
        if _can_distrust_schema():
            cursor.execute("PRAGMA trusted_schema=OFF")
    finally:
        cursor.close()


@cache
def _can_distrust_schema() -> bool:
    """Whether triggers may still feed FTS5 when the schema is not trusted: older versions of SQLite refuse that."""
    probe = driver.connect(":memory:")
    try:
        probe.execute("PRAGMA trusted_schema=OFF")
        probe.execute("CREATE TABLE row (text)")
        probe.execute("CREATE VIRTUAL TABLE word USING fts5(text)")
        probe.execute("CREATE TRIGGER feed AFTER INSERT ON row BEGIN INSERT INTO word VALUES (new.text); END")
        probe.execute("INSERT INTO row VALUES ('text')")
    except driver.OperationalError:
        return False
    finally:
        probe.close()
    return True


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("sayso_write"):
        connection.exec_driver_sql("BEGIN")
        return
    connection.exec_driver_sql(f"PRAGMA synchronous={'FULL' if options.get('sayso_durable') else 'NORMAL'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _explanation(path: str, cause: str) -> LedgerError:
    if "locked" in cause or "busy" in cause:
        return LedgerBusy(f"another process is writing to {path}: wait until it is done, then try again")
    for sign, meaning in _MEANINGS:
        if sign in cause:
            return LedgerError(f"{path} {meaning} ({cause})")
    return LedgerError(f"{path} cannot be used: {cause}; `sayso verify` tells more")


_MEANINGS = (
    ("not a database", "is not a ledger: name another file, or move this one away"),
    ("malformed", "is damaged: restore a copy, or salvage with the sqlite3 program's .recover"),
    ("unable to open", "cannot be opened: check that you may write to the file and to its folder"),
    ("readonly", "cannot be written to: check that you may write to the file and to its folder"),
    ("full", "has no room left on its disk: make room, then try again; what was stored is safe"),
)
