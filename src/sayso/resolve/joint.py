"""The heads of a source: one speaker, or several joined by "and", without those who only describe or belong to another."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sayso.records.span import Span
from sayso.resolve.heads import BREAKS
from sayso.resolve.linking import Links
from sayso.resolve.listed import word_set
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.refs import Phrase, Ref
from sayso.resolve.running import runs_on
from sayso.resolve.tokens import SPACE, Tokens

MOST = 24
"""Mentions of a source that are looked at; more are a list of signatures."""

_IN_BRACKETS = re.compile(r"\([^()]{1,40}\)")
_OWNER = re.compile(r"['’]s?\s")
_BRACKET = r"(?: \([^()]{1,40}\))?"
"""What may stand in brackets after a name: its acronym, a party."""
_AND = re.compile(
    _BRACKET + r"(?:['’]s?)?\)?,? (?:and|&|as well as|along with|together with|or|nor)(?P<rest>(?: [\w’'-]+\.?){0,7}) ?"
)
_COMMA = re.compile(_BRACKET + r"(?:['’]s?)?\)?,(?P<rest>(?: [\w’'-]+\.?){0,7}) ?")
_BELONGS = re.compile(_BRACKET + r"\)?,?(?P<rest>(?: [\w’'-]+){0,6})? (?:of|for|from|at|in|with)(?: the| a| an)? ")
_NUMBERS = word_set("two three four five six seven eight nine ten eleven twelve several")
_DETERMINERS = word_set("the a an both his her their its our my former then")


def conjoined(found: Tokens, span: Span, inside: Sequence[int], listed: Sequence[Ref], links: Links) -> list[int]:
    """The first mention and those joined to it by "and"; a comma alone joins only before an "and"."""
    top = _top(found, inside, listed, links)
    if not top:
        return []
    named = named_after(found, span, listed, inside)
    if named >= 0 and links.of[named] != links.of[top[0]]:
        return [named]
    top, ends = _without_appositions(found, top[:MOST], listed, links)
    heads, waiting, belongs = [top[0]], [], False
    for before, n in pairwise(top):
        gap = found.text[ends.get(before, listed[before].end) : listed[n].start]
        if _AND.fullmatch(gap) is None and _BELONGS.fullmatch(gap):
            belongs = True
            continue
        joint = _AND.fullmatch(gap)
        comma = joint or _COMMA.fullmatch(gap)
        if comma is None or not _leads_up(comma.group("rest"), listed[n]):
            break
        if belongs and not gap.startswith(",") and not _alike(listed[heads[-1]], listed[n]):
            break
        waiting.append(n)
        belongs = False
        if joint is not None:
            heads.extend(waiting)
            waiting = []
    return _of_one_phrase(found, heads, listed)


def _of_one_phrase(found: Tokens, heads: list[int], listed: Sequence[Ref]) -> list[int]:
    """The heads without a place that only tells whose those after it are ("Norr and Varn officials"), and without the number of those
    whom a list names ("Two deputies, Ana Roe and Ben Holm")."""
    if len(heads) < 2:
        return heads
    first, second = listed[heads[0]], listed[heads[1]]
    gap = found.text[first.end : second.outer]
    place = isinstance(first.what, Name) and first.what.kind == "place" and first.what.outer == first.first
    if place and isinstance(second.what, Nominal) and second.what.of.plural and gap in (" and ", " or ", " nor "):
        return heads[1:]
    if (
        gap == ", "
        and len(heads) > 2
        and _counted(found, first)
        and all(_alike(listed[n], listed[n]) for n in heads[1:])
    ):
        return heads[1:]
    return heads


def _counted(found: Tokens, ref: Ref) -> bool:
    """Whether a mention of several says how many they are."""
    if isinstance(ref.what, Nominal):
        return ref.what.of.plural and (ref.what.counted or found.lower[ref.first] in _NUMBERS)
    return ref.first > 0 and isinstance(ref.what, Name) and found.lower[ref.first - 1] in _NUMBERS


def _top(found: Tokens, inside: Sequence[int], listed: Sequence[Ref], links: Links) -> list[int]:
    """The mentions that stand in no other one, are no possessor and do not only lead up to the next."""
    top: list[int] = []
    for n in inside:
        if top and listed[n].end <= listed[top[-1]].end:
            continue
        between = found.text[listed[top[-1]].end : listed[n].start] if top else ""
        if top and links.of[n] == links.of[top[-1]] and between == " (":
            continue
        if top and runs_on(found, listed[top[-1]], listed[n]):
            top.pop()
        if isinstance(listed[n].what, Pronoun) and _possesses(listed, n):
            continue
        top.append(n)
    return top


def _leads_up(words: str, ref: Ref) -> bool:
    """Whether words between "and" and a mention are its article, or what the one named is."""
    told = words.lower().split()
    rest = [word for word in told if word not in _DETERMINERS]
    return not rest or (isinstance(ref.what, Name) and not (BREAKS - {"and"}).intersection(rest))


def _alike(one: Ref, other: Ref) -> bool:
    """Whether two mentions may both be names of persons."""
    return all(isinstance(each.what, Name) and each.what.kind in ("person", "unknown") for each in (one, other))


def named_after(found: Tokens, span: Span, listed: Sequence[Ref], inside: Sequence[int]) -> int:
    """The name that ends a source after a comma and says who is described: "One senator, Ana Roe"; -1 if there is none."""
    first, last = listed[inside[0]], listed[inside[-1]]
    described = isinstance(first.what, Nominal) and first.what.of.kind == "person" and not first.what.of.plural
    owner = isinstance(first.what, Name) and _OWNER.search(found.text, first.end, last.start) is not None
    if not (described or owner) or not isinstance(last.what, Name) or last.what.kind not in ("unknown", "person"):
        return -1
    at = last.first
    while at > first.last and found.joins[at] == SPACE and found.lower[at - 1] not in BREAKS - {"and"}:
        at -= 1
    comma = found.text[found.ends[at - 1] : found.starts[at]] == ", "
    return inside[-1] if comma and not _IN_BRACKETS.sub("", found.text[last.end : span.end]).strip(" ,") else -1


def _without_appositions(
    found: Tokens, top: Sequence[int], listed: Sequence[Ref], links: Links
) -> tuple[list[int], dict[int, int]]:
    """The mentions without descriptions of the one before, joined by "and" or not: "Ana Roe, a lawyer and the mayor’s aide".

    With them, for a mention that is described so, where the description ends.
    """
    kept = [top[0]]
    ends: dict[int, int] = {}
    for before, n in pairwise(top):
        what, head = listed[n].what, listed[kept[-1]].what
        if not isinstance(what, Nominal) or what.of.plural or what.of.kind != "person":
            kept.append(n)
            continue
        gap = found.text[listed[before].end : listed[n].start]
        described = isinstance(head, Name) and (not what.definite or n in links.apposed) and gap.startswith(", ")
        goes_on = before != kept[-1] and " and " in gap
        if not (described or goes_on or (gap == " and " and _shares_article(head, what))):
            kept.append(n)
        elif described and found.text.startswith(",", listed[n].end):
            ends[kept[-1]] = listed[n].end
    return kept, ends


def _shares_article(head: Name | Nominal | Pronoun | Phrase, what: Nominal) -> bool:
    """ "The delegate and activist": one person under one article."""
    one = isinstance(head, Nominal) and head.of.kind == "person" and not head.of.plural
    return one and not what.determiner and isinstance(head, Nominal) and bool(head.determiner)


def _possesses(listed: Sequence[Ref], n: int) -> bool:
    what = listed[n].what
    return (
        isinstance(what, Pronoun)
        and what.possessive
        and any(other.first == listed[n].first for other in (*listed[max(0, n - 1) : n], *listed[n + 1 : n + 2]))
    )
