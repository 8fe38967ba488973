"""The writer's own voice: passages in which nobody is quoted and the writer evaluates or argues, and whom they judge.

A function of the text and the model; whose voice it is depends on the genre and is worked out when somebody asks
(``records/voice.py``).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.classify.status import status
from sayso.classify.voice_cues import cues
from sayso.classify.voice_passages import passages
from sayso.classify.voice_polarity import polarity
from sayso.classify.voice_publics import speaks_for_a_public
from sayso.model.crf import Floats
from sayso.model.positions import PositionModel
from sayso.model.states import States
from sayso.model.voice import LONGEST, Asked, VoiceModel, told_of
from sayso.records.actor import Actor, Mention
from sayso.records.article import Block
from sayso.records.ids import voice_id
from sayso.records.position import Stance
from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.records.voice import Voice

Range = tuple[int, int]

DECIMALS = 4
NOBODY = Stance(0.0, 0.0, 0.0, 1.0)
"""The stance of a passage that judges no actor."""
FOR_A_PUBLIC = 0.8
"""Probability that a passage which speaks for a public evaluates: so it is in most of our coded articles."""
_JUDGED_BY_OTHERS = re.compile(
    r"\b(?:under|amid|drew|drawn|draws|faces?|faced|facing|sparked|prompted|met\swith|despite|after|weathered)\s(?:\w+\s){0,3}"
    r"(?:criticism|fire|attacks?|pressure|condemnation|praise|outcry|scrutiny)\b|"
    r"\b(?:was|were|been|being|is|are)\s(?:\w+ly\s)?(?:criticised|criticized|condemned|denounced|accused|attacked|praised|hailed|blamed)\b",
    re.IGNORECASE,
)
"""A passage that tells of judgements by others judges nobody of itself, however the writer sees it."""
_WRITER = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])


@dataclass(frozen=True, slots=True)
class Passages:
    """Passages of a text: ``spans`` in its code points, ``tokens`` as ranges of its tokens, none empty, ``cues`` [P, C]."""

    spans: tuple[Range, ...]
    tokens: tuple[Range, ...]
    cues: Floats


@dataclass(frozen=True, slots=True)
class Evaluating:
    """A passage in which the writer evaluates, and how sure that is."""

    span: Span
    tokens: Range
    confidence: float


def unquoted(
    text: str,
    sentences: Sequence[Range],
    quoted: Sequence[Range],
    blocks: Sequence[Block],
    statements: Sequence[Statement],
    states: States,
) -> Passages:
    """The passages in which nobody is quoted."""
    told = [each if each.form == "direct" else replace(each, status=status(text, each)) for each in statements]
    found = passages(text, sentences, quoted, blocks, told)
    ranges = [states.tokens_of(each.start, each.end) for each in found]
    kept = [(each, at) for each, at in zip(found, ranges, strict=True) if at[0] < at[1]]
    spans = tuple((each.start, each.end) for each, _ in kept)
    return Passages(spans, tuple(at for _, at in kept), cues(text, [each for each, _ in kept]))


def evaluating(text: str, found: Passages, states: States, model: VoiceModel) -> tuple[Evaluating, ...]:
    """Those passages in which the writer evaluates, in text order; by rule those that speak for a public."""
    kept = []
    for at, tokens, each in zip(
        found.spans, found.tokens, model.evaluates(states, found.tokens, found.cues), strict=True
    ):
        span, sure = Span.of(text, *at), float(each)
        if sure < FOR_A_PUBLIC and speaks_for_a_public(span.text):
            sure = FOR_A_PUBLIC
        if sure >= model.threshold:
            kept.append(Evaluating(span, tokens, round(sure, DECIMALS)))
    return tuple(kept)


def voices(
    version: str,
    found: Sequence[Evaluating],
    actors: Sequence[Actor],
    states: States,
    model: VoiceModel,
    positions: PositionModel,
) -> tuple[Voice, ...]:
    """The voices of the version with that id: each passage that evaluates, with the actor that it judges most surely."""
    passages = [each.tokens for each in found]
    asked = list(_asked(found, Mentioned(actors), states, positions))
    judged = model.judges(states, passages, [each for _, _, each in asked])
    best: dict[int, tuple[Actor, Mention, Stance]] = {}
    for (actor, mention, each), row in zip(asked, judged, strict=True):
        stance = Stance(*(round(float(value), DECIMALS) for value in row))
        if each.of not in best or stance.none < best[each.of][2].none:
            best[each.of] = actor, mention, stance
    return tuple(_voice(version, each, best.get(n)) for n, each in enumerate(found))


def _asked(
    found: Sequence[Evaluating], everybody: "Mentioned", states: States, positions: PositionModel
) -> Iterator[tuple[Actor, Mention, Asked]]:
    """Who may be judged in each passage, with what the position model says of them."""
    for n, each in enumerate(found):
        named = list(everybody.asked(each.span, each.tokens, states))
        if not named or _JUDGED_BY_OTHERS.search(each.span.text):
            continue
        told = leaning(told_of(states, each.tokens, [at for _, _, at in named], positions), each.span.text)
        for (actor, mention, tokens), row in zip(named, told, strict=True):
            yield actor, mention, Asked(n, tokens, row)


def leaning(told: Floats, words: str) -> Floats:
    """[M, 12]: what the position model has ``told`` [M, 10], and how many words of praise and of blame the passage has."""
    both = np.array([polarity(words)], dtype=np.float32).repeat(len(told), axis=0)
    return np.concatenate((told, both), axis=1)


class Mentioned:
    """The mentions of an article's actors, to be asked for by passage; linear in their number."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        marks = [(mention.span.start, n, mention) for n, actor in enumerate(actors) for mention in actor.mentions]
        self._marks = sorted(marks, key=lambda each: each[:2])
        self._actors = actors

    def within(self, span: Span) -> Iterator[tuple[Actor, Mention]]:
        """For each actor the mention inside ``span`` that names it best: a name before a description, then the first. Not the writer."""
        first, last = (bisect_left(self._marks, at, key=lambda each: each[0]) for at in (span.start, span.end))
        held: dict[int, list[Mention]] = {}
        for _, n, mention in self._marks[first:last]:
            if mention.span.end <= span.end:
                held.setdefault(n, []).append(mention)
        for n, inside in held.items():
            if not all(each.span.text.casefold() in _WRITER for each in inside):
                yield self._actors[n], min(inside, key=lambda each: (each.kind != "name", each.span.start))

    def asked(self, span: Span, tokens: Range, states: States) -> Iterator[tuple[Actor, Mention, Range]]:
        """Those that have tokens among the first LONGEST of the passage, with them counted from the passage's first."""
        first, end = tokens[0], min(tokens[1], tokens[0] + LONGEST)
        for actor, mention in self.within(span):
            start, last = states.tokens_of(mention.span.start, mention.span.end)
            if first <= start < last <= end:
                yield actor, mention, (start - first, last - first)


def _voice(version: str, found: Evaluating, judged: tuple[Actor, Mention, Stance] | None) -> Voice:
    if judged is None or judged[2].label == "none":
        return Voice(voice_id(version, found.span), found.span, found.confidence, None, None, NOBODY, "none")
    actor, mention, stance = judged
    return Voice(
        voice_id(version, found.span), found.span, found.confidence, actor.id, mention.span, stance, stance.label
    )
