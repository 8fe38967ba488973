"""What ``sayso add`` of many short files takes: memory of N and of 4N files, and two workers against one.

    python -m bench.adding [--files 300]

Memory is that of the process that writes and of the largest of its workers, as peaks. Two workers are measured on a machine that does
nothing else, or not at all.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.texts import load

PAIRS = 3
BUSY = 1.0
"""As in ``bench.measures``."""
FILES = 300
LENGTH = 600
"""Code points of a file: what is measured is the way through the program, not the reading of one long article."""
LOOKS = 0.1
"""Seconds between two looks at the processes."""


def adding(texts: Sequence[str], files: int = FILES) -> dict[str, float | str]:
    """Peak memory in MiB of the parent and of a worker at ``files`` and at four times as many, and the gain by a second worker."""
    with tempfile.TemporaryDirectory() as place:
        small, large = Path(place) / "small", Path(place) / "large"
        write(texts, small, files)
        write(texts, large, 4 * files)
        one, four = peaks(small), peaks(large)
        found: dict[str, float | str] = {"files": files}
        for what, before, after in zip(("parent", "worker"), one, four, strict=True):
            found |= {f"{what}_mib": before, f"{what}_mib_at_4": after, f"{what}_ratio": round(after / before, 3)}
        load = os.getloadavg()[0]
        if load > BUSY:
            return found | {"two_workers": f"not measured: load average {load:.2f}"}
        gains = [_seconds(small, 1) / _seconds(small, 2) for _ in range(PAIRS)]
        return found | {"two_workers": statistics.median(gains), "load_average": load}


def write(texts: Sequence[str], folder: Path, files: int) -> None:
    """Short files, no two alike."""
    folder.mkdir()
    for number in range(files):
        text = texts[number % len(texts)][:LENGTH]
        (folder / f"{number:06}.txt").write_text(f"Number {number} of the paper.\n\n{text}", encoding="utf-8")


def peaks(folder: Path) -> tuple[float, float]:
    """Peak resident memory in MiB of the process that writes, and of the largest of its two workers (Linux)."""
    with tempfile.TemporaryDirectory() as place:
        adding = subprocess.Popen(_command(folder, place, 2), stderr=subprocess.DEVNULL)
        parent = worker = 0.0
        while adding.poll() is None:
            parent = max(parent, _peak(adding.pid))
            worker = max([worker, *map(_peak, _children(adding.pid))])
            time.sleep(LOOKS)
    if adding.returncode:
        raise RuntimeError(f"sayso add ended with exit status {adding.returncode}")
    return round(parent, 1), round(worker, 1)


def _peak(pid: int) -> float:
    """Zero for a process that is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        return int(status.split("VmHWM:")[1].split()[0]) / 1024
    except (OSError, IndexError):
        return 0.0


def _children(pid: int) -> list[int]:
    """Also of the threads of the process: workers are started by them."""
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        return [int(each) for thread in threads for each in (thread / "children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def _command(folder: Path, place: str, workers: int) -> list[str]:
    ledger = str(Path(place) / "sayso.db")
    return [sys.executable, "-m", "sayso", "add", str(folder), "--ledger", ledger, "--workers", str(workers)]


def _seconds(folder: Path, workers: int) -> float:
    with tempfile.TemporaryDirectory() as place:
        start = time.perf_counter()
        subprocess.run(_command(folder, place, workers), capture_output=True, check=True)
        return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.adding", description=__doc__)
    parser.add_argument("--files", type=int, default=FILES)
    print(json.dumps(adding(load(None, 1), parser.parse_args().files)))


if __name__ == "__main__":
    main()
