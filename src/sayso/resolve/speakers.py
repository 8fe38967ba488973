"""Who speaks in each statement, why it is this one, and on whose behalf."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.records.actor import Reason
from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.resolve.heads import DOCUMENTS
from sayso.resolve.linking import Links
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.refs import Phrase, Ref
from sayso.resolve.tokens import Tokens

_NEAR = 12
"""Mentions of a source looked at for its head."""

_AND = re.compile(
    r"['’]?s?,? (?:and|&|as well as|along with|together with|or)(?: the| an?| both| his| her| their)? ?|, (?:the )?"
)
_AUTHOR = re.compile(r"(?:\bby|\bfrom|['’]s?)\s")
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
            if _is_document(found, span):
                continue
            head = _head(listed, starts, span)
            if head >= 0:
                made.setdefault(head, []).append(number)
    return made


def documents_among(found: Tokens, statements: Sequence[Statement]) -> set[int]:
    """The numbers of the statements whose source is a document."""
    return {n for n, each in enumerate(statements) if each.source and _is_document(found, each.source[0])}


def _head(listed: Sequence[Ref], starts: Sequence[int], span: Span) -> int:
    """The first mention in a source that is not only the possessor in another."""
    at = bisect_left(starts, span.start)
    near = [n for n in range(at, min(at + _NEAR, len(listed))) if listed[n].start < span.end]
    whole = [n for n in near if listed[n].end <= span.end] or near
    if not whole:
        return -1
    head = whole[0]
    for n in whole[1:]:
        if _introduces(listed[head], listed[n]):
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
            if _is_document(found, span):
                spoken += _of_document(found, span, inside, listed, links, authors)
            else:
                spoken += _of_source(found, span, inside, listed, links)
        made.append(_once(spoken))
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


def _is_document(found: Tokens, span: Span) -> bool:
    """Whether a source is a document: the first of its words that is no modifier says so."""
    at = bisect_left(found.starts, span.start)
    words: list[str] = []
    while at < len(found) and found.starts[at] < span.end and len(words) < 5:
        if words and found.lower[at] in ("of", "by", "from", "in", "published", "for"):
            break
        words.append(found.lower[at])
        at += 1
    return bool(words) and words[-1] in DOCUMENTS


def _of_document(
    found: Tokens,
    span: Span,
    inside: Sequence[int],
    listed: Sequence[Ref],
    links: Links,
    authors: dict[str, tuple[Voice, ...]],
) -> tuple[Voice, ...]:
    """The author that is named with the document, or was when it was first mentioned."""
    word = next((each for each in reversed(re.findall(r"\w+", span.text.lower())) if each in DOCUMENTS), "")
    for n in inside:
        before = found.text[max(span.start, listed[n].outer - 60) : listed[n].start]
        after = found.text[listed[n].end : listed[n].end + 2]
        if _AUTHOR.search(before) or after[:1] in ("'", "’"):
            authors[word] = (Voice(links.of[n], "document"),)
            return authors[word]
    return authors.get(word, ())


def _of_source(
    found: Tokens, span: Span, inside: Sequence[int], listed: Sequence[Ref], links: Links
) -> tuple[Voice, ...]:
    heads = _conjoined(found, inside, listed, links)
    made = []
    for n in heads:
        principal = _principal(found, span, n, inside, listed, links)
        made.append(Voice(links.of[n], _reason(found, n, listed, links), principal))
    return tuple(made)


def _conjoined(found: Tokens, inside: Sequence[int], listed: Sequence[Ref], links: Links) -> list[int]:
    """The first mention and those joined to it by "and"; a comma alone joins only before an "and"."""
    top: list[int] = []
    for n in inside:
        if top and listed[n].end <= listed[top[-1]].end:
            continue
        if isinstance(listed[n].what, Pronoun) and _possesses(listed, n):
            continue
        top.append(n)
    if not top:
        return []
    heads = [top[0]]
    waiting: list[int] = []
    for before, n in pairwise(top):
        gap = found.text[listed[before].end : listed[n].outer]
        joint = _AND.fullmatch(gap) or _AND.fullmatch(found.text[listed[before].end : listed[n].start])
        if joint is None or len(heads) + len(waiting) >= 12:
            break
        waiting.append(n)
        if "and" in joint.group() or "&" in joint.group() or "well as" in joint.group():
            heads.extend(waiting)
            waiting = []
    return heads


def _possesses(listed: Sequence[Ref], n: int) -> bool:
    what = listed[n].what
    return (
        isinstance(what, Pronoun)
        and what.possessive
        and any(other.first == listed[n].first for other in (*listed[max(0, n - 1) : n], *listed[n + 1 : n + 2]))
    )


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
    return -1


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
