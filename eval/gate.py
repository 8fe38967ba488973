"""Every set that has a floor: the figures must not fall under it, and the data must be the data it was set on."""

import hashlib
import json
from pathlib import Path
from typing import Any

from eval import figures, pages, speakers_report, stances, voice, voice_answers, voice_pairs
from eval.anchors import read_lines
from eval.minimal_pairs import read_pairs
from eval.splits import seen
from eval.stance_report import measured
from sayso.api import read

HERE = Path(__file__).parent
POLNEAR = "polnear/dev.jsonl"
OWN = ("examples/gold.jsonl", "eval/attribution/wikinews.jsonl")
POSITIONS = ("eval/positions/coverage.jsonl", "eval/positions/wikinews.jsonl")
SPEAKERS = "eval/speakers/wikinews.jsonl"
HIGHEST = frozenset({"calibration_error"})
"""Figures with a ceiling instead of a floor."""


def gate(folder: Path | None, article: Path | None) -> int:
    """1 if a figure is under its floor or the data is other data, else 0; what cannot be checked is said aloud."""
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    sets = {name: HERE.parent / name for name in OWN} | ({POLNEAR: folder / POLNEAR} if folder else {})
    if folder is None:
        print(f"SKIPPED {POLNEAR}: no folder given (--data-folder)")
    bad = 0
    for name, path in sets.items():
        if not path.exists() or name not in floors:
            print(f"SKIPPED {name}: {'no floor is set' if path.exists() else 'it is not there'}")
            continue
        bad += _below(name, path, floors[name])
    bad += _judged(floors)
    bad += _speaking(floors.get("speakers", {}))
    bad += _heard(floors.get("voice", {}))
    bad += _pages(folder, floors["pages"])
    if article is None:
        print("SKIPPED the sample article: none given (--article)")
    else:
        bad += _sample(article)
    return 1 if bad else 0


def _below(name: str, path: Path, floor: dict[str, Any]) -> int:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != floor["sha256"]:
        print(f"FAILED {name}: it is not the data the floor was set on ({digest[:12]}…)")
        return 1
    articles = figures.read_all(seen(read_lines(path)))
    print(figures.report(name, articles))
    found = figures.of(articles)
    bad = [(key, found[key], at) for key, at in floor["floors"].items() if _misses(key, found[key], at)]
    for key, figure, at in bad:
        print(f"FAILED {name}: {key} is {figure:.1f}, the bound is {at}")
    return len(bad)


def _judged(floors: dict[str, Any]) -> int:
    """Positions and minimal pairs, with the statements given; both sets of gold together, since each is small."""
    found = stances.answers(line for name in POSITIONS for line in measured(HERE.parent / name, last=False))
    right = stances.by_decision(read_pairs())
    every = [each for pairs in right.values() for each in pairs]
    figures_of = {
        "positions": {
            "stance_f1": 100 * stances.macro_f1(stances.labels(found), stances.STANCES),
            "supportive_recall": 100 * stances.recall(stances.labels(found), "supportive"),
            "status_f1": 100 * stances.macro_f1(stances.statuses(found)),
            "move": 100 * stances.accuracy(stances.moves(found)),
        },
        "pairs": {"right": 100 * sum(every) / len(every)},
    }
    bad = 0
    for name, values in figures_of.items():
        print(f"{name}: " + ", ".join(f"{key} {value:.1f}" for key, value in values.items()))
        for key, at in floors.get(name, {}).get("floors", {}).items():
            if values[key] < at:
                bad += 1
                print(f"FAILED {name}: {key} is {values[key]:.1f}, the bound is {at}")
    return bad


def _speaking(floor: dict[str, Any]) -> int:
    """Who speaks, on the gate part, with the statements given and end to end."""
    path = HERE.parent / SPEAKERS
    if floor and hashlib.sha256(path.read_bytes()).hexdigest() != floor["sha256"]:
        print(f"FAILED speakers: {SPEAKERS} is not the data the floor was set on")
        return 1
    lines = measured(path, last=False)
    bad = 0
    for name, judged in (("given", speakers_report.given(lines)), ("end_to_end", speakers_report.end_to_end(lines))):
        values = speakers_report.figures_of(judged)
        print(f"speakers, {name}: " + ", ".join(f"{key} {value:.1f}" for key, value in values.items()))
        low = [(key, at) for key, at in floor.get("floors", {}).get(name, {}).items() if values[key] < at]
        for key, at in low:
            print(f"FAILED speakers, {name}: {key} is {values[key]:.1f}, the bound is {at}")
        bad += len(low)
    return bad


def _heard(floor: dict[str, Any]) -> int:
    """The writer's voice, on the gate part, and the minimal pairs on it."""
    files = sorted(voice.FOLDER.glob("*.jsonl"))
    if floor and hashlib.sha256(b"".join(each.read_bytes() for each in files)).hexdigest() != floor["sha256"]:
        print(f"FAILED voice: {voice.FOLDER} is not the data the floor was set on")
        return 1
    values = voice.figures([voice.judged(line) for line in voice.lines_of(voice.FOLDER, "gate")])
    right = [each for found in voice_answers.by_decision(voice_pairs.read_pairs()).values() for each in found]
    values["pairs"] = 100 * sum(right) / max(1, len(right))
    print("voice: " + ", ".join(f"{key} {value:.1f}" for key, value in values.items()))
    low = [(key, at) for key, at in floor.get("floors", {}).items() if _misses(key, values[key], at)]
    for key, at in low:
        print(f"FAILED voice: {key} is {values[key]:.1f}, the bound is {at}")
    return len(low)


def _pages(folder: Path | None, floor: dict[str, Any]) -> int:
    """Main text of saved pages, which are not ours to give away."""
    if folder is None or not (folder / "pages").is_dir():
        print("SKIPPED pages: no folder with them given (--data-folder)")
        return 0
    if hashlib.sha256((folder / "pages" / pages.GOLD).read_bytes()).hexdigest() != floor["sha256"]:
        print("FAILED pages: they are not the data the floor was set on")
        return 1
    told, f1 = pages.report(folder / "pages")
    print(told)
    if f1 < floor["floors"]["f1"]:
        print(f"FAILED pages: f1 is {f1:.1f}, the bound is {floor['floors']['f1']}")
        return 1
    return 0


def _misses(key: str, figure: float, bound: float) -> bool:
    return figure > bound if key in HIGHEST else figure < bound


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
