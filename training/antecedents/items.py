"""Pronouns of GAP and GUM with their candidates as the linker gives them, and which of these are right.

A pronoun that the linker never asks for, or whose candidates are all out of sight, gives no item.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from eval.coref import Document
from eval.gap import Snippet
from sayso.extract.attribution import Attribution
from sayso.model.antecedents import View, view
from sayso.model.crf import Floats
from sayso.model.states import Halves
from sayso.resolve.scored import Asked, Range, linked
from training.antecedents.head import RIGHT, UNKNOWN, WRONG

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Item:
    """One pronoun: states [T, H] of its view; of the C candidates in it spans, clusters, features [C, F] and what is known [C]."""

    view: View
    spans: tuple[Range, ...]
    clusters: tuple[int, ...]
    hidden: Halves
    features: Floats
    wanted: Ints


class Recorder:
    """A scorer that leaves every decision to the rules and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []

    def probabilities(self, asked: Asked) -> None:
        self.asked.append(asked)


def gap_items(snippets: Iterable[Snippet], read: dict[str, Attribution]) -> Iterator[tuple[str, Item]]:
    """(id of the snippet, item): the names are given, and of other candidates nothing is known."""
    for snippet in snippets:
        found = read[snippet.text]
        for asked in _asked(snippet.text, found, snippet.names):
            if asked.pronoun[0] == snippet.pronoun[0]:
                item = item_of(asked, found, _of_names(asked, snippet))
                if item is not None:
                    yield snippet.name, item


def gum_items(documents: Iterable[Document], read: dict[str, Attribution]) -> Iterator[tuple[str, Item]]:
    """(id of the document, item): every candidate is right or wrong by whether it heads a mention of the pronoun's cluster."""
    for document in documents:
        found = read[document.text]
        of = {head: n for n, cluster in enumerate(document.clusters) for head in cluster.values()}
        for asked in _asked(document.text, found, ()):
            own = of.get(asked.pronoun)
            known = [_known(of, own, span) for span in asked.candidates]
            item = item_of(asked, found, known) if own is not None else None
            if item is not None:
                yield document.name, item


def _known(of: dict[Range, int], own: int | None, span: Range) -> int:
    heads = [number for (start, end), number in of.items() if span[0] <= start and end <= span[1]]
    return RIGHT if own in heads else WRONG


def _of_names(asked: Asked, snippet: Snippet) -> list[int]:
    """What the snippet tells of each candidate; what holds of one mention holds of its cluster."""
    told: dict[int, int] = {}
    for (start, end), number in zip(asked.candidates, asked.clusters, strict=True):
        for (low, high), meant in zip(snippet.names, snippet.gold, strict=True):
            if start < high and low < end:
                told[number] = max(told.get(number, WRONG), RIGHT if meant else WRONG)
    return [told.get(number, UNKNOWN) for number in asked.clusters]


def _asked(text: str, found: Attribution, named: Sequence[Range]) -> list[Asked]:
    recorder = Recorder()
    linked(text, found.statements, found.blocks, recorder, named)
    return recorder.asked


def item_of(asked: Asked, found: Attribution, known: Sequence[int]) -> Item | None:
    """The item of what was asked; None if nothing is in sight."""
    seen = view(found.states, asked.pronoun, asked.candidates)
    if seen is None:
        return None
    kept = list(seen.seen)
    wanted = np.asarray(known, dtype=np.int64)[kept]
    hidden = found.states.hidden[seen.start : seen.end].copy()
    spans, clusters = (tuple(each[n] for n in kept) for each in (asked.candidates, asked.clusters))
    return Item(seen, spans, clusters, hidden, asked.features[kept], wanted)
