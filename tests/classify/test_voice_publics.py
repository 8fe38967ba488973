"""Who cannot be asked, and which words praise or blame."""

import pytest

from sayso.classify.voice_polarity import polarity
from sayso.classify.voice_publics import is_public, speaks_for_a_public


@pytest.mark.parametrize(
    "words",
    [
        "The people of Varn have had enough of Tarr.",
        "Varnians have had enough.",
        "Many doubt the word of the minister.",
        "Observers say that Tarr has lost control.",
        "Nobody trusts the governor any longer.",
        "It is widely felt that the council has slept.",
        "which is what the Varnian people have been saying for months",
    ],
)
def test_a_claim_about_a_public_is_the_writers(words: str) -> None:
    assert speaks_for_a_public(words)


@pytest.mark.parametrize(
    "words",
    [
        "61 % of Varnians have had enough of Tarr.",
        "Two hundred people at the rally said that Tarr must go.",
        "Most people asked in the Quill poll think that Tarr has failed.",
        "Residents said that the road was closed.",
        "The people of Varn elected him in 2028.",
        "Traders said that stocks would last.",
        "Some of them think he is right.",
    ],
)
def test_a_count_a_poll_a_meeting_or_a_group_that_speaks_is_not(words: str) -> None:
    assert not speaks_for_a_public(words)


@pytest.mark.parametrize(
    ("source", "public"),
    [
        ("Observers", True),
        ("The people", True),
        ("many in Varn", True),
        ("Parents", False),
        ("Two hundred people", False),
        ("Okun", False),
    ],
)
def test_a_source_may_be_a_public(source: str, public: bool) -> None:
    assert is_public(source) is public


@pytest.mark.parametrize(
    ("words", "praise", "blame"),
    [
        ("She is honest and brave.", 2, 0),
        ("A disgraceful, bungling failure.", 0, 3),
        ("He was never honest.", 0, 1),
        ("It is not a mistake.", 1, 0),
        ("The road was closed on Monday.", 0, 0),
        ("lie lie lie lie lie", 0, 3),
    ],
)
def test_praise_and_blame_are_counted_and_negation_turns_them_round(words: str, praise: int, blame: int) -> None:
    assert polarity(words) == (praise, blame)
