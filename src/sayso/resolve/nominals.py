"""Common nouns that mention an actor ("the premier", "300 supporters of …"), found by their head and what stands before it."""

from dataclasses import dataclass, replace

from sayso.resolve.callings import CALLINGS, COMPOUNDED, WORKPLACES
from sayso.resolve.doers import doer
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
from sayso.resolve.name_words import is_group
from sayso.resolve.names import Name
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
_GATHERED = word_set("group coalition team band alliance panel network crew")
"""Nouns for bodies that, before "of" and persons, only gather these."""
_DEFINITE_GROUP = Head("group", "group", plural=True)
_SIDES = {each: Head(each, "organization", strict=True) for each in ("defence", "defense", "chair")} | {
    each: Head(each, "group", plural=True) for each in ("left", "right")
}
"""After "the", where no noun follows: the lawyers of one side, who presides, a camp."""
_PERSON = Head("person", "person")
_NATION = Head("nation", "group", plural=True)
_AGED = "-year-old"
_FEW = word_set("two three four five six seven eight nine ten")
_NO_NATIONS = word_set("northern southern eastern western federal black white latin nordic")
NOUNS: dict[str, Head] = CALLINGS | HEADS
"""Every listed noun for an actor."""
_LOCATIVES = word_set("in at near inside outside across around through throughout beside behind opposite into")
_PLAIN = word_set(
    """
    new old big small large little long short same whole entire first second third last next only own good bad best
    worst better great main other local current present former latest front left right
    """
)
"""Words before a noun that do not say which body of its sort it is."""
_COPULAS = word_set("is was are were am be been being become became becomes remain remains remained")
_OBJECTS_OF_CALLING = word_set("him her them me us himself herself")
_AUXILIARIES = word_set(
    """
    is was were are has had have will would shall should can could must may might ought does did do isn't wasn't weren't
    aren't hasn't hadn't haven't won't wouldn't shouldn't can't couldn't mustn't didn't doesn't don't
    """
)
_BARE = word_set("management leadership counsel staff prosecution defence defense")
"""Singulars that need no article before a verb ("management had known")."""
_PASTS = word_set(
    """
    began bent bit blew broke brought built bought caught chose crept cut dealt dug drew drank drove ate fell fed felt
    fought fled flew forbade forgot forgave froze gave grew hung heard hid hit held hurt kept knelt laid led lent lay lit lost
    meant paid pleaded quit rang ran read rode rose sang sank sat sent set shook shone shot showed shut slept slid
    spent spoke spread sprang stood stole stuck struck swore swept swam swung taught tore thought threw trod understood
    upheld woke won wore withdrew withheld wrote
    """
)
"""Pasts without "-ed": a verb and no noun."""
_OBJECTS = word_set("the a an his her its their our my your him them us me it")
_DEPUTIES = word_set("deputy vice assistant shadow")


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
    predicate: bool = False
    """Whether it only says what somebody is."""

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
    had: set[str] = set()
    for n in range(len(found)):
        if inside[n] >= 0:
            continue
        head = _head(found, inside, n, had)
        if head is None or _modifies(found, inside, n) or _is_verb(found, inside, made, n, head):
            continue
        nominal = _around(found, names, inside, made, n, head)
        if nominal is not None:
            made.append(nominal)
    meant = [each for each in made if not _is_where(found, each)]
    return [replace(each, predicate=True) if _is_predicate(found, each) else each for each in meant]


def _head(found: Tokens, inside: list[int], n: int, had: set[str]) -> Head | None:
    """What the word ``n`` says if it can be the noun of an actor; ``had`` holds the bodies that a word before them made one."""
    word = found.lower[n]
    head = HEADS.get(word)
    if head is not None:
        return head
    if found.capital[n]:
        return Head(word, "group", plural=True) if is_group(word) else _elliptic(found, n, word)
    head = CALLINGS.get(word)
    if head is None:
        return _elliptic(found, n, word) or _doer(found, inside, n, word)
    if word in COMPOUNDED:
        if _compounded(found, inside, n):
            had.add(head.key)
        elif head.key not in had:
            return None
    return head


def _doer(found: Tokens, inside: list[int], n: int, word: str) -> Head | None:
    """A person told by the ending alone, where no noun follows before which the word would only stand."""
    head = doer(word)
    if head is None or word.endswith(("men", "women")):
        return head
    return head if _closes(found, inside, n) else None


def _elliptic(found: Tokens, n: int, word: str) -> Head | None:
    """An adjective, a number or a side after "the" that stands for those who are so."""
    if word in ADJECTIVES_AS_NOUNS:
        return _DEFINITE_GROUP if _is_noun(found, n) else None
    if word in _FEW:
        return _DEFINITE_GROUP if _after(found, n, ("the", "all")) and ends(found, n) else None
    if word in _SIDES:
        return _SIDES[word] if _is_noun(found, n) and found.lower[n + 1 : n + 2] not in (["of"], ["to"]) else None
    if word.endswith(_AGED):
        return _PERSON if _after(found, n, ("the", "a", "an", "another")) and ends(found, n) else None
    if found.capital[n] and word in ADJECTIVES and word not in _NO_NATIONS:
        if word.endswith(("ese", "sh", "ch", "swiss")):
            return _NATION if _is_noun(found, n) else None
        return _PERSON if _after(found, n, ("the", "a", "an", "another")) and ends(found, n) else None
    return None


def _compounded(found: Tokens, inside: list[int], n: int) -> bool:
    """Whether the word before says which body it is: "the prison service", "a supermarket chain"."""
    if n == 0 or found.joins[n] != SPACE:
        return False
    before = found.lower[n - 1]
    wanted = COMPOUNDED[found.lower[n]]
    if wanted:
        return before in wanted
    return not (before in DETERMINERS or before in BREAKS or before in _PLAIN or before[0].isdigit())


def _is_predicate(found: Tokens, nominal: Nominal) -> bool:
    """Whether the phrase says what somebody is: "he was a fool", "called him a liar"."""
    first = nominal.first
    if nominal.determiner not in ("a", "an") or first < 2 or found.joins[first] != SPACE:
        return False
    before = found.lower[first - 1]
    if before == "not":
        first, before = first - 1, found.lower[first - 2]
    if before in _COPULAS:
        return first < 2 or found.lower[first - 2] not in ("it", "there", "this", "that")
    return (
        before in _OBJECTS_OF_CALLING or before.endswith(("n't", "'s", "'re", "'m")) or found.joins[first] == POSSESSIVE
    )


def _is_where(found: Tokens, nominal: Nominal) -> bool:
    """Whether the phrase only says where: "in the museum"."""
    first = nominal.first
    if (
        nominal.of.kind not in ("organization", "government", "office", "place")
        or first == 0
        or found.joins[first] != SPACE
    ):
        return False
    return nominal.of.key in WORKPLACES and found.lower[first - 1] in _LOCATIVES


def _owners(found: Tokens, names: list[Name]) -> list[int]:
    """For each word the number of the name it is in, or -1."""
    inside = [-1] * len(found)
    for number, name in enumerate(names):
        for n in range(name.first, name.last):
            inside[n] = number
    return inside


def _is_noun(found: Tokens, n: int) -> bool:
    """Whether an adjective after "the" has no noun after it."""
    return _after(found, n, ("the",)) and ends(found, n)


def _after(found: Tokens, n: int, words: tuple[str, ...]) -> bool:
    return n > 0 and found.lower[n - 1] in words and found.joins[n] == SPACE


def ends(found: Tokens, n: int) -> bool:
    """Whether no noun can follow: the phrase ends here, or a verb or a preposition comes next."""
    after = n + 1
    if after >= len(found) or found.joins[after] != SPACE:
        return True
    return found.lower[after] in BREAKS or is_verb(found, after)


def is_verb(found: Tokens, n: int) -> bool:
    """Whether the word ``n``, right after a noun, is a verb of its own or an adverb before one."""
    if n >= len(found) or found.joins[n] != SPACE or found.capital[n]:
        return False
    word = found.lower[n]
    return word in _AUXILIARIES or word in _PASTS or (word.endswith(("ed", "ly")) and word not in HEADS)


def _closes(found: Tokens, inside: list[int], n: int) -> bool:
    """The same, where a name may follow too ("the cellist Ana Roe")."""
    after = n + 1
    return ends(found, n) or inside[after] >= 0 or found.lower[after] in DETERMINERS


def _modifies(found: Tokens, inside: list[int], n: int) -> bool:
    """Whether the noun only stands before another head ("police association") or is the title of a name."""
    after = n + 1
    if after >= len(found) or found.joins[after] != SPACE:
        return False
    if inside[after] >= 0:
        return found.capital[n] and found.lower[n] in TITLES
    word = found.lower[after]
    if (found.lower[n], word) in PAIRS:
        return True
    head = HEADS.get(word) or (None if found.capital[after] else CALLINGS.get(word) or doer(word))
    if head is None or word in DETERMINERS or word in BREAKS or word in ("others", "those"):
        return False
    return not _has_object(found, after, head)


def _is_verb(found: Tokens, inside: list[int], made: list[Nominal], n: int, head: Head) -> bool:
    """Whether a plural right after one actor, with an object of its own, is a verb: "the premier heads the party"."""
    if n == 0 or found.joins[n] != SPACE or not _has_object(found, n, head):
        return False
    return inside[n - 1] >= 0 or (bool(made) and made[-1].head == n - 1 and not made[-1].of.plural)


def _has_object(found: Tokens, n: int, head: Head) -> bool:
    """Whether the word may be a verb and has an object."""
    after = n + 1
    if (
        not (head.plural and (head.strict or found.lower[n] in STRICT_PLURALS))
        or after >= len(found)
        or found.joins[after] != SPACE
    ):
        return False
    return found.lower[after] in _OBJECTS


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
    last = _of_phrase(found, names, inside, n)
    if head.key in _GATHERED and last > n + 1 and _are_persons(found.lower[last - 1]):
        head, pair = Head(head.key, "group", plural=True), None
    return Nominal(
        first=first,
        last=last,
        core=n + 1,
        head=n,
        key=_key(pair, head),
        of=head,
        determiner=determiner,
        modifiers=modifiers,
    )


def _are_persons(word: str) -> bool:
    """Whether a word is a plural of persons, so that "a group of" them is one, too."""
    head = HEADS.get(word)
    return head is not None and head.plural and head.kind in ("group", "organization")


def _key(pair: tuple[str, str] | None, head: Head) -> str:
    if pair is None:
        return head.key
    return PAIRS.get(pair) or (f"{pair[0]} {head.key}" if pair[0] in _DEPUTIES else head.key)


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
            others = any(found.lower[k] not in _MODIFIERS and found.lower[k] not in NOUNS for k in range(at, n))
            if others and not names[inside[at - 1]].outer < names[inside[at - 1]].first:
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
        if inside[at - 1] < 0 and word not in _MODIFIERS and word not in ADJECTIVES and word not in NOUNS:
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
    if head.kind == "office" and not head.plural:
        return False
    if word in STRICT_PLURALS or (head.plural and head.strict):
        return first < n
    if word in _BARE and n + 1 < len(found) and found.joins[n + 1] == SPACE:
        return found.lower[n + 1] == "to" or found.lower[n + 1] in _AUXILIARIES or first < n
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
        if found.lower[end] in NOUNS and not _modifies(found, inside, end):
            named = end + 1 < len(found) and found.joins[end + 1] == SPACE and inside[end + 1] >= 0
            return names[inside[end + 1]].last if named else end + 1
    return n + 1
