"""Descriptions are found by their head, with what belongs to it."""

import pytest

from sayso.resolve.names import find_names
from sayso.resolve.nominals import find_nominals
from sayso.resolve.tokens import tokens


def described(text: str) -> list[str]:
    found = tokens(text, ())
    return [text[found.starts[n.first] : found.ends[n.last - 1]] for n in find_nominals(found, find_names(found))]


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
