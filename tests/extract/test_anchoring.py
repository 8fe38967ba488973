"""From token ranges to text ranges: whole words, whole quotations, nothing twice."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.anchoring import merge, ranges, whole_quotations, without
from sayso.extract.paragraphs import Range, paragraphs
from sayso.extract.quotes import quotations
from sayso.model.attribution import Tokens

RANGES = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 8)).map(lambda each: (each[0], each[0] + each[1])), max_size=8
)
TEXT = "Ada Roe said “the wall will be mended” and that “the road waits”."
FIRST, SECOND = TEXT.index("“"), TEXT.rindex("“")
FIRST_END, SECOND_END = TEXT.index("”") + 1, TEXT.rindex("”") + 1
CUE = [(8, 12)]


def points(spans: list[Range]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def whole(content: list[Range], cue: list[Range] = CUE, text: str = TEXT) -> list[str]:
    found = whole_quotations(text, content, cue, quotations(text, paragraphs(text)))
    return [text[start:end] for start, end in found]


@given(RANGES)
def test_merging_keeps_every_point_in_order_and_apart(spans: list[Range]) -> None:
    merged = merge(spans)
    assert points(merged) == points(spans)
    assert all(a[1] < b[0] for a, b in itertools.pairwise(merged))


def test_spans_that_touch_become_one() -> None:
    assert merge([(3, 5), (0, 3), (7, 8)]) == [(0, 5), (7, 8)]


@given(RANGES, RANGES)
def test_holes_are_taken_out_and_nothing_else(spans: list[Range], holes: list[Range]) -> None:
    left = without(spans, holes)
    assert points(left) == points(spans) - points(holes)
    assert all(start < end for start, end in left)


def test_a_hole_in_the_middle_leaves_two_spans() -> None:
    assert sorted(without([(0, 9)], [(3, 5)])) == [(0, 3), (5, 9)]


def test_half_a_quotation_becomes_the_whole_with_its_marks() -> None:
    assert whole([(FIRST + 5, FIRST_END - 3)]) == ["“the wall will be mended”"]


def test_a_quotation_merely_grazed_is_left_out() -> None:
    middle = FIRST + 5
    assert whole([(middle, middle + 4), (FIRST_END + 1, SECOND_END)]) == ["and that “the road waits”"]


def test_a_part_that_shares_an_end_brings_the_whole_quotation() -> None:
    assert whole([(FIRST, FIRST + 4)]) == ["“the wall will be mended”"]
    assert whole([(FIRST_END - 8, FIRST_END)]) == ["“the wall will be mended”"]


def test_a_mixed_quote_keeps_its_words_outside_the_marks() -> None:
    assert whole([(FIRST + 1, SECOND_END - 1)]) == ["“the wall will be mended” and that “the road waits”"]


def test_two_parts_of_a_split_quote_stay_two() -> None:
    text = "“We stay,” said Roe, “for good.”"
    assert whole([(1, 8), (text.index("for"), len(text) - 2)], [(11, 15)], text) == ["“We stay,”", "“for good.”"]


def test_a_quotation_that_holds_the_cue_is_left_alone() -> None:
    text = "“Lund told me that the wall will fall,” said Roe."
    start = text.index("the wall")
    assert whole([(start, start + 18)], [(6, 10)], text) == ["the wall will fall"]


def test_a_quotation_over_paragraphs_is_whole() -> None:
    text = "“The wall will be mended.\n\n“The road waits,” said Roe."
    assert whole([(0, 25)], [(45, 49)], text) == ["“The wall will be mended.\n\n“The road waits,”"]


def test_no_content_stays_none() -> None:
    assert whole([]) == []


def test_token_ranges_become_whole_words_once() -> None:
    text = "Mr. Holtz-Eakin said so"
    tokens = Tokens(np.arange(5), np.asarray([0, 4, 9, 10, 16]), np.asarray([3, 9, 10, 15, 20]))
    assert ranges(text, tokens, [(1, 2), (3, 4)]) == [(4, 15)]
    assert ranges(text, tokens, [(0, 2), (4, 5)]) == [(0, 15), (16, 20)]
