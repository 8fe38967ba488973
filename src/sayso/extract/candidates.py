"""Candidate statements in tokens, with what speaks for and against each. Nothing is decided here.

A cue is a run of tokens whose probability of belonging to a cue reaches a floor; a token more likely to begin
than to continue starts a new one. Each cue is asked for in the window whose core holds its first token; source
and content may reach into the context around the core. Beside a quotation the floor is lower: a quotation
that would else have no speaker gets a second chance. Shapes: T tokens of a window, K role labels.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.extract.features import Quote
from sayso.model.attribution import AttributionModel, Encoded, Ints, Tokens, softmax
from sayso.model.crf import CONTENT, SOURCE, Floats, Labels, viterbi
from sayso.model.states import Halves, States
from sayso.model.windows import Window
from sayso.run_config import RunConfig

Run = tuple[int, int]
"""Half-open range of token indices."""
Flags = npt.NDArray[np.bool_]

BRIDGE = 1
"""Tokens between two runs of a part that are taken into it: no label is sure enough to split a phrase for one."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the model says of one candidate: ``cue`` and ``verdict`` are logits, ``path`` the log probability of its roles;
    ``source`` and ``content`` are mean probabilities of those labels, and ``tokens`` counts the content."""

    cue: float
    verdict: float
    path: float
    source: float
    content: float
    tokens: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible statement in tokens of the article. ``second``: its cue passed only the floor beside quotations."""

    source: tuple[Run, ...]
    cue: Run
    content: tuple[Run, ...]
    evidence: Evidence
    second: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """A cue after both graphs: ``cue`` in tokens of its window, ``inside`` its probability.

    ``scores`` [T, K] are for the CRF, ``chances`` [T, K] the probabilities of each token alone.
    """

    window: Window
    cue: Run
    inside: float
    verdict: float
    scores: Floats
    chances: Floats
    second: bool


def candidates(
    model: AttributionModel, tokens: Tokens, features: Ints, windows: Sequence[Window], config: RunConfig
) -> tuple[list[Candidate], States]:
    """Candidates with a content, in the order of their cues within each window, and what the encoder made of the text."""
    hidden = np.zeros((len(tokens), model.size), dtype=np.float16)
    asked = [each for window in windows for each in _ask(model, tokens, features, window, config, hidden)]
    labels, paths = viterbi([each.scores for each in asked], model.chain)
    found = (_candidate(each, *rest) for each, *rest in zip(asked, labels, paths.tolist(), strict=True))
    return [each for each in found if each is not None], States(tokens, features, hidden)


def cue_runs(cue: Floats, first: int, last: int, floor: float) -> list[Run]:
    """Cues that begin in ``[first, last)``, from probabilities [T, 3] of outside, begin, inside."""
    over = 1 - cue[:, 0] >= floor
    begins = cue[:, 1] > cue[:, 2]
    runs: list[Run] = []
    at = first
    while 0 < at < last and over[at] and over[at - 1] and not begins[at]:
        at += 1
    while at < last:
        if not over[at]:
            at += 1
            continue
        end = at + 1
        while end < len(cue) and over[end] and not begins[end]:
            end += 1
        runs.append((at, end))
        at = end
    return runs


def runs_of(labels: Labels, part: int, *, bridge: int = BRIDGE) -> list[Run]:
    """Runs of the tokens labelled as ``part`` (SOURCE or CONTENT); gaps of up to ``bridge`` tokens are closed."""
    runs: list[Run] = []
    for at in np.flatnonzero((labels == part) | (labels == part + 1)).tolist():
        if runs and at - runs[-1][1] <= bridge:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def sureness(probabilities: Floats, labels: Labels, part: int) -> float:
    """Mean probability of a part over its tokens; without any, of the part being nowhere at its likeliest token."""
    of_part = probabilities[:, part] + probabilities[:, part + 1]
    marked = (labels == part) | (labels == part + 1)
    return float(of_part[marked].mean() if marked.any() else 1 - of_part.max())


def _ask(
    model: AttributionModel, tokens: Tokens, features: Ints, window: Window, config: RunConfig, hidden: Halves
) -> Iterator[_Asked]:
    """The cues of one window; the states of its core are written into ``hidden``."""
    table = features[window.start : window.end]
    encoded = model.encode(tokens.ids[window.start : window.end], table)
    core = (window.core_start - window.start, window.core_end - window.start)
    hidden[window.core_start : window.core_end] = encoded.hidden[0, core[0] + 1 : core[1] + 1]
    runs = cue_runs(encoded.cue, *core, config.cue_floor)
    others = _second_runs(encoded.cue, table, core, runs, config)
    asked = sorted([*((run, False) for run in runs), *((run, True) for run in others)])
    if not asked:
        return
    scores, verdicts = _roles(model, encoded, [run for run, _ in asked])
    chances = softmax(scores)
    inside = 1 - encoded.cue[:, 0]
    for n, (run, second) in enumerate(asked):
        sure = float(inside[slice(*run)].max())
        yield _Asked(window, run, sure, float(verdicts[n]), scores[n], chances[n], second)


def _second_runs(cue: Floats, features: Ints, core: Run, runs: Sequence[Run], config: RunConfig) -> list[Run]:
    """Cues over the lower floor only, outside quotations and close to one, that touch none of ``runs``."""
    near = _near_quotations(features, config.beside)
    if not near.any():
        return []
    free = near.copy()
    for start, end in runs:
        free[max(0, start - 1) : end + 1] = False
    hidden = np.where(free[:, None], cue, np.array([1, 0, 0], dtype=np.float32))
    return cue_runs(hidden, *core, config.second_floor)


def _near_quotations(features: Ints, reach: int) -> Flags:
    """Tokens outside quotations with one at most ``reach`` tokens away [T]."""
    outside = features[:, 1] == Quote.OUTSIDE
    places = np.flatnonzero(~outside)
    if not len(places):
        return np.zeros(len(outside), dtype=np.bool_)
    at = np.arange(len(outside))
    next_one = np.searchsorted(places, at)
    after = places[np.minimum(next_one, len(places) - 1)]
    before = places[np.maximum(next_one - 1, 0)]
    close = np.minimum(np.abs(after - at), np.abs(at - before)) <= reach
    return np.asarray(outside & close)


def _roles(model: AttributionModel, encoded: Encoded, runs: Sequence[Run]) -> tuple[Floats, Floats]:
    starts, ends = (np.array(each, dtype=np.int64) for each in zip(*runs, strict=True))
    return model.roles(encoded, starts, ends)


def _candidate(asked: _Asked, labels: Labels, path: float) -> Candidate | None:
    labels = labels.copy()
    labels[slice(*asked.cue)] = 0
    shift = asked.window.start
    source, content = (tuple((a + shift, b + shift) for a, b in runs_of(labels, part)) for part in (SOURCE, CONTENT))
    if not content:
        return None
    probabilities = asked.chances
    inside = min(max(asked.inside, 1e-6), 1 - 1e-6)
    evidence = Evidence(
        cue=float(np.log(inside / (1 - inside))),
        verdict=asked.verdict,
        path=path,
        source=sureness(probabilities, labels, SOURCE),
        content=sureness(probabilities, labels, CONTENT),
        tokens=int((labels >= CONTENT).sum()),
    )
    return Candidate(source, (asked.cue[0] + shift, asked.cue[1] + shift), content, evidence, asked.second)
