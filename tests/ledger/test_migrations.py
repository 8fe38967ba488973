"""An older ledger becomes what a new one is, whole or not at all."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from sayso.errors import LedgerError
from sayso.ledger.connection import driver
from sayso.ledger.correction_tables import GROWING as CORRECTIONS
from sayso.ledger.position_tables import GROWING as POSITIONS
from sayso.ledger.registry_tables import GROWING as REGISTRY
from sayso.ledger.schema import REVISIONS
from sayso.ledger.store import Ledger
from sayso.records.ids import judgement_id
from sayso.records.judgement import Judgement
from tests.ledger.factory import TEXT, a_run, an_outcome

KILLS = 6
DEATHS = [
    ("0001", "CREATE VIEW statement_text", 600, 20),
    ("0002", "ALTER TABLE reading", 3000, 1),
    ("0003", "ALTER TABLE finding", 3000, 1),
    ("0004", "CREATE TABLE registry_import", 15000, 1),
    ("0005", "CREATE TABLE tombstone", 5000, 1),
    ("0006", "ALTER TABLE reading ADD COLUMN voices", 2000, 1),
    ("0007", "ALTER TABLE article_metadata ADD COLUMN updated", 2000, 1),
    ("0008", "ALTER TABLE reading ADD COLUMN titles", 2000, 1),
]
"""The revision migrated from, the statement to die in or after, in how many of SQLite's questions whether to go on, and the
operations between two of them. While 100 articles are migrated it asks about 800 times, and in the others 5,000 times or more."""

OLD = REVISIONS[:-1]

DYING = """
import os, signal, sys
from sqlalchemy import Engine, event
from sayso.ledger.store import Ledger
left = int(sys.argv[2])
def step():
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
@event.listens_for(Engine, "before_cursor_execute")
def begin(connection, cursor, statement, *rest):
    if statement.startswith(sys.argv[3]):
        connection.connection.dbapi_connection.set_progress_handler(step, int(sys.argv[4]))
Ledger(sys.argv[1]).close()
print(left)
"""
"""Opens a ledger and dies at the given step of its migration; if it lives, prints what was left."""
REGISTRY_TABLES = (
    *("registry_mark", "registry_key", "actor_shown", "actor_standing"),
    *reversed([table.name for table in REGISTRY]),
)
NEW_TABLES = ("correction_search", "standing", *reversed([table.name for table in (*POSITIONS, *CORRECTIONS)]))
NEW_COLUMNS = {
    "finding": ("status", "move", "told", "told_start", "told_end", "told_text", "occasion"),
    "reading": ("actors", "mentions", "occasions", "speakers", "positions"),
}
"""What migration 0004 brought."""
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


def take_back(path: Path, to: str = "0001") -> None:
    """Make the ledger one of revision ``to``."""
    connection = driver.connect(str(path))
    for table in ("collective", "label", "title"):
        connection.execute(f"DROP TABLE {table}")
    for column in ("collectives", "labels", "titles"):
        connection.execute(f"ALTER TABLE reading DROP COLUMN {column}")
    if to < "0008":
        connection.execute("DROP TABLE raw")
        for column in ("retrieved_basis", "updated_basis", "published_basis", "updated"):
            connection.execute(f"ALTER TABLE article_metadata DROP COLUMN {column}")
    if to < "0007":
        for table in ("voice_finding", "voice"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("ALTER TABLE reading DROP COLUMN voices")
    if to < "0006":
        for table in ("redaction", "tombstone"):
            connection.execute(f"DROP TABLE {table}")
    if to < "0005":
        for table in REGISTRY_TABLES:
            connection.execute(f"DROP TABLE {table}")
    if to < "0004":
        connection.execute("DROP TRIGGER correction_search_feed")
        for table in NEW_TABLES:
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP VIEW correction_text")
        for table, columns in NEW_COLUMNS.items():
            for column in columns:
                connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    if to < "0003":
        for column in ("language_basis", "language"):
            connection.execute(f"ALTER TABLE reading DROP COLUMN {column}")
    if to == "0001":
        for trigger in TRIGGERS:
            connection.execute(f"DROP TRIGGER {trigger}")
        for table in SEARCH:
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP VIEW statement_text")
    connection.execute(f"UPDATE alembic_version SET version_num = '{to}'")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


@pytest.mark.parametrize("since", OLD)
def test_a_migrated_ledger_equals_a_new_one(tmp_path: Path, since: str) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    made(old)
    made(new)
    take_back(old, since)
    with Ledger(old) as ledger:
        assert list(ledger.verify()) == []
        assert len(list(ledger.naming("stay"))) == 3
    assert objects(old) == objects(new)


@pytest.mark.parametrize(("since", "statement", "steps", "operations"), DEATHS)
def test_a_kill_during_a_migration_leaves_what_was_there(
    tmp_path: Path, since: str, statement: str, steps: int, operations: int
) -> None:
    path = tmp_path / "old.db"
    made(path, articles=100)
    instant = random.Random(5)
    for _ in range(KILLS):
        take_back(path, since)
        last = str(instant.randrange(1, steps))
        child = subprocess.run(
            [sys.executable, "-c", DYING, str(path), last, statement, str(operations)],
            env=os.environ | {"PYTHONPATH": "src"},
            check=False,
        )
        assert child.returncode == -signal.SIGKILL
        assert revision(path) == since
        with Ledger(path) as ledger:
            assert list(ledger.verify()) == []
            assert len(list(ledger.naming("stay"))) == 100


def test_the_revisions_a_ledger_may_have_are_the_migrations_there_are() -> None:
    config = Config()
    config.set_main_option("script_location", "src/sayso/ledger/migrations")
    scripts = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(scripts)) == REVISIONS


@pytest.mark.parametrize("since", OLD)
def test_a_reader_migrates_too(tmp_path: Path, since: str) -> None:
    path = tmp_path / "old.db"
    made(path)
    take_back(path, since)
    with Ledger(path, create=False) as ledger:
        assert len(list(ledger.naming("stay"))) == 3


@pytest.mark.parametrize("since", OLD)
def test_a_migration_keeps_every_row(tmp_path: Path, since: str) -> None:
    path = tmp_path / "old.db"
    made(path)
    take_back(path, since)
    before = contents(path)
    Ledger(path).close()
    after = contents(path)
    for table in before.keys() - {"alembic_version"}:
        for old, new in zip(before[table], after[table], strict=True):
            assert new == old + (None,) * (len(new) - len(old)), table


def test_a_migration_finds_what_stands_of_decisions_made_before(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    made(path, articles=3)
    with Ledger(path) as ledger:
        one, two, three = (row.statement.id for row in ledger.statements())
        accept = Judgement(judgement_id(), one, "accept", "ada", "2031-01-01T00:00:00Z")
        reject = Judgement(judgement_id(), one, "reject", "bo", "2031-01-02T00:00:00Z")
        unsure = Judgement(judgement_id(), two, "unsure", "bo", "2031-01-02T00:00:00Z")
        for each in (accept, reject, unsure):
            ledger.judge(each)
        for taken in (reject, unsure):
            ledger.judge(
                Judgement(judgement_id(), taken.subject, "undo", "ada", "2031-01-03T00:00:00Z", undoes=taken.id)
            )
    take_back(path, "0003")
    with Ledger(path) as ledger:
        assert [row.judgement for row in ledger.statements()] == [accept, None, None]
        assert list(ledger.verify()) == []
        assert ledger.latest(three) is None


def test_a_migration_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    made(path)
    take_back(path)
    connection = driver.connect(str(path))
    connection.execute("CREATE TABLE title_search (in_the_way)")
    connection.commit()
    connection.close()
    before = objects(path)
    with pytest.raises(LedgerError, match="title_search"):
        Ledger(path)
    assert objects(path) == before
    assert revision(path) == "0001"


def test_a_migration_that_fails_half_way_leaves_no_half(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    made(path)
    take_back(path, "0002")
    connection = driver.connect(str(path))
    connection.execute("ALTER TABLE reading ADD COLUMN language_basis TEXT")
    connection.commit()
    connection.close()
    before = objects(path)
    with pytest.raises(LedgerError, match="language_basis"):
        Ledger(path)
    assert objects(path) == before
    assert revision(path) == "0002"


@pytest.mark.parametrize("since", OLD)
def test_two_processes_that_migrate_at_once_migrate_once(tmp_path: Path, since: str) -> None:
    path = tmp_path / "old.db"
    made(path, articles=30)
    take_back(path, since)
    code = f"from sayso.ledger.store import Ledger; Ledger({str(path)!r}).close()"
    children = [
        subprocess.Popen([sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": "src"}) for _ in range(3)
    ]
    assert [child.wait() for child in children] == [0, 0, 0]
    with Ledger(path) as ledger:
        assert list(ledger.verify()) == []


def test_a_ledger_that_is_up_to_date_is_opened_without_alembic(tmp_path: Path) -> None:
    code = f"import sys; from sayso.ledger.store import Ledger; Ledger({str(tmp_path / 'new.db')!r}); print('alembic' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": "src"}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that is not an index."""
    connection = driver.connect(str(path))
    names = [name for name, sql in objects(path).items() if sql.startswith("CREATE TABLE") and "_search" not in name]
    rows = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
    connection.close()
    return rows


def revision(path: Path) -> object:
    connection = driver.connect(str(path))
    (found,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    connection.close()
    return found
