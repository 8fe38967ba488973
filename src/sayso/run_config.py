"""What decides a reading besides text and weights: hashed into the run's id.

Nothing that may change without reading differently belongs here: no paths, no workers, no ``sayso.toml``.
"""

from dataclasses import asdict, dataclass

from sayso.records.ids import canonical_json, run_id
from sayso.records.run import Run

EXTRACTION_CODE = "7"
"""Raised by hand whenever the same weights and settings would read a text differently."""


@dataclass(frozen=True, slots=True)
class RunConfig:
    """Decoding settings, found on articles no weight was trained on. Sizes in tokens; the rest are probabilities and shares.

    ``cue_floor``: a token can belong to a cue when the model gives at least this to begin and inside together;
    ``second_floor``: the same for tokens at most ``beside`` away from a quotation.
    ``threshold``, ``threshold_without_source``: confidence from which a statement is kept.
    ``threshold_nested``: the same for one told inside the content of another.
    ``second_threshold``: the same for one whose quotation would else have no speaker.
    ``overlap``: Jaccard index from which on two contents are one, of which the likelier is kept.
    ``window``, ``left``, ``right``: largest window without special tokens, context before and after its core.
    ``reach``: share of a core in which a better place to cut wins over a later one.
    """

    cue_floor: float = 0.3
    second_floor: float = 0.1
    beside: int = 16
    threshold: float = 0.46
    threshold_without_source: float = 0.26
    threshold_nested: float = 0.45
    second_threshold: float = 0.2
    overlap: float = 0.7
    window: int = 254
    left: int = 16
    right: int = 20
    reach: float = 0.4


def make_run(manifest: str, config: RunConfig) -> Run:
    """The run that ``manifest`` (canonical JSON of the weights' manifest) and ``config`` make up."""
    settings = canonical_json(asdict(config))
    return Run(run_id(model=manifest, settings=settings, code=EXTRACTION_CODE), manifest, settings, EXTRACTION_CODE)
