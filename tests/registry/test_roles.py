"""What a text calls somebody."""

import pytest

from sayso.records.span import Span
from sayso.registry.roles import called_in


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span.of(text, at, at + len(words))


@pytest.mark.parametrize(
    ("text", "roles", "of"),
    [
        ("Oil minister Ana Roe spoke.", ("Oil minister",), ()),
        ("The former president Ana Roe spoke.", ("former president",), ()),
        ("Ana Roe, a senior member of the Reform Front, spoke.", ("senior member",), ("Reform Front",)),
        ("Ana Roe, the mayor of Norr, spoke.", ("mayor",), ("Norr",)),
        ("Yesterday Ana Roe, it seems, spoke.", (), ()),
        ("Ana Roe spoke.", (), ()),
        ("minister\nAna Roe spoke.", (), ()),
    ],
)
def test_titles_and_appositions(text: str, roles: tuple[str, ...], of: tuple[str, ...]) -> None:
    found = called_in(text, [span(text, "Ana Roe")])
    assert (found.roles, found.affiliations) == (roles, of)


def test_nominals_that_refer_to_somebody_are_roles() -> None:
    text = "Ana Roe came. The mayor of Norr left."
    found = called_in(text, [span(text, "Ana Roe")], [span(text, "The mayor of Norr")])
    assert (found.roles, found.affiliations) == (("mayor",), ("Norr",))
