"""Who belongs to a group that a headline names, and the members of a list of sources."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.classify.belonging import belongs, called, is_of_bodies, is_plural, own_words, parties
from sayso.records.statement import Statement
from tests.answers.articles import Said, people, shown

RAIN = "The rain that fell on the valley for three days stopped on Monday."
CAST = people(Edda_Okun="person", Milo_Brask="person", Department_of_Health_and_Sport="government", miners="group")


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("players", "Goalkeeper Edda Okun"),
        ("World leaders", "President Edda Okun of Senara"),
        ("Residents", "Edda Okun, who lives on the quay"),
        ("Miners", "Edda Okun, a hewer at the colliery"),
        ("Miners", "Edda Okun, who has worked underground for years"),
        ("Dozens of scholars", "the classicist Edda Okun"),
        ("the right", "Senator Edda Okun of the right-wing Homeland Union"),
        ("Bishops", "the archbishop"),
        ("All four parties", "Edda Okun of the Centre Party"),
    ],
)
def test_a_trade_or_an_office_belongs(group: str, words: str) -> None:
    assert belongs(group, words)


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("players", "coach Edda Okun"),
        ("World leaders", "The harbour master of Kalla, Edda Okun"),
        ("World leaders", "Edda Okun, president of the rowing club"),
        ("Residents", "Edda Okun, the head of a hotel on the bend"),
        ("Miners", "Edda Okun, a butcher"),
        ("the right", "Edda Okun, who was right about the dykes"),
        ("players of chess", "Goalkeeper Edda Okun"),
        ("wardrobes", "Edda Okun"),
    ],
)
def test_others_do_not(group: str, words: str) -> None:
    assert not belongs(group, words)


@given(st.text(max_size=60))
def test_nobody_is_of_a_group_without_a_word_for_it(words: str) -> None:
    assert not belongs("", words)
    assert not belongs("players", "")


@given(st.text(max_size=80))
def test_the_words_for_a_source_begin_as_it_does(words: str) -> None:
    assert words.startswith(own_words(words))


def test_a_relative_clause_about_somebody_else_is_left_out() -> None:
    assert own_words("Urs Brask, whose sister rowed with champion Edda Okun") == "Urs Brask"
    assert own_words("Edda Okun, whose son rowed with champion Brask") == "Edda Okun, whose son"
    assert own_words("Edda Okun, who lives on the quay") == "Edda Okun, who lives on the quay"


@pytest.mark.parametrize(
    ("words", "bodies"), [("Unions", True), ("All parties", True), ("Farmers", False), ("unions of miners", False)]
)
def test_groups_of_bodies(words: str, bodies: bool) -> None:
    assert is_of_bodies(words) is bodies


@pytest.mark.parametrize(("words", "plural"), [("Miners", True), ("boss", False), ("fishermen", True), ("Okun", False)])
def test_plurals(words: str, plural: bool) -> None:
    assert is_plural(words) is plural


def listed(source: str, by: list[str]) -> list[str]:
    article = shown(f"{source} said that it rained.\n\n{RAIN}", [Said(source, "said", "that it rained", by)], CAST)
    return [each.text for each in parties(article.statements[0], article.actors)]


def test_a_list_of_sources_has_members() -> None:
    assert listed("Teachers, the mayor and Edda Okun", ["Edda Okun"]) == ["Teachers", "the mayor", "Edda Okun"]
    assert listed("Vintners and hoteliers", []) == ["Vintners", "hoteliers"]


def test_one_name_or_description_is_no_list() -> None:
    name = "Department of Health and Sport"
    assert listed(name, [name]) == []
    assert listed("Edda Okun, mayor of Kalla", ["Edda Okun"]) == []


def test_a_colleague_is_called_as_the_other_is() -> None:
    text = f"The architect Edda Okun and her colleague Milo Brask said that it rained.\n\n{RAIN}"
    source = "The architect Edda Okun and her colleague Milo Brask"
    article = shown(text, [Said(source, "said", "that it rained", ["Milo Brask"])], CAST)
    one: Statement = article.statements[0]
    assert "Edda Okun" in called(one, article.actors).split(" ; ")
    alone = shown(
        f"Milo Brask said that it rained.\n\n{RAIN}",
        [Said("Milo Brask", "said", "that it rained", ["Milo Brask"])],
        CAST,
    )
    assert "Edda Okun" not in called(alone.statements[0], alone.actors)
