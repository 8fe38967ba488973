"""From the model's probabilities to statements in tokens.

A cue is a run of tokens whose probability of belonging to a cue reaches the threshold; a token more likely to
begin than to continue starts a new one. Each cue is decided in the window whose core holds its first token;
source and content may reach into the context around the core.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.model.attribution import (
    CONTENT_BEGIN,
    CONTENT_INSIDE,
    SOURCE_BEGIN,
    SOURCE_INSIDE,
    AttributionModel,
    Floats,
    Tokens,
)
from sayso.model.windows import Window

Run = tuple[int, int]
"""Half-open range of token indices."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """One statement in tokens of the article; ``confidence`` is the product of what decided its parts."""

    source: tuple[Run, ...]
    cue: tuple[Run, ...]
    content: tuple[Run, ...]
    confidence: float


def decode(model: AttributionModel, tokens: Tokens, windows: Sequence[Window], *, threshold: float) -> list[Decoded]:
    """Statements in the order of their cues. One without content is none."""
    found: list[Decoded] = []
    for window in windows:
        encoded = model.encode(tokens.ids[window.start : window.end])
        first, last = window.core_start - window.start, window.core_end - window.start
        cues = cue_runs(encoded.cue, first, last, threshold)
        if not cues:
            continue
        roles = model.roles(encoded, [list(range(*cue)) for cue in cues])
        for cue, role in zip(cues, roles, strict=True):
            statement = _statement(cue, encoded.cue, role, window.start)
            if statement:
                found.append(statement)
    return found


def cue_runs(cue: Floats, first: int, last: int, threshold: float) -> list[Run]:
    """Cues that begin in ``[first, last)``, from probabilities [T, 3] of outside, begin, inside."""
    runs: list[Run] = []
    inside = 1 - cue[:, 0] >= threshold
    at = first
    if at > 0 and inside[at] and inside[at - 1] and cue[at, 1] <= cue[at, 2]:
        while at < last and inside[at] and cue[at, 1] <= cue[at, 2]:
            at += 1
    while at < last:
        if not inside[at]:
            at += 1
            continue
        end = at + 1
        while end < len(cue) and inside[end] and cue[end, 1] <= cue[end, 2]:
            end += 1
        runs.append((at, end))
        at = end
    return runs


def _statement(cue: Run, cue_scores: Floats, role: Floats, shift: int) -> Decoded | None:
    labels = role.argmax(axis=-1)
    labels[cue[0] : cue[1]] = 0
    source = _runs((labels == SOURCE_BEGIN) | (labels == SOURCE_INSIDE))
    content = _runs((labels == CONTENT_BEGIN) | (labels == CONTENT_INSIDE))
    if not content:
        return None
    return Decoded(
        source=_shifted(source, shift),
        cue=_shifted([cue], shift),
        content=_shifted(content, shift),
        confidence=_confidence(cue, cue_scores, role, source, content),
    )


def _confidence(cue: Run, cue_scores: Floats, role: Floats, source: Sequence[Run], content: Sequence[Run]) -> float:
    """Cue probability times the mean probability of source tokens and of content tokens."""
    as_cue = float((1 - cue_scores[cue[0] : cue[1], 0]).mean())
    as_source = _mean(role[:, SOURCE_BEGIN] + role[:, SOURCE_INSIDE], source)
    as_content = _mean(role[:, CONTENT_BEGIN] + role[:, CONTENT_INSIDE], content)
    return min(1.0, as_cue * as_source * as_content)


def _mean(scores: Floats, runs: Sequence[Run]) -> float:
    """Mean over the runs; without any, how sure the model is that there is none."""
    if not runs:
        return float(1 - scores.max())
    return float(np.concatenate([scores[start:end] for start, end in runs]).mean())


def _runs(marked: np.ndarray) -> list[Run]:
    """Runs of marked tokens; a gap of one token is bridged."""
    runs: list[Run] = []
    for index in np.flatnonzero(marked).tolist():
        if runs and index - runs[-1][1] <= 1:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs


def _shifted(runs: Sequence[Run], by: int) -> tuple[Run, ...]:
    return tuple((start + by, end + by) for start, end in runs)
