"""Proposals: candidate statements anchored in the text, each with the evidence for it.

Ranges are half-open and in code points of the text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.extract.anchoring import Parts, anchor
from sayso.extract.candidates import Evidence, candidates
from sayso.extract.features import features
from sayso.extract.layout import Layout
from sayso.extract.paragraphs import Range
from sayso.extract.places import places, prose_tokens
from sayso.extract.quotes import Quotation, overlapping
from sayso.model.attribution import AttributionModel
from sayso.model.states import States
from sayso.model.windows import WindowSettings, cut
from sayso.run_config import RunConfig

_COLON = re.compile(r"\s*:?(?<=:)[^\S\n]*\n\s*")
"""The end of a paragraph after a colon, which may belong to the cue."""

_BARE = re.compile(r"the|an?|so-called|self-styled|[.,;!?\s]+", re.IGNORECASE)
"""What attributes nothing and names nobody: articles, stops, words that hold another at a distance (codebook, decision 6)."""
_WORK = re.compile(r"[“‘\"'](?:[A-Z][\w’'-]*|of|the|and|an?|in|on|to|for| )+[”’\"'] \Z")
"""A name in marks before the cue, every word of weight with a capital and no comma at its end: a work, not what somebody said."""


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


def propose(text: str, layout: Layout, model: AttributionModel, config: RunConfig) -> tuple[list[Proposal], States]:
    """All possible statements of ``text``, also those that are unlikely, and what the encoder made of it."""
    tokens = prose_tokens(model.tokenize(text), layout)
    windows = cut(
        len(tokens), places(tokens, layout), WindowSettings(config.window, config.left, config.right, config.reach)
    )
    found = []
    possible, states = candidates(model, tokens, features(text, tokens.starts, layout), windows, config)
    for each in possible:
        parts = anchor(text, tokens, each, layout)
        if parts is not None and not _bare(text, parts) and not _is_of_work(text, parts):
            parts = introduced(text, _without_stop(text, parts), layout)
            found.append(Proposal(parts, each.evidence, quoted_share(parts.content, layout.quotations), each.second))
    return found, states


def _bare(text: str, parts: Parts) -> bool:
    """Whether cue or source is one word that attributes nothing and names nobody."""
    return any(
        part and _BARE.fullmatch(text, part[0][0], part[-1][1]) is not None for part in (parts.cue, parts.source)
    )


def _is_of_work(text: str, parts: Parts) -> bool:
    """Whether nobody speaks and the cue is what a work does: "The play “The Long Road” [opens] in March" (codebook, decision 6)."""
    start = parts.cue[0][0]
    return not parts.source and any(low < start and _WORK.search(text, low, start) for low, _ in parts.content)


def _without_stop(text: str, parts: Parts) -> Parts:
    """The parts without the full stop or comma that a cue ends in."""
    start, end = parts.cue[-1]
    if end - start < 2 or text[end - 1] not in ".," or not text[end - 2].isalpha():
        return parts
    return replace(parts, cue=(*parts.cue[:-1], (start, end - 1)))


def introduced(text: str, parts: Parts, layout: Layout) -> Parts:
    """The parts with the quotation of the next paragraph as content, where a colon after the cue ends the paragraph.

    "Ada Roe replied:" says what comes, whatever was said before it.
    """
    found = _COLON.match(text, parts.cue[-1][1])
    if found is None:
        return parts
    following = [
        each for each in overlapping(layout.quotations, found.end(), found.end() + 1) if each.start == found.end()
    ]
    if not following or any(end > found.end() for _, end in parts.content):
        return parts
    return replace(parts, content=tuple(following[0].parts))


def quoted_share(content: Sequence[Range], quotations: Sequence[Quotation]) -> float:
    """How much of ``content`` stands in quotation marks, marks included."""
    size = sum(end - start for start, end in content)
    parts = [part for each in overlapping(quotations, content[0][0], content[-1][1]) for part in each.parts]
    inside = sum(max(0, min(e, high) - max(s, low)) for s, e in content for low, high in parts)
    return inside / size if size else 0.0
