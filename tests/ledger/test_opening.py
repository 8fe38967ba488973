"""What can be opened, what is made, and what a user is told where neither is possible."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from subprocess import run
from threading import Timer
from typing import Any

import pytest

from sayso.errors import LedgerBusy, LedgerError
from sayso.ledger.connection import driver, has_wal_reset_bug, location
from sayso.ledger.store import Ledger
from tests.ledger.conftest import Raw


@pytest.mark.parametrize(
    ("place", "advice"),
    [
        (".", "is a folder: name a file in it"),
        ("no/such/folder/sayso.db", "make it, or name another place"),
        ("postgresql://ada:secret@host/sayso", "only SQLite so far"),
        ("sqlite://", "does not name a file"),
        ("sqlite:///sayso.db?mode=ro", "without options"),
        ("::://", "is not a URL"),
        (":memory:", "a ledger is a file"),
    ],
)
def test_a_place_without_a_ledger_is_explained(
    place: str, advice: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LedgerError, match=advice) as refusal:
        Ledger(place)
    assert "secret" not in str(refusal.value)


def test_a_url_and_a_path_name_the_same_file(path: Path) -> None:
    assert location(f"sqlite:///{path}") == location(path) == path


def test_a_database_of_another_program_is_left_alone(path: Path, raw: Raw) -> None:
    raw("CREATE TABLE bird (name)")
    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger(path)
    assert raw("SELECT name FROM sqlite_master") == [("bird",)]


def test_an_empty_file_is_no_ledger_to_a_reader(path: Path) -> None:
    path.touch()
    with pytest.raises(LedgerError, match="is empty"):
        Ledger(path, create=False)


def test_a_place_that_cannot_be_written_is_explained(path: Path, raw: Raw) -> None:
    with pytest.raises(LedgerError, match="make it, or name another place"):
        Ledger("/dev/null/sayso.db")


def test_a_ledger_is_in_wal_mode_also_after_a_copy_lost_it(path: Path, raw: Raw) -> None:
    Ledger(path).close()
    raw("PRAGMA journal_mode=DELETE")
    Ledger(path).close()
    assert raw("PRAGMA journal_mode") == [("wal",)]


@pytest.mark.parametrize("hold", ["BEGIN", "BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_ledger_that_another_process_holds_is_waited_for(path: Path, hold: str) -> None:
    """The change to WAL mode is one that SQLite itself does not wait for."""
    with closing(_held(path, hold)) as other:
        release = Timer(0.3, lambda: other.execute("COMMIT"))
        release.start()
        with Ledger(path) as ledger:
            assert list(ledger.articles()) == []
        release.join()


def test_waiting_for_the_file_ends(path: Path) -> None:
    with closing(_held(path, "BEGIN IMMEDIATE")), pytest.raises(LedgerBusy):
        Ledger(path, busy_timeout=0.2)


def _held(path: Path, hold: str) -> Any:
    """A connection of another program that holds a ledger which is not in WAL mode."""
    Ledger(path).close()
    other = driver.connect(str(path), isolation_level=None, check_same_thread=False)
    other.execute("PRAGMA journal_mode=DELETE")
    other.execute(hold)
    other.execute("SELECT count(*) FROM article").fetchone()
    return other


def test_many_processes_can_make_one_ledger_at_once(path: Path) -> None:
    code = f"from sayso.ledger.store import Ledger; Ledger({str(path)!r}).close()"

    def make(_: int) -> int:
        return run([sys.executable, "-c", code], check=False, env=os.environ | {"PYTHONPATH": "src"}).returncode

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(make, range(6))) == {0}
    with Ledger(path) as ledger:
        assert list(ledger.verify()) == []


def test_the_sqlite_of_python_itself_will_do(path: Path) -> None:
    code = """
import sys
sys.modules["pysqlite3"] = None
from sayso.ledger.connection import driver
from sayso.ledger.store import Ledger
from tests.ledger.factory import a_run, an_outcome
with Ledger(sys.argv[1]) as ledger, ledger.writer() as writer:
    writer.add(an_outcome(), a_run())
    print(driver.__name__, len(list(ledger.naming("stay"))), list(ledger.verify()))
"""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(("src", "."))}
    done = run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == "sqlite3 1 []\n"


def test_a_ledger_that_another_program_is_making_is_busy(path: Path) -> None:
    other = driver.connect(str(path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    other.execute("CREATE TABLE bird (name)")
    try:
        with pytest.raises(LedgerBusy, match="try again"):
            Ledger(path, busy_timeout=0.05)
    finally:
        other.close()


@pytest.mark.parametrize(
    ("version", "bad"),
    [((3, 6, 23), False), ((3, 7, 0), True), ((3, 40, 1), True), ((3, 51, 2), True), ((3, 51, 3), False)],
)
def test_versions_with_the_wal_reset_bug(version: tuple[int, int, int], bad: bool) -> None:
    assert has_wal_reset_bug(version) is bad
