"""For whom somebody speaks: spokespersons, a person's office or campaign, statements handed out or read for another.

A body's website, account or press office is the body itself.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.resolve.heads import HEADS
from sayso.resolve.linking import Links
from sayso.resolve.listed import word_set
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.refs import Ref
from sayso.resolve.tokens import SPACE, Tokens

SPOKES = re.compile(
    r"spokes|mouthpiece|press (?:secretary|office|aide|attaché)|publicist|(?:speaking|speaks|spoke) for|on behalf of|in the name of"
    r"|(?-i:representing|representatives? (?:for|of) )",
    re.IGNORECASE,
)
_LEADING = re.compile(r"(?:for|of|representing) ?$", re.IGNORECASE)
_PLAIN = r"(?:(?!(?:at|in|on|of|for|to|from|by|with|and|who)\b)[\w.’'-]+ )"
_WORDS = re.compile(rf" ?{_PLAIN}{{0,4}}")
_POSSESSOR = re.compile(rf"['’]s? {_PLAIN}{{0,4}}")
_FOLLOWS = re.compile(rf"[\w-]*,?(?: [\w.’'-]+,?){{0,5}}? (?:for|of|on behalf of) {_PLAIN}{{0,4}}")
"""What may stand between the word for a spokesperson and whose it is."""
_BEFORE_SPOKES = re.compile(r"\s(?:[\w-]+\s){0,2}?(?:spokes|press (?:secretary|officer)|representative)", re.IGNORECASE)
_FORMERLY = re.compile(
    r"\b(?:former|ex|one-?time|previous|past)[ -](?:[\w-]+ ){0,3}$"
    r"|\b(?:used to be|until|once|served as|stepped down as|no longer)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Right before the word for a spokesperson, with no possessor between: who speaks for nobody any more."""
_OF_A_PERSON = re.compile(r"\b(?:office|campaign|team|(?<!of )staff|camp|aides)\b(?! (?:in|at) )", re.IGNORECASE)
_SPOKEN_FOR = re.compile(
    r"\b(?:for|of|on behalf of)\s+(?:(?!(?:at|in|on|of|for|to|from|by|with|and)\b)[\w.’'-]+\s+){0,4}$", re.IGNORECASE
)
_STATED = re.compile(
    r"(?:\b(?:speaking|writing|acting|appearing)\s(?:for|on behalf of)|\bon behalf of)\s(?:the\s|an?\s)?", re.IGNORECASE
)
_HANDED_OUT = re.compile(r"\b(?:statement|letter|message|apology)$")
_FROM = re.compile(r"\s(?:from|by|on behalf of)\s(?:the\s|an?\s)?")
_CHANNELS = word_set("website websites webpage account accounts page feed blog hotline")
_LAWYER = re.compile(r"\b(?:lawyer|attorney|barrister|solicitor|counsel)", re.IGNORECASE)
_OFFICERS = word_set("attorney prosecutor prosecutors sheriff coroner auditor ombudsman commissioner")
"""Whose office is a body of the state."""
_PLATFORMS = word_set("twitter facebook instagram youtube telegram weibo whatsapp tiktok vkontakte reddit linkedin x")
_ROLE = 30
"""Characters before a principal in which "for" or "of" may stand ("for former mayor Ana Roe")."""
_PRESS_OFFICE = ("press", "office")
_SPOKES_WORDS = word_set("spokesman spokeswoman spokesperson spokespeople spokesmen")
_BODIES = frozenset(["organization", "government", "office"])


def bodies_before_spokes(found: Tokens) -> list[Nominal]:
    """The bodies that stand as a bare noun before the word for a spokesperson ("a police spokesman")."""
    made = []
    for n, word in enumerate(found.lower):
        if word not in _SPOKES_WORDS or n == 0 or found.joins[n] != SPACE:
            continue
        head = HEADS.get(found.lower[n - 1])
        if head is not None and head.kind in _BODIES:
            made.append(Nominal(n - 1, n, n, n - 1, head.key, head, "", ()))
    return made


def principal_of(
    found: Tokens, span: Span, head: int, inside: Sequence[int], listed: Sequence[Ref], links: Links
) -> int:
    """For whom the head of a source speaks, or -1; ``span`` is the part of the source that tells of this head."""
    begin = min(span.start, listed[head].outer)
    every = list(SPOKES.finditer(found.text, begin, span.end))
    if not every:
        return _of_office(found, span, head, inside, listed, links)
    for told in every:
        if told.group().lower() == "representing" and _LAWYER.search(found.text, begin, told.start()):
            continue  # a lawyer pleads for a client, and is no spokesperson for that
        if _FORMERLY.search(found.text, begin, told.start()):
            return -1
        owner = _spoken_for(found, begin, span.end, told, listed, links, links.of[head])
        if owner >= 0:
            return owner
    here = [n for n in inside if begin <= listed[n].start and listed[n].end <= span.end]
    owner = _owner(found, span, head, here, listed, links)
    return owner if owner >= 0 else _attributed(found, span, listed, links, links.of[head])


def _spoken_for(
    found: Tokens, begin: int, end: int, told: re.Match[str], listed: Sequence[Ref], links: Links, own: int
) -> int:
    """Who stands nearest to the word for a spokesperson, as the possessor before it or after "for" or "of"; -1 if nobody does."""
    first = bisect_left(listed, begin, key=lambda each: each.start)
    stop = bisect_left(listed, end, key=lambda each: each.start)
    owner = -1
    for n in range(first, stop):
        ref, number = listed[n], links.of[n]
        if number in (-1, own):
            continue
        if ref.end <= told.start():
            gap = found.text[ref.end : told.start()]
            own_word = isinstance(ref.what, Pronoun) and ref.what.possessive and _WORDS.fullmatch(gap)
            if own_word or _POSSESSOR.fullmatch(gap):
                owner = number
        elif ref.start >= told.end():
            lead = found.text[told.end() : ref.start]
            if _FOLLOWS.fullmatch(lead) or (_LEADING.search(told.group()) and _WORDS.fullmatch(lead)):
                return number if owner < 0 else owner
    return owner


def _owner(found: Tokens, span: Span, head: int, inside: Sequence[int], listed: Sequence[Ref], links: Links) -> int:
    """Whose the head of a source is: the possessor before it, or who follows "for" or "of"; -1 if it is nobody's."""
    own = links.of[head]
    for n in inside:
        if n == head or links.of[n] in (-1, own):
            continue
        before = found.text[max(0, span.start - 2, listed[n].outer - _ROLE) : listed[n].start]
        possessor = found.text[listed[n].end : listed[n].end + 1] in ("'", "’")
        what = listed[n].what
        if possessor or _SPOKEN_FOR.search(before) or (isinstance(what, Pronoun) and what.possessive):
            return links.of[_last_owner(found, n, inside, listed)]
    return -1


def _of_office(found: Tokens, span: Span, head: int, inside: Sequence[int], listed: Sequence[Ref], links: Links) -> int:
    """The person whose office, campaign or team speaks, or -1."""
    what = listed[head].what
    if isinstance(what, Name) or not _OF_A_PERSON.search(found.text, listed[head].start, listed[head].end):
        return -1
    if _OFFICERS.intersection(found.lower[listed[head].first : listed[head].last]):
        return -1
    owner = _owner(found, span, head, inside, listed, links)
    if owner < 0:
        owner = _before_noun(found, head, listed, links)
    return owner if owner >= 0 and _is_person(links, owner) else -1


def _before_noun(found: Tokens, head: int, listed: Sequence[Ref], links: Links) -> int:
    """Whose name stands right before the noun of a description ("the Roe campaign"), or -1."""
    what = listed[head].what
    noun = what.head if isinstance(what, Nominal) else listed[head].last - 1
    for n in range(head + 1, min(len(listed), head + 4)):
        if isinstance(listed[n].what, Name) and listed[n].last == noun and found.joins[noun] == SPACE:
            return links.of[n]
    return -1


def _is_person(links: Links, number: int) -> bool:
    cluster = links.clusters[number]
    return not cluster.plural and cluster.kind in ("person", "unknown")


def _attributed(found: Tokens, span: Span, listed: Sequence[Ref], links: Links, own: int) -> int:
    """The body whose name or noun stands before "spokesman" ("an NSB spokesman", "a police spokesman"), or -1."""
    at = bisect_left(listed, span.start, key=lambda each: each.start)
    while at < len(listed) and listed[at].start < span.end:
        ref, number = listed[at], links.of[at]
        named = isinstance(ref.what, Name) and not ref.what.titles
        body = (named or isinstance(ref.what, Nominal)) and links.clusters[number].kind not in (
            "person",
            "unnamed",
            "group",
        )
        if number not in (-1, own) and body and _BEFORE_SPOKES.match(found.text, ref.end, span.end):
            return number
        at += 1
    return -1


def _last_owner(found: Tokens, n: int, inside: Sequence[int], listed: Sequence[Ref]) -> int:
    """The last of a chain of possessors: "the administration's Department of Justice"."""
    for other in inside:
        gap = found.text[listed[n].end : listed[other].start]
        if other > n and gap in ("'s ", "’s ") and isinstance(listed[other].what, Name):
            return other
    return n


def behind(found: Tokens, statement: Statement, listed: Sequence[Ref], links: Links) -> int:
    """Whose statement it is that others hand out ("issued a statement from the king") or say "on behalf of the king"; -1: their own."""
    if statement.cue and _HANDED_OUT.search(statement.cue[-1].text):
        number = _after(found, statement.cue[-1].end, _FROM, listed, links)
        if number >= 0:
            return number
    first = min((span.start for span in statement.content), default=statement.sentence.end)
    last = max((span.end for span in statement.content), default=statement.sentence.start)
    for low, high in ((statement.sentence.start, first), (last, statement.sentence.end)):
        for told in _STATED.finditer(found.text, low, high):
            at = bisect_left(listed, told.end(), key=lambda each: each.start)
            if at < len(listed) and listed[at].outer <= told.end() + 1 and listed[at].end <= high:
                return links.of[at]
    return -1


def _after(found: Tokens, end: int, lead: re.Pattern[str], listed: Sequence[Ref], links: Links) -> int:
    """The actor whose mention follows ``end`` over words that ``lead`` matches, or -1."""
    at = bisect_left(listed, end, key=lambda each: each.start)
    if at >= len(listed) or not lead.fullmatch(found.text[end : listed[at].start]):
        return -1
    return links.of[at]


def channel_of(found: Tokens, span: Span, inside: Sequence[int], listed: Sequence[Ref], links: Links) -> int:
    """Whose website, account or press office a source is, or -1: of a website anybody's, of a press office a body's."""
    noun = _last_word(found, span)
    press = noun > 0 and (found.lower[noun - 1], found.lower[noun]) == _PRESS_OFFICE
    if noun < 0 or not (press or found.lower[noun] in _CHANNELS):
        return -1
    at = bisect_left(listed, span.start, key=lambda each: each.start)
    reached: list[int] = [*inside, *range(at, bisect_left(listed, span.end, key=lambda each: each.start))]
    for n in reached:
        number = links.of[n]
        if number >= 0 and _may_own(found, listed[n], noun) and not (press and _is_person(links, number)):
            return number
    return -1


def _may_own(found: Tokens, ref: Ref, noun: int) -> bool:
    """Whether a mention is the possessor of the channel with the word ``noun``, and no platform."""
    if found.lower[ref.first] in _PLATFORMS or ref.first <= noun < ref.last:
        return False
    after = isinstance(ref.what, Name) and ref.first > noun
    return not after or _SPOKEN_FOR.search(found.text[max(0, found.starts[noun]) : ref.start]) is not None


def _last_word(found: Tokens, span: Span) -> int:
    """The number of the word that ends the first noun phrase of a source, before any preposition; -1 if there is none."""
    at, last = bisect_left(found.starts, span.start), -1
    while at < len(found) and found.starts[at] < span.end:
        if last >= 0 and (
            found.joins[at] not in (SPACE, 2) or found.lower[at] in ("of", "for", "in", "on", "that", "which", "and")
        ):
            break
        last = at
        at += 1
    return last
