"""The settings of one training run, read from a TOML file; unknown keys are refused."""

import dataclasses
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training.examples import ExampleSettings
from training.model import HeadSizes


@dataclass(frozen=True, slots=True)
class Optimisation:
    """Learning rates are for the top encoder layer; each layer below has ``layer_decay`` times the one above."""

    rate: float = 2e-4
    heads_factor: float = 5.0
    layer_decay: float = 0.9
    weight_decay: float = 0.01
    warm_up: float = 0.06
    """Share of the run over which the rate rises; after it the rate falls linearly to zero."""
    clip: float = 1.0
    average: float = 0.998
    """Decay of the running average of the weights, which is what is evaluated and exported."""
    freeze_words: bool = True
    frozen_layers: int = 0
    """Layers of the encoder, counted from below, that are not trained; a trained encoder needs its upper ones alone."""


@dataclass(frozen=True, slots=True)
class Losses:
    """Weights of the parts of the loss. The CRF loss is a sum over tokens, so its weight is about one in a hundred."""

    cue: float = 1.5
    roles: float = 0.02
    verdict: float = 0.3
    negatives: int = 16
    """Most false cues a batch adds for the verdict."""
    negative_floor: float = 0.1
    """A token counts as a false cue when the tagger gives it at least this probability of being in one."""


@dataclass(frozen=True, slots=True)
class Positions:
    """Positions that are learned beside attribution, on the same encoder; weight 0 leaves them out.

    ``written`` and ``public`` are the windows that each step takes of our own coding and of the public sets.
    """

    weight: float = 0.0
    written: int = 4
    public: int = 2
    dropout: float = 0.2


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that decides a run, apart from the data, the base encoder and the machine."""

    seed: int = 1
    threads: int = 2
    epochs: int = 5
    minutes: float = 100.0
    """Training time at most, resumed runs included; the schedule ends at the epochs or the minutes, whichever is first."""
    batch: int = 8
    held_out: float = 0.1
    save_every: float = 300.0
    """Seconds between checkpoints."""
    layers: int = 5
    """Layers of the encoder, counted from below."""
    dropout: float = 0.1
    masked_words: float = 0.0
    """Share of the tokens that are hidden from the model in each batch."""
    bfloat16: bool = True
    head: HeadSizes = field(default_factory=HeadSizes)
    examples: ExampleSettings = field(default_factory=ExampleSettings)
    optimisation: Optimisation = field(default_factory=Optimisation)
    losses: Losses = field(default_factory=Losses)
    positions: Positions = field(default_factory=Positions)


def read_settings(path: Path) -> Settings:
    """Settings from a TOML file whose tables are named as the fields above."""
    return _filled(Settings, tomllib.loads(path.read_text()))


def as_record(settings: Settings) -> dict[str, Any]:
    """The settings as plain values, for a manifest or a checkpoint."""
    return dataclasses.asdict(settings)


def from_record(record: dict[str, Any]) -> Settings:
    """The settings that ``as_record`` wrote down."""
    return _filled(Settings, record)


def _filled(kind: type, values: dict[str, Any]) -> Any:
    known = {each.name: each for each in dataclasses.fields(kind)}
    if unknown := sorted(set(values) - set(known)):
        raise ValueError(f"unknown settings {unknown}; {kind.__name__} has {sorted(known)}")
    tables = {
        "head": HeadSizes,
        "examples": ExampleSettings,
        "optimisation": Optimisation,
        "losses": Losses,
        "positions": Positions,
    }
    filled = {}
    for name, value in values.items():
        if name in tables and isinstance(value, dict):
            value = _filled(tables[name], value)
        filled[name] = tuple(value) if isinstance(value, list) else value
    return kind(**filled)
