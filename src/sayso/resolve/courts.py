"""Courts by their rank: "the higher court" and "the lower court" of two that a text names."""

from collections.abc import Sequence

from sayso.resolve.listed import word_set
from sayso.resolve.refs import Ref
from sayso.resolve.tokens import Tokens

_COURTS = word_set("court tribunal")
_HIGHER = word_set("higher upper superior appellate appeals appeal top highest")
_LOWER = word_set("lower trial inferior lowest")
_RANKS = {
    word: rank
    for rank, words in (
        (4, "supreme constitutional cassation"),
        (3, "appeal appeals appellate"),
        (2, "high superior"),
        (1, "crown provincial county circuit regional"),
        (0, "district magistrates municipal local labour labor family criminal civil"),
    )
    for word in words.split()
}


def court_of(found: Tokens, modifiers: Sequence[str], named: Sequence[tuple[Ref, int]]) -> int:
    """The court that "higher" or "lower" means among those named, -1 where they do not tell just one. ``named``: mentions of names
    with their clusters."""
    higher, lower = _HIGHER.intersection(modifiers), _LOWER.intersection(modifiers)
    if bool(higher) == bool(lower):
        return -1
    ranks: dict[int, int] = {}
    for ref, number in named:
        words = found.lower[ref.first : ref.last]
        if _COURTS.intersection(words):
            told = [_RANKS[word] for word in words if word in _RANKS]
            ranks[number] = max([ranks.get(number, 0), *told])
    if len(ranks) < 2:
        return -1
    best = max(ranks.values()) if higher else min(ranks.values())
    fits = [number for number, rank in ranks.items() if rank == best]
    return fits[0] if len(fits) == 1 else -1
