"""A span carries the characters that stand there, or it is none."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records.span import JOIN, Span, joined
from sayso.records.statement import Statement

TEXT = "Ro\u0301e said: “Ja 👩‍👩‍👧”\r\n"


@given(st.text(min_size=1, max_size=30), st.data())
def test_a_span_of_a_text_holds_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    assert span.text == text[start:end]
    assert span.holds_in(text)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 3), (-3, -1)])
def test_empty_backward_and_negative_spans_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="a span needs"):
        Span.of(TEXT, start, end)


def test_a_span_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        Span.of("abc", 1, 4)


def test_a_span_with_too_many_characters_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot hold 3"):
        Span(0, 2, "abc")


def test_other_characters_do_not_hold() -> None:
    assert not Span(0, 2, "ab").holds_in("aB")
    assert not Span(0, 2, "ab").holds_in("a")


def test_offsets_count_code_points() -> None:
    assert Span.of(TEXT, 0, 4).text == "Ro\u0301e"
    assert Span.of("👩‍👧x", 3, 4).text == "x"


def test_spans_that_touch_do_not_overlap() -> None:
    assert not Span(0, 2, "ab").overlaps(Span(2, 3, "c"))
    assert Span(0, 2, "ab").overlaps(Span(1, 3, "bc"))


def test_spans_sort_by_place() -> None:
    assert sorted([Span(5, 6, "a"), Span(0, 9, "b" * 9), Span(0, 1, "c")])[0] == Span(0, 1, "c")


def test_a_span_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Span(0, 1, "a").start = 2  # type: ignore[misc]  # that it is refused is the test


def test_parts_are_joined_for_display() -> None:
    assert joined([Span(0, 1, "a"), Span(4, 5, "b")]) == f"a{JOIN}b"
    assert joined([]) == ""


def test_a_statement_needs_content() -> None:
    with pytest.raises(ValueError, match="needs content"):
        Statement("st1_x", (), (), (), "direct", "none", 0.5, Span(0, 1, "a"))
