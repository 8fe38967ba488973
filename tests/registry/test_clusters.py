"""Sets of actors: union of edges, kept apart where somebody said so, restored by taking an edge back."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.registry.clusters import Clusters, Edge, clusters

SIZE = 7


def edge(one: int, other: int, at: int, *, same: bool = True, by_run: bool = False) -> Edge:
    return Edge(one, other, same, by_run, at)


@st.composite
def edges(draw: st.DrawFn) -> list[Edge]:
    """At most one edge of every pair, as in a ledger."""
    pairs = [(one, other) for one in range(SIZE) for other in range(one + 1, SIZE)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=12))
    return [edge(*pair, at, same=draw(st.booleans()), by_run=draw(st.booleans())) for at, pair in enumerate(chosen)]


def root(found: Clusters, actor: int) -> int:
    return found.root.get(actor, actor)


def connected(made: list[Edge], one: int, other: int) -> bool:
    reached, left = {one}, [one]
    while left:
        at = left.pop()
        new = {b for e in made if e.same for a, b in ((e.one, e.other), (e.other, e.one)) if a == at} - reached
        reached |= new
        left += new
    return other in reached


@given(edges())
def test_nobody_is_in_one_set_who_is_kept_apart(made: list[Edge]) -> None:
    found = clusters(made)
    assert all(root(found, each.one) != root(found, each.other) for each in made if not each.same)


@given(edges())
def test_without_edges_that_keep_apart_the_sets_are_those_connected(made: list[Edge]) -> None:
    joined = [each for each in made if each.same]
    found = clusters(joined)
    assert found.contradictions == ()
    for one in range(SIZE):
        for other in range(SIZE):
            assert (root(found, one) == root(found, other)) == connected(joined, one, other)


@given(edges(), st.randoms(use_true_random=False))
def test_the_order_in_which_edges_are_given_changes_nothing(made: list[Edge], draw: object) -> None:
    before = clusters(made)
    draw.shuffle(made)  # type: ignore[attr-defined]
    assert clusters(made) == before


@given(edges())
def test_every_edge_that_is_not_followed_is_a_contradiction_with_its_chain(made: list[Edge]) -> None:
    found = clusters(made)
    refused = {each.refused.at for each in found.contradictions}
    assert len(refused) == len(found.contradictions)
    for each in made:
        if each.same:
            assert (root(found, each.one) != root(found, each.other)) == (each.at in refused)
    for each in found.contradictions:
        assert each.refused in each.chain
        assert not each.apart.same
        ends = [{one.one, one.other} & {other.one, other.other} for one, other in pairwise(each.chain)]
        assert all(ends)
        assert {each.apart.one, each.apart.other} <= {actor for step in each.chain for actor in (step.one, step.other)}


@given(edges())
def test_an_edge_more_and_taken_back_restores_what_was_there(made: list[Edge]) -> None:
    before = clusters(made)
    free = [
        (a, b) for a in range(SIZE) for b in range(a + 1, SIZE) if not any({a, b} == {e.one, e.other} for e in made)
    ]
    for pair in free[:3]:
        more = [*made, edge(*pair, len(made))]
        clusters(more)
        assert clusters(more[:-1]) == before


def test_a_is_b_and_b_is_c_and_a_is_not_c_is_a_conflict() -> None:
    ab, bc, ac = edge(1, 2, 0), edge(2, 3, 1), edge(1, 3, 2, same=False)
    found = clusters([ab, bc, ac])
    assert dict(found.root) == {1: 1, 2: 1}
    (conflict,) = found.contradictions
    assert (conflict.apart, conflict.chain, conflict.refused) == (ac, (ab, bc), bc)


def test_a_person_is_followed_before_a_run() -> None:
    by_run, by_person = edge(1, 2, 0, by_run=True), edge(2, 3, 1)
    found = clusters([by_run, by_person, edge(1, 3, 2, same=False)])
    assert dict(found.root) == {2: 2, 3: 2}
    assert found.contradictions[0].refused == by_run


def test_a_long_chain_is_one_set() -> None:
    found = clusters(edge(at, at + 1, at) for at in range(20_000))
    assert set(found.root.values()) == {0}
