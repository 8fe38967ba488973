"""A span never ends inside a word or inside a character a reader sees."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.boundaries import widen

FAMILY = "👩‍👩‍👧"


def widened(text: str, part: str) -> str | None:
    start = text.index(part)
    found = widen(text, start, start + len(part))
    return text[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("word", "piece"),
    [
        ("Holtz-Eakin", "Holtz"),
        ("Holtz-Eakin", "Eakin"),
        ("Holtz\u2011Eakin", "Holtz"),
        ("Anna-Lee-Marie", "Lee"),
        ("Khameneh'i", "Khameneh"),
        ("Khameneh’i", "Kham"),
        ("O'Brien", "O"),
        ("don’t", "don"),
        ("AT&T", "AT"),
        ("1,000.5", "000"),
        ("3:30", "3"),
        ("ada@paper", "ada"),
        ("soft\u00adhyphen", "soft"),
        ("zero\u200bwidth", "zero"),
        ("1980s", "198"),
        ("naïve", "na"),
        ("Ro\u0301e", "Ro"),
    ],
)
def test_a_word_is_not_cut(word: str, piece: str) -> None:
    assert widened(f"Then {word} came", piece) == word


@pytest.mark.parametrize("piece", ["C", "C.B", "B", "O"])
def test_initials_are_not_cut(piece: str) -> None:
    text = "at C.B.O. today"
    assert "C.B.O" in (widened(text, piece) or "")


@pytest.mark.parametrize("text", ["Roe's view", "Roe’s view", "ROE'S view", "ROE’S view"])
def test_a_possessive_can_be_cut_off(text: str) -> None:
    assert widened(text, text[:3]) == text[:3]
    assert widened(text, text[:2]) == text[:3]


@pytest.mark.parametrize("text", ["and/or", "said.He", "yes—no", "one…two"])
def test_words_that_only_touch_are_two(text: str) -> None:
    first = regex.match(r"\w+", text).group()
    assert widened(text, first) == first


@pytest.mark.parametrize(
    ("character", "piece"),
    [
        ("e\u0301\u0301", "e"),
        (FAMILY, "👩"),
        (FAMILY, "👧"),
        ("🇦🇷", "🇦"),
        ("👍🏽", "👍"),
        ("❤\ufe0f", "❤"),
        ("\u1100\u1161\u11a8", "\u1161"),
    ],
)
def test_a_character_a_reader_sees_is_not_cut(character: str, piece: str) -> None:
    assert widened(f"At {character} now", piece) == character


def test_neighbouring_flags_can_be_parted() -> None:
    text = "a 🇦🇷🇧🇷 b"
    assert widen(text, 2, 4) == (2, 4)
    assert widen(text, 4, 5) == (4, 6)


def test_many_marks_on_one_letter_stay_on_it() -> None:
    letter = "e" + "\u0301" * 300
    assert widened(f"a {letter} b", "e") == letter


def test_a_line_break_is_never_halved() -> None:
    assert widen("Roe\r\nLund", 0, 4) == (0, 3)
    assert widen("Roe\r\nLund", 4, 9) == (5, 9)


@pytest.mark.parametrize("text", ["“We stay,”", '"We stay,"', "‘We stay,’", "«We stay,»", "''We stay,''"])
def test_quotation_marks_can_stay_outside(text: str) -> None:
    assert widened(text, "We stay") == "We stay"


@pytest.mark.parametrize("text", [" ", "\r\n", "\t\u2028 "])
def test_white_space_alone_is_no_span(text: str) -> None:
    assert widen(f"a{text}b", 1, 1 + len(text)) is None


PIECES = st.sampled_from(
    ["Roe", "e\u0301", FAMILY, "🇦🇷", "-", "’", "'", ".", ",", "“", "”", "\u200b", "\u00ad", "汉", "9"]
)


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join), st.data())
def test_widening_only_grows_and_never_halves_a_cluster(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    low, high = widen(text, start, end) or (start, end)
    edges = {0, *(found.end() for found in regex.finditer(r"\X", text))}
    assert low <= start < end <= high
    assert {low, high} <= edges


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join), st.data())
def test_what_is_widened_stays_as_it_is(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    found = widen(text, start, start + 1)
    assert found
    assert widen(text, *found) == found


@pytest.mark.parametrize("space", [" \u0301", " \u0301\u0301", "\u00a0\u0308 \u0301"])
def test_a_space_goes_with_the_marks_on_it(space: str) -> None:
    text = f"said{space}word{space}"
    found = widen(text, 4, len(text))
    assert found
    assert text[slice(*found)].startswith("word")
