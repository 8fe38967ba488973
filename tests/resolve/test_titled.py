"""Titles and labels of actors, with their spans."""

import pytest

from sayso.records.actor import Actor
from sayso.records.statement import Statement
from sayso.resolve.actors import resolve
from tests.resolve.said import statement, whole


def actor(text: str, name: str, *made: Statement) -> Actor:
    found = resolve(text, made, ()) if made else whole(text)
    return next(each for each in found.actors if each.name == name)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("They met former President Ana Roe today.", ["former President"]),
        ("They met the Norwegian President Ana Roe today.", ["Norwegian President"]),
        ("They met Ana Roe, a senior member of the Norr Party, today.", ["senior member of the Norr Party"]),
        ("They met the state ombudsman Ana Roe today.", ["state ombudsman"]),
        ("They met Mrs Ana Roe today.", []),
        ("They met President Ana Roe and President Ana Roe came.", ["President"]),
        ("They met the hardliner Ana Roe today.", []),
    ],
)
def test_offices_and_roles_once(text: str, titles: list[str]) -> None:
    found = actor(text, "Ana Roe").titles
    assert [each.text for each in found] == titles
    assert all(text[each.start : each.end] == each.text for each in found)


def test_a_label_of_the_writer() -> None:
    (label,) = actor("They met Ana Roe, a hardliner, today.", "Ana Roe").labels
    assert (label.span.text, label.by, label.disputed_by) == ("hardliner", None, None)


def test_a_label_used_by_a_speaker() -> None:
    text = "They met Ana Roe. Ben Holm called Ana Roe a tyrant on Monday."
    made = statement(text, "Ben Holm", "Ana Roe a tyrant", cue="called")
    found = resolve(text, [made], ())
    names = {each.id: each.name for each in found.actors}
    (label,) = next(each for each in found.actors if each.name == "Ana Roe").labels
    assert label.span.text == "tyrant"
    assert label.by is not None
    assert names[label.by] == "Ben Holm"


def test_a_label_of_ones_own() -> None:
    one = actor("They met Ana Roe, a self-styled moderate, today.", "Ana Roe")
    assert [(each.span.text, each.by) for each in one.labels] == [("moderate", one.id)]


def test_a_label_is_disputed_by_who_denies_it() -> None:
    text = "Ana Roe denied that she, the tyrant Ana Roe, did it."
    made = statement(text, "Ana Roe", "that she, the tyrant Ana Roe, did it", cue="denied")
    one = actor(text, "Ana Roe", made)
    assert [each.disputed_by for each in one.labels] == [one.id]
