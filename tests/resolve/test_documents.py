"""Documents lead to their authors, and nobody is guessed."""

import pytest

from sayso.resolve.actors import resolve
from tests.resolve.said import speakers, statement


def spoken(text: str, source: str) -> list[tuple[str, str]]:
    made = statement(text, source, "the dyke is safe")
    return speakers(resolve(text, [made], ()), made)


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("A Norr Institute report", "Norr Institute"),
        ("A May 4, 2019 Harbour Union press release", "Harbour Union"),
        ("A memo posted online by Senator Ana Roe", "Ana Roe"),
        ("Ana Roe's letter", "Ana Roe"),
        ("Data from the Dyke Archive", "Dyke Archive"),
    ],
)
def test_who_is_named_with_it(source: str, who: str) -> None:
    assert spoken(f"{source} said the dyke is safe. It rained.", source) == [(who, "document")]


@pytest.mark.parametrize(
    "source", ["Camera footage", "A survey of Norr farmers", "The constitution", "Initial estimates", "Reports"]
)
def test_who_is_not_named_is_not_guessed(source: str) -> None:
    assert spoken(f"Ana Roe came. {source} said the dyke is safe. It rained.", source) == []


def test_an_agreement_known_by_its_name_does_not_speak() -> None:
    text = "They signed the Norr Free Trade Area (NFTA) agreement. The goal of NFTA said the dyke is safe. It rained."
    assert spoken(text, "NFTA") == []


def test_another_report_is_not_the_one_before() -> None:
    text = "A report by Ana Roe said the road is good. A new report said the dyke is safe. It rained."
    made = [
        statement(text, "A report by Ana Roe", "the road is good"),
        statement(text, "A new report", "the dyke is safe"),
    ]
    found = resolve(text, made, ())
    assert [speakers(found, each) for each in made] == [[("Ana Roe", "document")], []]


def test_a_letter_in_which_somebody_spoke_is_theirs() -> None:
    text = "Ana Roe wrote in a letter the road is good. The letter said the dyke is safe. It rained."
    made = [
        statement(text, "Ana Roe", "the road is good", cue="wrote in a letter"),
        statement(text, "The letter", "the dyke is safe"),
    ]
    assert speakers(resolve(text, made, ()), made[1]) == [("Ana Roe", "document")]


@pytest.mark.parametrize("source", ["Law", "The Norr Morning Post"])
def test_a_name_that_reads_like_a_document_speaks(source: str) -> None:
    assert spoken(f"They met Steven Law. {source} said the dyke is safe. It rained.", source)


def test_placards_speak_for_those_who_carry_them() -> None:
    text = "The protesters came. Placards said the dyke is safe. It rained."
    assert spoken(text, "Placards") == [("protesters", "document")]
