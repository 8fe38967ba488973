"""Windows partition the tokens and never grow too large."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.windows import Cut, Window, WindowSettings, cut

PLACES = st.dictionaries(st.integers(0, 900), st.sampled_from(list(Cut))).map(lambda found: sorted(found.items()))


@given(st.integers(0, 900), PLACES, st.integers(0, 12), st.integers(0, 12), st.integers(26, 90))
def test_cores_partition_the_tokens(
    count: int, places: list[tuple[int, Cut]], left: int, right: int, size: int
) -> None:
    windows = cut(count, places, WindowSettings(size, left, right))
    assert [each.core_start for each in windows] == [0, *(each.core_end for each in windows)][: len(windows)]
    assert (windows[-1].core_end if windows else 0) == count
    for each in windows:
        assert each.start <= each.core_start < each.core_end <= each.end <= count
        assert each.end - each.start <= size


def test_a_short_text_is_one_window() -> None:
    assert cut(10, [(5, Cut.SENTENCE)], WindowSettings(20, 2, 2)) == [Window(0, 10, 0, 10)]


def test_a_quotation_is_not_cut_where_a_sentence_ends_outside() -> None:
    places = [(14, Cut.SENTENCE), (16, Cut.SENTENCE_IN_QUOTATION)]
    assert cut(40, places, WindowSettings(20, 2, 2))[0].core_end == 14


@given(st.integers(0, 900), PLACES)
def test_windows_are_cut_by_the_tokens_alone(count: int, places: list[tuple[int, Cut]]) -> None:
    settings = WindowSettings(60, 8, 8)
    assert cut(count, places, settings) == cut(count, tuple(places), settings)


@given(PLACES)
def test_tokens_after_a_window_do_not_change_it(places: list[tuple[int, Cut]]) -> None:
    settings = WindowSettings(60, 8, 8)
    before = [place for place in places if place[0] < 500]
    assert cut(900, places, settings)[:5] == cut(700, before, settings)[:5]


def test_no_tokens_need_no_window() -> None:
    assert cut(0, [], WindowSettings()) == []


def test_without_places_windows_are_as_long_as_they_may_be() -> None:
    windows = cut(100, [], WindowSettings(20, 4, 4))
    assert windows[1] == Window(12, 32, 16, 28)
    assert all(each.end - each.start == 20 for each in windows[1:-1])


def test_a_paragraph_end_wins_over_a_later_sentence_end() -> None:
    places = [(13, Cut.PARAGRAPH), (17, Cut.SENTENCE)]
    assert cut(40, places, WindowSettings(20, 2, 2))[0].core_end == 13


def test_the_later_of_two_equal_places_wins() -> None:
    places = [(13, Cut.SENTENCE), (17, Cut.SENTENCE)]
    assert cut(40, places, WindowSettings(20, 2, 2))[0].core_end == 17


def test_a_place_too_far_from_the_end_is_not_taken() -> None:
    assert cut(40, [(3, Cut.PARAGRAPH)], WindowSettings(20, 2, 2))[0].core_end == 18


def test_inside_a_long_quotation_a_paragraph_end_is_taken() -> None:
    places = [(14, Cut.PARAGRAPH_IN_QUOTATION), (16, Cut.SENTENCE_IN_QUOTATION)]
    assert cut(40, places, WindowSettings(20, 2, 2))[0].core_end == 14


def test_context_begins_where_a_sentence_does() -> None:
    places = [(12, Cut.SENTENCE), (15, Cut.SENTENCE), (18, Cut.SENTENCE)]
    assert cut(60, places, WindowSettings(24, 4, 6))[1].start == 15


@pytest.mark.parametrize(("size", "left", "right"), [(20, 10, 10), (20, -1, 2), (20, 2, -1), (0, 0, 0)])
def test_settings_without_room_for_a_core_are_refused(size: int, left: int, right: int) -> None:
    with pytest.raises(ValueError, match="no room"):
        WindowSettings(size, left, right)
