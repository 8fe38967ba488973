"""The words that carry what is said, cut to stems, to tell whether two passages say nearly the same."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.records.folding import folded

SHORTEST = 4
"""Letters that a stem keeps at least."""
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_ENDINGS = (
    "isations", "izations", "isation", "ization", "ations", "ments", "ation", "ising", "izing", "ness", "ment", "ings", "ised",
    "ized", "ies", "ied", "ing", "ers", "ors", "ion", "es", "ed", "er", "or", "ly", "al", "s", "e", "y",
)  # fmt: skip
_GRAMMAR = """
    a about above after again against all also am an and any are as at be because been before being below between both but by
    can cannot could did do does doing down during each every few for from further had has have having he her here hers him his
    how i if in into is it its itself just like may me might more most much must my no nor not now of off on once one only or
    other our ours out over own said same say says shall she should so some such than that the their theirs them themselves then
    there these they this those through to told too two under until up upon us very was we were what when where which while who
    whom whose why will with would yet you your yours mr mrs ms dr called described added wrote new still last first day year
"""
_EMPTY = frozenset(_GRAMMAR.split())


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """``word``, folded, without the longest ending that leaves a stem; a possessive's ending goes first."""
    bare = word.removesuffix("'s").removesuffix("'")
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= SHORTEST:
            return bare[: -len(ending)]
    return bare


def stems(text: str) -> frozenset[str]:
    """The stems of the words of ``text`` that are more than grammar."""
    return frozenset(stem(word) for word in _WORD.findall(folded(text)) if word not in _EMPTY)


def all_stems(texts: Iterable[str]) -> frozenset[str]:
    """The stems of several stretches together."""
    return frozenset().union(*(stems(text) for text in texts))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the stems of ``one`` that ``other`` has too; 0 where there are none."""
    return len(one & other) / len(one) if one else 0.0
