"""Names as they are compared."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.records.folding import folded, words_of


def test_case_diacritics_apostrophes_and_blanks_do_not_count() -> None:
    assert folded("  Khāmene’i\tALI ") == "khamene'i ali"


def test_a_word_keeps_what_joins_it() -> None:
    assert words_of("al-Sadr, Khameneh'i") == ("al-sadr", "khameneh'i")


@given(st.text(st.characters(max_codepoint=127)))
def test_the_short_way_for_ascii_is_the_long_one(name: str) -> None:
    assert folded(name) == folded(name + "\N{COMBINING ACUTE ACCENT}")
