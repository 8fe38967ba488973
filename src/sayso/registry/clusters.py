"""Sets of actors that are one: the union of accepted edges, except where that would join two that are kept apart.

A function of the edges alone, so taking one back restores exactly what was there without it.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edge:
    """A standing decision between two actors, by key. ``at`` is its place in the log; ``same`` false keeps them apart."""

    one: int
    other: int
    same: bool
    by_run: bool
    at: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """``apart`` keeps two actors apart that the edges of ``chain`` join; of these ``refused`` is not followed."""

    apart: Edge
    chain: tuple[Edge, ...]
    refused: Edge


@dataclass(frozen=True, slots=True)
class Clusters:
    """``root`` gives for every actor joined with another the smallest key of its set; one that stands alone is not in it."""

    root: Mapping[int, int]
    contradictions: tuple[Contradiction, ...]


def clusters(edges: Iterable[Edge]) -> Clusters:
    """The sets that ``edges`` make, and what contradicts what.

    Edges of people are followed before those of runs, each in the order of the log. One that would bring two actors into one set
    that are kept apart is not followed, and is a contradiction. Takes time linear in the edges but for logarithms.
    """
    held = sorted(edges, key=lambda each: (each.by_run, each.at))
    sets = _Sets()
    for edge in held:
        if not edge.same:
            sets.part(edge)
    followed: list[Edge] = []
    refused: list[tuple[Edge, Edge]] = []
    for edge in held:
        if edge.same:
            apart = sets.join(edge.one, edge.other)
            if apart is None:
                followed.append(edge)
            else:
                refused.append((edge, apart))
    return Clusters(sets.roots(), tuple(_contradiction(edge, apart, followed) for edge, apart in refused))


class _Sets:
    """Disjoint sets that know from which others they are kept apart; the smaller goes into the larger."""

    def __init__(self) -> None:
        self._of: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._apart: dict[int, dict[int, Edge]] = {}

    def part(self, edge: Edge) -> None:
        one, other = self._find(edge.one), self._find(edge.other)
        self._apart[one].setdefault(other, edge)
        self._apart[other].setdefault(one, edge)

    def join(self, one: int, other: int) -> Edge | None:
        """What keeps the two apart; None if they are in one set now."""
        first, second = self._find(one), self._find(other)
        if first == second:
            return None
        apart = self._apart[first].get(second)
        if apart is not None:
            return apart
        if len(self._members[first]) + len(self._apart[first]) < len(self._members[second]) + len(self._apart[second]):
            first, second = second, first
        for member in self._members[second]:
            self._of[member] = first
        self._members[first] += self._members.pop(second)
        for far, edge in self._apart.pop(second).items():
            self._apart[far].pop(second)
            self._apart[far].setdefault(first, edge)
            self._apart[first].setdefault(far, edge)
        return None

    def roots(self) -> dict[int, int]:
        every = {min(members): members for members in self._members.values() if len(members) > 1}
        return {member: root for root, members in every.items() for member in members}

    def _find(self, actor: int) -> int:
        if actor not in self._of:
            self._of[actor] = actor
            self._members[actor] = [actor]
            self._apart[actor] = {}
        return self._of[actor]


def _contradiction(refused: Edge, apart: Edge, followed: Sequence[Edge]) -> Contradiction:
    """The shortest chain of followed edges and the refused one between the two that are kept apart."""
    beside: dict[int, list[tuple[int, Edge]]] = {}
    for edge in (*followed, refused):
        beside.setdefault(edge.one, []).append((edge.other, edge))
        beside.setdefault(edge.other, []).append((edge.one, edge))
    before: dict[int, tuple[int, Edge]] = {}
    left = deque([apart.one])
    while left and apart.other not in before:
        actor = left.popleft()
        for other, edge in beside.get(actor, ()):
            if other != apart.one and other not in before:
                before[other] = (actor, edge)
                left.append(other)
    chain: list[Edge] = []
    at = apart.other
    while at != apart.one and at in before:
        at, edge = before[at]
        chain.append(edge)
    return Contradiction(apart, tuple(reversed(chain)), refused)
