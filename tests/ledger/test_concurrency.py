"""Several processes and sudden deaths: what was acknowledged is there, and the ledger is sound."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from sayso.errors import LedgerBusy
from sayso.ledger.connection import transaction
from sayso.ledger.store import Ledger
from tests.ledger.factory import TEXT, a_run, an_outcome

KILLS = 6

ADDING = """
import sys
from sayso.ledger.store import Ledger
from tests.ledger.factory import TEXT, a_run, an_outcome
path, first = sys.argv[1:]
with Ledger(path) as ledger, ledger.writer() as writer:
    for number in range(int(first), int(first) + 100_000):
        writer.add(an_outcome(f"{TEXT} {number}", given_id=str(number)), a_run())
        print(number, flush=True)
        with ledger._engine.connect() as connection:
            cursor = connection.connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.close()
"""


def test_a_kill_during_a_checkpoint_loses_nothing_acknowledged(path: Path) -> None:
    instant = random.Random(7)
    acknowledged: set[str] = set()
    for kill in range(KILLS):
        child = subprocess.Popen(
            [sys.executable, "-c", ADDING, str(path), str(kill * 100_000)],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(("src", "."))},
        )
        assert child.stdout is not None
        acknowledged.add(child.stdout.readline().strip())
        time.sleep(instant.uniform(0.01, 0.15))
        child.send_signal(signal.SIGKILL)
        rest, _ = child.communicate()
        acknowledged.update(line for line in rest.split("\n")[:-1])
        with Ledger(path) as ledger:
            assert list(ledger.verify()) == []
            assert acknowledged <= {row.given_id for row in ledger.articles()}
    assert len(acknowledged) > KILLS


def test_a_writer_waits_for_another(path: Path) -> None:
    with Ledger(path) as ledger, Ledger(path) as other, other.writer() as writer:
        done = threading.Thread(target=writer.add, args=(an_outcome(), a_run()))
        with transaction(ledger._engine, write=True):
            done.start()
            done.join(0.1)
            assert done.is_alive()
        done.join(10)
        assert ledger.corpus().articles == 1


def test_a_writer_that_waits_too_long_is_told(path: Path) -> None:
    with Ledger(path) as ledger, Ledger(path, busy_timeout=0.05) as other, other.writer() as writer:
        with transaction(ledger._engine, write=True), pytest.raises(LedgerBusy, match="another process is writing"):
            writer.add(an_outcome(), a_run())
        assert writer.add(an_outcome(), a_run())


def test_what_is_not_committed_is_not_seen(path: Path) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(an_outcome(), a_run())
        with transaction(ledger._engine, write=True) as connection:
            connection.exec_driver_sql("UPDATE current SET pinned = 1")
            with transaction(ledger._engine) as reader:
                assert reader.exec_driver_sql("SELECT pinned FROM current").scalar_one() == 0
            assert ledger.corpus().articles == 1


def test_two_writers_that_add_the_same_articles_add_them_once(path: Path) -> None:
    outcomes = [an_outcome(f"{TEXT} {number}", given_id=str(number)) for number in range(25)]
    ledgers = [Ledger(path) for _ in range(2)]

    def fill(ledger: Ledger) -> None:
        with ledger.writer() as writer:
            for outcome in outcomes:
                writer.add(outcome, a_run())

    threads = [threading.Thread(target=fill, args=(ledger,)) for ledger in ledgers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(ledgers[0].verify()) == []
    assert ledgers[1].corpus().readings == 25
    for ledger in ledgers:
        ledger.close()
