"""Where windows may be cut: sentence and paragraph ends, told apart by whether a quotation runs through them."""

import numpy as np

from sayso.extract.layout import Layout
from sayso.model.attribution import Tokens
from sayso.model.windows import Cut


def prose_tokens(tokens: Tokens, layout: Layout) -> Tokens:
    """The tokens that stand in prose; furniture is not read."""
    if not layout.prose:
        return tokens.select(np.zeros(len(tokens), dtype=np.bool_))
    edges = np.asarray(layout.prose, dtype=np.int64)
    at = np.searchsorted(edges[:, 0], tokens.starts, side="right") - 1
    return tokens.select((at >= 0) & (tokens.starts < edges[np.maximum(at, 0), 1]))


def places(tokens: Tokens, layout: Layout) -> list[tuple[int, Cut]]:
    """(index of the token to cut before, quality), ascending, one for each token that begins a sentence."""
    paragraph_starts = {start for start, _ in layout.prose}
    quoted = _quoted_ranges(layout)
    starts = np.asarray([start for start, _ in layout.sentences], dtype=np.int64)
    indices = np.searchsorted(tokens.starts, starts, side="left")
    found: dict[int, Cut] = {}
    at = 0
    for start, index in zip(starts.tolist(), indices.tolist(), strict=True):
        while at < len(quoted) and quoted[at][1] <= start:
            at += 1
        inside = at < len(quoted) and quoted[at][0] < start
        paragraph = start in paragraph_starts
        if inside:
            found[index] = Cut.PARAGRAPH_IN_QUOTATION if paragraph else Cut.SENTENCE_IN_QUOTATION
        else:
            found[index] = Cut.PARAGRAPH if paragraph else Cut.SENTENCE
    return sorted(found.items())


def _quoted_ranges(layout: Layout) -> list[tuple[int, int]]:
    return [(quotation.start, quotation.end) for quotation in layout.quotations]
