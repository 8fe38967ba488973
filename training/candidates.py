"""The proposals of annotated articles, made by the run time itself, and which of them hold.

Spans are half-open and in code points of the article's text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.extract.layout import Layout, lay_out
from sayso.extract.proposals import Proposal, propose
from sayso.model.attribution import AttributionModel
from sayso.run_config import RunConfig
from training.corpus import Article, Span


@dataclass(frozen=True, slots=True)
class Proposed:
    """One article, its layout and all that the model proposes for it."""

    article: Article
    layout: Layout
    proposals: list[Proposal]


def propose_for(articles: Iterable[Article], model: AttributionModel, config: RunConfig) -> list[Proposed]:
    """Proposals of each article, in order."""
    made = []
    for article in articles:
        layout = lay_out(article.text)
        made.append(Proposed(article, layout, propose(article.text, layout, model, config)[0]))
    return made


def truth(proposed: Sequence[Proposed]) -> NDArray[np.bool_]:
    """Whether each proposal holds [N], article after article; two proposals for one true statement may both."""
    return np.array([holds(each, one.article) for one in proposed for each in one.proposals], dtype=bool)


def known(proposed: Sequence[Proposed]) -> NDArray[np.bool_]:
    """Whether the annotation can tell if a proposal holds [N]: one inside the content of a true statement it cannot.

    The gold marks no nesting, so a proposal that lies in such a content and matches nothing may be right all the same.
    """
    return np.array(
        [holds(each, one.article) or not _inside(each, one.article) for one in proposed for each in one.proposals],
        dtype=bool,
    )


def _inside(proposal: Proposal, article: Article) -> bool:
    spans = (*proposal.source, *proposal.cue, *proposal.content)
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    return any(start <= low and high <= end for each in article.attributions for start, end in each.content)


def holds(proposal: Proposal, article: Article) -> bool:
    """Whether the content overlaps a true one by half (Jaccard, no white space) and the sources agree."""
    content, source = (_characters(part, article.text) for part in (proposal.content, proposal.source))
    for each in article.attributions:
        true = _characters(each.content, article.text)
        if 2 * len(content & true) >= len(content | true) > 0:
            of = _characters(each.source, article.text)
            if source & of or not (source or of):
                return True
    return False


def _characters(spans: Sequence[Span], text: str) -> set[int]:
    return {i for start, end in spans for i in range(start, end) if not text[i].isspace()}
