"""python -m bench [speed|heads|memory|cold|workers|adding|growth|report …] [--data FILE]: figures as JSON, one measure a line."""

import argparse
import json
import os
import platform
from pathlib import Path

from bench import measures
from bench.adding import adding
from bench.report import made_report
from bench.texts import load

MEASURES = {
    "speed": (measures.against_spacy, 20_000),
    "heads": (measures.later_heads, 20_000),
    "memory": (measures.worker_memory, 20_000),
    "cold": (measures.cold_start, 1),
    "workers": (measures.two_workers, 60_000),
    "adding": (adding, 1),
    "growth": (measures.growth, 20_000),
    "report": (made_report, 1),
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("which", nargs="*", choices=[*MEASURES, []], help="measures to take; all if none is named")
    parser.add_argument("--data", type=Path, help="JSON Lines with texts; the sample coverage if not given")
    options = parser.parse_args()
    print(json.dumps({"machine": platform.processor() or platform.machine(), "load": os.getloadavg()[0]}))
    for name in options.which or MEASURES:
        measure, least = MEASURES[name]
        print(json.dumps({name: measure(load(options.data, least))}), flush=True)


if __name__ == "__main__":
    main()
