"""First names that may be one: the same, short for the other (data of the package ``nicknames``), an initial, spelled otherwise."""

from functools import cache
from typing import Literal

from nicknames import NickNamer

from sayso.registry.spelling import near

Relation = Literal["equal", "short", "initial", "spelled", "absent", "different"]


@cache
def _namer() -> NickNamer:
    """Read when the first two first names differ."""
    return NickNamer()


@cache
def full_forms(name: str) -> frozenset[str]:
    """The names that ``name`` may be short for, itself aside."""
    return frozenset(_namer().canonicals_of(name)) - {name}


def relation(one: str, other: str) -> Relation:
    """How two first names stand to each other; "absent" where one of them is empty."""
    if not one or not other:
        return "absent"
    if one == other:
        return "equal"
    if len(one) == 1 or len(other) == 1:
        return "initial" if one[0] == other[0] else "different"
    if one in full_forms(other) or other in full_forms(one):
        return "short"
    return "spelled" if near(one, other) else "different"
