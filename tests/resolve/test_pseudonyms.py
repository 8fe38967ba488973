"""Who goes by a false name, a first name or a user's name stays unnamed."""

import pytest

from sayso.resolve.actors import resolve
from tests.resolve.said import statement

CONTENT = "the dyke is safe"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Katrin, who gave only her first name,", "unnamed"),
        ("Katrin, 34, who asked that her surname not be used,", "unnamed"),
        ("Katrin (not her real name)", "unnamed"),
        ("A sailor using the pseudonym Petrel", "unnamed"),
        ("A user calling himself Rust Dog", "unnamed"),
        ("A gardener identified only as Benno", "unnamed"),
        ("Katrin Vole, who gave evidence,", "person"),
        ("A gardener, Benno Kreis,", "person"),
        ("A gardener named Benno Kreis", "person"),
    ],
)
def test_the_kind(source: str, kind: str) -> None:
    text = f"{source} said {CONTENT}."
    made = statement(text, source, CONTENT, cue="said")
    found = resolve(text, [made], ())
    actor = next(each for each in found.actors if each.id == found.speakers[made.id][0].actor)
    assert actor.kind == kind
    assert actor.named == (kind == "person")


def test_a_pseudonym_goes_on_meaning_who_bears_it() -> None:
    text = "A sailor using the pseudonym Petrel said the dyke is safe. Petrel said the road is not."
    made = [
        statement(text, "A sailor using the pseudonym Petrel", "the dyke is safe", cue="said"),
        statement(text, "Petrel", "the road is not", cue="said"),
    ]
    found = resolve(text, made, ())
    assert len({found.speakers[each.id][0].actor for each in made}) == 1


def test_several_who_ask_not_to_be_named_are_unnamed() -> None:
    text = "Three miners who refused to be named said the dyke is safe."
    made = statement(text, "Three miners who refused to be named", CONTENT, cue="said")
    found = resolve(text, [made], ())
    assert [each.kind for each in found.actors] == ["unnamed"]
