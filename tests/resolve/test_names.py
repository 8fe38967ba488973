"""Names are found by their case and what stands around them."""

import pytest

from sayso.resolve.names import find_names
from sayso.resolve.tokens import tokens


def named(text: str) -> list[str]:
    found = tokens(text, ())
    return [text[found.starts[each.first] : found.ends[each.last - 1]] for each in find_names(found)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met Ana Roe.", "Ana Roe"),
        ("They met J. K. Holm-Eken there.", "J. K. Holm-Eken"),
        ("They met Jan van der Holm there.", "Jan van der Holm"),
        ("They met Omar bin Sal there.", "Omar bin Sal"),
        ("They met Abdel al-Rahm there.", "Abdel al-Rahm"),
        ("They met Nia O’Roe there.", "Nia O’Roe"),
        ("They met Žofia Łuk-Ørn there.", "Žofia Łuk-Ørn"),
        ("They read Ana Roe’s letter.", "Ana Roe"),
        ("They met ANA ROE there.", "ANA ROE"),
    ],
)
def test_a_person_is_named_whole(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    "title",
    ["Mr", "President", "Prime Minister", "Varnian Foreign Minister", "Gen.", "Secretary of State", "Attorney General"],
)
def test_a_title_is_no_part_of_the_name(title: str) -> None:
    assert named(f"They met {title} Ana Roe there.") == ["Ana Roe"]


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of the Interior",
        "Ministry of Trade and Industry",
        "House of Representatives",
        "Committee for Public Safety",
        "Law and Justice Party",
        "Harbour Workers’ Union",
        "National Audit Office",
        "Embassy in Norr",
    ],
)
def test_a_body_is_named_over_small_words(name: str) -> None:
    assert named(f"They asked the {name} to answer.") == [name]


def test_two_persons_joined_by_and_are_two_names() -> None:
    assert named("They met Ana Roe and Ben Holm there.") == ["Ana Roe", "Ben Holm"]


@pytest.mark.parametrize(
    "text",
    [
        "They met in March, on Monday.",
        "I know, and I said so.",
        "However, nobody came. Yesterday it rained.",
        "The Iranian team lost to the French one.",
        "The President left.",
        "Working late is hard.",
        "Don’t go. It’s late.",
    ],
)
def test_other_capitals_name_nobody(text: str) -> None:
    assert named(text) == []


def test_a_name_at_the_start_of_a_sentence_is_known_from_elsewhere() -> None:
    assert named("Hope said no. Later they met Hope again.") == ["Hope", "Hope"]


def test_in_a_headline_only_names_of_the_body_count() -> None:
    text = "Crowds Turn Against Roe After Vote\n\nThe crowds turned against Ana Roe after the vote."
    assert named(text) == ["Roe", "Ana Roe"]


def test_names_do_not_run_over_lines_or_sentences() -> None:
    assert named("By Ana Roe\n\nBen Holm left. Ida Falk stayed.") == ["Ana Roe", "Ben Holm", "Ida Falk"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Baker came. They asked Baker to stay.", "Baker"),
        ("They asked Dykes International to stay.", "Dykes International"),
        ("They asked New Norr for help.", "New Norr"),
        ("Co-founder Ana Roe came.", "Ana Roe"),
        ("Republican Ana Roe came.", "Ana Roe"),
    ],
)
def test_these_are_names(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize("text", ["The Norr Republican came.", "Hundreds came.", "They met the Baker. Ana Baker came."])
def test_these_are_none(text: str) -> None:
    assert not {"Norr Republican", "Hundreds", "Baker"}.intersection(named(text))
