"""Finding a person's names in text, and overwriting them with as many U+2588: no offset moves, so every span still holds."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from sayso.records.folding import folded, words_of

BLACK = "\u2588"

_WITHIN = r"(?<![^\W_])"
_AFTER = r"(?![^\W_])"
_BETWEEN = r"[\W_]{1,3}"
"""What may stand between two words of a name: a blank, a line end, a full stop, in an address a hyphen."""

Place = tuple[int, int]


class Names:
    """The names of one person, to be found as whole words, with and without diacritics.

    Case does not count in a name of several words; one word alone has to begin as a name does, or "will" would be Will.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.forms = tuple(dict.fromkeys(each for each in names if words_of(each)))
        patterns = sorted((_pattern(each) for each in self.forms), key=len, reverse=True)
        self._any = re.compile("|".join(patterns)) if patterns else None

    def places(self, text: str) -> Iterator[Place]:
        """Where one of the names stands, half-open, in code points."""
        if self._any is not None:
            yield from (found.span() for found in self._any.finditer(text))

    def stand_in(self, text: str) -> bool:
        return next(self.places(text), None) is not None

    def blacked(self, text: str) -> str:
        return blacked(text, self.places(text))


def blacked(text: str, places: Iterable[Place]) -> str:
    """``text`` with every code point in ``places`` overwritten; as long as before."""
    characters = list(text)
    for start, end in places:
        characters[start:end] = BLACK * (end - start)
    return "".join(characters)


def apart(places: Iterable[Place], kept: Sequence[Place]) -> Iterator[Place]:
    """Those of ``places`` that do not lie inside one of ``kept``."""
    return (each for each in places if not any(start <= each[0] and each[1] <= end for start, end in kept))


def longer(names: Iterable[str]) -> list[str]:
    """Those names that are of two words or more: one word alone is too often another's name, or no name at all."""
    return [each for each in names if len(words_of(each)) > 1]


def parts(name: str) -> list[str]:
    """The words by which somebody with a name of several words may be called alone; initials and "van" are not among them."""
    return [each for each in name.split() if len(each.strip(".")) > 1 and each[0].isupper()]


def _pattern(name: str) -> str:
    words = re.findall(r"[^\W_]+(?:['’ʼ`.&-][^\W_]+)*", unicodedata.normalize("NFC", name))
    if len(words) > 1:
        return f"(?i:{_WITHIN}{_BETWEEN.join(map(_word, words))}{_AFTER})"
    return _WITHIN + _alternatives([*_spelled(words[0]), words[0].upper()]) + _AFTER


def _word(word: str) -> str:
    return _alternatives([*_spelled(word), folded(word)])


def _spelled(word: str) -> Iterator[str]:
    """The word in composed, decomposed and bare letters, with either apostrophe."""
    bare = "".join(each for each in unicodedata.normalize("NFD", word) if not unicodedata.combining(each))
    for one in (word, unicodedata.normalize("NFD", word), bare):
        yield from (one, re.sub("['’ʼ`]", "'", one), re.sub("['’ʼ`]", "’", one))


def _alternatives(spelled: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(each) for each in sorted(set(spelled), key=len, reverse=True)) + ")"
