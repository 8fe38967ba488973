"""The sourcing of one article, or of many: who is quoted and how, who is criticised without an answer, whether the headline holds.

Counts keep the ids of their statements. The words of one article are a count of that text, so their shares have no interval; shares
over articles do, and both have floors. What each line means: ``docs/audit.md``.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.answers.audit_sources import SOURCE_CLASSES, Room, Source, SourceClass, Sources, by_class
from sayso.answers.headline import HEADLINE_STATES, HeadlineCheck, HeadlineState, headline_check
from sayso.answers.names import described
from sayso.answers.reply import REPLY_STATES, Reply, ReplyState, replies
from sayso.answers.shares import FLOOR_ARTICLES, FLOOR_POSITIONS, Share, bootstrap, wilson
from sayso.answers.shown_article import ShownArticle
from sayso.records.folding import folded
from sayso.records.position import Wording
from sayso.records.row import ArticleRow
from sayso.records.statement import FORMS, Form, Status

FLOOR_STATEMENTS = 10
"""Statements of one article below which no share of its words is given: with fewer one long quotation decides."""
FLOOR_WORDS = 150
"""Words that sources have in one article, the same."""
WHOSE: tuple[Wording, ...] = ("quoted", "paraphrased", "writer", "undecided")

Trait = Literal["official", "own_side", "unnamed_critical"]
TRAITS: tuple[Trait, ...] = ("official", "own_side", "unnamed_critical")
"""What a source or a statement is besides its class; these overlap with classes and with each other."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many sources, how many statements (by id) and how many words; ``part`` of ``whole`` words where a share is borne."""

    what: str
    sources: int
    statements: tuple[str, ...]
    words: int
    share: float | None = None


@dataclass(frozen=True, slots=True)
class UnnamedCritic:
    """A source whose name is kept back or not given, and whom it criticises."""

    article_id: str
    source: str
    source_class: SourceClass
    objects: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnPassage:
    """A passage in the writer's own voice, as an audit counts it."""

    id: str
    article_id: str
    holder: str
    start: int
    end: int
    words: int
    object: str | None
    actor: str | None
    label: str


@dataclass(frozen=True, slots=True)
class ArticleAudit:
    """One article. ``sources`` stand in the order of their first statement.

    ``classes``, ``traits`` and ``forms`` count statements made; ``wording`` counts judgements by whose words they are, by the
    statements they stand in. ``voices`` is None where the writer's voice was not looked for.
    """

    article: ArticleRow
    headline_text: str | None
    sources: tuple[Source, ...]
    classes: tuple[Tally, ...]
    traits: tuple[Tally, ...]
    forms: tuple[Tally, ...]
    wording: tuple[Tally, ...]
    room: Room
    unnamed_critical: tuple[UnnamedCritic, ...]
    replies: tuple[Reply, ...]
    headline: HeadlineCheck
    voices: tuple[OwnPassage, ...] | None
    statuses: tuple[tuple[Status, tuple[str, ...]], ...]
    statements: tuple[str, ...]
    reviewed: int
    rejected: int

    @property
    def shares_shown(self) -> bool:
        """Whether the article holds enough for shares of its words."""
        return len(self.statements) >= FLOOR_STATEMENTS and self.room.attributed >= FLOOR_WORDS

    def reply_counts(self) -> dict[ReplyState, tuple[Reply, ...]]:
        """By state, those criticised; who is only said to be asked is not among them."""
        held = [each for each in self.replies if each.critical or each.voices]
        return {state: found for state in REPLY_STATES if (found := tuple(r for r in held if r.state == state))}


@dataclass(frozen=True, slots=True)
class Month:
    """The articles published in one month (``2031-04``), and what is counted over them; each count opens to ids."""

    month: str
    articles: tuple[str, ...]
    statements: int
    classes: tuple[Tally, ...]
    traits: tuple[Tally, ...]
    replies: tuple[tuple[ReplyState, int], ...]
    headlines: tuple[tuple[HeadlineState, tuple[str, ...]], ...]
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Regular:
    """A source called by one name or one institution's name in several articles; ``words`` are those of all its statements."""

    name: str
    source_class: SourceClass
    official: bool
    articles: tuple[str, ...]
    statements: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True)
class OutletAudit:
    """Many articles, as one. ``undated`` articles stand in no month. In ``classes`` and ``traits`` a source counts once an article;
    ``regulars`` are those with a name, each once, with most articles first.
    """

    articles: tuple[ArticleAudit, ...]
    classes: tuple[Tally, ...]
    traits: tuple[Tally, ...]
    forms: tuple[Tally, ...]
    wording: tuple[Tally, ...]
    room: Room
    replies: tuple[tuple[ReplyState, tuple[Reply, ...]], ...]
    headlines: tuple[tuple[HeadlineState, tuple[str, ...]], ...]
    voices: tuple[OwnPassage, ...] | None
    shares: tuple[Share, ...]
    months: tuple[Month, ...]
    regulars: tuple[Regular, ...]
    undated: int

    @property
    def statements(self) -> tuple[str, ...]:
        return tuple(each for one in self.articles for each in one.statements)


def audit_article(
    shown: ShownArticle, headline_text: str | None = None, voices: Sequence[OwnPassage] | None = None
) -> ArticleAudit:
    """The audit of one article. ``headline_text`` stands for a title that is not known; ``voices`` are its writer's passages."""
    found = Sources(shown)
    sources = found.sources()
    room = found.room()
    made = [each.id for each in found.statements]
    by_voice: dict[str, list[str]] = {}
    for voice in voices or ():
        if voice.actor and voice.label == "critical":
            by_voice.setdefault(voice.actor, []).append(voice.id)
    shares = len(made) >= FLOOR_STATEMENTS and room.attributed >= FLOOR_WORDS
    whole = room.attributed if shares else None
    statuses: dict[Status, list[str]] = {}
    for each in shown.statements:
        statuses.setdefault(each.status, []).append(each.id)
    return ArticleAudit(
        article=shown.article,
        headline_text=headline_text,
        sources=sources,
        classes=tuple(_tally(name, held, whole) for name, held in by_class(sources).items()),
        traits=_traits(sources, whole),
        forms=_forms(sources),
        wording=_wording(shown, made),
        room=room,
        unnamed_critical=_unnamed_critical(shown.article.article_id, sources),
        replies=replies(shown, by_voice),
        headline=headline_check(shown),
        voices=None if voices is None else tuple(voices),
        statuses=tuple((status, tuple(ids)) for status, ids in statuses.items()),
        statements=tuple(made),
        reviewed=shown.reviewed,
        rejected=shown.rejected,
    )


def audit_outlet(audits: Iterable[ArticleAudit]) -> OutletAudit:
    """Many articles together, in the order given; shares and months as far as the numbers bear them."""
    every = tuple(audits)
    months: dict[str, list[ArticleAudit]] = {}
    undated = 0
    for each in every:
        published = each.article.metadata.published
        if published and len(published) >= 7:
            months.setdefault(published[:7], []).append(each)
        else:
            undated += 1
    return OutletAudit(
        articles=every,
        classes=_sums(every, lambda each: each.classes, SOURCE_CLASSES),
        traits=_sums(every, lambda each: each.traits, TRAITS),
        forms=_sums(every, lambda each: each.forms, FORMS),
        wording=_sums(every, lambda each: each.wording, WHOSE),
        room=Room(
            sum(each.room.quoted for each in every),
            sum(each.room.paraphrased for each in every),
            sum(each.room.own for each in every),
        ),
        replies=_replies(every),
        headlines=_headlines(every),
        voices=None
        if all(each.voices is None for each in every)
        else tuple(v for each in every for v in each.voices or ()),
        shares=shares_of(every),
        months=tuple(_month(month, held) for month, held in sorted(months.items())),
        regulars=_regulars(every),
        undated=undated,
    )


def shares_of(audits: Sequence[ArticleAudit]) -> tuple[Share, ...]:
    """The shares that these articles bear.

    Of articles (Wilson) from ``FLOOR_ARTICLES`` articles on that can have the trait; of statements and words, which hang together
    in articles (bootstrap over articles), from ``FLOOR_POSITIONS`` of them in as many articles.
    """
    quoting = [each for each in audits if each.statements]
    criticising = [each for each in audits if each.reply_counts()]
    promising = [each for each in audits if each.headline.state != "nothing_promised"]
    found = [
        _of_articles("articles with an unnamed source", quoting, lambda each: _has(each, "unnamed")),
        _of_articles("articles with an unnamed critic", quoting, lambda each: bool(each.unnamed_critical)),
        _of_articles("articles in which everybody criticised replies or is said to have been asked", criticising, _all_heard),
        _of_articles("articles whose headline and lead the body bears out", promising, lambda each: each.headline.state == "borne_out"),
        _of_class("statements of unnamed sources", quoting, "unnamed"),
        _of_class("statements of private persons", quoting, "private"),
        _of_class("statements of persons by name", quoting, "named"),
        _of_statements("statements of officials", quoting, lambda each: len(_ids(each.traits, "official"))),
        _clusters("words of sources that are quoted", [(each.room.quoted, each.room.attributed) for each in quoting]),
    ]  # fmt: skip
    return tuple(share for share in found if share is not None)


def _of_articles(told: str, audits: Sequence[ArticleAudit], has: Callable[[ArticleAudit], bool]) -> Share | None:
    if len(audits) < FLOOR_ARTICLES:
        return None
    part = sum(map(has, audits))
    return Share(told, part, len(audits), *wilson(part, len(audits)), "wilson")


def _of_statements(told: str, audits: Sequence[ArticleAudit], count: Callable[[ArticleAudit], int]) -> Share | None:
    return _clusters(told, [(count(each), len(each.statements)) for each in audits])


def _of_class(told: str, audits: Sequence[ArticleAudit], name: SourceClass) -> Share | None:
    return _of_statements(told, audits, lambda each: len(_ids(each.classes, name)))


def _clusters(told: str, sums: Sequence[tuple[int, int]]) -> Share | None:
    """A share of things that come in articles, each given as its part and its whole."""
    held = [each for each in sums if each[1]]
    part, whole = (sum(each[at] for each in held) for at in (0, 1))
    if len(held) < FLOOR_ARTICLES or whole < FLOOR_POSITIONS:
        return None
    return Share(told, part, whole, *bootstrap(held), "cluster bootstrap")


def _all_heard(audit: ArticleAudit) -> bool:
    return not any(
        each.state in ("not_said", "replied_elsewhere") for held in audit.reply_counts().values() for each in held
    )


def _has(audit: ArticleAudit, name: str) -> bool:
    return bool(_ids(audit.classes, name))


def _ids(tallies: Iterable[Tally], name: str) -> tuple[str, ...]:
    return next((each.statements for each in tallies if each.what == name), ())


def _tally(what: str, sources: Sequence[Source], whole: int | None) -> Tally:
    """Of these sources; statements of joint ones once, their words as well."""
    ids = tuple(dict.fromkeys(one for each in sources for one in each.statements))
    words = sum(each.words for each in sources)
    return Tally(what, len(sources), ids, words, min(1.0, words / whole) if whole else None)


def _traits(sources: Sequence[Source], whole: int | None) -> tuple[Tally, ...]:
    official = _tally("official", [each for each in sources if each.official], whole)
    own = [each for each in sources if each.own_side]
    own_side = Tally("own_side", len(own), tuple(dict.fromkeys(one for each in own for one in each.own_side)), 0)
    critics = [each for each in sources if each.source_class in ("unnamed", "private") and each.critical]
    ids = tuple(dict.fromkeys(statement for each in critics for _, statement in each.critical))
    found = (official, own_side, Tally("unnamed_critical", len(critics), ids, 0))
    return tuple(each for each in found if each.sources)


def _forms(sources: Sequence[Source]) -> tuple[Tally, ...]:
    held: dict[Form, dict[str, None]] = {}
    speaking: dict[Form, int] = {}
    for each in sources:
        for form, ids in each.forms:
            held.setdefault(form, {}).update(dict.fromkeys(ids))
            speaking[form] = speaking.get(form, 0) + 1
    return tuple(Tally(form, speaking[form], tuple(held[form]), 0) for form in FORMS if form in held)


def _wording(shown: ShownArticle, made: Iterable[str]) -> tuple[Tally, ...]:
    """Statements by whose words judge in them; one that judges in both stands in both."""
    positions = shown.positions_of()
    held: dict[Wording, dict[str, None]] = {}
    for statement in made:
        for each in positions.get(statement, ()):
            if each.wording is not None:
                held.setdefault(each.wording, {})[statement] = None
    return tuple(Tally(whose, 0, tuple(held[whose]), 0) for whose in WHOSE if whose in held)


def _unnamed_critical(article_id: str, sources: Iterable[Source]) -> tuple[UnnamedCritic, ...]:
    return tuple(
        UnnamedCritic(
            article_id,
            each.name,
            each.source_class,
            tuple(dict.fromkeys(name for name, _ in each.critical)),
            tuple(dict.fromkeys(statement for _, statement in each.critical)),
        )
        for each in sources
        if each.source_class in ("unnamed", "private") and each.critical
    )


def _sums(
    audits: Iterable[ArticleAudit], of: Callable[[ArticleAudit], Iterable[Tally]], order: Sequence[str]
) -> tuple[Tally, ...]:
    held: dict[str, list[Tally]] = {}
    for audit in audits:
        for each in of(audit):
            held.setdefault(each.what, []).append(each)
    return tuple(
        Tally(
            name,
            sum(each.sources for each in held[name]),
            tuple(one for each in held[name] for one in each.statements),
            sum(each.words for each in held[name]),
        )
        for name in order
        if name in held
    )


def _replies(audits: Iterable[ArticleAudit]) -> tuple[tuple[ReplyState, tuple[Reply, ...]], ...]:
    held: dict[ReplyState, list[Reply]] = {}
    for audit in audits:
        for state, found in audit.reply_counts().items():
            held.setdefault(state, []).extend(found)
    return tuple((state, tuple(held[state])) for state in REPLY_STATES if state in held)


def _headlines(audits: Iterable[ArticleAudit]) -> tuple[tuple[HeadlineState, tuple[str, ...]], ...]:
    """By state, ids of articles."""
    held: dict[HeadlineState, list[str]] = {}
    for audit in audits:
        held.setdefault(audit.headline.state, []).append(audit.article.article_id)
    return tuple((state, tuple(held[state])) for state in HEADLINE_STATES if state in held)


def _regulars(audits: Iterable[ArticleAudit]) -> tuple[Regular, ...]:
    """Sources by folded name: persons by name and bodies; what is only described is another in each article."""
    held: dict[str, list[tuple[str, Source]]] = {}
    for audit in audits:
        for each in audit.sources:
            if each.source_class == "named" or (each.source_class == "body" and not described(each.name, each.kind)):
                held.setdefault(folded(each.name), []).append((audit.article.article_id, each))
    made = [
        Regular(
            found[0][1].name,
            found[0][1].source_class,
            any(each.official for _, each in found),
            tuple(dict.fromkeys(article for article, _ in found)),
            tuple(one for _, each in found for one in each.statements),
            sum(each.words for _, each in found),
        )
        for found in held.values()
    ]
    return tuple(sorted(made, key=lambda each: (-len(each.articles), -len(each.statements), each.name)))


def _month(month: str, audits: Sequence[ArticleAudit]) -> Month:
    return Month(
        month,
        tuple(each.article.article_id for each in audits),
        sum(len(each.statements) for each in audits),
        _sums(audits, lambda each: each.classes, SOURCE_CLASSES),
        _sums(audits, lambda each: each.traits, TRAITS),
        tuple((state, len(found)) for state, found in _replies(audits)),
        _headlines(audits),
        shares_of(audits),
    )
