"""How long a report of ten thousand statements takes, and how big it is.

    python -m bench.report [LEDGER.db] [--statements 100000]

In the made-up ledger of ``bench.about_ledger`` one statement in ten judges the one asked about, so 100,000 of them make a report that
rests on 10,000. Each time is that of the whole command, from its start to the written page; seconds of the processor say what a
busy machine hides.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.about_ledger import TENTH, make

TIMES = 5
STATEMENTS = 100_000


def measure(ledger: Path) -> dict[str, float]:
    """Medians over ``TIMES`` reports: seconds by the clock and of the processor; the size of the page in MB; the load before it."""
    load = os.getloadavg()[0]
    walls, processor = [], []
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        call = [sys.executable, "-m", "sayso", "report", TENTH, "--ledger", str(ledger), "--output", str(page)]
        for _ in range(TIMES):
            begun, used = time.perf_counter(), _used()
            subprocess.run(call, check=True, capture_output=True)
            walls.append(time.perf_counter() - begun)
            processor.append(_used() - used)
        size = page.stat().st_size / 1e6
    return {
        "seconds": round(statistics.median(walls), 2),
        "processor_seconds": round(statistics.median(processor), 2),
        "megabytes": round(size, 2),
        "load_before": round(load, 2),
    }


def made_report(_: list[str]) -> dict[str, float]:
    """The measure in a ledger made for it."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "made.db"
        make(ledger, STATEMENTS)
        return measure(ledger)


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.report", description=__doc__)
    parser.add_argument("ledger", type=Path, nargs="?", help="made if it is not there; by default for this once")
    parser.add_argument("--statements", type=int, default=STATEMENTS)
    options = parser.parse_args()
    if options.ledger is None:
        print(json.dumps(made_report([])))
        return
    if not options.ledger.exists():
        make(options.ledger, options.statements)
    print(json.dumps(measure(options.ledger)))


if __name__ == "__main__":
    main()
