"""A thing is an object where something is said about it, and only there."""

import pytest

from sayso.records.actor import Actor
from sayso.resolve.actors import resolve
from tests.resolve.said import mentions, statement, whole


def things(text: str, source: str, content: str) -> list[Actor]:
    found = resolve(text, [statement(text, source, content)], ())
    return [each for each in found.actors if each.kind == "unknown"]


@pytest.mark.parametrize(
    ("text", "content", "thing"),
    [
        ("Ana Roe called the lease a disgrace.", "the lease a disgrace", "the lease"),
        ("Ana Roe called the new dyke bill humane.", "the new dyke bill humane", "the new dyke bill"),
        ("Ana Roe said that this verdict was fair.", "this verdict was fair", "this verdict"),
        ("Ana Roe said it rained and the plan had failed.", "it rained and the plan had failed", "the plan"),
        ("Ana Roe said nobody would back the treaty.", "nobody would back the treaty", "the treaty"),
        ("Ana Roe said: “Her budget is honest.”", "“Her budget is honest.”", "Her budget"),
        ("Ana Roe condemned the party’s decision.", "the party’s decision", "the party’s decision"),
        ("Ana Roe condemned the Varn government's plan.", "the Varn government's plan", "the Varn government's plan"),
    ],
)
def test_what_is_judged_is_mentioned(text: str, content: str, thing: str) -> None:
    assert thing in [each.span.text for actor in things(text, "Ana Roe", content) for each in actor.mentions]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ana Roe said Ben Holm had gone home after the vote.", "Ben Holm had gone home after the vote"),
        ("Ana Roe said a bill had come.", "a bill had come"),
        ("Ana Roe said the bill collector had come.", "the bill collector had come"),
        ("Ana Roe said the answer was no.", "the answer was no"),
        ("Ana Roe said bills were paid.", "bills were paid"),
    ],
)
def test_what_only_occurs_is_not(text: str, content: str) -> None:
    assert things(text, "Ana Roe", content) == []


def test_what_nobody_speaks_of_is_not() -> None:
    text = "The lease was signed. Ana Roe said Ben Holm lied."
    assert things(text, "Ana Roe", "Ben Holm lied") == []


def test_a_document_that_speaks_is_no_thing() -> None:
    text = "The report said Ben Holm lied."
    assert things(text, "The report", "Ben Holm lied") == []


def test_one_thing_is_one_actor() -> None:
    found = whole("The lease was sold. Ana Roe left. The lease was void.")
    assert mentions(found, "lease") == ["The lease", "The lease"]


def test_no_pronoun_of_persons_means_a_thing() -> None:
    text = "Ana Roe said the sanctions had failed. They left."
    found = resolve(text, [statement(text, "Ana Roe", "the sanctions had failed"), statement(text, "They", "left")], ())
    assert all("They" not in [m.span.text for m in each.mentions] for each in found.actors if each.kind == "unknown")


def test_what_somebody_is_called_is_nobody_else() -> None:
    text = "Ana Roe said Ben Holm was a fool."
    found = resolve(text, [statement(text, "Ana Roe", "Ben Holm was a fool")], ())
    assert [each.name for each in found.actors] == ["Ana Roe", "Ben Holm"]
