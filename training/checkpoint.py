"""Checkpoints: everything a run needs to go on after it was killed, written so that a kill never leaves half a file."""

import os
import random
import shutil
from pathlib import Path
from typing import Any

import torch

from training.model import AttributionModel
from training.optimiser import Average
from training.settings import Settings, as_record, from_record
from training.positions.shared import make_model

NAME = "checkpoint.pt"


class Progress:
    """Where a run stands: the next batch is number ``position`` of ``epoch``."""

    def __init__(self, epoch: int = 0, position: int = 0, step: int = 0, seconds: float = 0.0) -> None:
        self.epoch = epoch
        self.position = position
        self.step = step
        self.seconds = seconds


def save(
    folder: Path,
    model: AttributionModel,
    optimiser: torch.optim.Optimizer,
    average: Average,
    progress: Progress,
    settings: Settings,
    mirror: Path | None = None,
) -> None:
    """Write the checkpoint of a run, and a second copy of it in ``mirror``."""
    state = {
        "settings": as_record(settings),
        "model": model.state_dict(),
        "optimiser": optimiser.state_dict(),
        "average": average.weights,
        "average_count": average.count,
        "progress": vars(progress),
        "torch_random": torch.get_rng_state(),
        "python_random": random.getstate(),
    }
    unfinished = folder / f"{NAME}.part"
    torch.save(state, unfinished)
    os.replace(unfinished, folder / NAME)
    if mirror is not None:
        mirror.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / NAME, mirror / f"{NAME}.part")
        os.replace(mirror / f"{NAME}.part", mirror / NAME)


def restore(path: Path, model: AttributionModel, optimiser: torch.optim.Optimizer, average: Average) -> Progress:
    """Put a run back where its checkpoint left it."""
    state = _read(path)
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    average.weights = {name: each.to(average.weights[name].device) for name, each in state["average"].items()}
    average.count = state["average_count"]
    torch.set_rng_state(state["torch_random"])
    random.setstate(state["python_random"])
    return Progress(**state["progress"])


def start_from(path: Path, model: AttributionModel) -> None:
    """Fill in the averaged weights of another run, as far as both have the same; the rest keeps its random start."""
    state = _read(path)
    own = model.state_dict()
    found = {**state["model"], **state["average"]}
    model.load_state_dict({name: each for name, each in found.items() if name in own}, strict=False)


def load_average(path: Path) -> tuple[AttributionModel, Settings, dict[str, Any]]:
    """(model with the averaged weights, ready to read; its settings; its progress)."""
    state = _read(path)
    settings = from_record(state["settings"])
    model = make_model(settings)
    model.load_state_dict({**state["model"], **state["average"]})
    return model.eval(), settings, state["progress"]


def _read(path: Path) -> dict[str, Any]:
    # Our own file; the state of Python's generator is a tuple, which the restricted reader also takes.
    return torch.load(path, map_location="cpu", weights_only=True)
