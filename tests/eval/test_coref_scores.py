import pytest

from eval.coref_scores import Clusters, b_cubed, best_total, ceaf_e, conll, muc


def sets(*words: str) -> list[frozenset[str]]:
    return [frozenset(word) for word in words]


GOLD = sets("abc", "defg")
FOUND = sets("ab", "cd", "fghi")
"""The worked example of Pradhan et al. (2014), section 4: key {a,b,c} {d,e,f,g}, response {a,b} {c,d} {f,g,h,i}."""


def test_muc_of_the_published_example() -> None:
    parts = muc(GOLD, FOUND)
    assert (parts.recall, parts.precision, parts.f1) == pytest.approx((2 / 5, 2 / 5, 2 / 5))


def test_b_cubed_of_the_published_example() -> None:
    parts = b_cubed(GOLD, FOUND)
    assert parts.recall == pytest.approx((1 / 7) * (4 / 3 + 1 / 3 + 1 / 4 + 2 * 2 / 4))
    assert parts.precision == pytest.approx((1 / 8) * (4 / 2 + 2 / 2 + 2 * 2 / 4))
    assert (parts.recall, parts.precision) == pytest.approx((5 / 12, 1 / 2))


def test_ceaf_e_of_the_published_example() -> None:
    parts = ceaf_e(GOLD, FOUND)
    assert parts.recall == pytest.approx((4 / 5 + 4 / 8) / 2)
    assert parts.precision == pytest.approx((4 / 5 + 4 / 8) / 3)
    assert parts.f1 == pytest.approx(0.52, abs=0.005)


@pytest.mark.parametrize("clusters", [sets("ab"), sets("ab", "cde", "fghi")])
def test_what_is_equal_is_right(clusters: Clusters) -> None:
    assert conll([(clusters, clusters)]) == pytest.approx(1.0)


def test_nothing_found_is_nothing() -> None:
    assert conll([(sets("ab"), [])]) == 0.0


def test_documents_are_summed() -> None:
    one, other = (sets("ab"), sets("ab")), (sets("cd", "ef"), sets("ce", "df"))
    assert muc(*one).recall == 1.0
    assert (muc(*one) + muc(*other)).recall == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("worth", "total"),
    [
        ([[1.0]], 1.0),
        ([[0.9, 0.8], [0.8, 0.1]], 1.6),
        ([[0.9, 0.8, 0.0], [0.8, 0.1, 0.0]], 1.6),
        ([[0.9, 0.8], [0.8, 0.1], [0.7, 0.75]], 1.65),
        ([], 0.0),
    ],
)
def test_the_best_matching_is_not_the_greedy_one(worth: list[list[float]], total: float) -> None:
    assert best_total(worth) == pytest.approx(total)
