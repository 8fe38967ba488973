"""Right of reply: for everybody criticised in an article, whether they answer, decline, cannot be reached, or are not said to be asked.

A statement answers if it denies, admits or replies by its verb, follows a question, speaks of the critic, shares words with the
criticism, or defends its own side. What else the criticised say in the article is listed as quoted and makes no reply.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from sayso.answers.asked import asked_of
from sayso.answers.names import described
from sayso.answers.shown_article import ShownArticle
from sayso.answers.times import days_of
from sayso.classify.content_words import all_stems, stems
from sayso.classify.silences import SilenceKind, silences
from sayso.classify.summaries import place
from sayso.records.actor import Actor, ActorKind
from sayso.records.audited import Heard
from sayso.records.folding import folded
from sayso.records.position import Position
from sayso.records.said import Said
from sayso.records.span import Span
from sayso.records.statement import Move, Statement

ReplyState = Literal["replied", "declined", "unreachable", "no_answer", "replied_elsewhere", "not_said"]
REPLY_STATES: tuple[ReplyState, ...] = get_args(ReplyState)
"""From the one that gives a reply to the one that gives none; where several hold in one article, the first of them."""

ANSWERABLE: frozenset[ActorKind] = frozenset(
    {"person", "organization", "government", "office", "publisher", "agency", "unknown"}
)
"""Kinds of actors that can be asked; a group or an unnamed source is nobody in particular, a place answers nothing."""
INSTITUTIONS: frozenset[ActorKind] = frozenset({"organization", "government", "office"})
"""Kinds that can be asked though the text only describes them ("the chancellery")."""
NOBODY_IN_PARTICULAR = re.compile(
    r"(?:nobody|no one|none|everyone|everybody|anyone|somebody|someone|who|which|many|others)$|(?:whose|any|no|every)\s",
    re.IGNORECASE,
)
"""Names that are none."""
SHARED = 2
"""Stems, names aside, that an answer has in common with the criticism it answers."""
ELSEWHERE_DAYS = 30
"""Days between two articles within which a reply in one can answer a criticism in the other."""
_ANSWERS: frozenset[Move] = frozenset({"deny", "admit", "concede"})
_BY_VERB = re.compile(
    r"\b(?:repl(?:y|ies|ied)|respond(?:s|ed)?|answer(?:s|ed)|reject(?:s|ed)?|dismiss(?:es|ed)?|den(?:y|ied|ies)|rebut(?:s|ted)?|"
    r"refut(?:es?|ed)|counter(?:s|ed)?|retort(?:s|ed)?|disput(?:es?|ed)|contest(?:s|ed)?|defend(?:s|ed)?|apologi[sz]e[sd]?|"
    r"(?:hit|fired|shot|struck)\sback|brush(?:es|ed)?\s(?:off|aside)|shrug(?:s|ged)?\soff|wav(?:es|ed)\saside|protest(?:s|ed)\s(?:that|his|her|its))\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\W*(?:that\s)?(?:(?:he|she|it|they|I|we)\s(?:(?:had|have|has|did|do|does|was|were|is|am|are|would|could)\s?(?:\w+ly\s)?)?"
    r"(?:not|n['’]t|never)\b|(?:nobody|no\sone|nothing|none)\s(?:was|were|has|had|is|of)\b|there\s(?:is|was|were|are)\sno\b)",
    re.IGNORECASE,
)
"""A content in which somebody denies something of themselves."""
_DENIES_FOR = re.compile(
    r"\W*(?:that\s)?(?:[\w.’'-]+\s){1,4}?(?:(?:had|has|did|does|was|is|would|could)\s?(?:\w+ly\s)?)?(?:not|n['’]t|never)\b",
    re.IGNORECASE,
)
"""The same where somebody else speaks for them and names them."""
_QUESTIONED = re.compile(r"\b(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Cc]hallenged|[Ii]n\s(?:reply|response|answer))\b")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that a state rests on: a statement by its id, or a stretch found by rule (``statement`` None); ``through`` names
    whoever answers on behalf of the one asked.
    """

    span: Span
    statement: str | None = None
    through: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """Whether ``name`` answers in one article. ``critical`` are the statements there that criticise them, ``voices`` the writer's own
    passages that do; both are empty for somebody who is said to be asked, though nothing critical of them was found.

    ``quoted`` are statements of theirs in the article that answer nothing. ``elsewhere`` are statements of other articles that do.
    """

    article_id: str
    version_id: str
    actor: str | None
    name: str
    kind: ActorKind | None
    critical: tuple[str, ...]
    critics: tuple[str, ...]
    state: ReplyState
    evidence: tuple[Evidence, ...] = ()
    quoted: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()

    @property
    def statements(self) -> tuple[str, ...]:
        """Every statement that the row rests on, each once."""
        answers = (each.statement for each in self.evidence if each.statement)
        return tuple(dict.fromkeys([*self.critical, *answers, *self.quoted, *self.elsewhere]))


def replies(shown: ShownArticle, voices: Mapping[str, Sequence[str]] | None = None) -> tuple[Reply, ...]:
    """A row for everybody criticised, in the order in which the article names them, then for those who are only said to be asked.

    ``voices`` brings, by local id of an actor, the ids of passages in which the writer criticises it.
    """
    return _Article(shown, voices or {}).rows()


def replies_of(shown: ShownArticle, names: Collection[str]) -> tuple[Reply, ...]:
    """The rows of those actors of the article that are called one of ``names``, criticised there or not, in text order."""
    forms = {folded(each) for each in names}
    asked = [each.id for each in shown.actors.values() if folded(each.name) in forms]
    return _Article(shown, {}).rows_of(asked)


def criticised(shown: ShownArticle) -> dict[str, list[Position]]:
    """By local id, the critical positions on each actor that can be asked, those of its own side aside."""
    made: dict[str, list[Position]] = {}
    by_id = {each.id: each for each in shown.statements}
    for held in shown.positions_of().values():
        for each in held:
            statement = by_id[each.statement]
            spoken_for = (shown.principals.get(speaker.actor, ()) for speaker in statement.speakers)
            if any(each.object in actors for actors in spoken_for):
                continue  # its own side, though the reading did not see it
            if _charges(each, statement) and answerable(shown.actors[each.object]):
                made.setdefault(each.object, []).append(each)
    return made


def answerable(actor: Actor) -> bool:
    """Whether somebody could ask this actor for a reply."""
    if NOBODY_IN_PARTICULAR.match(actor.name):
        return False
    if actor.kind in INSTITUTIONS:
        return True
    return actor.kind in ANSWERABLE and not described(actor.name, actor.kind)


def with_elsewhere(
    reply: Reply, charges: Iterable[Statement], heard: Iterable[tuple[Heard, Statement]], published: str | None
) -> Reply:
    """The row with the statements of other articles that answer ``charges``; its state changes only where the article is silent.

    A reply elsewhere must share words with the criticism, and stand in an article of the same ``ELSEWHERE_DAYS`` days, as far as
    both are dated.
    """
    names = stems(" ".join((reply.name, *reply.critics)))
    said = all_stems(each.content_text for each in charges) - names
    found = tuple(
        dict.fromkeys(
            statement.id
            for each, statement in heard
            if statement.status == "actual"
            and _near(published, each.published)
            and len(said & (stems(f"{statement.content_text} {statement.sentence.text}") - names)) >= SHARED
            and (_is_answer(statement) or statement.form != "indirect")
        )
    )
    state: ReplyState = "replied_elsewhere" if found and reply.state == "not_said" else reply.state
    return replace(reply, elsewhere=found, state=state)


class _Article:
    """One article's statements by who speaks, and its silences by who is asked."""

    def __init__(self, shown: ShownArticle, voices: Mapping[str, Sequence[str]]) -> None:
        self._shown = shown
        self._voices = {key: tuple(held) for key, held in voices.items() if held}
        self._by_id = {each.id: each for each in shown.statements}
        self._positions = shown.positions_of()
        self._principals = shown.principals
        self._sentences = shown.layout.sentences
        self._silent = self._silences()

    def rows(self) -> tuple[Reply, ...]:
        charged = criticised(self._shown)
        asked = [*charged, *(each for each in self._voices if each not in charged and each in self._shown.actors)]
        rows = [self._row(each, charged.get(each, ())) for each in sorted(asked, key=self._first)]
        return (*rows, *self._asked_only(frozenset(asked)))

    def rows_of(self, actors: Iterable[str]) -> tuple[Reply, ...]:
        charged = criticised(self._shown)
        return tuple(self._row(each, charged.get(each, ())) for each in sorted(actors, key=self._first))

    def _first(self, actor: str) -> int:
        mentions = self._shown.actors[actor].mentions
        return mentions[0].span.start if mentions else len(self._shown.text)

    def _row(self, actor: str, charges: Sequence[Position]) -> Reply:
        who = self._shown.actors[actor]
        critical = tuple(dict.fromkeys(each.statement for each in charges))
        critics = frozenset(s.actor for each in critical for s in self._by_id[each].speakers)
        answers, quoted = self._spoken(actor, critical, critics)
        evidence: list[Evidence] = list(answers)
        state: ReplyState = "replied" if answers else "not_said"
        if not answers:
            silent = [(kind, each) for kind, each, of in self._silent if actor in of]
            first = min((REPLY_STATES.index(kind) for kind, _ in silent), default=None)
            if first is not None:
                state = REPLY_STATES[first]
                evidence = [each for kind, each in silent if kind == state]
        return Reply(
            self._shown.article.article_id,
            self._shown.article.version_id,
            actor,
            who.name,
            who.kind,
            critical,
            tuple(self._shown.actors[each].name for each in sorted(critics) if each in self._shown.actors),
            state,
            tuple(evidence),
            quoted,
            voices=self._voices.get(actor, ()),
        )

    def _asked_only(self, known: frozenset[str]) -> Iterable[Reply]:
        """Those who are said to be asked, though nothing critical of them was found."""
        held: dict[tuple[str | None, str], list[tuple[SilenceKind, Evidence]]] = {}
        for kind, each, of in self._silent:
            if known & of:
                continue
            asked: list[tuple[str | None, str]] = [(actor, self._shown.actors[actor].name) for actor in sorted(of)]
            if not asked and each.through:
                asked = [(None, each.through)]
            for key in asked:
                held.setdefault(key, []).append((kind, each))
        for (actor, name), found in held.items():
            silence = min((kind for kind, _ in found), key=REPLY_STATES.index)
            evidence = tuple(
                replace(each, through=None) if actor is None else each for kind, each in found if kind == silence
            )
            kind_of = self._shown.actors[actor].kind if actor else None
            row = self._shown.article
            yield Reply(row.article_id, row.version_id, actor, name, kind_of, (), (), silence, evidence)

    def _spoken(
        self, actor: str, critical: Collection[str], critics: Collection[str]
    ) -> tuple[list[Evidence], tuple[str, ...]]:
        """What the actor says that answers, and what else it says."""
        answers: list[Evidence] = []
        quoted: list[str] = []
        said = all_stems(self._by_id[each].content_text for each in critical) - self._names(actor, critics)
        first = min((place(self._by_id[each]) for each in critical), default=0)
        for each in self._shown.statements:
            speaking = {speaker.actor for speaker in each.speakers}
            for_it = [who for who in speaking if actor in self._principals.get(who, ())]
            if each.status != "actual" or each.id in critical or not (actor in speaking or for_it):
                continue
            if any(span.overlaps(silence.span) for span in each.spans for _, silence, _ in self._silent):
                continue
            after = place(each) >= first
            denied = after and bool(for_it) and _DENIES_FOR.match(each.content_text) is not None
            if denied or self._answers(each, actor, critics, said, after=after):
                through = self._shown.actors[for_it[0]].name if for_it and actor not in speaking else None
                answers.append(Evidence(each.sentence, each.id, through))
            else:
                quoted.append(each.id)
        return answers, tuple(quoted)

    def _answers(
        self, statement: Statement, actor: str, critics: Collection[str], said: frozenset[str], *, after: bool
    ) -> bool:
        if _is_answer(statement) or len(said & stems(statement.content_text)) >= SHARED:
            return True
        if after and _DENIES.match(statement.content_text):
            return True
        positions = self._positions.get(statement.id, ())
        if any(each.object in critics for each in positions):
            return True
        defends = any(each.object == actor and each.label in ("supportive", "mixed") for each in positions)
        return after and defends

    def _names(self, actor: str, critics: Collection[str]) -> frozenset[str]:
        every = [self._shown.actors[each] for each in {actor, *critics} if each in self._shown.actors]
        return all_stems(words for who in every for words in (who.name, *(each.span.text for each in who.mentions)))

    def _silences(self) -> list[tuple[SilenceKind, Evidence, frozenset[str]]]:
        """Each passage with the statement it stands in, if there is one, and the actors asked, those they speak for included."""
        found: list[tuple[SilenceKind, Evidence, frozenset[str]]] = []
        told = [span for each in self._shown.statements if each.status == "actual" for span in each.content]
        for each in silences(self._shown.text):
            if any(span.start <= each.span.start and each.span.end <= span.end for span in told):
                continue  # somebody's words: not the article tells of it
            sentence = self._sentence(each.span)
            asked = asked_of(self._shown.text, sentence, each, self._shown.actors)
            spoken_for = (other for actor in asked.actors for other in self._principals.get(actor, ()))
            actors = frozenset(asked.actors) | {
                other for other in spoken_for if self._shown.actors[other].kind in ANSWERABLE
            }
            statement = next(
                (s.id for s in self._shown.statements if any(span.overlaps(each.span) for span in s.spans)), None
            )
            span = Span.of(self._shown.text, *sentence)
            found.append((each.kind, Evidence(span, statement, asked.name), actors))
        return found

    def _sentence(self, span: Span) -> tuple[int, int]:
        at = bisect_right(self._sentences, (span.start, len(self._shown.text))) - 1
        if at >= 0 and self._sentences[at][0] <= span.start < self._sentences[at][1]:
            return self._sentences[at]
        return span.start, span.end


def _charges(position: Position, statement: Statement) -> bool:
    """Whether a position criticises somebody who ought to be heard, whoever's words it is in."""
    return (
        position.role == "object"
        and position.label in ("critical", "mixed")
        and statement.status == "actual"
        and "own_side" not in position.flags
        and position.object not in {each.actor for each in statement.speakers}
    )


def _is_answer(statement: Statement) -> bool:
    """Whether it replies by its verb, by what it does, or to a question."""
    if statement.move in _ANSWERS or _BY_VERB.search(statement.cue_text):
        return True
    before = statement.sentence.text[: max(0, place(statement) - statement.sentence.start + 20)]
    return _QUESTIONED.search(before) is not None


def _near(one: str | None, other: str | None) -> bool:
    """Whether two days of publication are near enough; what is not dated is not held against it."""
    days = [days_of(Said(each[:10], "day", "published")) for each in (one, other) if each and len(each) >= 10]
    if len(days) < 2 or None in days:
        return True
    first, second = (each[0] for each in days if each)
    return abs((first - second).days) <= ELSEWHERE_DAYS if isinstance(first, date) else True
