"""Names that an acronym in brackets spells out: "Transport for Norr (TfN)", "the Institute of Soils and Inland Waters (ISIW)"."""

from sayso.resolve.listed import word_set
from sayso.resolve.tokens import POSSESSIVE, SPACE, Tokens

LONGEST = 14
"""Words looked back over."""
_SMALL = word_set("of for the and on in to de la del des et und y e da do at against without with & an a")
_LEFT_OFF = word_set("company corporation corp inc limited ltd group plc gmbh")
"""Words at the end of a name that its acronym may leave off."""


def spelt_out(found: Tokens) -> dict[int, int]:
    """For the first word of each such name the word after its last."""
    made: dict[int, int] = {}
    for n in range(1, len(found)):
        opened = found.starts[n] - 1
        if found.text[opened : opened + 1] != "(" or found.text[found.ends[n] : found.ends[n] + 1] not in (
            ")",
            ",",
            ";",
        ):
            continue
        letters = [each for each in found.words[n] if each.isalpha()]
        if not 2 <= len(letters) <= 9 or sum(each.isupper() for each in letters) < 2 or found.ends[n - 1] + 2 < opened:
            continue
        first = _first_of(found, letters, n - 1, n)
        if first < 0 and found.lower[n - 1] in _LEFT_OFF:
            first = _first_of(found, letters, n - 2, n)
        if 0 <= first < n - 1 and found.capital[first]:
            made[first] = n
    return made


def _first_of(found: Tokens, letters: list[str], last: int, acronym: int) -> int:
    """The word with which the name that ends at the word ``last`` begins, or -1 where its letters do not fit."""
    at, left = last, len(letters) - 1
    while at >= 0 and acronym - at <= LONGEST:
        if at < last and found.joins[at + 1] not in (SPACE, POSSESSIVE):
            return -1
        letter, word = letters[left], found.words[at]
        parts = [each for each in word.split("-") if each]
        if (
            found.capital[at]
            and len(parts) > 1
            and left >= len(parts) - 1
            and _fits(parts, letters[left - len(parts) + 1 : left + 1])
        ):
            left -= len(parts)
        elif word[0].casefold() == letter.casefold() and (
            found.capital[at] or letter.islower() or _must(found, letters, at, left)
        ):
            left -= 1
        elif found.lower[at] not in _SMALL:
            return -1
        if left < 0:
            return at
        at -= 1
    return -1


def _fits(parts: list[str], letters: list[str]) -> bool:
    return all(part[0].casefold() == letter.casefold() for part, letter in zip(parts, letters, strict=True))


def _must(found: Tokens, letters: list[str], at: int, left: int) -> bool:
    """Whether a small word has to give its letter, since the word before it does not: the "o" of "Department of Energy (DOE)"."""
    before = at - 1
    while before > 0 and found.lower[before] in _SMALL and not found.capital[before]:
        before -= 1
    return left == 0 or found.words[before][:1].casefold() != letters[left].casefold()
