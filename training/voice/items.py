"""Passages with what is coded of them, from every set, as one kind of sample with the states that the encoder gives.

Passages are cut by the run time itself (``sayso.classify.voice``), so the head learns from what it will be asked.
Ranges are half-open, in code points of the text.
"""

import csv
import hashlib
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from eval.anchors import read_lines
from sayso.classify.voice import Mentioned, Passages, leaning, unquoted
from sayso.extract.attribution import attribute
from sayso.extract.confidence import Regression
from sayso.model.attribution import AttributionModel
from sayso.model.crf import Floats
from sayso.model.positions import PositionModel
from sayso.model.states import Halves, States
from sayso.model.voice import LONGEST, told_of
from sayso.records.position import LABELS
from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.resolve.actors import resolve
from sayso.run_config import RunConfig

Range = tuple[int, int]
Line = dict[str, Any]

TOLD = 12
"""Numbers told of a mention: see ``sayso.classify.voice.leaning``."""
NONE = LABELS.index("none")
GAP = "\n\n"
TOGETHER = 14
"""Single sentences that are put together as one article: alone in a window a sentence has other states."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One passage: ``hidden`` [T, H], ``cues`` [C], ``evaluates`` 1 or 0; what is ``told`` [M, TOLD] of its
    ``mentions``, ranges of its tokens, and the numbers of their ``labels``. Samples of one ``group`` belong together."""

    hidden: Halves
    cues: Floats
    evaluates: int
    told: Floats
    mentions: tuple[Range, ...]
    labels: tuple[int, ...]
    set: str
    group: str


@dataclass(frozen=True, slots=True)
class Found:
    """A text as the run time sees it."""

    text: str
    statements: tuple[Statement, ...]
    passages: Passages
    states: States


class Texts:
    """Texts read with one exported encoder and one position model."""

    def __init__(self, folder: Path, positions: Path) -> None:
        self.model = AttributionModel(folder)
        self.positions = PositionModel(positions)
        self._confidence = Regression.of(self.model.manifest)
        self._config = RunConfig()

    def read(self, text: str) -> Found:
        found = attribute(text, "training", self.model, self._confidence, self._config)
        layout = found.layout
        quoted = [(each.start, each.end) for each in layout.quotations]
        seen = unquoted(text, layout.sentences, quoted, layout.blocks, found.statements, found.states)
        return Found(text, found.statements, seen, found.states)


def sentences_of(path: Path) -> list[tuple[str, int]]:
    """Sentences of NewsSD-ENG and whether they are subjective. ValueError for a label that is none of its two."""
    with path.open(encoding="utf-8", newline="") as rows:
        found = [(" ".join(row["Sentence"].split()), row["Label"]) for row in csv.DictReader(rows)]
    if bad := {label for _, label in found} - {"SUBJ", "OBJ"}:
        raise ValueError(f"{path} has the labels {sorted(bad)}, not SUBJ and OBJ alone")
    return [(sentence, int(label == "SUBJ")) for sentence, label in found]


def single(
    coded: Sequence[tuple[str, int]], texts: Texts, name: str, *, packed: random.Random | None
) -> Iterator[Sample]:
    """Samples of single sentences, each alone or, with ``packed``, several in random order as one article."""
    order = list(range(len(coded)))
    if packed is not None:
        packed.shuffle(order)
    size = 1 if packed is None else TOGETHER
    for at in range(0, len(order), size):
        some = order[at : at + size]
        text = GAP.join(coded[n][0] for n in some)
        begins = np.cumsum([0, *(len(coded[n][0]) + len(GAP) for n in some)])
        found = texts.read(text)
        for k, span in enumerate(found.passages.spans):
            n = some[int(np.searchsorted(begins, span[0], "right")) - 1]
            yield _sample(found, k, coded[n][1], (), texts, name, f"{name}/{n}")


def gold(lines: Iterable[Line], texts: Texts, name: str) -> Iterator[Sample]:
    """Samples of coded articles: every passage in a coded sentence; mentions of actors that a voice does not judge are none."""
    for line in lines:
        text = line["text"]
        found = texts.read(text)
        everybody = Mentioned(resolve(text, found.statements, (), found.passages.spans).actors)
        for k, span in enumerate(found.passages.spans):
            if not any(2 * _shared(span, tuple(each)) > span[1] - span[0] for each in line["sentences"]):
                continue
            here = [each for each in line["voice"] if _belongs(span, tuple(each["span"]))]
            judged = _coded(Span.of(text, *span), here, everybody) if here else []
            group = f"{name}/{line.get('group', line['id'])}"
            yield _sample(found, k, int(bool(here)), judged, texts, name, group)


def neutral(texts_of: Iterable[str], texts: Texts, name: str) -> Iterator[Sample]:
    """Samples of articles that are taken to evaluate nowhere outside of what they report, each the group of its own."""
    for number, text in enumerate(texts_of):
        found = texts.read(text)
        for k in range(len(found.passages.spans)):
            yield _sample(found, k, 0, (), texts, name, f"{name}/{number}")


def coded_lines(folder: Path) -> list[Line]:
    """The lines of all files of a folder."""
    return [line for path in sorted(folder.glob("*.jsonl")) for line in read_lines(path)]


def fold_of(sample: Sample, folds: int) -> int:
    """The fold of its group, by a hash of the group's name."""
    return hashlib.sha256(sample.group.encode()).digest()[1] % folds


def _coded(span: Span, here: Sequence[Line], everybody: Mentioned) -> list[tuple[Range, int]]:
    """The coded mentions of a passage, and as none those of the other actors that the run time would ask about."""
    marked = [(tuple(each["mention"]), LABELS.index(each["label"])) for each in here if each.get("mention") is not None]
    found = list(marked)
    for actor, mention in everybody.within(span):
        own = [(each.span.start, each.span.end) for each in actor.mentions]
        if not any(_shared(each, other) for each in own for other, _ in marked):
            found.append(((mention.span.start, mention.span.end), NONE))
    return found


def _belongs(span: Range, voice: Range) -> bool:
    """Whether a passage and a coded voice are about the same words: half of the shorter one at least."""
    return 2 * _shared(span, voice) >= min(span[1] - span[0], voice[1] - voice[0])


def _shared(one: Range, other: Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _sample(
    found: Found, k: int, evaluates: int, coded: Sequence[tuple[Range, int]], texts: Texts, name: str, group: str
) -> Sample:
    first, last = found.passages.tokens[k]
    end = min(last, first + LONGEST)
    kept = []
    for mention, label in coded:
        start, stop = found.states.tokens_of(*mention)
        if first <= start < stop <= end:
            kept.append(((start - first, stop - first), label))
    told = np.zeros((0, TOLD), dtype=np.float32)
    if kept:
        seen = told_of(found.states, (first, last), [at for at, _ in kept], texts.positions)
        told = leaning(seen, found.text[slice(*found.passages.spans[k])])
    mentions, labels = tuple(at for at, _ in kept), tuple(label for _, label in kept)
    hidden = found.states.hidden[first:end].copy()
    return Sample(hidden, found.passages.cues[k], evaluates, told, mentions, labels, name, group)
