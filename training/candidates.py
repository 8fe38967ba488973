"""Candidate statements of whole articles with what speaks for and against each; nothing is decided here.

Spans are half-open and in code points of the article's text.
"""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np
from tokenizers import Tokenizer

from sayso.extract.anchoring import merge, ranges, whole_quotations, without
from sayso.extract.paragraphs import Range
from sayso.model.windows import Window, WindowSettings
from training.corpus import Article
from training.crf import CONTENT, SOURCE
from training.decoding import Floats, Labels, cue_runs, runs_of, softmax, sureness, viterbi
from training.encoding import Encoded, encode, special_tokens
from training.readers import Reader


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible statement of an article. ``cue_score`` and ``verdict`` are logits, ``path`` is a log, the sureness values are
    probabilities; ``quoted`` is the share of the content that stands in quotation marks."""

    article: str
    source: list[Range]
    cue: list[Range]
    content: list[Range]
    cue_score: float
    verdict: float
    path: float
    source_sureness: float
    content_sureness: float
    content_tokens: int
    quoted: float

    def record(self) -> dict[str, object]:
        """The candidate as one JSON object."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read: ``floor`` is the probability from which a token can be part of a candidate's cue."""

    windows: WindowSettings = WindowSettings(left=24, right=24)
    floor: float = 0.4
    anchored: bool = True
    bridge: int = 1


def candidates(article: Article, reader: Reader, tokenizer: Tokenizer, reading: Reading = Reading()) -> list[Candidate]:
    """All candidate statements of one article, in the order of their cues."""
    encoded = encode(article.text, tokenizer)
    special = special_tokens(tokenizer)
    asked = [each for window in encoded.windows(reading.windows) for each in _asked(encoded, window, special, reader, reading)]
    labels, paths = viterbi([each.emissions for each in asked], reader.chain)
    found = (_candidate(article, encoded, *each, reading) for each in zip(asked, labels, paths, strict=True))
    return [each for each in found if each is not None]


@dataclass(frozen=True, slots=True)
class _Asked:
    """One cue after both graphs were asked: ``cue`` and ``emissions`` [T, K] in tokens of the window, without special ones."""

    window: Window
    cue: Range
    chance: float
    verdict: float
    emissions: Floats


def _asked(encoded: Encoded, window: Window, special: tuple[int, int], reader: Reader, reading: Reading) -> list[_Asked]:
    ids, table = encoded.framed(window, special)
    hidden, cue_logits = reader.read(ids, table)
    cue = softmax(cue_logits[1:-1])
    inside = 1 - cue[:, 0]
    core = (window.core_start - window.start, window.core_end - window.start)
    runs = cue_runs(inside, cue[:, 1] > cue[:, 2], *core, reading.floor)
    if not runs:
        return []
    starts, ends = (np.array(each, dtype=np.int64) + 1 for each in zip(*runs, strict=True))
    emissions, verdicts = reader.roles(hidden, table, starts, ends)
    return [
        _Asked(window, run, float(inside[run[0] : run[1]].max()), float(verdicts[n]), emissions[n, 1:-1])
        for n, run in enumerate(runs)
    ]


def _candidate(
    article: Article, encoded: Encoded, asked: _Asked, labels: Labels, path: float, reading: Reading
) -> Candidate | None:
    spans = _spans(encoded, labels, asked.cue, asked.window.start, reading)
    if spans is None:
        return None
    chance = min(max(asked.chance, 1e-6), 1 - 1e-6)
    sure = softmax(asked.emissions)
    return Candidate(
        article.id, *spans, cue_score=math.log(chance / (1 - chance)), verdict=asked.verdict, path=float(path),
        source_sureness=sureness(sure, labels, SOURCE), content_sureness=sureness(sure, labels, CONTENT),
        content_tokens=int((labels >= CONTENT).sum()), quoted=_quoted_share(encoded, spans[2]),
    )  # fmt: skip


def _spans(
    encoded: Encoded, labels: Labels, cue: Range, shift: int, reading: Reading
) -> tuple[list[Range], list[Range], list[Range]] | None:
    """(source, cue, content) in the text, or None without content; anchored as at run time unless told otherwise."""
    labels = labels.copy()
    labels[cue[0] : cue[1]] = 0
    source, content = (
        [(a + shift, b + shift) for a, b in runs_of(labels, part, bridge=reading.bridge)] for part in (SOURCE, CONTENT)
    )
    cues = [(cue[0] + shift, cue[1] + shift)]
    if not content:
        return None
    if not reading.anchored:
        tokens = encoded.tokens
        plain = ([(int(tokens.starts[a]), int(tokens.ends[b - 1])) for a, b in each] for each in (source, cues, content))
        return tuple(plain)  # type: ignore[return-value]
    text, tokens = encoded.text, encoded.tokens
    of_source = ranges(text, tokens, source)
    of_cue = without(ranges(text, tokens, cues), of_source)
    of_content = whole_quotations(text, ranges(text, tokens, content), of_cue, encoded.layout.quotations)
    of_content = _spoken(text, without(of_content, merge([*of_source, *of_cue])))
    return (of_source, of_cue, of_content) if of_content else None


def _quoted_share(encoded: Encoded, content: Sequence[Range]) -> float:
    size = sum(end - start for start, end in content)
    parts = [part for quotation in encoded.layout.quotations for part in quotation.parts]
    inside = sum(max(0, min(e, high) - max(s, low)) for s, e in content for low, high in parts)
    return inside / size if size else 0.0


def _spoken(text: str, spans: Sequence[Range]) -> list[Range]:
    """Spans that hold a letter or digit, without white space at their ends; all of them if none does."""
    bare = []
    for start, end in spans:
        piece = text[start:end]
        if piece.strip():
            bare.append((start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())))
    return [each for each in bare if any(c.isalnum() for c in text[each[0] : each[1]])] or bare
