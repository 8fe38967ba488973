"""Common nouns that mention an actor ("the premier", "300 supporters of …"), found by their head and what stands before it."""

from dataclasses import dataclass

from sayso.resolve.heads import (
    ADJECTIVES_AS_NOUNS,
    BREAKS,
    DEFINITE,
    DETERMINERS,
    HEADS,
    INDEFINITE,
    PAIRS,
    POSSESSIVES,
    STRICT_PLURALS,
    TENS,
    Head,
)
from sayso.resolve.listed import word_set
from sayso.resolve.names import Name, is_group
from sayso.resolve.titles import ADJECTIVES, TITLES
from sayso.resolve.tokens import OTHER, POSSESSIVE, SENTENCE, SPACE, Tokens

REACH = 6
"""Words before a head that may belong to it, and words of an of-phrase after it."""

POSSESSORS = 8
"""Words of a possessor ("the premier’s brother’s lawyer")."""

_MODIFIERS = word_set(
    """
    former ex current then then- acting interim late future new newly elected incoming outgoing sitting incumbent
    senior junior top topmost leading chief deputy vice prime foreign finance interior defence defense justice
    health education economy trade transport works opposition government state federal regional local national
    municipal civil public private political military religious legal independent conservative liberal right-wing
    left-wing far-right far-left hard-line hardline moderate radical democratic republican ruling governing main
    world human-rights rights environmental industry party church police security intelligence army navy union
    student labour labor trade press news media young old elderly retired veteran prominent influential outspoken
    anonymous unnamed unidentified armed several many some most other fellow rogue accused alleged convicted
    high-ranking higher senior-ranking ordinary unarmed foreign-policy international first second
    """
)
_NO_DETERMINER = frozenset(["that", "what", "which", "no"])
_OF_ONE = word_set("a an this that each every another one what which no")
_QUANTITIES = word_set("lot lots hundreds thousands millions dozens tens scores number majority handful")
_DEFINITE_GROUP = Head("group", "group", plural=True)


@dataclass(frozen=True, slots=True)
class Nominal:
    """Words ``[first, last)`` with the head at ``head``; ``core`` is where the phrase ends without its of-phrase.

    ``key`` is the head's singular or that of a pair ("premier" for "prime minister"); ``determiner`` is "" where there is
    none, "#" a number, "'" a possessor; ``modifiers`` stand between, lower-cased.
    """

    first: int
    last: int
    core: int
    head: int
    key: str
    of: Head
    determiner: str
    modifiers: tuple[str, ...]

    @property
    def definite(self) -> bool:
        return self.determiner in DEFINITE

    @property
    def indefinite(self) -> bool:
        return self.determiner in INDEFINITE

    @property
    def possessed(self) -> bool:
        return self.determiner in POSSESSIVES or self.determiner == "'"

    @property
    def counted(self) -> bool:
        return self.determiner == "#"


def find_nominals(found: Tokens, names: list[Name]) -> list[Nominal]:
    """Nominals in text order; one may stand inside another, none is part of a name."""
    inside = _owners(found, names)
    made: list[Nominal] = []
    for n, word in enumerate(found.lower):
        head = HEADS.get(word)
        if head is None:
            if found.capital[n] and is_group(word):
                head = Head(word, "group", plural=True)
            elif word in ADJECTIVES_AS_NOUNS and _is_noun(found, n):
                head = _DEFINITE_GROUP
            else:
                continue
        if inside[n] >= 0 or _modifies(found, inside, n):
            continue
        nominal = _around(found, names, inside, made, n, head)
        if nominal is not None:
            made.append(nominal)
    return made


def _owners(found: Tokens, names: list[Name]) -> list[int]:
    """For each word the number of the name it is in, or -1."""
    inside = [-1] * len(found)
    for number, name in enumerate(names):
        for n in range(name.first, name.last):
            inside[n] = number
    return inside


def _is_noun(found: Tokens, n: int) -> bool:
    """Whether an adjective after "the" has no noun after it."""
    if n == 0 or found.lower[n - 1] != "the" or found.joins[n] != SPACE:
        return False
    after = n + 1
    return after >= len(found) or found.joins[after] != SPACE or found.lower[after] in BREAKS


def _modifies(found: Tokens, inside: list[int], n: int) -> bool:
    """Whether the noun only stands before another head ("police association") or is the title of a name."""
    after = n + 1
    if after >= len(found) or found.joins[after] != SPACE:
        return False
    if inside[after] >= 0:
        return found.capital[n] and found.lower[n] in TITLES
    word = found.lower[after]
    pair = (found.lower[n], word) in PAIRS
    head = HEADS.get(word)
    return pair or (
        head is not None and word not in DETERMINERS and word not in BREAKS and word not in ("others", "those")
    )


def _around(
    found: Tokens, names: list[Name], inside: list[int], made: list[Nominal], n: int, head: Head
) -> Nominal | None:
    first, determiner = _left(found, names, inside, made, n)
    if (determiner in _NO_DETERMINER and head.kind == "group") or (head.plural and determiner in _OF_ONE):
        determiner = ""
    if not determiner:
        first = _bare(found, inside, n)
        if not _stands_alone(found, inside, first, n, head):
            return None
        if head.plural:
            first = _quantified(found, first)
    pair = (found.lower[n - 1], found.lower[n]) if n > first else None
    modifiers = tuple(word for word in found.lower[first:n] if word not in DETERMINERS and not word[0].isdigit())
    return Nominal(
        first=first,
        last=_of_phrase(found, names, inside, n),
        core=n + 1,
        head=n,
        key=PAIRS.get(pair, head.key) if pair else head.key,
        of=head,
        determiner=determiner,
        modifiers=modifiers,
    )


def _left(found: Tokens, names: list[Name], inside: list[int], made: list[Nominal], n: int) -> tuple[int, str]:
    """Where the phrase of the head ``n`` begins, and its determiner."""
    at = n
    while at > 0 and n - at < REACH:
        if found.joins[at] == POSSESSIVE:
            return _possessor(found, names, inside, made, at), "'"
        if found.joins[at] != SPACE:
            return (at - 1, found.lower[at - 1]) if _quoted_after_determiner(found, at) else (at, "")
        word = found.lower[at - 1]
        if word in DETERMINERS or word[0].isdigit() or word.partition("-")[0] in TENS:
            return _determined(found, at - 1)
        if word in BREAKS:
            break
        if inside[at - 1] >= 0:
            if any(found.lower[k] not in _MODIFIERS and found.lower[k] not in HEADS for k in range(at, n)):
                break
            at = names[inside[at - 1]].first
        else:
            at -= 1
    return at, ""


def _quoted_after_determiner(found: Tokens, at: int) -> bool:
    """ "The “reformers”"."""
    gap = found.text[found.ends[at - 1] : found.starts[at]] if at else ""
    return gap in (" “", ' "', " ‘", " ''", " '") and found.lower[at - 1] in DETERMINERS


def _determined(found: Tokens, at: int) -> tuple[int, str]:
    """A determiner at ``at``, with one before it ("all the", "the three", "some 300")."""
    word = found.lower[at]
    determiner = "#" if word[0].isdigit() or "-" in word else word
    if (
        at > 0
        and found.joins[at] == SPACE
        and found.lower[at - 1] in DETERMINERS
        and found.lower[at - 1] not in _NO_DETERMINER
    ):
        before = found.lower[at - 1]
        return at - 1, before if before in DEFINITE or before in POSSESSIVES else determiner
    return at, determiner


def _possessor(found: Tokens, names: list[Name], inside: list[int], made: list[Nominal], at: int) -> int:
    """Where the possessor whose last word is ``at - 1`` begins."""
    owner = inside[at - 1]
    if owner >= 0:
        return names[owner].outer
    for other in reversed(made[-3:]):
        if at in (other.last, other.core) and at - other.first <= POSSESSORS:
            return other.first
    return at - 1


def _bare(found: Tokens, inside: list[int], n: int) -> int:
    """Where a phrase without determiner begins: at the first of the modifiers right before its head."""
    at = n
    while at > 0 and found.joins[at] == SPACE and n - at < REACH:
        word = found.lower[at - 1]
        if inside[at - 1] < 0 and word not in _MODIFIERS and word not in ADJECTIVES and word not in HEADS:
            break
        at -= 1
    return at


def _quantified(found: Tokens, first: int) -> int:
    """``first``, or where "hundreds of thousands of" or "a lot of" before it begins."""
    at = first
    while at > 1 and found.lower[at - 1] == "of" and found.lower[at - 2] in _QUANTITIES and found.joins[at] == SPACE:
        at -= 2
    return at - 1 if 0 < at < first and found.lower[at - 1] in ("a", "the") else at


def _stands_alone(found: Tokens, inside: list[int], first: int, n: int, head: Head) -> bool:
    """Whether the head is an actor without a determiner."""
    word = found.lower[n]
    if word in STRICT_PLURALS:
        return first < n
    if head.plural:
        return True
    if head.strict:
        of = n + 1 < len(found) and found.lower[n + 1] == "of" and found.joins[n + 1] == SPACE
        apposed = of and head.kind == "person" and found.joins[first] == OTHER
        return apposed or (first < n and found.lower[n - 1] in _MODIFIERS)
    named = n + 1 < len(found) and found.joins[n + 1] == SPACE and inside[n + 1] >= 0
    return (
        first < n
        or named
        or found.joins[n] in (OTHER, SENTENCE)
        or found.joins[n] > SENTENCE
        or found.titled[n]
        or head.kind == "government"
    )


def _of_phrase(found: Tokens, names: list[Name], inside: list[int], n: int) -> int:
    """Where the phrase ends, with a short of-phrase that ends in a name or another head."""
    at = n + 1
    if at + 1 >= len(found) or found.lower[at] != "of" or found.joins[at] != SPACE:
        return n + 1
    at += 1
    for end in range(at, min(len(found), at + REACH)):
        if (found.joins[end] != SPACE and end > at) or found.lower[end] in BREAKS:
            break
        if inside[end] >= 0:
            return names[inside[end]].last
        if found.lower[end] in HEADS and not _modifies(found, inside, end):
            return end + 1
    return n + 1
