"""Headline, standfirst, lead and caption against the body (codebook, decision 20): what there is borne out by a statement below.

A statement that such a passage tells and the body does not is ``summary_only``. A pull quote repeats the body word for word by
definition. A lead is held to this only where it sums up ("was attacked by miners"): one that tells what was said, in a clause or a
quotation, is an account of its own.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.classify import verbs
from sayso.classify.belonging import belongs, called, is_of_bodies, is_plural, own_words, parties
from sayso.classify.content_words import all_stems, overlap, stems
from sayso.classify.voice_polarity import polarity
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
_GOES_ON = re.compile(
    r"\s(?!(?:a|an|the|for|of|over|on|in|at|as|and|or|to|after|by|with|from|who|that|about|against|amid|because|is|was|are|were)\b)[^\W\d_]",
    re.IGNORECASE,
)
UNSPOKEN = frozenset({"withheld", "negated"})
"""Statuses of what was not said: it bears out only what tells of that too ("Okun refuses to speak")."""
GIST = 10
"""Words of a content up to which a lead's judging verb with its object sums up."""
SEVERAL, ALL = 2, 3
"""Speakers in the body who bear out what a headline says of several ("Critics attack Tarr"), and of all ("All parties …").

A number that goes with "all" ("all four parties", "both sides") takes the place of the second.
"""
_REFUSED = re.compile(r"\b(?:refus(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|would\snot|wouldn['’]t)\b", re.IGNORECASE)
_REJECTS = re.compile(r"\b(?:reject|den(?:y|ies|ied)|oppos|rul|resist|rebuff|spurn|dismiss|stand|stood)", re.IGNORECASE)
"""A cue that tells of a refusal, and others of which a refusal is an account."""
_NUMBERS = {
    word: count
    for count, word in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 2)
}
_COUNTED = re.compile(rf"\ball\s(?:the\s)?(?P<count>{'|'.join(_NUMBERS)}|[2-9]|10)\b", re.IGNORECASE)
_BREADTH = re.compile(
    r"\b(?:all|every|both|many)\s(?:the\s)?(?:\w+\s)?(?:sides?|quarters?|corners?|part(?:y|ies)|camps?|fronts?|directions?|factions?)\b|"
    r"\bacross\sthe\s(?:board|(?:political\s)?(?:spectrum|divide))\b",
    re.IGNORECASE,
)
SORTS = stems(
    "critics opponents opposition supporters rivals allies experts analysts observers sides parties party everyone everybody others "
    "insiders people camps quarters corners"
)
"""Words for those who speak that tell no more than how they judge or that they are many."""
_PARTIES = stems("party parties factions")
_CRITICS, _BACKERS = stems("critics opponents opposition rivals"), stems("supporters allies backers admirers")
EXPERTS = stems("experts analysts observers scientists researchers economists")
_EXPERT = re.compile(
    r"\b(?:experts?|professors?|lecturers?|academics?|scientists?|researchers?|analysts?|economists?|engineers?|historians?|doctors?|"
    r"physicians?|physicists?|chemists?|statisticians?|specialists?|consultants?|\w+ologists?|universit(?:y|ies)|institutes?|"
    r"laborator(?:y|ies)|observator(?:y|ies)|think[- ]tanks?)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:condemn|critici[sz]|attack|slam|blast|reject|oppose|denounc|blam|accus|deplor|decr[iy]|mock|ridicul|censur|lambast|assail|"
    r"object|protest|deride|complain|turn\w*\son)",
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
    "all both every many some several most numerous leading senior top fellow various dozens hundreds thousands scores "
    "two three four five six seven eight nine ten"
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
    """By id of each statement that only sums up, the ids of those in the body that bear it out; none where none does.

    Of a list of sources each member must be borne out.
    """
    return {
        statement: tuple(dict.fromkeys(one for _, ids in parts for one in ids)) if all(ids for _, ids in parts) else ()
        for statement, parts in borne_out_by_party(statements, positions, blocks, actors).items()
    }


def borne_out_by_party(
    statements: Sequence[Statement], positions: Iterable[Position], blocks: Sequence[Block], actors: Sequence[Actor]
) -> dict[str, tuple[tuple[Span | None, tuple[str, ...]], ...]]:
    """The same by member of a list of sources, with its words; a statement of no list has one, without words."""
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
    met = frozenset(actor.id for actor in actors if _is_met(actor, found))
    return {
        each.id: tuple(_by_party(each, [one for one in below if _told_alike(each, one.statement)], judged, known, met))
        for each, at in above
        if at is not found.lead or _sums_up(each, judged.get(each.id, ()))
    }


def _told_alike(one: Statement, other: Statement) -> bool:
    """Whether the other was said, or left unsaid or refused as the first was."""
    if other.status in UNSPOKEN:
        return one.status in UNSPOKEN or is_refused(one)
    return (
        not is_refused(other) or one.status in UNSPOKEN or is_refused(one) or _REJECTS.search(one.cue_text) is not None
    )


def is_refused(statement: Statement) -> bool:
    """Whether its cue tells that somebody refused to say or do what follows."""
    return _REFUSED.search(statement.cue_text) is not None


def _is_met(actor: Actor, found: Summaries) -> bool:
    """Whether the body speaks of the actor, by a mention or with a word for it."""
    prose = [each.span for each in found.body if found.lead is None or each.span != found.lead.span]
    words = all_stems(mention.span.text for mention in actor.mentions)
    mentioned = any(mention.span.overlaps(each) for mention in actor.mentions for each in prose)
    return mentioned or bool(words & all_stems(each.text for each in prose))


def _by_party(
    statement: Statement,
    below: Sequence["_Told"],
    judged: Mapping[str, Sequence[Position]],
    known: Mapping[str, Actor],
    met: frozenset[str],
) -> Iterable[tuple[Span | None, tuple[str, ...]]]:
    """One speaker bears out each of a list: there its plural is of the list."""
    members = parties(statement, known)
    if not members:
        one = _Told.of(statement, judged, known)
        yield None, _bearing(one, [each for each in below if not _of_another(one, each, met)])
    for member in members:
        speakers = tuple(
            each
            for each in statement.speakers
            if each.actor in known and any(mention.span.overlaps(member) for mention in known[each.actor].mentions)
        )
        alone = _Told.of(replace(statement, source=(member,), speakers=speakers), judged, known)
        told = [each for each in below if not _of_another(alone, each, met)]
        yield member, _ids(each for each in told if _is_called(alone, each) and _goes_with(alone, each))


def _of_another(one: "_Told", other: "_Told", met: frozenset[str]) -> bool:
    """Whether the first judges somebody of whom the body says nothing, and the other somebody else."""
    objects, others = ({of for of, _ in each.signs} for each in (one, other))
    unmet = bool(objects) and objects <= one.whole - met
    return unmet and bool(others) and not objects & others and not _topic(one) & _topic(other)


def _topic(one: "_Told") -> frozenset[str]:
    return stems(one.statement.content_text)


def _is_whole(mention: Span, statement: Statement) -> bool:
    """Whether the one judged is not just the first part of what is ("court reform")."""
    return _GOES_ON.match(statement.sentence.text, max(0, mention.end - statement.sentence.start)) is None


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
    whole: frozenset[str]
    description: str

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
            stems(own_words(statement.source_text))
            | all_stems(m.span.text for each in speakers for m in each.mentions),
            all_stems(span.text for span in (*statement.cue, *statement.content))
            - all_stems(each.mention.text for each in held if each.mention.text[0].isupper()),
            frozenset(_signs(statement, held)),
            frozenset(each.object for each in held if _is_whole(each.mention, statement)),
            called(statement, actors),
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
        bodies = any(each.kind in ("group", "organization", "government") for each in self.speakers)
        many = any(each.kind == "unnamed" and is_plural(each.name) for each in self.speakers)
        return bodies or many or speaks_for_many(self.statement.source_text)

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
    own = [each for each in below if one.ids & each.ids and _goes_with(one, each)]
    if own and one.named:
        return _ids(own)
    if one.named:
        return _ids(each for each in below if _is_described(one, each) and _goes_with(one, each))
    if one.source and not one.source <= SORTS:
        found = [each for each in below if _is_called(one, each) and _goes_with(one, each)]
        if not one.several:
            return _ids(found or (each for each in below if _alike(one, each, SAME_WORDS)))
        source = one.statement.source_text
        if _ALL.match(source):
            return _ids(found) if _speakers(found) >= many_claimed(source) else ()
        enough = _speakers(found) >= SEVERAL or (not is_of_bodies(source) and any(each.collective for each in found))
        return _ids(found) if enough else ()
    experts = bool(one.source & EXPERTS)
    if experts:
        others = [each for each in below if each.expert and not _contrary(one, each)]
    elif one.several:
        others = _of_parties(one, below) if one.source & _PARTIES else _of_many(one, below)
    else:
        others = [each for each in below if _alike(one, each, SAME_WORDS)] or _of_sign(one, below)
    wanted = many_claimed(one.statement.source_text) if _is_wide(one) else SEVERAL if one.several or experts else 1
    return _ids(others) if _speakers(others) >= wanted else ()


def many_claimed(words: str) -> int:
    """How many speakers words such as "all four parties" or "both sides" claim, ALL where they tell no number."""
    counted = _COUNTED.search(words)
    if counted is None:
        return SEVERAL if re.search(r"\bboth\b", words, re.IGNORECASE) else ALL
    count = counted["count"].lower()
    return _NUMBERS[count] if count in _NUMBERS else int(count)


def _is_wide(one: _Told) -> bool:
    """Whether its source claims all of them, or all sides."""
    source = one.statement.source_text
    return _ALL.match(source) is not None or _BREADTH.search(source) is not None


def _of_parties(one: _Told, below: Sequence[_Told]) -> list[_Told]:
    """Those who speak for a party, as members of any group that is named do."""
    source = one.statement.source_text
    return [each for each in below if each.speakers and belongs(source, each.description) and _goes_with(one, each)]


def _of_many(one: _Told, below: Sequence[_Told]) -> list[_Told]:
    """Whoever says it in like words or judges as ``one`` says that many do."""
    return [each for each in below if _agree(one, each, SAME_WORDS) or (each.speakers and _leans_alike(one, each))]


def _leans_alike(one: _Told, other: _Told) -> bool:
    """Whether the other judges as the first says that all or such people do ("All parties reject …", "critics say why")."""
    wanted = sense(one.statement.cue_text)
    if wanted is None and not one.words:
        wanted = "critical" if one.source & _CRITICS else "supportive" if one.source & _BACKERS else None
    return wanted is not None and _leans(other) == wanted


def _leans(one: _Told) -> str | None:
    """Which way it judges whomever: by its verb, its labels, or the words of praise and blame in it."""
    labels = {label for _, label in one.signs} & {"critical", "supportive"}
    if (verb := sense(one.statement.cue_text)) is not None or len(labels) == 1:
        return verb or labels.pop()
    return leaning(one.statement.content_text)


def leaning(words: str) -> str | None:
    """Which way ``words`` judge where they praise or blame alone."""
    praise, blame = polarity(words)
    if bool(praise) == bool(blame):
        return None
    return "supportive" if praise else "critical"


def _of_sign(one: _Told, below: Sequence[_Told]) -> list[_Told]:
    """Those that judge somebody as ``one`` does; where it tells of what, with a word of it."""
    fewest = 1 if len(one.words) >= DISTINCT else 0
    return [each for each in below if one.signs & each.signs and len(one.words & each.words) >= fewest]


def _ids(told: Iterable[_Told]) -> tuple[str, ...]:
    return tuple(each.statement.id for each in told)


def _is_called(one: _Told, other: _Told) -> bool:
    """The same actor, or one that the text calls so ("Mayor", "farmers")."""
    if one.ids & other.ids or belongs(one.statement.source_text, other.description):
        return True
    return overlap(one.source, other.called) >= SAME_WORDS


def _is_described(one: _Told, other: _Told) -> bool:
    """Whether the text calls the other all that a source with a description is called ("Olympic champion")."""
    described = any(word.islower() for word in one.statement.source_text.split()[1:])
    return described and overlap(one.source, other.called) >= 1


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
    said = sense(other.statement.cue_text) or (None if other.signs else leaning(other.statement.content_text))
    senses = sense(one.statement.cue_text), said
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
