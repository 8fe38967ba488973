"""An older ledger becomes what a new one is, whole or not at all."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from sayso.ledger.connection import driver
from sayso.ledger.store import Ledger
from tests.ledger.factory import TEXT, a_run, an_outcome

KILLS = 8
SEARCH = ("statement_search", "text_search", "title_search")
TRIGGERS = ("finding_search", "version_search", "article_metadata_search")


def objects(path: Path) -> dict[str, str]:
    """Every object of the schema with its definition, blanks aside."""
    connection = driver.connect(str(path))
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    connection.close()
    return {name: " ".join(sql.split()) for name, sql in rows}


def made(path: Path, articles: int = 3) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer:
        for number in range(articles):
            writer.add(an_outcome(f"{TEXT} {number}", given_id=str(number)), a_run())


def take_back(path: Path) -> None:
    """Make the ledger one of revision 0001."""
    connection = driver.connect(str(path))
    for trigger in TRIGGERS:
        connection.execute(f"DROP TRIGGER {trigger}")
    for table in SEARCH:
        connection.execute(f"DROP TABLE {table}")
    connection.execute("DROP VIEW statement_text")
    connection.execute("UPDATE alembic_version SET version_num = '0001'")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def test_a_migrated_ledger_equals_a_new_one(tmp_path: Path) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    made(old)
    made(new)
    take_back(old)
    with Ledger(old) as ledger:
        assert list(ledger.verify()) == []
        assert len(list(ledger.naming("stay"))) == 3
    assert objects(old) == objects(new)


def test_a_kill_during_a_migration_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    made(path, articles=300)
    code = (
        f"from sayso.ledger.store import Ledger; print('go', flush=True); Ledger({str(path)!r}).close(); print('done')"
    )
    pause = random.Random(5)
    for _ in range(KILLS):
        take_back(path)
        child = subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": "src"}
        )
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(pause.uniform(0.05, 0.5))
        child.send_signal(signal.SIGKILL)
        child.communicate()
        with Ledger(path) as ledger:
            assert list(ledger.verify()) == []
            assert len(list(ledger.naming("stay"))) == 300
