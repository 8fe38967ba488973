"""Keys: what meets by them, what does not, and what has none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records.actor import ACTOR_KINDS
from sayso.registry.keys import MOST_WORDS, keys_of
from sayso.registry.spelling import levelled, near, skeleton


@pytest.mark.parametrize("name", ["", "…", "😀", "Roe " * 2_500, "ab " * (MOST_WORDS + 1), "\0"])
def test_what_is_no_name_has_no_keys(name: str) -> None:
    assert keys_of(name, "person") == ()


def test_bodies_have_no_key_of_one_word_of_theirs() -> None:
    one, other = (set(keys_of(name, "organization")) for name in ("Mojadin Organisation", "People’s Mojadin"))
    assert not one & other


def test_the_most_telling_keys_come_first() -> None:
    keys = keys_of("Ana Roe", "person")
    assert keys[0] == "w:ana roe"
    assert keys.index("n:ana roe") < keys.index("i:a roe") < keys.index("l:roe")


def test_marks_that_combine_are_no_ends_of_words() -> None:
    assert keys_of("Ana Re\u0301ne", "person") == keys_of("Ana Réne", "person") == keys_of("Ana Rene", "person")


def test_control_characters_and_marks_of_direction_are_no_letters() -> None:
    assert keys_of("Ana\u202e\x07 Roe", "person") == keys_of("Ana Roe", "person")


@pytest.mark.parametrize(
    ("one", "other"), [("qorbali", "ghorbaly"), ("khalil", "halil"), ("yusuf", "yousef"), ("mohamed", "muhammad")]
)
def test_near_is_of_spellings(one: str, other: str) -> None:
    assert near(one, other) == near(other, one) == (skeleton(one) == skeleton(other))


def test_levelled_is_one_form_for_what_transliterations_spell_differently() -> None:
    assert len({levelled(each) for each in ("qorbali", "ghorbaly", "khorbalee", "qorbbaly")}) == 1


@given(st.text(max_size=300), st.sampled_from(ACTOR_KINDS))
def test_any_text_has_keys_that_a_ledger_can_store(name: str, kind: str) -> None:
    keys = keys_of(name, kind)  # type: ignore[arg-type]
    assert len(keys) == len(set(keys)) <= 30
    for key in keys:
        assert key.isascii()
        assert key[1] == ":"
