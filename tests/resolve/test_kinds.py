"""What kind of actor speaks."""

import pytest

from sayso.resolve.actors import resolve
from tests.resolve.said import statement


def kind_of(source: str, before: str = "", cue: str = "said") -> str:
    text = f"{before}{source} {cue} the dyke is safe. It rained all day."
    made = statement(text, source, "the dyke is safe", cue=cue)
    found = resolve(text, [made], ())
    (speaker,) = found.speakers[made.id]
    return next(each.kind for each in found.actors if each.id == speaker.actor)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("The Norr Herald", "publisher"),
        ("Daily newspaper Norrblad", "publisher"),
        ("Norr News", "publisher"),
        ("Reuters", "agency"),
        ("The Varn News Agency", "agency"),
        ("State press agency VPA", "agency"),
        ("Norway", "government"),
        ("Brussels", "place"),
        ("The White House", "office"),
        ("The palace", "office"),
        ("The National Institute for Dyke Research", "government"),
        ("The Harbour Ministry", "government"),
        ("The Norr Police Force", "government"),
        ("The Prosecutor General's Office", "government"),
        ("House of Lords", "government"),
        ("The European Dyke Commission", "organization"),
        ("The Harbour Workers Union", "organization"),
        ("The army", "government"),
        ("Ana Roe", "person"),
        ("Roe", "person"),
        ("NorrSoft", "organization"),
        ("Norrblad.com", "organization"),
        ("The Herald", "publisher"),
        ("The fire service", "government"),
        ("The Navy", "government"),
        ("A group of 30 miners", "group"),
        ("One of the miners", "unnamed"),
        ("Someone in the crowd", "unnamed"),
    ],
)
def test_bodies_are_told_by_their_names(source: str, kind: str) -> None:
    assert kind_of(source) == kind


@pytest.mark.parametrize(
    ("source", "cue", "kind"),
    [
        ("Experts", "said", "unnamed"),
        ("Two officials", "said", "unnamed"),
        ("Officials", "called for", "group"),
        ("Critics", "said", "group"),
        ("Other agencies", "said", "group"),
        ("Some in the north", "said", "group"),
        ("A ferryman", "said", "unnamed"),
        ("His publicist", "said", "unnamed"),
    ],
)
def test_quoted_persons_are_unnamed_and_people_who_act_a_group(source: str, cue: str, kind: str) -> None:
    assert kind_of(source, cue=cue) == kind


def test_a_state_that_does_not_speak_is_a_place() -> None:
    text = "Ana Roe said Norway is safe. It rained all day."
    found = resolve(text, [statement(text, "Ana Roe", "Norway is safe", cue="said")], ())
    assert {each.name: each.kind for each in found.actors}["Norway"] == "place"


def test_a_state_that_speaks_is_one_with_its_government() -> None:
    text = "Norway said the dyke is safe. The Norwegian government said the road is not. It rained."
    made = [
        statement(text, "Norway", "the dyke is safe"),
        statement(text, "The Norwegian government", "the road is not"),
    ]
    found = resolve(text, made, ())
    assert [[each.actor for each in found.speakers[one.id]] for one in made] == [["ac_1"], ["ac_1"]]
