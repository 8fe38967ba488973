"""Paragraphs and sentences, whatever ends a line."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.paragraphs import LONGEST_PARAGRAPH, paragraphs, sentences, trim

WRAPPED = """The harbour will be closed for a month, the minister said on
Monday, because the wall has to be mended before the winter
comes, and the road too.

The bridge stays open, Roe said."""


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def sentences_of(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\n\n", "\r\n\r\n"])
def test_every_line_break_ends_a_paragraph(ending: str) -> None:
    assert cut(f"Roe stays.{ending}Lund goes.{ending}") == ["Roe stays.", "Lund goes."]


def test_hard_wrapped_text_is_cut_at_blank_lines_only() -> None:
    assert cut(WRAPPED) == WRAPPED.split("\n\n")


def test_hard_wrapped_text_may_have_blanks_in_its_blank_lines() -> None:
    assert cut(WRAPPED.replace("\n\n", "\n \t\n")) == WRAPPED.split("\n\n")


def test_lines_without_any_blank_line_are_paragraphs() -> None:
    assert len(cut(WRAPPED.replace("\n\n", "\n"))) == 4


def test_lines_that_end_sentences_are_paragraphs_beside_blank_lines() -> None:
    line = "The bridge stays open for the whole winter, Ada Roe said at noon."
    assert cut(f"{line}\n{line}\n\n{line}") == [line] * 3


@pytest.mark.parametrize("text", ["", " ", "\n \n", "\r\n\r\n", "\t\u2028"])
def test_white_space_is_no_paragraph(text: str) -> None:
    assert paragraphs(text) == []


def test_white_space_around_a_paragraph_belongs_to_none() -> None:
    assert cut(" \tRoe stays. \r\n\u00a0Lund goes.\u3000") == ["Roe stays.", "Lund goes."]


@given(st.text(st.sampled_from("aB. “”\t\r\n\u2028\x85\u200b"), max_size=80))
def test_paragraphs_hold_all_that_is_not_white_space_once(text: str) -> None:
    found = paragraphs(text)
    assert all(a < b <= c < d for (a, b), (c, d) in itertools.pairwise(found))
    assert "".join("".join(each.split()) for each in cut(text)) == "".join(text.split())


@given(st.text(st.sampled_from("aB.?! “”\"'\t\u0301👩\u200d"), max_size=80))
def test_sentences_hold_all_that_is_not_white_space_once(text: str) -> None:
    assert "".join("".join(each.split()) for each in sentences_of(text)) == "".join(text.split())


def test_titles_and_initials_end_no_sentence() -> None:
    assert sentences_of("Mr. J. Roe told Dr. Lund no. He left.") == ["Mr. J. Roe told Dr. Lund no.", "He left."]


def test_sentences_keep_the_offsets_of_the_text() -> None:
    text = "Roe stays. 👩‍👩‍👧 Lund goes. Ito waits."
    start = text.index("Lund")
    assert [text[a:b] for a, b in sentences(text, start, len(text))] == ["Lund goes.", "Ito waits."]


def test_a_very_long_paragraph_is_cut_at_white_space() -> None:
    text = "word " * (LONGEST_PARAGRAPH // 2)
    found = sentences_of(text)
    assert len(found) > 1
    assert all(set(each.split()) == {"word"} for each in found)


def test_a_very_long_word_ends() -> None:
    assert "".join(sentences_of("a" * (3 * LONGEST_PARAGRAPH))) == "a" * (3 * LONGEST_PARAGRAPH)


def test_trimming_white_space_alone_leaves_nothing() -> None:
    assert trim("a  b", 1, 3) is None
    assert trim(" a ", 0, 3) == (1, 2)


def test_hard_wrapped_text_with_crlf_is_not_cut_at_every_line() -> None:
    assert len(paragraphs(WRAPPED.replace("\n", "\r\n"))) == len(paragraphs(WRAPPED))
