"""The words of a name as names are compared across articles: in plain letters, without articles and forms of address."""

import re
from dataclasses import dataclass

from anyascii import anyascii

from sayso.records.actor import ActorKind
from sayso.records.folding import folded

LONGEST = 200
"""Code points from which on a "name" is a stretch of text: it is kept, and never compared."""

_SIGN = re.compile(r"[^\w\s.'’‘ʼ`]|_")
"""What is spelled in no letters, or in words that nobody says: anyascii has "grinning" for a smiling face."""

_WORD = re.compile(r"[a-z0-9]+")
_JOINED = str.maketrans(".", " ", "'’‘ʼ`")
_ARTICLE = "the"
_ADDRESS = frozenset(
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "lord", "lady", "haji", "hajj", "seyed", "sayyid"]
)
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "junior", "senior"])
_LINKS = frozenset(["of", "the", "for", "and", "in", "on", "to", "at", "de", "la", "du", "des"])
_LEGAL = frozenset(
    ["inc", "ltd", "llc", "plc", "gmbh", "ag", "sa", "co", "corp", "company", "corporation", "limited", "holdings"]
)
_FOLLOWING_WORDS = """
    activists supporters members followers backers fighters militants students loyalists sympathisers sympathizers adherents
    partisans troops forces deputies lawmakers officials leaders voters fans allies critics opponents rebels veterans
    protesters demonstrators volunteers delegates militiamen gunmen men women people leaning affiliated linked inspired
"""
_FOLLOWING = frozenset(_FOLLOWING_WORDS.split())
_PEOPLE: frozenset[ActorKind] = frozenset({"person"})
_BODIES: frozenset[ActorKind] = frozenset({"organization", "government", "place", "publisher", "agency"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a name in order, without articles, forms of address and ``suffix`` (jr, sr, ii …, or empty)."""

    words: tuple[str, ...]
    suffix: str = ""

    @property
    def first(self) -> str:
        return self.words[0] if len(self.words) > 1 else ""

    @property
    def last(self) -> str:
        return self.words[-1] if self.words else ""


def words_in(name: str) -> Words:
    """The words of ``name``; none for a name that is too long or has neither letter nor digit.

    Letters of other scripts are spelled in Latin ones (anyascii), which is one spelling of several: for comparing only.
    """
    if len(name) > LONGEST:
        return Words(())
    plain = anyascii(_SIGN.sub(" ", folded(_turned(name)))).casefold().translate(_JOINED)
    found = [word for word in _WORD.findall(plain) if word != _ARTICLE]
    while len(found) > 1 and found[0] in _ADDRESS:
        found.pop(0)
    suffix = found.pop() if len(found) > 1 and found[-1] in _SUFFIXES else ""
    return Words(tuple(found), suffix)


def body_words(words: Words) -> tuple[str, ...]:
    """Of a body's name the words that tell it from others: no prepositions, no form of company."""
    kept = [word for word in words.words if word not in _LINKS]
    while len(kept) > 1 and kept[-1] in _LEGAL:
        kept.pop()
    return tuple(kept)


def initials(words: Words) -> str:
    """The first letters of the words that count."""
    return "".join(word[0] for word in body_words(words))


def following(words: Words) -> bool:
    """Whether the name says people of somebody or something ("Hezb activists"): it is theirs, not that of whom they follow."""
    return len(words.words) > 1 and words.last in _FOLLOWING


def family(kind: ActorKind) -> str:
    """Kinds that may be one actor have one family; "unknown" may be of any."""
    if kind in _PEOPLE:
        return "person"
    return "body" if kind in _BODIES else kind


def may_be_one(one: ActorKind, other: ActorKind) -> bool:
    """Whether kinds allow that two are one: a group is never the body that it follows, and an unnamed source is nobody else."""
    families = {family(one), family(other)}
    if "unnamed" in families:
        return False
    return len(families) == 1 or "unknown" in families


def _turned(name: str) -> str:
    """ "Tarr, Aurel" as "Aurel Tarr"."""
    last, comma, first = name.partition(",")
    if not comma or "," in first or not last.strip() or folded(first) in _SUFFIXES or not first.strip():
        return name
    return f"{first} {last}" if len(last.split()) == 1 and len(first.split()) <= 2 else name
