"""Proposals: candidate statements anchored in the text, each with the evidence for it.

Ranges are half-open and in code points of the text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.anchoring import Parts, anchor
from sayso.extract.candidates import Evidence, candidates
from sayso.extract.features import features
from sayso.extract.layout import Layout
from sayso.extract.paragraphs import Range
from sayso.extract.places import places, prose_tokens
from sayso.extract.quotes import Quotation, overlapping
from sayso.model.attribution import AttributionModel
from sayso.model.windows import WindowSettings, cut
from sayso.run_config import RunConfig


@dataclass(frozen=True, slots=True)
class Proposal:
    """One possible statement of a text. ``quoted`` is the share of the content that stands in quotation marks."""

    parts: Parts
    evidence: Evidence
    quoted: float
    second: bool

    @property
    def source(self) -> tuple[Range, ...]:
        return self.parts.source

    @property
    def cue(self) -> tuple[Range, ...]:
        return self.parts.cue

    @property
    def content(self) -> tuple[Range, ...]:
        return self.parts.content


def propose(text: str, layout: Layout, model: AttributionModel, config: RunConfig) -> list[Proposal]:
    """All possible statements of ``text``, also those that are unlikely."""
    tokens = prose_tokens(model.tokenize(text), layout)
    windows = cut(
        len(tokens), places(tokens, layout), WindowSettings(config.window, config.left, config.right, config.reach)
    )
    found = []
    for each in candidates(model, tokens, features(text, tokens.starts, layout), windows, config):
        parts = anchor(text, tokens, each, layout)
        if parts is not None:
            found.append(Proposal(parts, each.evidence, quoted_share(parts.content, layout.quotations), each.second))
    return found


def quoted_share(content: Sequence[Range], quotations: Sequence[Quotation]) -> float:
    """How much of ``content`` stands in quotation marks, marks included."""
    size = sum(end - start for start, end in content)
    parts = [part for each in overlapping(quotations, content[0][0], content[-1][1]) for part in each.parts]
    inside = sum(max(0, min(e, high) - max(s, low)) for s, e in content for low, high in parts)
    return inside / size if size else 0.0
