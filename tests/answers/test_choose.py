"""Which names a NAME means: never a guess."""

import pytest

from sayso.answers.choose import Ambiguous, Chosen, Unknown, choose, near_names
from sayso.answers.names import described
from tests.answers.facts import name_row


def chosen(asked: str, *known: str, exact: bool = False) -> list[str]:
    found = choose(asked, [name_row(name) for name in known], exact=exact)
    assert isinstance(found, Chosen), found
    return list(found.names)


@pytest.mark.parametrize("asked", ["Ruben Dask", "ruben  dask", "Dask", "the Dask"])
def test_the_only_full_name_is_meant_with_its_last_name(asked: str) -> None:
    assert chosen(asked, "Ruben Dask", "Dask") == ["Ruben Dask", "Dask"]


def test_case_and_diacritics_are_one_name() -> None:
    assert chosen("ruben dask", "Rubén Dask", "RUBEN DASK") == ["Rubén Dask", "RUBEN DASK"]


def test_a_last_name_of_two_people_is_ambiguous() -> None:
    found = choose("Dask", [name_row("Ruben Dask", 3), name_row("Ida Dask", 7), name_row("Dask", 2)])
    assert isinstance(found, Ambiguous)
    assert [row.name for row in found.candidates] == ["Ida Dask", "Ruben Dask", "Dask"]


def test_a_full_name_leaves_the_last_name_that_two_share() -> None:
    found = choose("Ruben Dask", [name_row("Ruben Dask"), name_row("Ida Dask"), name_row("Dask", 4)])
    assert isinstance(found, Chosen)
    assert found.names == ("Ruben Dask",)
    assert found.left == name_row("Dask", 4)


def test_exact_takes_the_name_as_it_stands() -> None:
    assert chosen("Dask", "Ruben Dask", "Ida Dask", "Dask", exact=True) == ["Dask"]
    assert choose("Dask", [name_row("Ruben Dask")], exact=True) == Unknown()


def test_a_body_is_not_meant_by_its_last_word() -> None:
    assert choose("Union", [name_row("Ferry Union")]) == Ambiguous((name_row("Ferry Union"),))
    assert chosen("Ferry Union", "Ferry Union", "Union") == ["Ferry Union"]


def test_an_article_before_a_name_does_not_count() -> None:
    assert chosen("the Upper Court", "Upper Court") == ["Upper Court"]


def test_a_description_that_ends_with_the_name_is_no_candidate() -> None:
    assert chosen("Dask", "Ruben Dask", "a brother of Ruben Dask", "friends of Dask") == ["Ruben Dask"]


def test_a_first_name_alone_is_nobody() -> None:
    assert choose("Ruben", [name_row("Ruben Dask")]) == Unknown()


@pytest.mark.parametrize("asked", ["", "…", "the"])
def test_no_name_is_nobody(asked: str) -> None:
    assert choose(asked, [name_row("Ruben Dask")]) == Unknown()


def test_near_names_are_suggested_and_far_ones_are_not() -> None:
    known = [name_row(name) for name in ("Ruben Dask", "Mira Tolven", "Otto Brenn", "Ferry Union")]
    assert near_names("Reuben Daske", known) == ("Ruben Dask",)
    assert near_names("Ruben", known) == ("Ruben Dask",)
    assert near_names("Quill", known) == ()


@pytest.mark.parametrize(
    "name", ["an aide", "300 supporters of Otto Brenn", "the premier", "Two parties", "some people", "I", "HE"]
)
def test_descriptions(name: str) -> None:
    assert described(name)


@pytest.mark.parametrize("name", ["Ruben Dask", "The Beacon", "Upper Court", "Élise Roe", "IRGC"])
def test_proper_names(name: str) -> None:
    assert not described(name)
    assert described(name, "unnamed")
