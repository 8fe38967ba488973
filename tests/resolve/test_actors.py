"""Who is meant: names, descriptions and pronouns of one article that mean the same, and no others."""

import pytest

from sayso.resolve.actors import resolve
from tests.resolve.said import mentions, names, statement, whole


def together(text: str, first: str, second: str) -> bool:
    """Whether two mentions mean the same actor."""
    found = whole(text).actors
    holding = [
        [each.id for each in found if any(m.span.text == part for m in each.mentions)] for part in (first, second)
    ]
    assert all(len(each) == 1 for each in holding), holding
    return holding[0] == holding[1]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("They met Ana Roe. Later Roe left.", "Ana Roe", "Roe"),
        ("Roe is out. The vote against Ana Roe was close.", "Roe", "Ana Roe"),
        ("They met Ana Maria Roe and A. Roe.", "Ana Maria Roe", "A. Roe"),
        ("They met Zoé Holm. They asked Zoe Holm to stay.", "Zoé Holm", "Zoe Holm"),
        ("The Norr Dyke Board (NDB) met. It was late. The NDB left.", "Norr Dyke Board", "NDB"),
        ("The Varn Workers’ Organization met. The VWO left.", "Varn Workers’ Organization", "VWO"),
        ("They wrote to the Ministry of Works. The ministry said no.", "Ministry of Works", "The ministry"),
        ("They wrote to the House of Deputies. The House said no.", "House of Deputies", "House"),
        ("Ana Roe, the mayor, came. They asked the mayor to stay.", "Ana Roe", "the mayor"),
        ("The mayor, Ana Roe, came. They asked the mayor to stay.", "Ana Roe", "the mayor"),
        ("They met Mayor Ana Roe. They asked the mayor to stay.", "Ana Roe", "the mayor"),
        ("They met Prime Minister Ana Roe. They asked the premier to stay.", "Ana Roe", "the premier"),
        ("The protesters left. The police watched the protesters.", "The protesters", "the protesters"),
        ("They met Mrs Roe and Mr Holm. She left early.", "Roe", "She"),
        ("They met Mrs Roe and Mr Holm. He left early.", "Holm", "He"),
    ],
)  # fmt: skip
def test_these_mean_the_same(text: str, first: str, second: str) -> None:
    assert together(text, first, second)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("They met Ana Roe and Ben Roe.", "Ana Roe", "Ben Roe"),
        ("They met Ana Roe and Ben Roe. They asked Roe to stay.", "Ana Roe", "Roe"),
        ("They asked the Dawn Movement and the Dawn Committee.", "Dawn Movement", "Dawn Committee"),
        ("The Hezb army fired. Hezb activists fled.", "The Hezb army", "Hezb activists"),
        ("They met President Ana Roe. They asked the former president to stay.", "Ana Roe", "the former president"),
        ("A baker came. They met Ana Roe.", "A baker", "Ana Roe"),
        ("A baker came with another baker.", "A baker", "another baker"),
        ("They met Varnian President Ana Roe. They asked the French president to stay.", "Ana Roe", "the French president"),
        ("They met Ana Roe, whose aide had told Ben Holm to go.", "Ana Roe", "Ben Holm"),
    ],
)  # fmt: skip
def test_these_do_not(text: str, first: str, second: str) -> None:
    assert not together(text, first, second)


def test_a_title_decides_between_two_bearers_of_a_last_name() -> None:
    text = "They met Mayor Ana Roe and Senator Ben Roe. Later Senator Roe left."
    assert mentions(whole(text), "Ben Roe") == ["Ben Roe", "Roe"]


def test_the_fullest_name_stands_without_title_and_article() -> None:
    assert names(whole("President Roe came. They met former President Ana Roe.")) == ["Ana Roe"]


def test_actors_are_numbered_as_the_text_names_them() -> None:
    found = whole("They met Ana Roe, Ben Holm and the ministry.")
    assert [each.id for each in found.actors] == ["ac_1", "ac_2", "ac_3"]
    assert [each.kind for each in found.actors] == ["person", "person", "government"]


def test_who_stands_in_no_statement_is_left_out() -> None:
    text = "They met Ben Holm at noon. Ana Roe said the dyke is safe."
    found = resolve(text, [statement(text, "Ana Roe", "the dyke is safe")], ())
    assert names(found) == ["Ana Roe"]


def test_an_actor_that_is_wanted_keeps_all_its_mentions() -> None:
    text = "They met Ana Roe at noon. Roe said the dyke is safe."
    found = resolve(text, [statement(text, "Roe", "the dyke is safe")], ())
    assert mentions(found, "Ana Roe") == ["Ana Roe", "Roe"]


def test_no_statement_no_actor() -> None:
    assert resolve("They met Ana Roe.", (), ()).actors == ()


def test_in_a_quotation_he_is_not_the_speaker() -> None:
    text = "They met Mr Holm. “He lied,” said Mr Roe."
    found = resolve(text, [statement(text, "Mr Roe", "“He lied,”", "direct")], ())
    assert "He" not in mentions(found, "Roe")


def test_in_what_is_told_he_is_rather_the_speaker() -> None:
    text = "They met Mr Holm. Mr Roe told Mr Holm that he would go."
    found = resolve(text, [statement(text, "Mr Roe", "he would go")], ())
    assert mentions(found, "Roe") == ["Roe", "he"]


def test_in_a_quotation_i_is_the_speaker_and_we_the_speakers_body() -> None:
    text = "“I ask what we did,” said Ana Roe, head of the Dyke Union."
    found = resolve(text, [statement(text, "Ana Roe", "“I ask what we did,”", "direct")], ())
    assert mentions(found, "Ana Roe") == ["I", "Ana Roe", "head of the Dyke Union"]
    assert mentions(found, "Dyke Union") == ["we", "Dyke Union"]
