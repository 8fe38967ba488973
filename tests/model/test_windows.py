"""Windows partition the tokens and never grow too large."""

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
