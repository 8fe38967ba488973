"""A kill at any moment of a removal leaves the ledger as it was, or with the removal done: never half of it."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.ledger.store import Ledger
from tests.ledger.factory import judged_reading
from tests.ledger.removed import about_ada, filled, rows_with
from tests.ledger.test_migrations import contents, objects

KILLS = 8

DYING = """
import os, signal, sys
from sqlalchemy import Engine, event
from sayso.ledger.store import Ledger
left = int(sys.argv[4])
def step():
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
@event.listens_for(Engine, "before_cursor_execute")
def begin(connection, cursor, statement, *rest):
    if statement.startswith("DROP TRIGGER"):
        connection.connection.dbapi_connection.set_progress_handler(step, 10)
with Ledger(sys.argv[1]) as ledger:
    getattr(ledger.removals(), sys.argv[2])(sys.argv[3])
print(left)
"""

ARTICLE = judged_reading(about_ada()).article_id


def removed(path: Path, what: str, whom: str, step: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", DYING, str(path), what, whom, str(step)],
        env=os.environ | {"PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("what", "whom", "gone"), [("retract", ARTICLE, ARTICLE), ("forget", "Ada Réne", "Ada Réne")])
def test_a_kill_leaves_all_or_nothing(tmp_path: Path, what: str, whom: str, gone: str) -> None:
    path = tmp_path / "sayso.db"
    filled(path)
    before, shape = contents(path), objects(path)
    whole = tmp_path / "whole.db"
    filled(whole)
    last = 10**9
    lasted = last - int(removed(whole, what, whom, last).stdout)
    instant = random.Random(11)
    for _ in range(KILLS):
        child = removed(path, what, whom, instant.randrange(1, lasted))
        assert child.returncode == -signal.SIGKILL
        with Ledger(path) as ledger:
            assert list(ledger.verify()) == []
        assert contents(path) == before
        assert objects(path) == shape
    assert removed(path, what, whom, 0).returncode == 0
    assert rows_with(path, gone) == []
    assert objects(path) == shape
    with Ledger(path) as ledger:
        assert list(ledger.verify()) == []
