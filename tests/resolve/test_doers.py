"""Persons told by the ending of a noun."""

import pytest

from sayso.resolve.doers import doer


@pytest.mark.parametrize("word", ["lock-keeper", "lutenist", "beautician", "oysterman", "campanologist"])
def test_one_person(word: str) -> None:
    head = doer(word)
    assert head is not None
    assert (head.kind, head.plural, head.strict) == ("person", False, True)


@pytest.mark.parametrize(
    ("word", "one", "strict"),
    [
        *(("lutenists", "lutenist", False), ("oystermen", "oysterman", False)),
        *(("fettlers", "fettler", True), ("bargeholders", "bargeholder", False)),
    ],
)  # fmt: skip
def test_several_persons(word: str, one: str, strict: bool) -> None:
    head = doer(word)
    assert head is not None
    assert (head.key, head.kind, head.plural, head.strict) == (one, "group", True, strict)


@pytest.mark.parametrize(
    "word", ["number", "numbers", "river", "specimen", "checklist", "larger", "never", "motor", "her", "mr", "a1er", ""]
)
def test_words_with_such_an_ending_that_are_no_persons(word: str) -> None:
    assert doer(word) is None


def test_a_man_and_a_woman_have_a_gender() -> None:
    assert [head.gender for word in ("oysterman", "oysterwoman", "lutenist") if (head := doer(word))] == ["m", "f", ""]
