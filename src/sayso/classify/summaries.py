"""Headline, standfirst, lead and caption against the body (codebook, decision 20): what there is borne out by a statement below.

A statement that such a passage tells and the body does not is ``summary_only``. A pull quote repeats the body word for word by
definition. A lead is held to this only where it sums up ("was attacked by miners"): one that tells what was said, in a clause or a
quotation, is an account of its own.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.classify import verbs
from sayso.classify.content_words import all_stems, overlap, stems
from sayso.records.actor import Actor
from sayso.records.article import Block, BlockKind
from sayso.records.position import Flag, Position
from sayso.records.span import Span
from sayso.records.statement import Statement

ABOVE: frozenset[BlockKind] = frozenset({"headline", "standfirst", "caption"})
"""Blocks that sum up or show what the body tells."""
LEAST_BODY = 2
"""Paragraphs of a body whose first is a lead; in less the first paragraph tells the story itself."""
PROSE = 8
"""Words from which a paragraph can be a lead."""
SAME_WORDS = 0.5
"""Share of the stems of cue and content that a statement of somebody else must have too, to bear it out."""
DISTINCT = 2
"""Stems that two passages have in common, at least, where the first has as many."""
SAME_SPEAKER_WORDS = 0.34
"""The same for a statement of the same speaker, who seldom says two things in like words."""
UNMADE = frozenset({"anticipated", "hypothetical"})
"""Statuses of what bears nothing out, since it has not happened."""
GIST = 10
"""Words of a content up to which a lead's judging verb with its object sums up."""
SEVERAL, ALL = 2, 3
"""Speakers in the body who bear out what a headline says of several ("Critics attack Tarr"), and of all ("All parties …")."""
SORTS = stems(
    "critics opponents opposition supporters rivals allies experts analysts observers sides parties party everyone everybody others "
    "insiders people camps"
)
"""Words for those who speak that tell no more than how they judge or that they are many."""
EXPERTS = stems("experts analysts observers scientists researchers economists")
_EXPERT = re.compile(
    r"\b(?:experts?|professors?|lecturers?|academics?|scientists?|researchers?|analysts?|economists?|engineers?|historians?|doctors?|"
    r"physicians?|physicists?|chemists?|statisticians?|specialists?|consultants?|\w+ologists?|universit(?:y|ies)|institutes?|"
    r"laborator(?:y|ies)|observator(?:y|ies)|think[- ]tanks?)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:condemn|critici[sz]|attack|slam|blast|reject|oppose|denounc|blam|accus|deplor|decr[iy]|mock|ridicul|censur|lambast|assail|"
    r"object|protest|deride|turn\w*\son)",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:welcom|prais|hail|back(?:s|ed|ing)?\b|support|thank|endors|defend|applaud|laud|commend|salut|congratulat|cheer)",
    re.IGNORECASE,
)
"""Beginnings of verbs that carry a sense whatever they are said of, "rejected the plan" as well as "rejected Tarr"."""
_FOR_MANY = re.compile(
    r"\b(?:unions?|associations?|federations?|leagues?|chambers?|councils?|committees?|spokes\w+|represent\w*|speaks?\sfor|leaders?\sof|"
    r"on\sbehalf)\b",
    re.IGNORECASE,
)
QUANTIFIERS = stems(
    "all both every many some several most numerous leading senior top fellow various dozens hundreds thousands scores"
)
_ALL = re.compile(r"(?:all|both|every|everyone|everybody)\b", re.IGNORECASE)
_SENTENCE_END = re.compile("[.!?…][”\"’')\\]]*\\s*$")


@dataclass(frozen=True, slots=True)
class Summaries:
    """Where a text sums itself up. ``above`` are headlines, standfirsts and captions; the lead is the first paragraph of a body."""

    above: tuple[Block, ...]
    lead: Block | None
    body: tuple[Block, ...]

    def of(self, statement: Statement) -> Block | None:
        """The summing passage that holds the statement; None where it stands in the body."""
        at = place(statement)
        passages = (*self.above, self.lead) if self.lead else self.above
        return next((each for each in passages if each.span.start <= at < each.span.end), None)

    def in_body(self, statement: Statement) -> bool:
        """Whether the body tells it, the lead aside."""
        at = place(statement)
        lead = self.lead is not None and self.lead.span.start <= at < self.lead.span.end
        return not lead and any(each.span.start <= at < each.span.end for each in self.body)


def summaries(blocks: Sequence[Block]) -> Summaries:
    """The summing passages of a text with these blocks."""
    body = tuple(each for each in blocks if each.kind == "body")
    prose = [each for each in body if _is_prose(each.span.text)]
    lead = prose[0] if len(prose) >= LEAST_BODY else None
    return Summaries(tuple(each for each in blocks if each.kind in ABOVE), lead, body)


def _is_prose(paragraph: str) -> bool:
    """Whether a paragraph tells something: bylines, datelines and headings end no sentence."""
    return len(paragraph.split()) >= PROSE and _SENTENCE_END.search(paragraph) is not None


def place(statement: Statement) -> int:
    """Where the statement begins."""
    return min(span.start for span in statement.spans)


def borne_out(
    statements: Sequence[Statement], positions: Iterable[Position], blocks: Sequence[Block], actors: Sequence[Actor]
) -> dict[str, tuple[str, ...]]:
    """By id of each statement that only sums up, the ids of those in the body that bear it out; none where none does."""
    found = summaries(blocks)
    if not found.above and found.lead is None:
        return {}
    above = [(each, at) for each in statements if (at := found.of(each)) is not None]
    if not above:
        return {}
    judged: dict[str, list[Position]] = {}
    for position in positions:
        judged.setdefault(position.statement, []).append(position)
    known = {actor.id: actor for actor in actors}
    below = [_Told.of(each, judged, known) for each in statements if found.in_body(each) and each.status not in UNMADE]
    return {
        each.id: _bearing(_Told.of(each, judged, known), below)
        for each, at in above
        if at is not found.lead or _sums_up(each, judged.get(each.id, ()))
    }


def with_summary_only(
    statements: Sequence[Statement], positions: Sequence[Position], blocks: Sequence[Block], actors: Sequence[Actor]
) -> tuple[Position, ...]:
    """``positions`` with the flag on those of statements that nothing in the body bears out."""
    bearing = borne_out(statements, positions, blocks, actors)
    alone = {statement for statement, ids in bearing.items() if not ids}
    flag: Flag = "summary_only"
    return tuple(
        replace(each, flags=tuple(sorted({*each.flags, flag}))) if each.statement in alone else each
        for each in positions
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What is compared of a statement: who speaks and how the text calls them, the words, and whom it judges with which label."""

    statement: Statement
    speakers: tuple[Actor, ...]
    source: frozenset[str]
    called: frozenset[str]
    words: frozenset[str]
    signs: frozenset[tuple[str, str]]
    objects: frozenset[str]

    @classmethod
    def of(cls, statement: Statement, judged: Mapping[str, Sequence[Position]], actors: Mapping[str, Actor]) -> "_Told":
        held = judged.get(statement.id, ())
        speaking = [each.actor for each in statement.speakers]
        speaking += [each.on_behalf_of for each in statement.speakers if each.on_behalf_of]
        speakers = tuple(actors[each] for each in dict.fromkeys(speaking) if each in actors)
        source = all_stems(span.text for span in statement.source)
        return cls(
            statement,
            speakers,
            source - QUANTIFIERS,
            source | all_stems(mention.span.text for each in speakers for mention in each.mentions),
            all_stems(span.text for span in (*statement.cue, *statement.content))
            - all_stems(each.mention.text for each in held if each.mention.text[0].isupper()),
            frozenset(_signs(statement, held)),
            frozenset(each.object for each in held),
        )

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(each.id for each in self.speakers)

    @property
    def named(self) -> bool:
        return any(each.named for each in self.speakers)

    @property
    def several(self) -> bool:
        """Whether it speaks of more than one."""
        return any(each.kind == "group" for each in self.speakers) or _ALL.match(self.statement.source_text) is not None

    @property
    def collective(self) -> bool:
        """Whether one of its speakers is more than one person, or speaks for such a body."""
        return any(each.kind in ("group", "organization", "government") for each in self.speakers) or speaks_for_many(
            self.statement.source_text
        )

    @property
    def expert(self) -> bool:
        """Whether its source is said to know the matter by trade."""
        return is_expert(
            " ".join([self.statement.source_text, *(m.span.text for each in self.speakers for m in each.mentions)])
        )


def sense(verb: str) -> str | None:
    """Whether a verb of saying is "critical" or "supportive" by itself, of whatever it is said; None where it is neither."""
    if _AGAINST.search(verb):
        return "critical"
    return "supportive" if _FOR.search(verb) else None


def is_expert(words: str) -> bool:
    """Whether ``words`` call somebody by a trade of knowing."""
    return _EXPERT.search(words) is not None


def speaks_for_many(words: str) -> bool:
    """Whether ``words`` tell that somebody speaks for a body of people."""
    return _FOR_MANY.search(words) is not None


def _signs(statement: Statement, positions: Iterable[Position]) -> Iterable[tuple[str, str]]:
    """Whom it judges and how; what somebody demands of another a headline sums up as turning on them."""
    for each in positions:
        if each.label != "none":
            yield each.object, each.label
        if statement.move == "demand" and each.role in ("object", "addressee"):
            yield each.object, "critical"


def _bearing(one: _Told, below: Sequence[_Told]) -> tuple[str, ...]:
    """The ids of statements in the body that bear ``one`` out; where it speaks of several and too few do, none.

    Whoever speaks above and below bears it out, unless what is said below judges otherwise: the same matter is seldom put twice in
    like words, and a headline's verb sums up.
    """
    if one.named:
        return _ids(each for each in below if one.ids & each.ids and _goes_with(one, each))
    if one.source and not one.source <= SORTS:
        found = [each for each in below if _is_called(one, each) and _goes_with(one, each)]
        if not one.several:
            return _ids(found or (each for each in below if _alike(one, each, SAME_WORDS)))
        if _ALL.match(one.statement.source_text):
            return _ids(found) if _speakers(found) >= ALL else ()
        return _ids(found) if any(each.collective for each in found) or _speakers(found) >= SEVERAL else ()
    experts = bool(one.source & EXPERTS)
    if experts:
        others = [each for each in below if each.expert and not _contrary(one, each)]
    elif one.several:
        others = [each for each in below if _agree(one, each, SAME_WORDS)]
    else:
        others = [each for each in below if _alike(one, each, SAME_WORDS)] or _of_sign(one, below)
    wanted = ALL if _ALL.match(one.statement.source_text) else SEVERAL if one.several or experts else 1
    return _ids(others) if _speakers(others) >= wanted else ()


def _of_sign(one: _Told, below: Sequence[_Told]) -> list[_Told]:
    """Those that judge somebody as ``one`` does."""
    return [each for each in below if one.signs & each.signs]


def _ids(told: Iterable[_Told]) -> tuple[str, ...]:
    return tuple(each.statement.id for each in told)


def _is_called(one: _Told, other: _Told) -> bool:
    """The same actor, or one that the text calls so ("Mayor", "farmers")."""
    return bool(one.ids & other.ids) or overlap(one.source, other.called) >= SAME_WORDS


def _goes_with(one: _Told, other: _Told) -> bool:
    """Whether a statement of the same speaker may be what is summed up: it judges nobody otherwise, or says it in like words."""
    return not _contrary(one, other) or _agree(one, other, SAME_SPEAKER_WORDS)


def _agree(one: _Told, other: _Told, least: float) -> bool:
    """Whether both judge one actor alike, or enough words of the first stand in the other: more where they judge him otherwise."""
    if one.signs & other.signs:
        return True
    contrary = _contrary(one, other)
    return _alike(one, other, SAME_WORDS if contrary else least, DISTINCT if contrary else 1)


def _contrary(one: _Told, other: _Told) -> bool:
    """Whether the other judges somebody whom the first judges otherwise, or is made with a verb of the other sense."""
    senses = sense(one.statement.cue_text), sense(other.statement.cue_text)
    if None not in senses and senses[0] != senses[1]:
        return True
    judged = {of for of, _ in one.signs}
    return not one.signs & other.signs and any(of in judged for of, _ in other.signs)


def _alike(one: _Told, other: _Told, least: float, fewest: int = 1) -> bool:
    """Whether at least ``fewest`` stems of the first, and the share ``least`` of them, stand in the other; names of objects aside."""
    shared = one.words & other.words
    return len(shared) >= max(fewest, min(DISTINCT, len(one.words))) and overlap(one.words, shared) >= least


def _speakers(told: Iterable[_Told]) -> int:
    """How many speak, by actor or, where that is open, by the words for the source."""
    return len({min(each.ids) if each.ids else " ".join(sorted(each.source)) for each in told})


def _sums_up(statement: Statement, positions: Sequence[Position]) -> bool:
    """Whether a lead's statement is a judging verb with its object, and tells nothing that was said."""
    if statement.form != "indirect" or sum(len(part.text.split()) for part in statement.content) > GIST:
        return False
    objects: list[Span] = [each.mention for each in positions]
    return any(verbs.critical(statement, each) or verbs.supportive(statement, each) for each in objects)
