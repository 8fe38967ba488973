"""How two names may be one, from the names and kinds alone: a base score with its reason, or a reason against it."""

from dataclasses import dataclass

from sayso.records.actor import ActorKind
from sayso.registry.first_names import Relation, relation
from sayso.registry.spelling import near, skeleton
from sayso.registry.words import Words, body_words, family, following, initials, may_be_one, words_in

CERTAIN = 0.95
"""The same words, written otherwise."""


@dataclass(frozen=True, slots=True)
class Match:
    """``base`` is the score by names alone, 0 if they cannot be one; ``most`` is what no evidence lifts it above."""

    base: float
    reason: str
    most: float = 1.0


_FIRST: dict[Relation, tuple[float, float, str]] = {
    "equal": (CERTAIN, 1.0, ""),
    "short": (0.6, 1.0, "{one} may be short for {other}"),
    "initial": (0.55, 0.89, "{one} may be an initial of {other}"),
    "spelled": (0.55, 0.85, "{one} and {other} may be spellings of one first name"),
    "absent": (0.45, 0.85, "one has no first name"),
}
"""By the relation of first names: the base, the most, and the reason."""
_SPELLED = (0.5, 0.85)
"""What a last name that is spelled otherwise leaves: base and most. Below 0.9, so it never is more than a suggestion."""


def match(one: str, one_kind: ActorKind, other: str, other_kind: ActorKind) -> Match:
    """What the two names and kinds say."""
    first, second = words_in(one), words_in(other)
    if not first.words or not second.words:
        return Match(0.0, "a name without letters is compared with none")
    if not may_be_one(one_kind, other_kind):
        return Match(0.0, f"{_a(one_kind)} is not {_a(other_kind)}")
    if following(first) != following(second):
        return Match(0.0, "people who follow somebody or something are not the one they follow")
    families = {family(one_kind), family(other_kind)} - {"unknown"}
    if families == {"person"}:
        return _people(first, second)
    if not families:
        return max(_people(first, second), _bodies(first, second), key=lambda each: each.base)
    return _bodies(first, second)


def _people(one: Words, other: Words) -> Match:
    if one.suffix != other.suffix and one.suffix and other.suffix:
        return Match(0.0, f"{one.suffix} and {other.suffix} are two")
    if one == other and one.first:
        return Match(CERTAIN, "the same words", CERTAIN)
    if one.words != other.words and sorted(one.words) == sorted(other.words):
        return Match(0.6, "the same words in another order", 0.89)
    if one.last != other.last and not near(one.last, other.last):
        return Match(0.0, f"{one.last} and {other.last} are two last names")
    firsts = relation(one.first, other.first)
    if firsts == "different":
        return Match(0.0, f"{one.first} and {other.first} are two first names")
    base, most, told = _FIRST[firsts]
    neither = not one.first and not other.first
    reasons = ["neither has a first name" if neither else told.format(one=one.first, other=other.first)] if told else []
    if firsts == "equal" and one.words != other.words:
        middle = _middles(one, other)
        if not middle:
            return Match(0.0, "their middle names are two")
        base = 0.7
        reasons.append(middle)
    if one.last != other.last:
        base, most = min(base, _SPELLED[0]), min(most, _SPELLED[1])
        reasons.append(f"{one.last} and {other.last} may be spellings of one last name")
    elif firsts != "equal" or not reasons:
        reasons.insert(0, f"one last name, {one.last}")
    if one.suffix != other.suffix:
        base, most = min(base, 0.5), min(most, 0.85)
        reasons.append(f"only one is {one.suffix or other.suffix}")
    return Match(base, "; ".join(reasons), most)


def _middles(one: Words, other: Words) -> str:
    """Why what stands between first and last name allows that they are one; empty if it does not."""
    between, across = one.words[1:-1], other.words[1:-1]
    if not between or not across:
        return "one first and last name, one has names between" if between or across else "one first name"
    if len(between) == len(across) and all(
        relation(a, b) in ("equal", "initial", "short", "spelled") for a, b in zip(between, across, strict=True)
    ):
        return "their middle names may be one"
    return ""


def _bodies(one: Words, other: Words) -> Match:
    first, second = body_words(one), body_words(other)
    if one.words == other.words or "".join(one.words) == "".join(other.words):
        return Match(CERTAIN, "the same words", CERTAIN)
    if first == second:
        return Match(0.75, "the same words but for small ones and the form of company", 0.89)
    if sorted(first) == sorted(second):
        return Match(0.6, "the same words in another order", 0.89)
    short = _short(first, one, second, other)
    if short:
        return Match(0.5, short, 0.89)
    if len(first) == len(second) and all(map(_like, first, second)):
        return Match(0.5, "each word may be a spelling of the other's", 0.85)
    if set(first) & set(second):
        return Match(0.0, f"they share {' and '.join(sorted(set(first) & set(second)))}, and have other words besides")
    return Match(0.0, "they have no words in common")


def _like(one: str, other: str) -> bool:
    return near(one, other) or (len(one) > 3 and skeleton(one) == skeleton(other))


def _short(first: tuple[str, ...], one: Words, second: tuple[str, ...], other: Words) -> str:
    for letters, name in ((first, other), (second, one)):
        if len(letters) == 1 and len(letters[0]) > 1 and letters[0] == initials(name) and len(body_words(name)) > 1:
            return f"{letters[0]} has the first letters of {' '.join(name.words)}"
    return ""


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
