"""What decides a reading besides text and weights: hashed into the run's id.

Nothing that may change without reading differently belongs here: no paths, no workers, no ``sayso.toml``.
"""

import json
from dataclasses import asdict, dataclass

from sayso.records.ids import canonical_json, run_id
from sayso.records.run import Run

EXTRACTION_CODE = "1"
"""Raised by hand whenever the same weights and settings would read a text differently."""


@dataclass(frozen=True, slots=True)
class RunConfig:
    """Decoding settings. Sizes in tokens; thresholds are probabilities.

    ``cue_threshold``: a token belongs to a cue when the model gives at least this to begin and inside together.
    ``window``, ``left``, ``right``: largest window without special tokens, context before and after its core.
    ``reach``: share of a core in which a better place to cut wins over a later one.
    """

    cue_threshold: float = 0.7
    window: int = 254
    left: int = 32
    right: int = 32
    reach: float = 0.4


def make_run(manifest: str, config: RunConfig) -> Run:
    """The run that ``manifest`` (canonical JSON of the weights' manifest) and ``config`` make up."""
    settings = canonical_json(asdict(config))
    return Run(run_id(model=manifest, settings=settings, code=EXTRACTION_CODE), manifest, settings, EXTRACTION_CODE)


def config_of(run: Run) -> RunConfig:
    """The settings a stored run was made with."""
    return RunConfig(**json.loads(run.settings))
