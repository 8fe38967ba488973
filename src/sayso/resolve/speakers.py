"""Who speaks in each statement, why it is this one, and on whose behalf."""

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.records.actor import Reason
from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.resolve.authorship import Made, made_documents
from sayso.resolve.documents import CARRIED, authors_in, documents_in_cue, is_document, is_taken_up, word_of
from sayso.resolve.joint import conjoined, named_after
from sayso.resolve.linking import Links
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.principals import behind, channel_of, principal_of
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.refs import Phrase, Ref
from sayso.resolve.running import runs_on
from sayso.resolve.tokens import Tokens

_BRACKETED = re.compile(r" \([A-Z]{2,6}\) ")
LOOKED_AT = 60
"""Names of an actor among which its fullest is looked for."""
_BEFORE_SOURCE = 6
"""Characters before a source in which a mention may begin that stands in it ("both the miners")."""
_NEAR = 12
"""Mentions of a source looked at for its head."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker before actors have their numbers."""

    cluster: int
    reason: Reason
    on_behalf_of: int = -1


def sources(found: Tokens, statements: Sequence[Statement], listed: Sequence[Ref]) -> dict[int, list[int]]:
    """For each mention that heads a source, the numbers of the statements."""
    starts = [each.start for each in listed]
    made: dict[int, list[int]] = {}
    for number, statement in enumerate(statements):
        for span in statement.source[:1]:
            if is_document(found, span):
                continue
            head = _head(found, listed, starts, span)
            if head >= 0:
                made.setdefault(head, []).append(number)
    return made


def documents_among(found: Tokens, statements: Sequence[Statement]) -> set[int]:
    """The numbers of the statements whose source is a document."""
    return {n for n, each in enumerate(statements) if each.source and is_document(found, each.source[0])}


def _head(found: Tokens, listed: Sequence[Ref], starts: Sequence[int], span: Span) -> int:
    """The first mention in a source that is not only the possessor in another."""
    at = bisect_left(starts, span.start)
    near = [n for n in range(at, min(at + _NEAR, len(listed))) if listed[n].start < span.end]
    whole = [n for n in near if listed[n].end <= span.end] or near
    if not whole:
        return -1
    named = named_after(found, span, listed, whole)
    if named >= 0:
        return named
    head = whole[0]
    for n in whole[1:]:
        if _introduces(found, listed[head], listed[n]) or runs_on(found, listed[head], listed[n]):
            head = n
    return head


def _introduces(found: Tokens, before: Ref, ref: Ref) -> bool:
    """Whether a mention is only the title or the possessor of the next: "state ombudsman Ana Roe", "Varn's parliament"."""
    if not isinstance(ref.what, Name):
        return False
    if isinstance(before.what, Nominal):
        if not before.what.of.plural and _BRACKETED.fullmatch(found.text, before.end, ref.start):
            return True
        return (
            before.what.core in (ref.first, ref.what.outer) and not before.what.of.plural and ref.outer - before.end < 2
        )
    return isinstance(before.what, Name) and before.last in (ref.first, ref.what.outer) and ref.outer - before.end == 3


def voices(
    found: Tokens, statements: Sequence[Statement], listed: Sequence[Ref], links: Links
) -> list[tuple[Voice, ...]]:
    """The speakers of each statement; "it" after a document is the document."""
    starts = [each.start for each in listed]
    authors = Authors(found, made_documents(found, listed, links))
    documents = documents_among(found, statements)
    made: list[tuple[Voice, ...]] = []
    for number, statement in enumerate(statements):
        spoken: tuple[Voice, ...] = ()
        for span in statement.source:
            if span.text in ("It", "it"):
                before = made[-1] if made and number - 1 in documents else authors.just_before(span)
                if before:
                    documents.add(number)
                    spoken += before
                    continue
            inside = _inside(found, listed, starts, links, span)
            if is_document(found, span):
                spoken += _of_document(found, span, inside, listed, links, authors)
            else:
                spoken += _of_source(found, span, inside, listed, links)
        whose = behind(found, statement, listed, links)
        if whose >= 0:
            spoken = tuple(replace(each, on_behalf_of=whose) for each in spoken if each.cluster != whose) or spoken
        made.append(_once(spoken))
        for word in documents_in_cue(found, statement):
            authors.learn(statement.sentence.start, word, made[-1])
    return made


class Authors:
    """Who made the documents of a text, as far as it is known by the place that is read."""

    def __init__(self, found: Tokens, told: Sequence[Made]) -> None:
        self._found = found
        self._known: dict[str, list[tuple[int, tuple[Voice, ...]]]] = {}
        self._told = [(found.starts[each.at], each) for each in told]
        for place, each in self._told:
            self.learn(place, each.word, tuple(Voice(number, "document") for number in each.makers))

    def learn(self, place: int, word: str, spoken: Sequence[Voice]) -> None:
        """The document ``word`` that is spoken of at ``place`` has these authors, if any."""
        if spoken:
            insort(
                self._known.setdefault(word, []),
                (place, tuple(replace(each, reason="document") for each in spoken)),
                key=_place,
            )

    def of(self, word: str, place: int) -> tuple[Voice, ...]:
        """The authors of the document ``word`` as it was last spoken of before ``place``; nobody if it was not."""
        known = self._known.get(word, [])
        at = bisect_left(known, place, key=_place)
        return known[at - 1][1] if at else ()

    def within(self, word: str, span: Span) -> tuple[Voice, ...]:
        """The authors that a source itself tells."""
        known = self._known.get(word, [])
        at = bisect_left(known, span.start, key=_place)
        return known[at][1] if at < len(known) and known[at][0] < span.end else ()

    def just_before(self, span: Span) -> tuple[Voice, ...]:
        """The authors of a document that the sentence before tells the making of: "Ana Roe issued a statement. It …"."""
        found = self._found
        at = bisect_left(self._told, span.start, key=_place)
        word = bisect_left(found.starts, span.start)
        if not at or word >= len(found) or found.sentences[word] - found.sentences[self._told[at - 1][1].at] != 1:
            return ()
        return self.of(self._told[at - 1][1].word, span.start)


def _place(known: tuple[int, object]) -> int:
    return known[0]


def _inside(words: Tokens, listed: Sequence[Ref], starts: Sequence[int], links: Links, span: Span) -> list[int]:
    """Mentions within a source that mean somebody; titles and possessive pronouns stand before what they belong to."""
    at = bisect_left(starts, span.start)
    while at > 0 and listed[at - 1].end > span.start and span.start - listed[at - 1].start < 60:
        at -= 1
    inside: list[int] = []
    covered = 0
    while at < len(listed) and listed[at].start < span.end and len(inside) < 40:
        ref = listed[at]
        if at in links.titles:
            covered = max(covered, ref.last)
        elif ref.end > span.start and links.of[at] >= 0 and (ref.last > covered or isinstance(ref.what, Pronoun)):
            leading = next(
                (n for n, k in enumerate(inside) if k in inside[-3:] and _introduces(words, listed[k], ref)), -1
            )
            if leading >= 0:
                del inside[leading:]
            inside.append(at)
        at += 1
    return [n for n in inside if listed[n].start >= span.start - _BEFORE_SOURCE and listed[n].end <= span.end] or inside


def _of_document(
    found: Tokens, span: Span, inside: Sequence[int], listed: Sequence[Ref], links: Links, authors: Authors
) -> tuple[Voice, ...]:
    """The author that is named with the document, or was when it was first mentioned."""
    word = word_of(found, span)
    written = authors_in(found, span, [(n, listed[n]) for n in inside])
    if written:
        joint = conjoined(found, span, [n for n in inside if n >= written[0]], listed, links)
        spoken = tuple(
            Voice(links.of[n], "document", principal_of(found, span, n, inside, listed, links))
            for n in joint
            if n in written or n > written[0]
        )
        authors.learn(span.start, word, spoken)
        return spoken
    if word in ("editorial", "leader"):
        papers = [
            n
            for n in inside
            if links.clusters[links.of[n]].kind in ("organization", "unknown") and isinstance(listed[n].what, Name)
        ]
        if papers:
            return (Voice(links.of[papers[-1]], "document"),)  # an editorial is its publisher's (codebook, decision 21)
    within = authors.within(word, span)
    if within:
        return within
    if is_taken_up(found, span) and authors.of(word, span.start):
        return authors.of(word, span.start)
    return _carried(found, span, listed, links) if word in CARRIED else ()


def _carried(found: Tokens, span: Span, listed: Sequence[Ref], links: Links) -> tuple[Voice, ...]:
    """Those who hold placards up: the last group mentioned before them, in this sentence or the one before."""
    here = bisect_left(listed, span.start, key=lambda each: each.start)
    sentence = found.sentences[min(len(found) - 1, bisect_left(found.starts, span.start))]
    for n in range(here - 1, max(-1, here - 1 - _NEAR), -1):
        if found.sentences[listed[n].first] < sentence - 1:
            break
        number = links.of[n]
        if number >= 0 and links.clusters[number].plural and links.clusters[number].kind == "group":
            return (Voice(number, "document"),)
    return ()


def _of_source(
    found: Tokens, span: Span, inside: Sequence[int], listed: Sequence[Ref], links: Links
) -> tuple[Voice, ...]:
    owner = channel_of(found, span, inside, listed, links)
    if owner >= 0:
        return (Voice(owner, "nominal"),)
    heads = conjoined(found, span, inside, listed, links)
    made = []
    for n, part in zip(heads, _parts(found, span, heads, listed), strict=True):
        if links.clusters[links.of[n]].written:
            continue
        principal = principal_of(found, part, n, inside, listed, links)
        made.append(Voice(links.of[n], _reason(found, n, listed, links), principal))
    return tuple(made)


def _parts(found: Tokens, span: Span, heads: Sequence[int], listed: Sequence[Ref]) -> list[Span]:
    """The part of a source that tells of each of its heads: from the end of the one before it to the next one."""
    if not heads:
        return []
    starts = [span.start, *(listed[before].end for before in heads[:-1])]
    ends = [*(max(listed[n].end, listed[after].outer) for n, after in pairwise(heads)), span.end]
    return [
        Span.of(found.text, min(start, listed[n].start), max(end, listed[n].end))
        for n, start, end in zip(heads, starts, ends, strict=True)
    ]


def _reason(found: Tokens, n: int, listed: Sequence[Ref], links: Links) -> Reason:
    what = listed[n].what
    cluster = links.clusters[links.of[n]]
    if isinstance(what, Pronoun) or (isinstance(what, Phrase) and what.relative):
        return "pronoun"
    if isinstance(what, Name):
        return _name_reason(what, n, listed, cluster.names)
    if n in links.apposed:
        return "apposition"
    if isinstance(what, Nominal):
        if cluster.names:
            return "title"
        if what.of.plural:
            return "collective"
        return "unnamed" if what.indefinite and what.of.kind == "person" else "nominal"
    return "unnamed"


def _name_reason(name: Name, n: int, listed: Sequence[Ref], names: Sequence[int]) -> Reason:
    longest = max((listed[each].last - listed[each].first for each in names[:LOOKED_AT]), default=1)
    if name.last - name.first >= longest:
        return "name"
    if name.acronym:
        return "acronym"
    return "title" if name.titles else "surname"


def _once(spoken: tuple[Voice, ...]) -> tuple[Voice, ...]:
    return tuple({each.cluster: each for each in reversed(spoken)}.values())[::-1]
