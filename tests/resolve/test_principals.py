"""For whom somebody speaks, and what is only the channel of somebody."""

import pytest

from sayso.resolve.actors import resolve
from tests.resolve.said import statement

CONTENT = "the dyke is safe"


def spoken(text: str, source: str) -> list[tuple[str, str | None]]:
    """(speaker, principal) by name."""
    made = statement(text, source, CONTENT, cue="said")
    found = resolve(text, [made], ())
    names = {each.id: each.name for each in found.actors}
    return [(names[each.actor], names.get(each.on_behalf_of or "")) for each in found.speakers[made.id]]


@pytest.mark.parametrize(
    ("before", "source", "principal"),
    [
        ("", "Ben Lund, former spokesman for Ana Roe", None),
        ("", "Ana Roe's ex-spokesman Ben Lund", None),
        ("", "Ben Lund, spokesman for former mayor Ana Roe", "Ana Roe"),
        ("They met Ana Roe. ", "Her office", "Ana Roe"),
        ("They met Ana Roe. ", "Roe's campaign", "Ana Roe"),
        ("They met Ana Roe. ", "Her sister", None),
        ("They met Ana Roe. ", "A representative for Roe", "Ana Roe"),
        ("", "A police spokeswoman", "police"),
        ("Speaking for Ana Roe, ", "Ben Lund", "Ana Roe"),
        ("Speaking to Ana Roe, ", "Ben Lund", None),
    ],
)
def test_the_principal(before: str, source: str, principal: str | None) -> None:
    ((_, behalf),) = spoken(f"{before}{source} said {CONTENT}.", source)
    assert behalf == principal


@pytest.mark.parametrize(
    ("before", "source", "owner"),
    [
        ("The Norr Dyke Board met. ", "Its website", "Norr Dyke Board"),
        ("", "The Norr Dyke Board's Twitter account", "Norr Dyke Board"),
        ("", "The Norr Dyke Board's press office", "Norr Dyke Board"),
    ],
)
def test_a_channel_is_its_owner(before: str, source: str, owner: str) -> None:
    assert spoken(f"{before}{source} said {CONTENT}.", source) == [(owner, None)]
