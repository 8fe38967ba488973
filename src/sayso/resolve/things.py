"""Things that are judged themselves, since nobody is named who made them: "the lease", "this budget", "the government's plan".

A bill, a deal or a procedure is an object of its own only where it is what is judged (codebook, decision 12), so a noun counts inside what
is said, with a determiner, and in a place where a judgement would be about it: where the content or a clause begins, or after a verb that
takes sides.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from sayso.records.statement import Statement
from sayso.resolve.doers import doer
from sayso.resolve.heads import BREAKS, DEFINITE, DETERMINERS, POSSESSIVES, Head, plural
from sayso.resolve.listed import word_set
from sayso.resolve.names import Name
from sayso.resolve.nominals import NOUNS, REACH, Nominal, ends, is_verb
from sayso.resolve.tokens import POSSESSIVE, SPACE, Tokens

_MADE = """
bill law act statute bylaw ordinance decree directive regulation rule legislation amendment clause constitution charter code
treaty agreement accord pact deal truce ceasefire armistice convention protocol settlement compromise contract lease tender
licence license permit concession franchise
budget tax levy tariff duty fee charge fine penalty surcharge subsidy grant loan bailout cut austerity
plan policy strategy programme program project scheme reform proposal measure initiative draft blueprint roadmap curriculum
procedure process system arrangement practice
decision ruling verdict judgment judgement sentence acquittal conviction injunction order ban embargo blockade boycott sanction
veto amnesty pardon moratorium curfew lockdown mandate
election vote referendum recount ballot poll appointment nomination promotion dismissal sacking resignation impeachment trial
hearing investigation inquest inquiry review audit probe raid arrest crackdown invasion occupation annexation war strike strikes
offensive operation attack bombing shelling withdrawal
merger takeover acquisition purchase sale privatisation privatization nationalisation nationalization expulsion eviction demolition
closure signing handover transfer bid offer auction award
report study survey statement letter speech address apology announcement editorial article book novel memoir film documentary
play staging revival production exhibition translation text document memorandum communiqué resolution motion petition manifesto
encyclical fatwa anthem statue monument memorial
response reaction handling answer request demand claim
dam bridge pipeline tunnel stadium tower wall runway tram
app algorithm drug vaccine software database
"""
_DOINGS = word_set(
    "response reaction handling answer request demand claim process system order attack operation practice charge offer play"
)
"""Things that are meant by so much else that they need a possessor or "this"."""


def _table() -> dict[str, Head]:
    made = {word: Head(word, "unknown", strict=True) for word in _MADE.split()}
    return {plural(word): head for word, head in made.items()} | made


THINGS = _table()
"""By the noun, singular or plural; their kind is unknown, since they are no actors."""

_OPENS = word_set(
    "that if whether how why when because since while although though and but or so as what both either for"
)
_TAKES_SIDES = re.compile(
    r"(?:support|back|oppos|reject|welcom|condemn|critici|prais|defend|denounc|attack|slam|hail|endors|approv|veto|scrap|repeal|withdr"
    r"|sign|ratif|read$|drop|amend|overturn|block|favou?r|lik(?:e|es|ed|ing)$|hat(?:e|es|ed|ing)$|lov(?:e|es|ed|ing)$|blam|abandon|cancel|suspend|pass|adopt|accept|honou?r"
    r"|call|brand|label|thank|trust|regret|deplor|applaud|salut|mock|ridicul|question|challeng|dismiss|undermin|br[eo]k|violat|breach"
    r"|shelv|bur(?:y|ied)|kill|stop|halt|resist|fought|fight|respect|celebrat|consider|find|found|describ|against|behind|regard)"
)


def find_things(
    found: Tokens, names: Sequence[Name], taken: Sequence[Nominal], statements: Sequence[Statement]
) -> list[Nominal]:
    """Things judged in the contents of ``statements``, in text order; none is in a name or in a source."""
    begins, said = _contents(found, statements)
    inside = {n: name for name in names for n in range(name.first, name.last)}
    possessors = {each.last: each.first for each in taken}
    heads = {each.head for each in taken}
    made = []
    for first, last in said:
        for n in range(first, last):
            head = THINGS.get(found.lower[n])
            if head is None or n in inside or n in heads or n + 1 in inside:
                continue
            begin, determiner = _left(found, inside, possessors, n)
            if not _is_meant(found, determiner, n):
                continue
            if (_goes_on(found, n) and _begins(found, begin, begins)) or (
                ends(found, n) and _is_judged(found, begin, n)
            ):
                made.append(_nominal(found, begin, n, head, determiner))
    return made


def _contents(found: Tokens, statements: Sequence[Statement]) -> tuple[set[int], list[tuple[int, int]]]:
    """The words with which contents begin, and the words of all contents that are no source, as ranges that do not overlap."""
    spans = sorted((span.start, span.end) for each in statements for span in each.content)
    begins = {bisect_left(found.starts, start) for start, _ in spans}
    sources = sorted((span.start, span.end) for each in statements for span in each.source)
    ranges: list[tuple[int, int]] = []
    at = 0
    for start, end in spans:
        start = max(start, at)
        low = bisect_left(sources, (start, start))
        while low < len(sources) and sources[low][0] < end and start < end:
            ranges.append((start, sources[low][0]))
            start = max(start, sources[low][1])
            low += 1
        ranges.append((start, end))
        at = max(at, end)
    return begins, [
        (bisect_left(found.starts, start), bisect_left(found.starts, end)) for start, end in ranges if start < end
    ]


def _left(found: Tokens, inside: dict[int, Name], possessors: dict[int, int], n: int) -> tuple[int, str]:
    """Where the phrase of the head ``n`` begins, and its determiner: "'" for a possessor, "" where there is none."""
    at = n
    while at > 0 and n - at < REACH:
        if found.joins[at] == POSSESSIVE:
            owner = inside.get(at - 1)
            return owner.outer if owner else possessors.get(at, at - 1), "'"
        if found.joins[at] != SPACE:
            break
        word = found.lower[at - 1]
        if word in DEFINITE or word in POSSESSIVES:
            return at - 1, word
        if word in BREAKS or word in DETERMINERS:
            break
        at -= 1
    return n, ""


def _is_meant(found: Tokens, determiner: str, n: int) -> bool:
    """Whether the phrase speaks of one thing that is known."""
    if found.lower[n] in _DOINGS and determiner == "the":
        return False
    return bool(determiner)


def _goes_on(found: Tokens, n: int) -> bool:
    """Whether the next word may be what it is called ("called the bill humane"), and is no noun before which it only stands."""
    after = n + 1
    if after >= len(found) or found.joins[after] != SPACE:
        return True
    word = found.lower[after]
    return not (word in NOUNS or word in THINGS or doer(word))


def _begins(found: Tokens, first: int, begins: Collection[int]) -> bool:
    """Whether a content begins with the phrase, or with a conjunction before it."""
    at = first
    while at not in begins and at > 0 and first - at < 3 and found.joins[at] == SPACE and found.lower[at - 1] in _OPENS:
        at -= 1
    return at in begins


def _is_judged(found: Tokens, first: int, n: int) -> bool:
    """Whether a clause of its own begins with the phrase, or a word before it takes sides."""
    if first == 0:
        return False
    if (found.joins[first] != SPACE or found.lower[first - 1] in _OPENS) and is_verb(found, n + 1):
        return True
    return found.joins[first] == SPACE and bool(_TAKES_SIDES.match(found.lower[first - 1]))


def _nominal(found: Tokens, first: int, n: int, head: Head, determiner: str) -> Nominal:
    begin = first + (determiner != "'")
    return Nominal(first, n + 1, n + 1, n, head.key, head, determiner, tuple(found.lower[begin:n]))
