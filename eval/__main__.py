"""Figures with intervals, and floors that are never lowered.

    python -m eval attribution --data FILE     # our gold format, or PolNeAR JSON Lines
    python -m eval agreement A.jsonl B.jsonl   # two coders of the same articles
    python -m eval gate [--data-folder FOLDER] [--article FILE]

Exit status 1 where a figure is under its floor (``eval/floors.json``).
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eval.anchors import read_lines
from sayso import scoring
from sayso.api import read
from sayso.records.contract import reading_fields

HERE = Path(__file__).parent
GOLD = HERE.parent / "examples" / "gold.jsonl"
POLNEAR = "polnear/dev.jsonl"
Line = dict[str, Any]


def attribution(path: Path) -> dict[str, float]:
    """Score reading the texts of ``path`` against their gold; prints and returns the figures in percent."""
    every, direct = [], []
    for line in read_lines(path):
        nested = "statements" in line
        gold = line["statements"] if nested else line["attributions"]
        found = reading_fields(read(line["text"]))["statements"]
        every.append(scoring.compare(line["text"], gold, found, nested=nested))
        quotes = scoring.direct_only(line["text"], gold)
        direct.append(scoring.compare(line["text"], quotes, found, nested=nested))
    counts = scoring.total(every)
    low, high = scoring.interval(every)
    figures = {
        "precision": 100 * counts.precision,
        "recall": 100 * counts.recall,
        "f1": 100 * counts.f1,
        "direct_recall": 100 * scoring.total(direct).recall,
    }
    print(f"{path.name}: {len(every)} articles, {counts.wanted} statements, content@.5+source")
    print(
        f"  P {figures['precision']:.1f}  R {figures['recall']:.1f}  F1 {figures['f1']:.1f} "
        f"(95 % {100 * low:.1f} to {100 * high:.1f})  direct recall {figures['direct_recall']:.1f}"
    )
    return figures


def agreement(one: Path, other: Path) -> None:
    """F1 of two coders against each other, and how often matched statements have the same labels."""
    second = {line["id"]: line for line in read_lines(other)}
    pairs = [(line, second[line["id"]]) for line in read_lines(one) if line["id"] in second]
    counts = [scoring.compare(a["text"], a["statements"], b["statements"], nested=True) for a, b in pairs]
    low, high = scoring.interval(counts)
    print(f"{len(pairs)} articles, F1 {100 * scoring.total(counts).f1:.1f} (95 % {100 * low:.1f} to {100 * high:.1f})")


def gate(folder: Path | None, article: Path | None) -> int:
    """Every set that has a floor and is there; 1 if a figure is under it or the data is other data."""
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    sets = {"examples/gold.jsonl": GOLD, **({POLNEAR: folder / POLNEAR} if folder else {})}
    if folder is None:
        print(f"SKIPPED {POLNEAR}: no folder given (--data-folder)")
    bad = 0
    for name, path in sets.items():
        if not path.exists() or name not in floors:
            print(f"SKIPPED {name}: {'no floor is set' if path.exists() else 'it is not there'}")
            continue
        bad += _below(name, path, floors[name])
    if article is None:
        print("SKIPPED the sample article: none given (--article)")
    else:
        bad += _sample(article)
    return 1 if bad else 0


def _below(name: str, path: Path, floor: Line) -> int:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != floor["sha256"]:
        print(f"FAILED {name}: it is not the data the floor was set on ({digest[:12]}…)")
        return 1
    figures = attribution(path)
    under = [(key, figures[key], least) for key, least in floor["floors"].items() if figures[key] < least]
    for key, figure, least in under:
        print(f"FAILED {name}: {key} {figure:.1f} is under {least}")
    return len(under)


def _sample(path: Path) -> int:
    """The passages of the article that started the project: found where somebody speaks, nothing in furniture."""
    wanted = json.loads((HERE / "sample_article.json").read_text(encoding="utf-8"))
    reading = read(path.read_bytes().decode("utf-8"))
    if reading.text_sha256 != wanted["text_sha256"]:
        print(f"FAILED sample article: {path.name} is another text")
        return 1
    spans = [(span.start, span.end) for each in reading.statements for span in each.content]
    hit = [p for p in wanted["said"] if any(s < p[1] and p[0] < e for s, e in spans)]
    loose = [s for s in spans if any(s[0] < p[1] and p[0] < s[1] for p in wanted["furniture"])]
    print(f"sample article: {len(hit)} of {len(wanted['said'])} passages found, {len(loose)} statements in furniture")
    return int(len(hit) < wanted["floor"]) + len(loose)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="eval", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("attribution").add_argument("--data", type=Path, required=True)
    pair = commands.add_parser("agreement")
    pair.add_argument("one", type=Path)
    pair.add_argument("other", type=Path)
    gates = commands.add_parser("gate")
    gates.add_argument("--data-folder", type=Path)
    gates.add_argument("--article", type=Path)
    chosen = parser.parse_args(arguments)
    if chosen.command == "attribution":
        attribution(chosen.data)
    elif chosen.command == "agreement":
        agreement(chosen.one, chosen.other)
    else:
        return gate(chosen.data_folder, chosen.article)
    return 0


if __name__ == "__main__":
    sys.exit(main())
