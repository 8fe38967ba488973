"""Who made the documents that a text speaks of: "Ana Roe published a letter. The letter says …".

Read from what stands beside the noun: a verb of making and its subject, "by" or "from", a possessor. Looks at a bounded number of
words and mentions around each noun.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records.span import Span
from sayso.resolve.antecedents import BODIES
from sayso.resolve.documents import NOBODYS, document_at
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
FURTHER = 10
"""Words between the noun and a "by" after a verb of making."""
FAR = 60
"""Words after "by" among which those joined to a maker stand."""
CLAUSE = 30
"""Words before the verb among which its subject is looked for."""

_MADE = word_set(
    """
    wrote write writes writing written co-wrote published publish publishes publishing sent send sends sending signed sign signs
    signing issued issue issues issuing released release releases releasing posted post posts posting penned drafted filed files
    submitted submits delivered delivers gave gives made makes circulated authored co-authored uploaded distributed produced
    presented compiled recorded broadcast tweeted adopted adopts passed tabled launched started initiated introduced unveiled
    drew drawn kept proposed moved moves handed hands nailed pinned pasted printed put puts brought dictated composed
    """
)
_MADE_BY = word_set(
    """
    written published signed issued released posted penned drafted filed submitted delivered authored co-authored produced compiled
    conducted commissioned made prepared led recorded sent moved tabled proposed introduced drawn drafted handed dictated composed
    adopted passed given addressed pinned nailed pasted stuck taken left
    """
)
_LEAVES = frozenset(["left", "leaves"])
_HANDED_ON = word_set("printed distributed circulated copied")
"""Who stands after these and "by" has the document in hand and has not made it, where somebody else is told."""
_BE = word_set("was were is are be been being wasn't weren't")
_PUT = word_set("out up forward")
"""After "put" and "brought", what makes them verbs of making."""
_LEFT_BY = word_set("will testament diary memoirs testimony dissent sermon speech encyclical deposition")
"""Documents after which "of" tells whose they are."""
_ACTS = {
    verb: documents
    for verbs, documents in (
        ("charged indicted", ("indictment",)),
        ("sued", ("complaint", "lawsuit")),
        ("dissented", ("dissent",)),
        ("ruled", ("ruling", "judgment", "judgement", "verdict")),
        ("acquitted convicted sentenced", ("verdict", "judgment", "judgement", "ruling")),
        ("petitioned", ("petition",)),
        ("testified", ("testimony",)),
        ("decreed", ("decree",)),
    )
    for verb in verbs.split()
}
"""What is made by doing so, though the text does not say it: "prosecutors charged Ana Roe. The indictment …"."""
_IN_WHICH = word_set(
    "letter notice statement note post email e-mail message circular memo telegram tweet ultimatum petition leaflet pamphlet encyclical"
)
"""Documents in which their makers do something ("parted with the coach in a notice")."""
_TAKES_IN = word_set(
    "appeared appears featured features read reads saw found learned learnt discovered heard spotted noticed is was"
)
"""Verbs of those who did not make the document in which they do so."""
_BORE = re.compile(
    r"\b(?:bore|bears|carried|carries|has|had|with|under|over) the (?:name|names|signature|signatures|seal) of $"
    r"|\bin the (?:hand|handwriting|name) of $"
)
_IT_WAS = re.compile(r"(?:It|The (?P<word>[a-z]+)) (?:is|was|had been|has been) (?P<made>[a-z]+)")
_JOINS = word_set("and but while")
VOTED = word_set("resolution motion")
"""A body's own once it has carried them, their mover's until then (codebook, decision 18)."""
_CARRIED = word_set("carried adopted passed approved")
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
        if lower in _ACTS:
            makers = _doers(found, n, n, listed, firsts, links)
            told += [Made(n, word, makers) for word in _ACTS[lower] if makers]
        word = document_at(found, n)
        if not word or word in NOBODYS:
            continue
        makers = _makers(found, n, listed, firsts, links)
        if word in VOTED:
            makers = _voters(found, n, word, listed, firsts, links) or makers
        if makers:
            told.append(Made(n, word, makers))
    return told


def _makers(found: Tokens, n: int, listed: Sequence[Ref], firsts: Sequence[int], links: Links) -> tuple[int, ...]:
    for rule in (_after_noun, _possessor, _subject, _opening, _gapped, _whose_name, _in_which):
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
        while verb + 1 < len(found) and found.lower[verb] in ("had", "has", "have") and found.joins[verb] == SPACE:
            verb += 1
        written = verb < len(found) and found.joins[verb] == SPACE and found.lower[verb] in (_MADE | _LEAVES)
        if written and (isinstance(listed[first].what, Name) or _begins(listed[first]) == at):
            return (links.of[first],)
    if found.lower[at : at + 2] == ["in", "which"]:
        return _from(found, at + 2, listed, firsts, links)
    if at < len(found) and found.lower[at] == "of" and document_at(found, n) in _LEFT_BY:
        return _from(found, at + 1, listed, firsts, links)
    return _passive(found, n, at, listed, firsts, links)


def _passive(
    found: Tokens, n: int, at: int, listed: Sequence[Ref], firsts: Sequence[int], links: Links
) -> tuple[int, ...]:
    """Who stands after "by" and a verb of making, among the words from ``at`` on; who printed it is passed over."""
    made = handed_on = False
    end = n + 1 + FURTHER
    while at < min(len(found), end) and found.joins[at] in (SPACE, OTHER):
        word = found.lower[at]
        made = made or word in _MADE_BY
        handed_on = handed_on or word in _HANDED_ON
        received = word == "from" and (at == n + 1 or found.lower[n + 1] == "to")
        if word == "by" or received:
            if made or received or at == n + 1:
                return _from(found, at + 1, listed, firsts, links)
            if not handed_on:
                return ()
            end = at + 1 + FURTHER
        elif word == "for" and handed_on and end > n + 1 + FURTHER:
            return _from(found, at + 1, listed, firsts, links)
        at += 1
    return ()


def _begins(ref: Ref) -> int:
    return ref.what.outer if isinstance(ref.what, Name) else ref.first


def _from(found: Tokens, at: int, listed: Sequence[Ref], firsts: Sequence[int], links: Links) -> tuple[int, ...]:
    """Who is named at the word ``at``, with those joined to him."""
    first = bisect_left(firsts, at)
    if first >= len(listed) or _begins(listed[first]) - at > 2 or at >= len(found):
        return ()
    stop = min(len(found), at + FAR)
    end = next((k for k in range(at + 1, stop) if found.joins[k] >= SENTENCE), stop)
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
    left = _LEAVES if document_at(found, n) in _LEFT_BY else frozenset()
    while verb > 0 and n - verb < REACH and found.joins[verb + 1] in (SPACE, OTHER):
        if found.lower[verb] in _MADE or found.lower[verb] in left or found.lower[verb] in _BEFORE_NOUN:
            break
        verb -= 1
    if found.lower[verb] not in _MADE | left or found.joins[verb + 1] not in (SPACE, OTHER):
        return ()
    if found.lower[verb] in ("put", "puts", "brought") and found.lower[verb + 1] not in _PUT:
        return ()
    return _doers(found, verb, n, listed, firsts, links)


def _doers(
    found: Tokens, verb: int, n: int, listed: Sequence[Ref], firsts: Sequence[int], links: Links
) -> tuple[int, ...]:
    """The subject of the verb, with those joined to him; of "was handed a note by Ana Roe", who stands after "by" (``n`` the note)."""
    if _BE.intersection(found.lower[max(0, verb - 2) : verb]):
        by = next((k for k in range(n + 1, min(len(found), n + 5)) if found.lower[k] == "by"), -1)
        return _from(found, by + 1, listed, firsts, links) if n > verb and by > 0 else ()
    begin = _clause(found, verb, firsts)
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


def _clause(found: Tokens, verb: int, firsts: Sequence[int]) -> int:
    """Where the clause of a verb begins: with the sentence, or after a comma and "and" where a verb stands before these."""
    begin = verb
    while begin > 0 and verb - begin < CLAUSE and found.sentences[begin - 1] == found.sentences[verb]:
        begin -= 1
    for n in range(verb - 1, begin, -1):
        if found.lower[n] in _JOINS and found.text[found.ends[n - 1] : found.starts[n]] == ", ":
            before = found.lower[begin:n]
            if any(word in _MADE or word in _LEAVES or word.endswith("ed") for word in before):
                return n + 1
    return begin


def _gapped(found: Tokens, n: int, listed: Sequence[Ref], firsts: Sequence[int], links: Links) -> tuple[int, ...]:
    """ "Ana Roe wrote the judgment, and Ben Holm a dissent": the verb is left out."""
    if n < 2 or found.lower[n - 1] not in ("a", "an", "the") or found.joins[n - 1] != SPACE:
        return ()
    k = bisect_left(firsts, n) - 1
    if k < 0 or listed[k].last != n - 1 or not isinstance(listed[k].what, Name) or links.of[k] < 0:
        return ()
    begin = _begins(listed[k])
    if not begin or found.lower[begin - 1] not in _JOINS:
        return ()
    before = range(max(0, begin - CLAUSE), begin)
    written = any(found.lower[m] in _MADE and found.sentences[m] == found.sentences[n] for m in before)
    return (links.of[k],) if written else ()


def _whose_name(found: Tokens, n: int, listed: Sequence[Ref], firsts: Sequence[int], links: Links) -> tuple[int, ...]:
    """ "The letter that came on Monday bore the name of Ana Roe", "… a letter. It was written by Ana Roe"."""
    end, at = n + 1, -1
    while end < len(found) and end - n < CLAUSE and found.sentences[end] == found.sentences[n]:
        if found.lower[end] == "of" and _BORE.search(found.text, found.starts[max(0, end - 4)], found.ends[end] + 1):
            at = end + 1
            break
        end += 1
    if at >= 0:
        return _from(found, at, listed, firsts, links)
    if end < len(found) and found.sentences[end] - found.sentences[n] == 1:
        told = _IT_WAS.match(found.text, found.starts[end])
        if told and told["made"] in _MADE_BY and (told["word"] is None or told["word"] == found.lower[n]):
            verb = bisect_left(found.starts, told.start("made"))
            return _passive(found, verb - 1, verb, listed, firsts, links)
    return ()


def _in_which(found: Tokens, n: int, listed: Sequence[Ref], firsts: Sequence[int], links: Links) -> tuple[int, ...]:
    """ "Ana Roe parted with the coach in a notice": the subject of the sentence that begins with a mention."""
    if document_at(found, n) not in _IN_WHICH:
        return ()
    first = n - 1
    while first > 0 and n - first < 4 and found.lower[first] not in ("a", "an"):
        first -= 1
    if first < 1 or found.lower[first] not in ("a", "an") or found.lower[first - 1] not in ("in", "with", "by"):
        return ()
    begin = first
    while begin > 0 and n - begin < CLAUSE and found.sentences[begin - 1] == found.sentences[n]:
        begin -= 1
    k = bisect_left(firsts, begin)
    if k >= len(listed) or _begins(listed[k]) != begin or listed[k].last >= first - 1:
        return ()
    verb = listed[k].last
    if found.joins[verb] != SPACE or found.lower[verb] in _TAKES_IN or not found.lower[verb].endswith(("ed", "s", "t")):
        return ()
    return (links.of[k],) if links.of[k] >= 0 else ()


def _voters(
    found: Tokens, n: int, word: str, listed: Sequence[Ref], firsts: Sequence[int], links: Links
) -> tuple[int, ...]:
    """The body that is named with a resolution and of which the next words say that it carried it."""
    at, carried = n + 1, False
    while at < len(found) and at - n < CLAUSE and found.sentences[at] - found.sentences[n] < 2:
        be = bool(_BE.intersection(found.lower[max(n, at - 2) : at]))
        alone = found.lower[at] in ("carried", "won", "passed") and found.lower[at - 1] in ("it", word)
        it = found.lower[at + 1 : at + 2] == ["it"]
        said = found.lower[at] in _CARRIED and (be or it)
        if (said or alone) and "not" not in found.lower[at - 2 : at]:
            carried = True
            break
        at += 1
    if not carried:
        return ()
    for k in range(bisect_left(firsts, at + 5) - 1, -1, -1):
        if listed[k].first > n and found.sentences[listed[k].first] > found.sentences[min(at, len(found) - 1)]:
            continue
        if found.sentences[listed[k].first] < found.sentences[n] - 1 or n - listed[k].first > CLAUSE:
            break
        if links.of[k] >= 0 and links.clusters[links.of[k]].kind in BODIES:
            return (links.of[k],)
    return ()


def _adjunct(found: Tokens, ref: Ref) -> bool:
    """Whether a mention stands after a preposition, as "Norr" in "in Norr, Ana Roe wrote"."""
    first = _begins(ref)
    return first > 0 and found.lower[first - 1] in _LEADS and found.joins[first] == SPACE
