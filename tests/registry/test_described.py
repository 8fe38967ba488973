"""Which words for an actor are a description, so that other articles may mean somebody else by them."""

import pytest

from sayso.registry.described import described


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("an aide", "unnamed"),
        ("300 supporters of Ben Holm", "group"),
        ("Reform Front supporters", "group"),
        ("Reform Front supporters", None),
        ("Norr miners", "group"),
        ("the ministry", "government"),
        ("She", "person"),
    ],
)
def test_a_description(name: str, kind: str | None) -> None:
    assert described(name, kind)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ana Roe", "person"),
        ("Reform Front", "organization"),
        ("Doctors without borders", "organization"),
        ("Doctors without borders", None),
        ("the Norr Herald", "publisher"),
        ("Varnians", "group"),
    ],
)
def test_a_name(name: str, kind: str | None) -> None:
    assert not described(name, kind)
