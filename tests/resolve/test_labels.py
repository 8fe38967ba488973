"""Of whom a label is used, by whom, and who rejects it."""

import pytest

from sayso.resolve.actors import resolve
from tests.resolve.said import statement

ROE, HOLM = "Ana Roe", "Ben Holm"
Told = list[tuple[str, str, str]]


def labels(text: str, source: str, content: str, cue: str, form: str, whose: str) -> Told:
    """(words, who uses it, who rejects it) of each label of ``whose``; the writer and nobody are empty."""
    made = statement(text, source, content, form, cue=cue)  # type: ignore[arg-type]  # a form
    found = resolve(text, [made], ())
    names = {each.id: each.name for each in found.actors}
    actor = next(each for each in found.actors if each.name == whose)
    return [
        (each.span.text, names.get(each.by or "", ""), names.get(each.disputed_by or "", "")) for each in actor.labels
    ]


@pytest.mark.parametrize(
    ("text", "content", "cue", "form", "expected"),
    [
        ("Ben Holm called himself a socialist.", "himself a socialist", "called", "indirect", [("socialist", HOLM, "")]),
        ("Ben Holm denied being an extremist.", "being an extremist", "denied", "indirect", [("extremist", "", HOLM)]),
        ("Ben Holm rejects the label populist.", "the label populist", "rejects", "indirect", [("populist", "", HOLM)]),
        ("“I am a radical,” said Ben Holm.", "“I am a radical,”", "said", "direct", [("radical", HOLM, "")]),
        ("“I am no radical,” said Ben Holm.", "“I am no radical,”", "said", "direct", [("radical", "", HOLM)]),
        ("The tyrant Ben Holm said it rained.", "it rained", "said", "indirect", [("tyrant", "", "")]),
        ("Ben Holm, a senator, said it rained.", "it rained", "said", "indirect", []),
    ],
)  # fmt: skip
def test_of_the_speaker(text: str, content: str, cue: str, form: str, expected: Told) -> None:
    source = next(each for each in ("The tyrant Ben Holm", "Ben Holm, a senator", "Ben Holm") if each in text)
    assert labels(text, source, content, cue, form, HOLM) == expected


@pytest.mark.parametrize(
    ("text", "content", "cue", "expected"),
    [
        ("Ana Roe called Ben Holm a liar, which Holm denied.", "Ben Holm a liar", "called", [("liar", ROE, HOLM)]),
        ("Ana Roe called the Norr Party a cult.", "the Norr Party a cult", "called", []),
        ("Ana Roe denounced Ben Holm as a fraudster.", "Ben Holm as a fraudster", "denounced", [("fraudster", ROE, "")]),
        ("Ana Roe said Ben Holm was no despot.", "Ben Holm was no despot", "said", [("despot", "", ROE)]),
        ("Ana Roe met Ben Holm, whom critics call a puppet.", "Ben Holm, whom critics call a puppet", "met",
         [("puppet", "critics", "")]),
    ],
)  # fmt: skip
def test_of_another(text: str, content: str, cue: str, expected: Told) -> None:
    whose = HOLM if "Holm" in text else "Norr Party"
    found = labels(text, ROE, content, cue, "indirect", whose)
    assert found == (expected or [("cult", ROE, "")])


def test_a_name_in_quotation_marks_that_a_group_gives_itself() -> None:
    text = "The miners, who call themselves “Sons of the Sea”, said it rained."
    assert labels(text, "The miners", "it rained", "said", "indirect", "miners") == [("Sons of the Sea", "miners", "")]
