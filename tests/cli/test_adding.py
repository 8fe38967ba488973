"""Many files go in: kills of every process at any moment, Ctrl-C, and the same call again."""

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ledger.store import Ledger
from tests.cli.running import environment, sayso
from tests.languages import PROSE
from tests.ledger.test_migrations import contents
from tests.test_workers import is_alive

KILLS = 4
MANY = 40
LOOKS_INTO_PROC = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")

DYING = """
import os, signal, sys
from sqlalchemy import Engine, event
from sayso.cli.app import main
left = [int(sys.argv.pop(1))]
@event.listens_for(Engine, "before_cursor_execute")
def step(connection, cursor, statement, *rest):
    left[0] -= 1
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
try:
    main()
finally:
    print(left[0])
"""


def story(number: int) -> str:
    return f"The council of Varn met.\n\n“We stay {number},” said Ada Roe, who blamed Bo Lund. Bo Lund denied it."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten articles, two of them again, an empty one, a foreign one, and something else."""
    made = tmp_path_factory.mktemp("in")
    for number in range(10):
        (made / f"{number:02}.txt").write_text(story(number), encoding="utf-8")
    for number in (0, 9):
        (made / f"{number:02} again.txt").write_text(story(number), encoding="utf-8")
    (made / "05 empty.txt").write_text(" \n", encoding="utf-8")
    (made / "06 foreign.txt").write_text(PROSE["fr"], encoding="utf-8")
    (made / "07.css").write_text("p {}", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("many")
    for number in range(MANY):
        (made / f"{number:03}.txt").write_text(story(number), encoding="utf-8")
    return made


def dying(statement: int, folder: Path, ledger: Path, workers: int) -> subprocess.CompletedProcess[str]:
    """``sayso add`` that kills itself before it sends the ledger its n-th statement; its last line tells what was left of n."""
    call = ["add", str(folder), "--ledger", str(ledger), "--workers", str(workers), "--log"]
    return subprocess.run(
        [sys.executable, "-c", DYING, str(statement), *call],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )


def lasting(ledger: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the ledger, times aside."""
    moment = re.compile(r"\d{4}-\d\d-\d\dT\d\d:")
    return {
        name: [tuple("" if isinstance(value, str) and moment.match(value) else value for value in row) for row in rows]
        for name, rows in contents(ledger).items()
    }


def test_after_kills_at_any_point_the_same_call_makes_the_ledger_of_an_undisturbed_run(
    folder: Path, tmp_path: Path
) -> None:
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    undisturbed = dying(10**9, folder, whole, workers=1)
    assert undisturbed.returncode == 0, undisturbed.stderr
    *told, left = undisturbed.stdout.splitlines()
    assert [line.split("\t")[0] for line in told].count("done") == 10
    instant = random.Random(5)
    acknowledged: list[str] = []
    for kill in range(KILLS):
        child = dying(instant.randrange(1, (10**9 - int(left)) // 2), folder, killed, workers=2 if kill % 2 else 1)
        assert child.returncode == -signal.SIGKILL, child.stderr
        acknowledged += [line for line in child.stdout.splitlines() if line.startswith("done")]
        if killed.exists():
            with Ledger(killed) as ledger:
                assert list(ledger.verify()) == []
    assert len(acknowledged) == len(set(acknowledged)) > 0
    again = sayso("add", str(folder), "--ledger", str(killed), "--workers", "2")
    assert again.returncode == 0, again.stderr
    assert lasting(killed) == lasting(whole)


class Running:
    """``sayso add`` of many files by two workers, from its first line on, in a process group of its own."""

    def __init__(self, folder: Path, ledger: Path, *options: str) -> None:
        command = [
            sys.executable,
            "-m",
            "sayso",
            "add",
            str(folder),
            "--ledger",
            str(ledger),
            "--workers",
            "2",
            "--log",
        ]
        self.process = subprocess.Popen(
            [*command, *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(),
            start_new_session=True,
        )
        assert self.process.stdout is not None
        self.first = self.process.stdout.readline()

    def children(self) -> list[int]:
        """Processes that it has started: two workers, and one that Python keeps for them."""
        threads = Path(f"/proc/{self.process.pid}/task").iterdir()
        return [int(each) for thread in threads for each in (thread / "children").read_text().split()]

    def workers(self) -> list[int]:
        return [each for each in self.children() if b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes()]

    def end(self) -> tuple[list[str], str]:
        """Lines of standard output, and standard error."""
        out, err = self.process.communicate(timeout=60)
        return [self.first.rstrip("\n"), *out.splitlines()], err


@pytest.fixture
def stopped(many: Path, tmp_path: Path) -> Iterator[Running]:
    """After Ctrl-C in the terminal, which all processes of the group get."""
    running = Running(many, tmp_path / "sayso.db", "--summary", str(tmp_path / "s.jsonl"))
    children = running.children()
    os.killpg(running.process.pid, signal.SIGINT)
    yield running
    until = time.monotonic() + 10
    while any(map(is_alive, children)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(is_alive, children))


@LOOKS_INTO_PROC
def test_after_ctrl_c_what_is_counted_is_in_the_ledger_and_the_same_call_goes_on(
    stopped: Running, many: Path, tmp_path: Path
) -> None:
    lines, told = stopped.end()
    assert stopped.process.returncode == 130
    assert "the same command goes on" in told
    assert "Traceback" not in told
    names = [line.split("\t")[1] for line in lines]
    assert names == [f"{number:03}.txt" for number in range(len(names))]
    assert 0 < len(names) < MANY
    rows = [json.loads(line) for line in (tmp_path / "s.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["input_name"] for row in rows] == names
    with Ledger(tmp_path / "sayso.db") as ledger:
        assert ledger.corpus().readings == len(names)
        assert list(ledger.verify()) == []
    again = sayso("add", str(many), "--ledger", str(tmp_path / "sayso.db"))
    assert again.returncode == 0
    assert f"skipped {len(names)}: already read by this run" in again.stderr


@LOOKS_INTO_PROC
def test_a_worker_that_is_killed_costs_nothing(many: Path, tmp_path: Path) -> None:
    running = Running(many, tmp_path / "sayso.db")
    os.kill(running.workers()[0], signal.SIGKILL)
    lines, told = running.end()
    assert running.process.returncode == 0, told
    assert [line.split("\t")[:2] for line in lines] == [["done", f"{number:03}.txt"] for number in range(MANY)]
    with Ledger(tmp_path / "sayso.db") as ledger:
        assert list(ledger.verify()) == []
