"""Weights between those that a training began with and those it ended with.

PYTHONPATH=src python -m training.mix --start FILE --trained FOLDER --share 0.7 --out FOLDER

A short training for one task costs another some of what it knew; on the straight line between the two sets of weights lie
some that keep both (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models", section 3).
"""

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from training.checkpoint import NAME

Weights = dict[str, torch.Tensor]


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", type=Path, required=True, help="checkpoint that the training began with")
    parser.add_argument("--trained", type=Path, required=True, help="folder of the run, with its checkpoint")
    parser.add_argument("--share", type=float, required=True, help="of the trained weights, 0 to 1")
    parser.add_argument("--out", type=Path, required=True, help="folder for the checkpoint and training.json")
    arguments = parser.parse_args(argv)
    trained = _read(arguments.trained / NAME)
    trained["model"] = mixed(_averaged(_read(arguments.start)), _averaged(trained), arguments.share)
    trained["average"] = {}
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.save(trained, arguments.out / NAME)
    about = json.loads((arguments.trained / "training.json").read_text())
    start = hashlib.sha256(arguments.start.read_bytes()).hexdigest()
    about["mixed"] = {"start_sha256": start, "share": arguments.share}
    (arguments.out / "training.json").write_text(json.dumps(about, indent=1) + "\n")


def mixed(start: Weights, trained: Weights, share: float) -> Weights:
    """``share`` of the trained weights and the rest of those at the start; what the start lacks stays as it was trained."""
    return {
        name: (1 - share) * start[name] + share * each if name in start and each.is_floating_point() else each
        for name, each in trained.items()
    }


def _averaged(state: dict[str, Any]) -> Weights:
    return {**state["model"], **state["average"]}


def _read(path: Path) -> dict[str, Any]:
    state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    return state


if __name__ == "__main__":
    main()
