"""Things that are one, found pair by pair: disjoint sets (Galler and Fischer 1964), with path halving."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Unions(Generic[T]):
    """Each of ``things`` alone at first; ``first`` of a set is the one of its things that was given first."""

    def __init__(self, things: Iterable[T]) -> None:
        self._at = {thing: at for at, thing in enumerate(dict.fromkeys(things))}
        self._things = list(self._at)
        self._parent = list(range(len(self._things)))

    def join(self, one: T, other: T) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._parent[second] = first

    def first(self, thing: T) -> T:
        return self._things[self._root(thing)]

    def count(self) -> int:
        return sum(parent == at for at, parent in enumerate(self._parent))

    def _root(self, thing: T) -> int:
        at = self._at[thing]
        while self._parent[at] != at:
            self._parent[at] = self._parent[self._parent[at]]
            at = self._parent[at]
        return at
