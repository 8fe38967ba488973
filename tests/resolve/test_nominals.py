"""Descriptions are found by their head, with what belongs to it."""

import pytest

from sayso.resolve.names import find_names
from sayso.resolve.nominals import find_nominals
from sayso.resolve.tokens import tokens


def described(text: str) -> list[str]:
    found = tokens(text, ())
    told = [each for each in find_nominals(found, find_names(found)) if not each.predicate]
    return [text[found.starts[each.first] : found.ends[each.last - 1]] for each in told]


@pytest.mark.parametrize(
    "phrase",
    [
        "the premier",
        "the former prime minister",
        "a baker",
        "her lawyer",
        "the two officials",
        "the police association",
        "forty-one families",
        "300 supporters of former President Holm",
        "hundreds of thousands of federal workers",
        "members of the House of Representatives",
        "the premier’s press office",
        "the Varn government",
        "the “reformers",
        "the poor",
    ],
)
def test_the_phrase_is_found_whole(phrase: str) -> None:
    assert phrase in described(f"Yesterday they asked {phrase}.")


@pytest.mark.parametrize("text", ["Police fired.", "They met protesters.", "Government spared nobody."])
def test_some_nouns_need_no_determiner(text: str) -> None:
    assert len(described(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "They chair the meeting.",
        "He heads for the hills.",
        "They judge by looks.",
        "It is in good order.",
        "They met Mayor Roe.",
    ],
)
def test_verbs_and_titles_are_no_descriptions(text: str) -> None:
    assert described(text) == []


def test_the_premier_in_another_phrase_is_found_too() -> None:
    assert described("They met an adviser of the premier.") == ["an adviser of the premier", "the premier"]


@pytest.mark.parametrize(
    "phrase",
    [
        "the harbourmaster",
        "two jockeys",
        "the night porters",
        "the fire service",
        "a supermarket chain",
        "the oil giant",
        "the shipyard",
        "schoolchildren",
        "the customs men",
        "the lutenist",
        "the Chinese",
        "the Norwegian",
        "a 61-year-old",
        "all three",
        "the right",
        "the premier’s harbourmaster",
    ],
)
def test_rarer_nouns_are_found_whole(phrase: str) -> None:
    assert phrase in described(f"Yesterday they asked {phrase}.")


@pytest.mark.parametrize(
    "text",
    [
        "They met in the museum.",
        "They drew a line.",
        "The service was slow.",
        "The tower fell.",
        "She has the right to speak.",
        "The Norwegian lakes froze.",
        "He sponsors it.",
        "They seek elected office.",
        "He was a fool.",
        "They called him a liar.",
        "He is not a racist.",
    ],
)
def test_places_things_and_predicates_are_no_descriptions(text: str) -> None:
    assert described(text) == []


@pytest.mark.parametrize("text", ["It was a baker who lied.", "There was a baker.", "She has become the mayor."])
def test_somebody_introduced_is_no_predicate(text: str) -> None:
    assert len(described(text)) == 1


def test_a_body_once_named_by_its_trade_may_go_without() -> None:
    text = "The fire service came late. The service had no water. The line held."
    assert described(text) == ["The fire service", "The service"]


def test_a_deputy_is_another_than_the_one_he_stands_in_for() -> None:
    found = tokens("The deputy mayor and the mayor left.", ())
    assert [each.key for each in find_nominals(found, [])] == ["deputy mayor", "mayor"]


def test_a_plural_with_an_object_is_a_verb() -> None:
    assert described("The premier heads the party.") == ["The premier", "the party"]


def test_a_bare_body_needs_a_verb() -> None:
    assert described("They found management had known.") == ["management"]
    assert described("They teach management.") == []
