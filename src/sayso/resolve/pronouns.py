"""Pronouns that may stand for an actor."""

from dataclasses import dataclass
from typing import Literal

from sayso.resolve.heads import Gender
from sayso.resolve.tokens import Tokens

Person = Literal["I", "we", "you", "he", "she", "they", "it"]


@dataclass(frozen=True, slots=True)
class Pronoun:
    """Word ``at``; only its characters up to ``end`` where a contraction follows ("he’ll")."""

    at: int
    end: int
    person: Person
    possessive: bool

    @property
    def gender(self) -> Gender:
        return "m" if self.person == "he" else "f" if self.person == "she" else ""


_PERSONS: dict[Person, str] = {
    "I": "i me my mine myself",
    "we": "we us our ours ourselves",
    "you": "you your yourself",
    "he": "he him his himself",
    "she": "she her hers herself",
    "they": "they them their theirs themselves",
    "it": "it its itself",
}
_OF: dict[str, Person] = {word: person for person, words in _PERSONS.items() for word in words.split()}
_POSSESSIVE = frozenset(["my", "our", "your", "his", "her", "their", "its"])
_CONTRACTED = frozenset(["s", "m", "d", "ll", "re", "ve"])


def find_pronouns(found: Tokens) -> list[Pronoun]:
    """Pronouns in text order; which of them stand for an actor is for linking to decide."""
    made = []
    for n, word in enumerate(found.lower):
        person = _OF.get(word)
        size = len(word)
        if person is None:
            stem = _stem(word)
            person, size = _OF.get(stem), len(stem)
        if person is None or (word == "us" and found.words[n] == "US"):
            continue
        if (person == "I" and word == "i" and found.words[n] != "I") or (word[:1] == "i" and found.words[n] == "IT"):
            continue
        made.append(Pronoun(n, found.starts[n] + size, person, word in _POSSESSIVE))
    return made


def _stem(word: str) -> str:
    """ "He" of "he’ll"."""
    for mark in ("’", "'"):
        stem, cut, rest = word.partition(mark)
        if cut:
            return stem if rest in _CONTRACTED else ""
    return ""
