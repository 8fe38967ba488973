"""Shares have an interval and a floor."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.answers.shares import FLOOR_ARTICLES, bootstrap, shares, wilson
from sayso.answers.timeline import FLOOR_DATED
from tests.answers.facts import answer, fact


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(0, 10, 0.0, 0.2775), (1, 10, 0.0179, 0.4042), (5, 10, 0.2366, 0.7634), (81, 263, 0.2553, 0.3662), (10, 10, 0.7225, 1.0)],
)  # fmt: skip
def test_wilson_gives_published_values(part: int, whole: int, low: float, high: float) -> None:
    assert wilson(part, whole) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


@pytest.mark.parametrize(("part", "whole"), [(1, 0), (-1, 5), (6, 5)])
def test_no_share_of_nothing(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(part, whole)


@given(st.integers(1, 500).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_the_interval_holds_the_share(pair: tuple[int, int]) -> None:
    low, high = wilson(*pair)
    assert 0 <= low <= pair[0] / pair[1] <= high <= 1


def test_the_bootstrap_is_wider_where_articles_hang_together() -> None:
    random.seed(3)
    apart = [(random.randint(0, 1), 1) for _ in range(400)]
    together = [(10 * part, 10) for part, _ in apart[:40]]
    one, other = bootstrap(apart), bootstrap(together)
    assert other[1] - other[0] > 2 * (one[1] - one[0])
    assert bootstrap(together) == other


def test_the_bootstrap_agrees_with_wilson_where_every_article_has_one_position() -> None:
    sums = [(int(number % 3 == 0), 1) for number in range(300)]
    assert bootstrap(sums) == pytest.approx(wilson(100, 300), abs=0.01)


def test_below_the_floor_there_is_no_share() -> None:
    assert shares([(1, 2)] * (FLOOR_ARTICLES - 1)) == ()
    assert [each.method for each in shares([(1, 2)] * FLOOR_ARTICLES)] == ["wilson"]
    assert [each.method for each in shares([(1, 4)] * FLOOR_ARTICLES)] == ["wilson", "cluster bootstrap"]


def test_one_article_gives_neither_share_nor_timeline() -> None:
    found = answer(fact(1, told="2031-05-01"), fact(2, told="2031-05-01"))
    assert (found.shares, found.timeline) == ((), ())


def test_a_timeline_counts_by_month_and_over_years_by_year() -> None:
    months = [fact(number, told=f"2031-{1 + number % 3:02}-05") for number in range(FLOOR_DATED)]
    assert [each.period for each in answer(*months).timeline] == ["2031-01", "2031-02", "2031-03"]
    years = [*months, fact(90, told="2027-05", label="supportive")]
    assert [(each.period, len(each.critical), len(each.supportive)) for each in answer(*years).timeline] == [
        ("2027", 0, 1),
        ("2031", FLOOR_DATED, 0),
    ]
