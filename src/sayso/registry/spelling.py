"""Spellings of one name from another script: what Latin letters they differ in, and how near two are."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

NEAR = 75.0
"""Ratio (rapidfuzz, 0 to 100) of the levelled forms from which two words may be spellings of one."""

SHORTEST = 2
"""Consonants that a skeleton needs: with fewer, half of all names would meet."""

_LEVELLED = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"tsch|tch|ch", "c"),
        (r"sch|sh", "s"),
        (r"zh|dzh|dj", "j"),
        (r"kh|gh|ck|q|g|x|c(?=[aou])", "k"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"ou|oo", "u"),
        (r"ee|ie|ei|y", "i"),
        (r"w", "v"),
        (r"o", "u"),
        (r"e", "a"),
        (r"([a-z])\1+", r"\1"),
    )
)
_SOFT = re.compile(r"(?<!^)[aeiouh]")


@lru_cache(maxsize=50_000)
def levelled(word: str) -> str:
    """``word`` with one letter for what transliterations spell differently: "ghadyani" and "qadiyani" are one.

    The classes are of sounds that tables for Persian, Arabic and Russian (UN, ALA-LC, BGN) write in several ways.
    """
    for pattern, letters in _LEVELLED:
        word = pattern.sub(letters, word)
    return word


def skeleton(word: str) -> str:
    """The consonants of the levelled word, with its first letter; "a" for any vowel there. Words with one skeleton may be one."""
    bare = _SOFT.sub("", levelled(word))
    return f"a{bare[1:]}" if bare[:1] in "aeiou" else bare


def near(one: str, other: str) -> bool:
    """Whether the two words may be spellings of one name: one skeleton of some length, and levelled forms much alike."""
    if one == other:
        return True
    bones = skeleton(one)
    if len(bones) < SHORTEST or bones != skeleton(other):
        return False
    return fuzz.ratio(levelled(one), levelled(other)) >= NEAR
