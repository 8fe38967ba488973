"""Fit the voice head on the states of an exported encoder and calibrate it, in one command that can be run again.

    PYTHONPATH=src:. python -m training.voice.fit --model FOLDER --newssd FOLDER --wikinews FILE --out training/runs/voice

Learned from: sentences of NewsSD-ENG (subjective or objective), each alone and as part of an article; our written articles; the train
part of our gold; and, as passages that evaluate nothing, Wikinews articles that are in none of our sets. The stance toward a mention
also rests on what the position model says of it (--positions: fit that one first). Calibration and threshold are found by
cross-validation, on the gold articles, which have as many evaluating sentences as articles have, and on none that the head which gave
them was fitted on; the head that is kept is fitted on all. Then: ``python -m training.voice.export``.
"""

import argparse
import hashlib
import json
import random
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from eval.anchors import read_lines
from eval.splits import part_of
from sayso.model.crf import Floats
from training.voice.head import Sizes, VoiceHead
from training.voice.items import TOLD, Sample, Texts, coded_lines, fold_of, gold, neutral, sentences_of, single
from training.voice.learn import Course, calibrated, evaluates, judges, learn, temperature

WRITTEN = Path(__file__).parent / "written"
GOLD = Path("eval/voice")
POSITIONS = Path("src/sayso/model/weights/positions")
COURSES = (Course(4, 1e-3), Course(30, 2e-3))
MEMBERS, MEMBERS_ACROSS = 4, 2
"""Heads that are asked together: those kept, and those of each fold."""
WEIGHTS = {"gold": 2.0, "written": 1.0, "newssd": 0.3, "wikinews": 0.3}
"""How much a sample of each set counts; chosen by cross-validation over our own."""
OURS = (Path("eval/attribution/wikinews.jsonl"), GOLD / "wikinews.jsonl")
OF_WIKINEWS = 80
"""Neutral articles that are used; ours are left out."""
FOLDS = 5
TRIED = np.round(np.arange(0.2, 0.75, 0.01), 2)
ALIKE = 0.01
"""Thresholds whose F1 differs by no more are alike; the middle one is taken."""


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="folder of the exported encoder")
    parser.add_argument("--positions", type=Path, default=POSITIONS, help="folder of the position model on it")
    parser.add_argument("--newssd", type=Path, required=True, help="folder with train.csv")
    parser.add_argument("--wikinews", type=Path, help="JSON Lines of neutral articles")
    parser.add_argument("--out", type=Path, required=True, help="folder for head.pt and fitted.json")
    parser.add_argument("--version", default="0", help="version of the weights, for the manifest")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args(argv)
    torch.set_num_threads(1)
    texts = Texts(arguments.model, arguments.positions)
    public = _public(arguments, texts)
    lines = [line for path in _gold() for line in read_lines(path) if part_of(line) == "train"]
    own = [*gold(coded_lines(WRITTEN), texts, "written"), *gold(lines, texts, "gold")]
    marked = sum(each.evaluates for each in own)
    print(f"{len(public)} public passages, {len(own)} of our own, {marked} evaluate", flush=True)
    sizes = Sizes(texts.model.size, len(own[0].cues), TOLD)
    found = fitted(own, public, sizes, arguments.seed)
    about = {
        "version": arguments.version,
        "encoder_sha256": texts.model.manifest.content["files"]["encoder.onnx"],
        "positions_sha256": texts.positions.manifest.content["files"]["positions.onnx"],
        "trained_on": _digests(arguments.newssd, arguments.wikinews),
        "seed": arguments.seed,
        "torch": torch.__version__,
        **found,
    }
    head = _fit(own, public, sizes, arguments.seed, MEMBERS)
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.save(head.state_dict(), arguments.out / "head.pt")
    packed = {**about, "sizes": asdict(sizes), "members": MEMBERS}
    (arguments.out / "fitted.json").write_text(json.dumps(packed, indent=1) + "\n", encoding="utf-8")
    print(json.dumps({name: found[name] for name in ("calibration", "decoding", "out_of_fold")}), flush=True)


def fitted(own: Sequence[Sample], public: Sequence[Sample], sizes: Sizes, seed: int) -> dict[str, Any]:
    """Calibration, threshold and temperature, with the figures that they had on articles held out in turn."""
    wanted = np.array([each.evaluates for each in own])
    logits, stances, labels = _across(own, public, sizes, seed)
    coded = np.array([each.set == "gold" for each in own])
    slope, offset = calibrated(logits[coded], wanted[coded].tolist())
    sure = 1 / (1 + np.exp(-(slope * logits + offset)))
    threshold, f1 = best_threshold(sure[coded], wanted[coded] == 1)
    right = float((stances.argmax(1) == labels).float().mean())
    heat = temperature(stances, labels)
    return {
        "calibration": {
            "slope": slope,
            "offset": offset,
            "passages": int(coded.sum()),
            "temperature": heat,
            "mentions": len(labels),
        },
        "decoding": {"threshold": threshold},
        "out_of_fold": {
            "f1": round(100 * f1, 1),
            "f1_written": round(100 * _f1(sure[~coded] >= threshold, wanted[~coded] == 1), 1),
            "label_right": round(100 * right, 1),
        },
    }


def best_threshold(sure: Floats, wanted: Floats) -> tuple[float, float]:
    """The threshold with the highest F1 of the evaluating passages, and that F1; the middle of several that are alike."""
    scores = np.array([_f1(sure >= at, wanted) for at in TRIED])
    good = np.flatnonzero(scores >= scores.max() - ALIKE)
    at = int(good[len(good) // 2])
    return float(TRIED[at]), float(scores[at])


def _gold() -> list[Path]:
    return sorted(GOLD.glob("*.jsonl"))


def _public(arguments: argparse.Namespace, texts: Texts) -> list[Sample]:
    sentences = sentences_of(arguments.newssd / "train.csv")
    order = random.Random(arguments.seed)  # noqa: S311  an order, no secret
    found = [*single(sentences, texts, "newssd", packed=None), *single(sentences, texts, "newssd", packed=order)]
    if arguments.wikinews is not None:
        ours = {line["text"] for path in OURS for line in read_lines(path)}
        others = sorted({line["text"] for line in read_lines(arguments.wikinews)} - ours)
        found += neutral(order.sample(others, OF_WIKINEWS), texts, "wikinews")
    return found


def _fit(own: Sequence[Sample], public: Sequence[Sample], sizes: Sizes, seed: int, members: int) -> VoiceHead:
    samples = [*public, *own]
    return learn(samples, [WEIGHTS[each.set] for each in samples], sizes, members, COURSES, seed)


def _across(own: Sequence[Sample], public: Sequence[Sample], sizes: Sizes, seed: int) -> tuple[Floats, Tensor, Tensor]:
    """Logits [P] of our own passages, logits [M, 4] and labels [M] of their mentions, each by a head that never saw its article."""
    logits = np.zeros(len(own), dtype=np.float32)
    stances, labels = [], []
    for fold in range(FOLDS):
        inside = [n for n, each in enumerate(own) if fold_of(each, FOLDS) == fold]
        outside = [each for each in own if fold_of(each, FOLDS) != fold]
        head = _fit(outside, public, sizes, seed, MEMBERS_ACROSS)
        logits[inside] = evaluates(head, [own[n] for n in inside])
        found, wanted = judges(head, [own[n] for n in inside])
        stances.append(found)
        labels.append(wanted)
        print(f"fold {fold + 1} of {FOLDS}", flush=True)
    return logits, torch.cat(stances), torch.cat(labels)


def _f1(found: Floats, wanted: Floats) -> float:
    return float(2 * (found & wanted).sum() / max(1, found.sum() + wanted.sum()))


def _digests(newssd: Path, wikinews: Path | None) -> dict[str, str]:
    files = {
        "newssd": [newssd / "train.csv"],
        "written": sorted(WRITTEN.glob("*.jsonl")),
        "gold": _gold(),
        "wikinews": [wikinews] if wikinews else [],
    }
    return {
        name: hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
        for name, paths in files.items()
        if paths
    }


if __name__ == "__main__":
    main()
