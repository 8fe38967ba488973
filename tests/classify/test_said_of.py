"""Criticism and support that a passage ascribes to several without quoting any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.classify.said_of import headline_claim, headline_says, said_of


@pytest.mark.parametrize(
    ("text", "sign", "who"),
    [
        ("Tarr came under fierce criticism from leftists and many miners.", "critical", ["leftists", "many miners"]),
        ("Tarr was attacked by teachers on Monday.", "critical", ["teachers"]),
        ("Tarr drew praise from nurses and the Guardian Court, which met at noon.", "supportive", ["nurses", "the Guardian Court"]),
        ("Critics slam Tarr over wages", "critical", ["Critics"]),
    ],
)  # fmt: skip
def test_groups(text: str, sign: str, who: list[str]) -> None:
    found = said_of(text, 0, len(text))
    assert [(each.sign, [one.text for one in each.who]) for each in found] == [(sign, who)]


@pytest.mark.parametrize(
    ("text", "sign", "breadth"),
    [
        ("Tarr under attack from all sides", "critical", "from all sides"),
        ("All parties turn on Tarr", "critical", "All parties"),
        ("Support for Tarr across the spectrum", "supportive", "across the spectrum"),
    ],
)
def test_breadth(text: str, sign: str, breadth: str) -> None:
    found = said_of(text, 0, len(text))
    assert [(each.sign, each.breadth.text if each.breadth else None) for each in found] == [(sign, breadth)]


@pytest.mark.parametrize(
    "text", ["Tarr under pressure to quit", "Tarr won by 90 votes", "The house burnt down on Monday."]
)
def test_nothing_is_ascribed(text: str) -> None:
    assert said_of(text, 0, len(text)) == ()


@pytest.mark.parametrize(
    ("text", "who", "sign"),
    [
        ("Edda Okun attacks President Tarr", "Edda Okun", "critical"),
        ("Miners back Tarr", "Miners", "supportive"),
        ("Dyke money was moved, ombudsman finds", "ombudsman", None),
        ("Tarr lied, says Okun", "Okun", None),
        ("Bank warns of recession", "Bank", None),
    ],
)
def test_a_headline_lets_somebody_speak(text: str, who: str, sign: str | None) -> None:
    found = headline_says(text, 0, len(text))
    assert found is not None
    assert (found.who.text, found.sign) == (who, sign)


@pytest.mark.parametrize(
    "text", ["A word of thanks from the valley", "Tarr under attack from all sides", "Support for Tarr grows"]
)
def test_a_noun_is_no_verb(text: str) -> None:
    assert headline_says(text, 0, len(text)) is None


def test_a_claim_leaves_open_who_makes_it() -> None:
    text = "Council accused of theft"
    claim = headline_claim(text, 0, len(text))
    assert claim is not None
    assert (claim.sign, claim.span.text, claim.who) == ("critical", "accused", ())
    assert headline_claim("Council accused by miners", 0, 25) is None


@given(
    st.lists(
        st.sampled_from(
            ["Tarr was attacked by miners and nurses. ", "😀\r\n", "from all sides ", "Critics slam Tarr ", "é́"]
        )
    )
)
def test_spans_are_exact(parts: list[str]) -> None:
    text = "".join(parts)
    for each in said_of(text, 0, len(text)):
        for span in (each.span, *each.who, *([each.breadth] if each.breadth else [])):
            assert span.holds_in(text)


@pytest.mark.parametrize(
    ("text", "who", "sign"),
    [
        ("Residents furious over tram noise", "Residents", "critical"),
        ("Miners are up in arms about wages", "Miners", "critical"),
        ("Pupils delighted with new hall", "Pupils", "supportive"),
        ("Experts fear collapse of wall", "Experts", None),
    ],
)
def test_a_headline_lets_somebody_feel(text: str, who: str, sign: str | None) -> None:
    found = headline_says(text, 0, len(text))
    assert found is not None
    assert (found.who.text, found.sign) == (who, sign)


@pytest.mark.parametrize("text", ["Job fears over mill", "Job fears as mill closes", "Minister lied, inquiry told"])
def test_a_feeling_that_is_a_noun_and_those_who_are_told_let_nobody_speak(text: str) -> None:
    assert headline_says(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "breadth"),
    [
        ("All four parties reject Tarr", "All four parties"),
        ("Anger at Tarr from all three sides", "from all three sides"),
    ],
)
def test_a_breadth_may_tell_its_number(text: str, breadth: str) -> None:
    assert [each.breadth.text for each in said_of(text, 0, len(text)) if each.breadth] == [breadth]
