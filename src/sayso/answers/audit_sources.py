"""The sources of one article: who they are to a reader (named, unnamed, private, a body, a group), how much room each has, in which
form, and when it first appears.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from sayso.answers.names import described
from sayso.answers.reply import NOBODY_IN_PARTICULAR
from sayso.answers.shown_article import ShownArticle
from sayso.classify.summaries import place, summaries
from sayso.records.actor import Actor, ActorKind
from sayso.records.position import Position
from sayso.records.statement import FORMS, Form, Statement

SourceClass = Literal["named", "body", "group", "unnamed", "private", "signer", "open"]
SOURCE_CLASSES: tuple[SourceClass, ...] = get_args(SourceClass)
"""named: a person by name. body: an institution. group: a collective. unnamed: somebody whose name is kept back. private: a private
person by description (codebook, decision 25). signer: the one who signs the text, as "I" or "we". open: no source is given."""

BODIES: frozenset[ActorKind] = frozenset({"organization", "government", "office", "publisher", "agency", "place"})
_SIGNER = frozenset({"i", "we", "me", "us", "this newspaper", "this paper"})
_KEPT_BACK = re.compile(
    r"\b(?:not\s(?:to\s|wish(?:ing)?\sto\s|want(?:ing)?\sto\s)?be\s(?:named|identified|quoted)|(?:condition|promise)\sof\sanonymity|anonym\w+|"
    r"not\s(?:authori[sz]ed|allowed|permitted)\sto\s(?:speak|talk|comment)|(?:his|her|their)\sname\snot\s(?:be|to\sbe)|would\snot\sbe\snamed|"
    r"withheld\s(?:his|her|their)\snames?|(?:asked|requested)\s(?:\w+\s){0,3}not\sbe\s(?:used|published|named)|refused\sto\sgive\s(?:his|her|their)\snames?|"
    r"did\snot\swish\sto\sbe|spoke\soff\sthe\srecord)",
    re.IGNORECASE,
)
"""Words of a name that is kept back."""
_INSIDER = re.compile(
    r"\b(?:sources?|officials?|insiders?|aides?|advis[eo]rs?|diplomats?|ministers?|deput(?:y|ies)|lawmakers?|legislators?|mps?|senators?|"
    r"spokes(?:man|woman|person|people|men|women)|officers?|executives?|managers?|directors?|analysts?|strategists?|confidant\w*|allies|ally|"
    r"colleagues?|people\s(?:close|familiar|briefed)|persons?\s(?:close|familiar|briefed)|somebody\sclose|member\sof\sthe\s(?:cabinet|board|party)|"
    r"bankers?|fund|traders?|dealers?|investigators?|prosecutors?|clerks?|employees?|staff(?:er)?s?|leaders?|commanders?|soldiers?|economists?)\b",
    re.IGNORECASE,
)
"""Those who speak by what they know of their office or firm; described and not named, they are unnamed sources."""
_OFFICE = re.compile(
    r"\b(?:presidents?|prime\sministers?|premiers?|chancellors?|ministers?|secretary\sof\sstate|governors?|mayors?|councill?ors?|senators?|"
    r"congress(?:man|woman|men|women)|m\.?p\.?s?|deput(?:y|ies)|lawmakers?|legislators?|ambassadors?|consuls?|judges?|justices?|magistrates?|"
    r"prosecutors?|attorney[- ]general|solicitor[- ]general|ombuds(?:man|woman|person)|commissioners?|police|sheriffs?|generals?|"
    r"colonels?|admirals?|"
    r"officials?|diplomats?|kings?|queens?|emirs?|sultans?|inspectors?|regulators?|auditors?|civil\sservants?|undersecretary|secretary-general|"
    r"government\sspokes\w+|supreme\sleader|chief\sof\sstaff|(?:tax|border|customs)\sofficers?|officers?)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:former|ex|one-?time|then|late|retired|shadow|would-be|aspiring|next|sister|brother|son|daughter|wife|husband|widow)\b",
    re.IGNORECASE,
)
_OF_A_CLUB = re.compile(
    r"^\s(?:of|at|for|general\sof)\s(?:the\s|an?\s)?(?:[\w’'&-]+\s){0,5}?(?:union|association|chamber|company|club|federation|league|university|college|society|"
    r"charity|party|group|institute|foundation|trust|firm|bank|team|church|synod|hospital|school|movement|front|campaign|holdings|newspaper)\b",
    re.IGNORECASE,
)
"""A president or secretary of what is no office of the state."""
_SAME_AS_STATE = re.compile(r"\bcentral\sbank\b|\bbank\sof\b", re.IGNORECASE)
_POST = re.compile(r"\bpost\soffice\b|\bbox\soffice\b", re.IGNORECASE)
ROLE_WORDS = 8
"""Words before a name or after it in which its office is looked for."""

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


@dataclass(frozen=True, slots=True)
class Source:
    """One source of one article. ``actor`` is its local id, None where statements name none.

    ``statements`` are those it makes, in text order; ``own_side`` those of them about itself or the one it speaks for; ``critical``
    pairs of the name of the one judged and the statement. ``words`` of contents, ``quoted`` of them between quotation marks.
    ``first`` is the code point at which its first statement begins.
    """

    name: str
    actor: str | None
    kind: ActorKind | None
    source_class: SourceClass
    official: bool
    statements: tuple[str, ...]
    own_side: tuple[str, ...]
    critical: tuple[tuple[str, str], ...]
    forms: tuple[tuple[Form, tuple[str, ...]], ...]
    words: int
    quoted: int
    first: int
    speaks_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """Words of an article's prose: in statements ``quoted``, between marks or word for word, and ``paraphrased``; the rest is ``own``.

    Headlines, captions and furniture aside. ``attributed`` is what statements hold.
    """

    quoted: int
    paraphrased: int
    own: int

    @property
    def attributed(self) -> int:
        return self.quoted + self.paraphrased

    @property
    def words(self) -> int:
        return self.attributed + self.own


def words_in(text: str) -> int:
    """How many words ``text`` has; what an apostrophe, a hyphen or a decimal sign joins is one."""
    return sum(1 for _ in _WORD.finditer(text))


class Sources:
    """Who says how much in one article."""

    def __init__(self, shown: ShownArticle) -> None:
        self._shown = shown
        marked = [part for quotation in shown.layout.quotations for part in quotation.parts]
        verbatim = [
            (span.start, span.end) for each in shown.statements if each.form == "direct" for span in each.content
        ]
        self._quotes = _merged([*marked, *verbatim])
        self._principals = shown.principals
        self._positions = shown.positions_of()
        found = summaries(shown.blocks)
        above = {each.span for each in found.above}
        self._prose = [
            each.span for each in shown.blocks if each.kind in ("body", "standfirst") and each.span not in above
        ]
        self.statements = tuple(
            each for each in shown.statements if each.status == "actual" and found.of(each) not in found.above
        )
        """Made, and told outside headlines and captions, which repeat."""

    def sources(self) -> tuple[Source, ...]:
        """In the order in which they first appear. Of joint speakers each has the statement and its words."""
        held: dict[str | None, list[Statement]] = {}
        for each in self.statements:
            for actor in dict.fromkeys(speaker.actor for speaker in each.speakers) or (None,):
                held.setdefault(actor if actor in self._shown.actors else None, []).append(each)
        made = (self._source(actor, statements) for actor, statements in held.items())
        return tuple(sorted(made, key=lambda each: (each.first, each.name)))

    def room(self) -> Room:
        """The words of the prose, each once, by whose they are."""
        spans = [
            (span.start, span.end)
            for each in self.statements
            for span in each.content
            if any(span.overlaps(block) for block in self._prose)
        ]
        contents = _merged(spans)
        attributed = sum(words_in(self._shown.text[start:end]) for start, end in contents)
        quoted = sum(words_in(self._shown.text[a:b]) for a, b in _meet(contents, self._quotes))
        total = sum(words_in(span.text) for span in self._prose)
        return Room(min(quoted, attributed), attributed - min(quoted, attributed), max(0, total - attributed))

    def class_of(self, actor: Actor | None, statements: Sequence[Statement]) -> SourceClass:
        """What the source is to a reader."""
        if actor is None:
            return "open"
        if actor.name.casefold() in _SIGNER:
            return "signer"
        around = " ".join(each.sentence.text for each in statements)
        if actor.kind == "group":
            return "unnamed" if _KEPT_BACK.search(around) else "group"
        if actor.kind in BODIES:
            return "body"
        if actor.kind != "unnamed" and not described(actor.name, actor.kind):
            return "named"
        told = " ".join(
            [actor.name, *(each.source_text for each in statements), *(m.span.text for m in actor.mentions)]
        )
        return "unnamed" if _KEPT_BACK.search(around) or _INSIDER.search(told) else "private"

    def _source(self, actor: str | None, statements: Sequence[Statement]) -> Source:
        who = self._shown.actors.get(actor) if actor else None
        contents = _merged(
            [(s.start, s.end) for each in statements if not self._inside(each, statements) for s in each.content]
        )
        words = sum(words_in(self._shown.text[start:end]) for start, end in contents)
        quoted = sum(words_in(self._shown.text[start:end]) for start, end in _meet(contents, self._quotes))
        forms = {form: tuple(each.id for each in statements if each.form == form) for form in FORMS}
        return Source(
            name=who.name if who else "",
            actor=actor,
            kind=who.kind if who else None,
            source_class=self.class_of(who, statements),
            official=who is not None and self._official(who, statements),
            statements=tuple(each.id for each in statements),
            own_side=tuple(each.id for each in statements if self._own(each)),
            critical=tuple(dict.fromkeys(pair for each in statements for pair in self._critical(each))),
            forms=tuple((form, ids) for form, ids in forms.items() if ids),  # type: ignore[misc]  # the literals of Form
            words=words,
            quoted=min(quoted, words),
            first=min(place(each) for each in statements),
            speaks_for=tuple(
                sorted(
                    self._shown.actors[each].name
                    for each in self._principals.get(actor or "", ())
                    if each in self._shown.actors
                )
            ),
        )

    def _inside(self, statement: Statement, others: Iterable[Statement]) -> bool:
        return statement.parent is not None and any(each.id == statement.parent for each in others)

    def _own(self, statement: Statement) -> bool:
        """Whether it judges its speaker or the one it is made for."""
        held = self._positions.get(statement.id, ())
        judged = {each.object for each in held if each.label != "none"}
        mine = {other for speaker in statement.speakers for other in self._principals.get(speaker.actor, ())}
        return bool(judged & mine) or any("own_side" in each.flags and each.label != "none" for each in held)

    def _critical(self, statement: Statement) -> Iterable[tuple[str, str]]:
        for each in self._positions.get(statement.id, ()):
            name = self._shown.actors[each.object].name
            if self._counts(each) and not NOBODY_IN_PARTICULAR.match(name):
                yield name, statement.id

    def _counts(self, position: Position) -> bool:
        return position.role == "object" and position.label == "critical" and "own_side" not in position.flags

    def _official(self, actor: Actor, statements: Sequence[Statement]) -> bool:
        if _POST.search(actor.name):
            return False
        if actor.kind in ("government", "office"):
            return True
        if actor.kind not in ("person", "unnamed", "unknown"):
            return False
        if any(
            self._shown.actors[each].kind in ("government", "office") for each in self._principals.get(actor.id, ())
        ):
            return True
        return any(_is_office(words) for words in self._roles(actor, statements))

    def _roles(self, actor: Actor, statements: Sequence[Statement]) -> Iterable[str]:
        """Stretches in which the article may tell the office of the actor: sources, descriptions, words beside the name."""
        yield from (each.source_text for each in statements)
        for mention in actor.mentions:
            if mention.kind in ("nominal", "unnamed"):
                yield mention.span.text
            elif mention.kind == "name":
                yield self._beside(mention.span.start, mention.span.end)

    def _beside(self, start: int, end: int) -> str:
        """A name with the title before it and the apposition after it."""
        text = self._shown.text
        before = re.split(r"[.,;:!?\n“”\"]\s|\n", text[max(0, start - 60) : start])[-1].split()
        title: list[str] = []
        for word in reversed(before[-ROLE_WORDS:]):
            if not (word[:1].isupper() or _OFFICE.fullmatch(word) or _FORMER.fullmatch(word)):
                break
            title.insert(0, word)
        after = re.match(r",\s(?:the\s|an?\s)?(?P<what>[^,.;:\n“”]{3,80})(?=[,.;])", text[end : end + 100])
        return f"{' '.join(title)} {text[start:end]} {after['what'] if after else ''}"


def _is_office(words: str) -> bool:
    """Whether ``words`` name an office of the state that is held now."""
    for found in _OFFICE.finditer(words):
        before = words[max(0, found.start() - 24) : found.start()]
        after = words[found.end() :]
        club = _OF_A_CLUB.match(after)
        if _FORMER.search(before) or (club and not _SAME_AS_STATE.search(after[: club.end() + 4])):
            continue
        if re.match(r"['’]s?\s", after):
            continue  # "the minister's brother"
        return True
    return False


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges that cover the same code points, without overlap, in order."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], end))
        else:
            made.append((start, end))
    return made


def _meet(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """The stretches that two sorted lists of ranges have in common; linear in both."""
    n = 0
    for start, end in one:
        while n < len(other) and other[n][1] <= start:
            n += 1
        k = n
        while k < len(other) and other[k][0] < end:
            yield max(start, other[k][0]), min(end, other[k][1])
            k += 1


def by_class(sources: Iterable[Source]) -> Mapping[SourceClass, list[Source]]:
    """The sources of each class that has any, in the order of ``SOURCE_CLASSES``."""
    held: dict[SourceClass, list[Source]] = {}
    for each in sources:
        held.setdefault(each.source_class, []).append(each)
    return {name: held[name] for name in SOURCE_CLASSES if name in held}
