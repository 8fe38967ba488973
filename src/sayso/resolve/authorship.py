"""Who made the documents that a text speaks of: "Ana Roe published a letter. The letter says …".

Read from what stands beside the noun: a verb of making and its subject, "by" or "from", a possessor. Looks at a bounded number of
words and mentions around each noun.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records.span import Span
from sayso.resolve.documents import NOBODYS, singular
from sayso.resolve.joint import conjoined
from sayso.resolve.linking import Links
from sayso.resolve.listed import word_set
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.refs import Ref
from sayso.resolve.tokens import OTHER, POSSESSIVE, SENTENCE, SPACE, Tokens

REACH = 7
"""Words between a verb of making and the noun, or between the noun and "by"."""
CLAUSE = 30
"""Words before the verb among which its subject is looked for."""

_MADE = word_set(
    """
    wrote write writes writing written co-wrote published publish publishes publishing sent send sends sending signed sign signs
    signing issued issue issues issuing released release releases releasing posted post posts posting penned drafted filed files
    submitted submits delivered delivers gave gives made makes circulated authored co-authored uploaded distributed produced
    presented compiled recorded broadcast tweeted adopted adopts passed tabled launched started initiated introduced unveiled
    drew kept proposed
    """
)
_MADE_BY = word_set(
    """
    written published signed issued released posted penned drafted filed submitted delivered authored co-authored produced compiled
    conducted commissioned made prepared led recorded sent
    """
)
_BEFORE_NOUN = word_set("of by for from to in on at with against about into over under and or but that which who")
"""Words over which a verb of making does not reach its document."""
_LEADS = word_set("in on at by for from with to of near after before under during about against")


@dataclass(frozen=True, slots=True)
class Made:
    """Clusters that made the document whose noun, in the singular ``word``, is word ``at`` of the text."""

    at: int
    word: str
    makers: tuple[int, ...]


def made_documents(found: Tokens, listed: Sequence[Ref], links: Links) -> list[Made]:
    """The documents whose maker the text tells, in text order."""
    firsts = [each.first for each in listed]
    told = []
    for n, lower in enumerate(found.lower):
        word = singular(lower)
        if not word or word in NOBODYS:
            continue
        makers = _makers(found, n, listed, firsts, links)
        if makers:
            told.append(Made(n, word, makers))
    return told


def _makers(found: Tokens, n: int, listed: Sequence[Ref], firsts: Sequence[int], links: Links) -> tuple[int, ...]:
    for rule in (_after_noun, _possessor, _subject, _opening):
        makers = tuple(number for number in rule(found, n, listed, firsts, links) if number >= 0)
        if makers:
            return makers
    return ()


def _after_noun(found: Tokens, n: int, listed: Sequence[Ref], firsts: Sequence[int], links: Links) -> tuple[int, ...]:
    """ "A letter from Ana Roe", "a study that was led by Ana Roe", "a message Ana Roe wrote"."""
    at = n + 1
    if at + 1 < len(found) and found.lower[at] in ("which", "that") and found.joins[at + 1] == SPACE:
        at += 1
        if found.joins[at] not in (SPACE, OTHER):
            return ()
    first = bisect_left(firsts, at)
    if at < len(found) and found.joins[at] == SPACE and first < len(listed) and _begins(listed[first]) in (at, at + 1):
        verb = listed[first].last
        written = verb < len(found) and found.joins[verb] == SPACE and found.lower[verb] in _MADE
        if written and (isinstance(listed[first].what, Name) or _begins(listed[first]) == at):
            return (links.of[first],)
    passive = False
    while at < min(len(found), n + 1 + REACH) and found.joins[at] in (SPACE, OTHER):
        word = found.lower[at]
        passive = passive or word in _MADE_BY
        if word in ("by", "from") and (word == "by" or at == n + 1):
            return _from(found, at + 1, listed, firsts, links) if passive or at == n + 1 else ()
        at += 1
    return ()


def _begins(ref: Ref) -> int:
    return ref.what.outer if isinstance(ref.what, Name) else ref.first


def _from(found: Tokens, at: int, listed: Sequence[Ref], firsts: Sequence[int], links: Links) -> tuple[int, ...]:
    """Who is named at the word ``at``, with those joined to him."""
    first = bisect_left(firsts, at)
    if first >= len(listed) or _begins(listed[first]) - at > 2 or at >= len(found):
        return ()
    end = next((k for k in range(at, len(found)) if found.joins[k] >= SENTENCE and k > at), len(found))
    inside = [k for k in range(first, min(len(listed), first + 8)) if listed[k].last <= end and links.of[k] >= 0]
    if not inside:
        return ()
    span = Span.of(found.text, found.starts[at], found.ends[min(end, len(found)) - 1])
    return tuple(links.of[k] for k in conjoined(found, span, inside, listed, links))


def _possessor(found: Tokens, n: int, listed: Sequence[Ref], firsts: Sequence[int], links: Links) -> tuple[int, ...]:
    """ "Ana Roe's letter", "her last letter"; of "In his letter, Ben Holm" the one named after it."""
    here = bisect_left(firsts, n)
    for k in range(here - 1, max(-1, here - 4), -1):
        ref = listed[k]
        if (
            ref.last > n
            or n - ref.last > 2
            or any(found.joins[m] not in (SPACE, POSSESSIVE) for m in range(ref.last, n + 1))
        ):
            continue
        if isinstance(ref.what, Pronoun) and ref.what.possessive and ref.what.person not in ("you", "we"):
            return (links.of[k],) if links.of[k] >= 0 else _named_after(found, n, listed, firsts, links)
        if isinstance(ref.what, Name | Nominal) and found.joins[ref.last] == POSSESSIVE:
            return (links.of[k],)
    return ()


def _opening(found: Tokens, n: int, listed: Sequence[Ref], firsts: Sequence[int], links: Links) -> tuple[int, ...]:
    """ "In an open letter to the mayor, Ana Roe said": who is named after the comma."""
    first = n
    while first > 0 and n - first < 4 and found.joins[first] == SPACE:
        first -= 1
    if found.lower[first] != "in" or found.joins[first] < SENTENCE or first == n:
        return ()
    for at in range(n + 1, min(len(found), n + 2 + REACH)):
        if found.joins[at] >= SENTENCE:
            break
        if found.text[found.ends[at - 1] : found.starts[at]] == ", ":
            return _from(found, at, listed, firsts, links)
    return ()


def _named_after(found: Tokens, n: int, listed: Sequence[Ref], firsts: Sequence[int], links: Links) -> tuple[int, ...]:
    first = bisect_left(firsts, n + 1)
    if first < len(listed) and listed[first].first - n <= 3 and isinstance(listed[first].what, Name):
        return (links.of[first],)
    return ()


def _subject(found: Tokens, n: int, listed: Sequence[Ref], firsts: Sequence[int], links: Links) -> tuple[int, ...]:
    """The subject of a verb of making right before the noun phrase, with those joined to him."""
    verb = n - 1
    while verb > 0 and n - verb < REACH and found.joins[verb + 1] in (SPACE, OTHER):
        if found.lower[verb] in _MADE or found.lower[verb] in _BEFORE_NOUN:
            break
        verb -= 1
    if found.lower[verb] not in _MADE or found.joins[verb + 1] not in (SPACE, OTHER):
        return ()
    begin = verb
    while begin > 0 and verb - begin < CLAUSE and found.sentences[begin - 1] == found.sentences[verb]:
        begin -= 1
    inside = [
        k
        for k in range(bisect_left(firsts, begin), bisect_left(firsts, verb))
        if listed[k].last <= verb and links.of[k] >= 0
    ]
    while inside and _adjunct(found, listed[inside[0]]):
        inside.pop(0)
    if not inside or found.starts[verb] <= listed[inside[0]].start:
        return ()
    span = Span.of(found.text, listed[inside[0]].outer, found.ends[verb - 1])
    return tuple(links.of[k] for k in conjoined(found, span, inside, listed, links))


def _adjunct(found: Tokens, ref: Ref) -> bool:
    """Whether a mention stands after a preposition, as "Norr" in "in Norr, Ana Roe wrote"."""
    first = _begins(ref)
    return first > 0 and found.lower[first - 1] in _LEADS and found.joins[first] == SPACE
