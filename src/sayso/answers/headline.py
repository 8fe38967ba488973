"""Headline, standfirst, lead and caption against the body: what they promise, and whether the body holds a statement of it
(codebook, decision 20).

What is promised is a statement that the reading or the grammar of a headline has there, a group said to criticise or support
("from leftists and centrists"), a breadth ("from all sides"), or a claim whose speaker is left open ("Bank warned"). A promise
that nothing below bears out is ``summary_only``.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.answers.shown_article import ShownArticle
from sayso.classify.belonging import belongs, called, is_of_bodies, is_plural
from sayso.classify.content_words import overlap, stems
from sayso.classify.loaded import loaded
from sayso.classify.said_of import SaidOf, Sign, headline_claim, headline_says, said_of
from sayso.classify.summaries import (
    EXPERTS,
    QUANTIFIERS,
    SAME_WORDS,
    SEVERAL,
    SORTS,
    Summaries,
    borne_out_by_party,
    is_expert,
    is_refused,
    leaning,
    many_claimed,
    sense,
    speaks_for_many,
    summaries,
)
from sayso.records.actor import Actor, ActorKind
from sayso.records.article import Block
from sayso.records.position import Position
from sayso.records.span import Span
from sayso.records.statement import Statement

Passage = Literal["headline", "standfirst", "lead", "caption"]
Promised = Literal["statement", "group", "breadth", "claim"]
Verdict = Literal["borne_out", "summary_only"]
HeadlineState = Literal["borne_out", "partly", "summary_only", "nothing_promised"]
HEADLINE_STATES: tuple[HeadlineState, ...] = ("borne_out", "partly", "summary_only", "nothing_promised")

SHARED = 2
"""Stems that a claim of a headline and the sentence of a statement have in common, where the headline has as many."""
COLLECTIVES: frozenset[ActorKind] = frozenset({"group", "organization", "government"})
"""Kinds of actors that are more than one person."""


@dataclass(frozen=True, slots=True)
class Promise:
    """One thing promised: by whom (``span`` is the speaker, the group or the words of breadth), of which sign, toward whom.

    ``statement`` is the id of the statement found there, if it is one. ``statements`` are those of the body that bear it out, or,
    for a breadth, all of that sign; ``speakers`` are whose they are.
    """

    passage: Passage
    what: Promised
    span: Span
    sign: Sign | None
    object: str | None
    object_actor: str | None
    verdict: Verdict
    statements: tuple[str, ...]
    speakers: tuple[str, ...]
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class HeadlineCheck:
    """What an article's summing passages promise. ``headline`` is the first of them that is one; None where the text has none."""

    article_id: str
    version_id: str
    headline: Span | None
    promises: tuple[Promise, ...]

    @property
    def state(self) -> HeadlineState:
        """Of all promises together; whether a text without any keeps its word is not asked."""
        kept = [each.verdict == "borne_out" for each in self.promises]
        if not kept:
            return "nothing_promised"
        return "borne_out" if all(kept) else "partly" if any(kept) else "summary_only"

    @property
    def statements(self) -> tuple[str, ...]:
        own = (each.statement for each in self.promises if each.statement)
        return tuple(dict.fromkeys([*own, *(one for each in self.promises for one in each.statements)]))


def headline_check(shown: ShownArticle) -> HeadlineCheck:
    """The check of one article; promises stand in text order."""
    return _Check(shown).made()


class _Check:
    def __init__(self, shown: ShownArticle) -> None:
        self._shown = shown
        self._found: Summaries = summaries(shown.blocks)
        self._by_id = {each.id: each for each in shown.statements}
        self._positions = shown.positions_of()
        self._body = [
            each
            for each in shown.statements
            if self._found.in_body(each) and each.status == "actual" and not is_refused(each)
        ]

    def made(self) -> HeadlineCheck:
        row = self._shown.article
        first = next((each.span for each in self._found.above if each.kind == "headline"), None)
        promises = [*self._statements(), *self._said(), *self._headlines()]
        return HeadlineCheck(row.article_id, row.version_id, first, tuple(_distinct(promises)))

    def _statements(self) -> Iterable[Promise]:
        """What the reading found there: a statement with a speaker or a judgement."""
        positions = [each for held in self._positions.values() for each in held]
        bearing = borne_out_by_party(
            self._shown.statements, positions, self._shown.blocks, tuple(self._shown.actors.values())
        )
        for statement_id, parts in bearing.items():
            each = self._by_id[statement_id]
            block = self._found.of(each)
            judging = next(
                (p for p in self._positions.get(statement_id, ()) if p.label in ("critical", "supportive")), None
            )
            quoted = each.form == "direct" and each.marks == "quotation" and bool(stems(each.content_text))
            if block is None or (not each.source and judging is None and not quoted):
                continue
            for party, ids in parts:
                yield Promise(
                    self._passage(block),
                    "statement" if each.source or judging else "claim",
                    party or self._who(each, block),
                    _sign(judging),
                    self._shown.actors[judging.object].name if judging else None,
                    judging.object if judging else None,
                    "borne_out" if ids else "summary_only",
                    ids,
                    self._speakers(ids),
                    statement_id,
                )

    def _who(self, statement: Statement, block: Block) -> Span:
        """The words for the speaker: the name that the passage has for it before those of the source."""
        source = statement.source[0] if statement.source else statement.content[0]
        speaking = {speaker.actor for speaker in statement.speakers}
        names = [
            mention.span
            for each in speaking
            if each in self._shown.actors
            for mention in self._shown.actors[each].mentions
            if mention.kind == "name" and block.span.start <= mention.span.start < block.span.end
        ]
        return source if not names or any(name.overlaps(source) for name in names) else names[0]

    def _said(self) -> Iterable[Promise]:
        """Groups and breadths that are said to judge, by rule."""
        blocks = [*self._found.above, *([self._found.lead] if self._found.lead else [])]
        for block in blocks:
            for each in said_of(self._shown.text, block.span.start, block.span.end):
                yield from self._promised(self._passage(block), each)

    def _headlines(self) -> Iterable[Promise]:
        """Whom a headline lets speak by its grammar, where the reading found no statement in it."""
        for block in self._found.above:
            if any(self._found.of(each) is block and each.source for each in self._shown.statements):
                continue
            says = headline_says(self._shown.text, block.span.start, block.span.end)
            yield from self._claims(block)
            if says is None:
                continue
            judged = self._object_after(says.who, block.span.end) if says.sign else None
            actor = judged.id if judged else None
            told = self._not_against(says.sign, actor)
            ids = self._by(says.who, told)
            name = judged.name if judged else None
            kept: Verdict = "borne_out" if ids else "summary_only"
            yield Promise(
                self._passage(block), "statement", says.who, says.sign, name, actor, kept, ids, self._speakers(ids)
            )

    def _claims(self, block: Block) -> Iterable[Promise]:
        """What a headline says is said, by whom is left open: borne out by a judgement of that sign, or by the words."""
        claim = headline_claim(self._shown.text, block.span.start, block.span.end)
        if claim is None:
            return
        judged = self._object(claim)
        actor = judged.id if judged else None
        wanted = stems(block.span.text)
        told = [
            each.id
            for each in self._body
            if len(wanted & stems(f"{each.sentence.text} {each.content_text}"))
            >= min(self._fewest(claim, each), len(wanted))
        ]
        signed = self._of_sign(claim.sign, actor) if claim.sign else ()
        ids = tuple(dict.fromkeys([*signed, *told]))
        kept: Verdict = "borne_out" if ids else "summary_only"
        name = judged.name if judged else None
        yield Promise(
            self._passage(block), "claim", claim.span, claim.sign, name, actor, kept, ids, self._speakers(ids)
        )

    def _fewest(self, claim: SaidOf, statement: Statement) -> int:
        """Stems that bear a claim out: one is enough where it judges and the content has a judging word."""
        return 1 if claim.sign and loaded(statement.content_text) else SHARED

    def _object_after(self, who: Span, end: int) -> Actor | None:
        """The first actor named after the words, up to ``end``."""
        named = [
            (mention.span, actor)
            for actor in self._shown.actors.values()
            for mention in actor.mentions
            if who.end <= mention.span.start < end
        ]
        return min(named, key=lambda pair: pair[0])[1] if named else None

    def _promised(self, passage: Passage, said: SaidOf) -> Iterable[Promise]:
        judged = self._object(said)
        name = judged.name if judged else None
        actor = judged.id if judged else None
        signed = self._of_sign(said.sign, actor) if said.sign else ()
        if said.breadth is not None and said.sign and not self._is_judged(actor):
            signed = self._leaning(said.sign)
        if said.breadth is not None:
            speakers = self._speakers(signed)
            kept: Verdict = "borne_out" if len(speakers) >= many_claimed(said.breadth.text) else "summary_only"
            yield Promise(passage, "breadth", said.breadth, said.sign, name, actor, kept, signed, speakers)
        for who in said.who:
            ids = self._by(who, signed) or self._by(who, self._not_against(said.sign, actor), sorts=False)
            verdict: Verdict = "borne_out" if ids else "summary_only"
            yield Promise(passage, "group", who, said.sign, name, actor, verdict, ids, self._speakers(ids))

    def _object(self, said: SaidOf) -> Actor | None:
        """The last actor named in the sentence before the words, else the first one inside them that does not judge itself."""
        start, _ = self._shown.layout.sentence_range(said.span.start, said.span.start + 1)
        outside = [*said.who, *([said.breadth] if said.breadth else [])]
        named = [
            (mention.span, actor)
            for actor in self._shown.actors.values()
            if actor.kind not in ("place", "group", "unnamed")
            for mention in actor.mentions
            if start <= mention.span.start < said.span.end + 80
            and not any(mention.span.overlaps(who) for who in outside)
            and mention.span.start != said.span.start
        ]
        before = [pair for pair in named if pair[0].end <= said.span.start]
        inside = [pair for pair in named if pair[0].start >= said.span.start]
        if before:
            return max(before, key=lambda pair: pair[0])[1]
        return min(inside, key=lambda pair: pair[0])[1] if inside else None

    def _of_sign(self, sign: Sign, actor: str | None) -> tuple[str, ...]:
        """Statements of the body that judge so, or ask something of the one judged, which critics do; with a speaker."""
        held = [
            each.id
            for each in self._body
            if each.speakers and any(self._judges(p, each, sign, actor) for p in self._positions.get(each.id, ()))
        ]
        return tuple(held)

    def _is_judged(self, actor: str | None) -> bool:
        """Whether anybody in the body judges the actor; where nobody does, the object may be none that the reading knows."""
        return any(
            p.object == actor and p.label != "none" for each in self._body for p in self._positions.get(each.id, ())
        )

    def _leaning(self, sign: Sign) -> tuple[str, ...]:
        """Statements of the body, with a speaker, that judge so by their verb or their words of praise and blame."""
        return tuple(
            each.id
            for each in self._body
            if each.speakers and (sense(each.cue_text) or leaning(each.content_text)) == sign
        )

    def _not_against(self, sign: Sign | None, actor: str | None) -> tuple[str, ...]:
        """Statements of the body with a speaker that do not judge the one concerned otherwise alone."""
        return tuple(each.id for each in self._body if each.speakers and not self._contrary(each, sign, actor))

    def _contrary(self, statement: Statement, sign: Sign | None, actor: str | None) -> bool:
        if sign is not None and sense(statement.cue_text) not in (None, sign):
            return True
        held = self._positions.get(statement.id, ())
        labels = {p.label for p in held if actor is None or p.object == actor}
        other = "supportive" if sign == "critical" else "critical"
        if sign is not None and all(p.label == "none" for p in held):
            return leaning(statement.content_text) == other
        return sign is not None and actor is not None and other in labels and not labels & {sign, "mixed"}

    def _judges(self, position: Position, statement: Statement, sign: Sign, actor: str | None) -> bool:
        if actor is not None and position.object != actor:
            return False
        if "own_side" in position.flags:
            return False
        asks = sign == "critical" and statement.move == "demand" and position.role in ("object", "addressee")
        return position.label in (sign, "mixed") or asks

    def _by(self, who: Span, told: Sequence[str], *, sorts: bool = True) -> tuple[str, ...]:
        """Those of ``told`` that the body ascribes to the group or name; none where it speaks of several and the body of one.

        ``sorts``: words such as "critics" are of anybody who judges so.
        """
        wanted = stems(who.text) - QUANTIFIERS
        several = is_plural(who.text)
        if wanted & EXPERTS:
            trade = [each for each in told if is_expert(self._called(self._by_id[each]))]
            return tuple(trade) if len(self._speakers(trade)) >= (SEVERAL if several else 1) else ()
        if wanted <= SORTS:
            enough = len(self._speakers(told)) >= (SEVERAL if several else 1)
            return tuple(told) if sorts and enough else ()
        actors = {actor.id for actor in self._shown.actors.values() for m in actor.mentions if m.span.overlaps(who)}
        found = [
            each
            for each in told
            if self._is_of(self._by_id[each], actors, wanted) or belongs(who.text, self._called(self._by_id[each]))
        ]
        return (
            tuple(found) if not several or self._are_several(found, actors, bodies_only=is_of_bodies(who.text)) else ()
        )

    def _are_several(self, statements: Sequence[str], actors: Collection[str], *, bodies_only: bool) -> bool:
        """Whether those who speak are several, or a body (unless it is bodies that are promised), or named so in full (``actors``)."""
        if not bodies_only and any(speaks_for_many(self._by_id[each].source_text) for each in statements):
            return True
        known = self._shown.actors
        speaking = {s.actor for each in statements for s in self._by_id[each].speakers if s.actor in known}
        many = any(known[each].kind == "unnamed" and is_plural(known[each].name) for each in speaking)
        bodies = many or any(known[each].kind in COLLECTIVES for each in speaking)
        return (
            (bodies and not bodies_only)
            or any(known[each].named for each in speaking & set(actors))
            or len(speaking) >= SEVERAL
        )

    def _is_of(self, statement: Statement, actors: Collection[str], wanted: frozenset[str]) -> bool:
        """Whether one of ``actors`` speaks, or somebody whom the text calls by half of the words at least."""
        if any(speaker.actor in actors for speaker in statement.speakers):
            return True
        return overlap(wanted, stems(self._called(statement))) >= SAME_WORDS

    def _called(self, statement: Statement) -> str:
        """All that the text calls those who speak."""
        return called(statement, self._shown.actors)

    def _speakers(self, ids: Iterable[str]) -> tuple[str, ...]:
        actors: Mapping[str, Actor] = self._shown.actors
        every = (speaker.actor for each in ids for speaker in self._by_id[each].speakers)
        return tuple(dict.fromkeys(actors[each].name for each in every if each in actors))

    def _passage(self, block: Block) -> Passage:
        match block.kind:
            case "headline" | "standfirst" | "caption":
                return block.kind
            case _:
                return "lead"


def _sign(position: Position | None) -> Sign | None:
    if position is None:
        return None
    return "critical" if position.label == "critical" else "supportive"


def _distinct(promises: Iterable[Promise]) -> list[Promise]:
    """In text order; of a statement and a group that name one speaker at one place the statement."""
    made: list[Promise] = []
    for each in sorted(promises, key=lambda each: (each.span, each.what != "statement")):
        if not any(each.span.overlaps(other.span) for other in made):
            made.append(each)
    return made
