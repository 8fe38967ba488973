"""Who speaks in each statement, why it is this one, and on whose behalf."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.records.actor import Reason
from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.resolve.documents import CARRIED, authors_in, documents_in_cue, is_document, is_taken_up, word_of
from sayso.resolve.joint import conjoined, named_after
from sayso.resolve.linking import Links
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.refs import Phrase, Ref
from sayso.resolve.running import runs_on
from sayso.resolve.tokens import Tokens

_NEAR = 12
"""Mentions of a source looked at for its head."""

_BEFORE_SPOKES = re.compile(r"\s(?:[\w-]+\s){0,2}?(?:spokes|press secretary)", re.IGNORECASE)
_HANDED_OUT = re.compile(r"\b(?:statement|letter|message|apology)$")
_FROM = re.compile(r"\s(?:from|by|on behalf of)\s(?:the\s|an?\s)?")
_SPOKEN_FOR = re.compile(r"\b(?:for|of|on behalf of)\s+(?:the\s+)?", re.IGNORECASE)
_SPOKESPERSON = re.compile(r"spokes|mouthpiece|press secretary|press office|speaking for|on behalf of", re.IGNORECASE)


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
        if _introduces(listed[head], listed[n]) or runs_on(found, listed[head], listed[n]):
            head = n
    return head


def _introduces(before: Ref, ref: Ref) -> bool:
    """Whether a mention is only the title or the possessor of the next: "state ombudsman Ana Roe", "Varn's parliament"."""
    if not isinstance(ref.what, Name):
        return False
    if isinstance(before.what, Nominal):
        return (
            before.what.core in (ref.first, ref.what.outer) and not before.what.of.plural and ref.outer - before.end < 2
        )
    return isinstance(before.what, Name) and before.last in (ref.first, ref.what.outer) and ref.outer - before.end == 3


def voices(
    found: Tokens, statements: Sequence[Statement], listed: Sequence[Ref], links: Links
) -> list[tuple[Voice, ...]]:
    """The speakers of each statement; "it" after a document is the document."""
    starts = [each.start for each in listed]
    authors: dict[str, tuple[Voice, ...]] = {}
    documents = documents_among(found, statements)
    made: list[tuple[Voice, ...]] = []
    for number, statement in enumerate(statements):
        spoken: tuple[Voice, ...] = ()
        for span in statement.source:
            if span.text in ("It", "it") and number - 1 in documents and made[-1]:
                documents.add(number)
                spoken += made[-1]
                continue
            inside = _inside(listed, starts, links, span)
            if is_document(found, span):
                spoken += _of_document(found, span, inside, listed, links, authors)
            else:
                spoken += _of_source(found, span, inside, listed, links)
        behind = _behind(found, statement, listed, links)
        if behind >= 0:
            spoken = tuple(replace(each, on_behalf_of=behind) for each in spoken if each.cluster != behind) or spoken
        made.append(_once(spoken))
        for word in documents_in_cue(statement):
            authors.setdefault(word, tuple(replace(each, reason="document") for each in made[-1]))
    return made


def _inside(listed: Sequence[Ref], starts: Sequence[int], links: Links, span: Span) -> list[int]:
    """Mentions within a source that mean somebody; titles and possessive pronouns stand before what they belong to."""
    at = bisect_left(starts, span.start)
    while at > 0 and listed[at - 1].end > span.start and span.start - listed[at - 1].start < 60:
        at -= 1
    found: list[int] = []
    covered = 0
    while at < len(listed) and listed[at].start < span.end and len(found) < 40:
        ref = listed[at]
        if at in links.titles:
            covered = max(covered, ref.last)
        elif ref.end > span.start and links.of[at] >= 0 and (ref.last > covered or isinstance(ref.what, Pronoun)):
            if found and _introduces(listed[found[-1]], ref):
                found.pop()
            found.append(at)
        at += 1
    return [n for n in found if listed[n].start >= span.start and listed[n].end <= span.end] or found


def _of_document(
    found: Tokens,
    span: Span,
    inside: Sequence[int],
    listed: Sequence[Ref],
    links: Links,
    authors: dict[str, tuple[Voice, ...]],
) -> tuple[Voice, ...]:
    """The author that is named with the document, or was when it was first mentioned."""
    word = word_of(found, span)
    written = authors_in(found, span, [(n, listed[n]) for n in inside])
    if written:
        joint = conjoined(found, span, [n for n in inside if n >= written[0]], listed, links)
        authors[word] = tuple(Voice(links.of[n], "document") for n in joint if n in written or n > written[0])
        return authors[word]
    if is_taken_up(found, span) and word in authors:
        return authors[word]
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
    heads = conjoined(found, span, inside, listed, links)
    made = []
    for n in heads:
        if links.clusters[links.of[n]].written:
            continue
        principal = _principal(found, span, n, inside, listed, links)
        made.append(Voice(links.of[n], _reason(found, n, listed, links), principal))
    return tuple(made)


def _principal(found: Tokens, span: Span, head: int, inside: Sequence[int], listed: Sequence[Ref], links: Links) -> int:
    """For whom a spokesperson speaks, or -1."""
    role = found.text[min(span.start, listed[head].outer) : span.end]
    if not _SPOKESPERSON.search(role):
        return -1
    own = links.of[head]
    for n in inside:
        if n == head or links.of[n] == own:
            continue
        before = found.text[max(span.start - 2, listed[n].outer - 16) : listed[n].start]
        after = found.text[listed[n].end : listed[n].end + 2]
        possessor = after[:1] in ("'", "’") and listed[n].start < listed[head].end
        what = listed[n].what
        if possessor or _SPOKEN_FOR.search(before) or (isinstance(what, Pronoun) and what.possessive):
            return links.of[_owned(found, n, inside, listed)]
    return _attributed(found, span, listed, links, own)


def _attributed(found: Tokens, span: Span, listed: Sequence[Ref], links: Links, own: int) -> int:
    """The body whose name stands before "spokesman" ("an NSB spokesman"), or -1."""
    at = bisect_left(listed, span.start, key=lambda each: each.start)
    while at < len(listed) and listed[at].start < span.end:
        ref, number = listed[at], links.of[at]
        body = isinstance(ref.what, Name) and not ref.what.titles and links.clusters[number].kind != "person"
        if number not in (-1, own) and body and _BEFORE_SPOKES.match(found.text, ref.end, span.end):
            return number
        at += 1
    return -1


def _behind(found: Tokens, statement: Statement, listed: Sequence[Ref], links: Links) -> int:
    """Whose statement it is that others hand out ("issued a statement from the king"), or -1."""
    if not statement.cue or not _HANDED_OUT.search(statement.cue[-1].text):
        return -1
    end = statement.cue[-1].end
    at = bisect_left(listed, end, key=lambda each: each.start)
    if at >= len(listed) or not _FROM.fullmatch(found.text[end : listed[at].start]):
        return -1
    return links.of[at]


def _owned(found: Tokens, n: int, inside: Sequence[int], listed: Sequence[Ref]) -> int:
    """The last of a chain of possessors: "the administration's Department of Justice"."""
    for other in inside:
        gap = found.text[listed[n].end : listed[other].start]
        if other > n and gap in ("'s ", "’s "):
            return other
    return n


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
    longest = max((listed[each].last - listed[each].first for each in names), default=1)
    if name.last - name.first >= longest:
        return "name"
    if name.acronym:
        return "acronym"
    return "title" if name.titles else "surname"


def _once(spoken: tuple[Voice, ...]) -> tuple[Voice, ...]:
    return tuple({each.cluster: each for each in reversed(spoken)}.values())[::-1]
