"""Processes that work: whose result is whose, and what a sudden death costs."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import pytest

from sayso.errors import InputError, ModelError
from sayso.workers import Workers
from tests.cli.running import ROOT, environment

ENDLESS = 600.0


def sleeping() -> Callable[[float], int]:
    """Sleeps as long as it is told and tells which process did."""
    return asleep


def asleep(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def dying(marks: Path) -> Callable[[str], str]:
    """Dies each time of "deadly", the first time only of "unlucky"."""
    return partial(at_risk, marks)


def at_risk(marks: Path, task: str) -> str:
    mark = marks / task
    if task == "deadly" or (task == "unlucky" and not mark.exists()):
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return task.upper()


def without_model() -> Callable[[str], str]:
    raise ModelError("the weights are gone")


def without_start() -> Callable[[str], str]:
    os._exit(3)


def test_a_death_costs_only_its_task_and_is_tried_once_more(tmp_path: Path) -> None:
    tasks = ["a", "unlucky", "b", "deadly", "c", "d", "e"]
    with Workers(partial(dying, tmp_path), 2) as workers:
        futures = [workers.submit(task) for task in tasks]
        with pytest.raises(InputError, match="died 2 times, the last time killed by SIGKILL"):
            futures[3].result()
        del futures[3]
        assert [each.result() for each in futures] == ["A", "UNLUCKY", "B", "C", "D", "E"]
    assert active_children() == []


@pytest.mark.parametrize(
    ("make", "why"), [(without_model, "the weights are gone"), (without_start, "cannot start here .with exit status 3")]
)
def test_where_no_worker_can_start_the_task_is_not_blamed(make: Callable[[], Callable[[str], str]], why: str) -> None:
    with Workers(make, 2) as workers, pytest.raises(ModelError, match=why):
        workers.submit("a").result()


def test_a_short_input_starts_one_process_and_a_long_one_as_many_as_are_allowed() -> None:
    with Workers(sleeping, 2) as workers:
        assert len({workers.submit(0).result() for _ in range(8)}) == 1
        assert len({each.result() for each in [workers.submit(0.2) for _ in range(16)]}) == 2


def test_whoever_leaves_waits_for_nothing() -> None:
    with Workers(sleeping, 2) as workers:
        workers.submit(0).result()
        started = time.monotonic()
        for _ in range(8):
            workers.submit(ENDLESS)
    assert time.monotonic() - started < 10
    assert active_children() == []


PARENT = """
from multiprocessing import active_children
from sayso.workers import Workers
from tests.test_workers import ENDLESS, sleeping
if __name__ == "__main__":
    with Workers(sleeping, 1) as workers:
        print(workers.submit(0).result(), flush=True)
        workers.submit(ENDLESS).result()
"""


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks for the process in /proc")
def test_a_worker_does_not_outlive_a_parent_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    paths = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    variables = environment() | {"PYTHONPATH": paths}
    parent = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=variables)
    assert parent.stdout is not None
    worker = int(parent.stdout.readline())
    assert is_alive(worker)
    parent.kill()
    parent.communicate()
    until = time.monotonic() + 20
    while is_alive(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_alive(worker)


def is_alive(process: int) -> bool:
    """Whether it runs; one that ended and that nobody has collected does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
