"""Of whom a label is used, by whom, and who rejects it."""

import pytest

from sayso.resolve.actors import resolve
from tests.resolve.said import statement, whole

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


@pytest.mark.parametrize(
    ("text", "whose", "expected"),
    [
        ("Then 300 supporters of former mayor Ben Holm marched.", "300 supporters of former mayor Ben Holm",
         [("supporters of former mayor Ben Holm", None)]),
        ("Holm supporters marched.", "Holm supporters", [("Holm supporters", None)]),
        ("Supporters of the bill marched.", "Supporters of the bill", []),
        ("His supporters marched.", "His supporters", []),
        ("Critics of Ben Holm marched.", "Critics of Ben Holm", []),
        ("It drew fire from ultraconservatives in Norr.", "ultraconservatives", [("ultraconservatives", None)]),
        ("The so-called moderates marched.", "so-called moderates", [("moderates", "so-called")]),
        ("The “moderates” in Norr marched.", "moderates", [("moderates", "“moderates”")]),
        ("The self-described reformists marched.", "self-described reformists", [("reformists", "self-described")]),
    ],
)  # fmt: skip
def test_of_collectives(text: str, whose: str, expected: list[tuple[str, str | None]]) -> None:
    """The words and what holds them at a distance."""
    found = [each for each in resolve(text, (), (), [(0, len(text))]).actors if each.name == whose]
    labels = [label for each in found for label in each.labels]
    assert [(each.span.text, each.distance.text if each.distance else None) for each in labels] == expected


def test_a_quotation_in_which_a_label_stands_holds_it_at_no_distance() -> None:
    text = "“The “moderates” marched,” said Ben Holm."
    made = statement(text, "Ben Holm", "The “moderates” marched,", "direct", cue="said")
    labels = [label for each in resolve(text, [made], ()).actors for label in each.labels]
    assert [each.distance for each in labels] == [None] * len(labels)


def test_who_is_called_something_is_an_actor_though_no_statement_names_them() -> None:
    text = "Ana Roe said it rained. The tyrants of Norr slept. Nobody woke the baker."
    made = statement(text, "Ana Roe", "it rained", cue="said")
    assert [each.name for each in resolve(text, [made], ()).actors] == ["Ana Roe", "tyrants of Norr"]


def test_a_speaker_has_name_kind_and_titles() -> None:
    text = "Ana Roe, the mayor of Norr, spoke. She said it rained."
    made = statement(text, "She", "it rained", cue="said")
    (found,) = resolve(text, [made], ()).speakers[made.id]
    assert (found.name, found.kind, found.reason) == (ROE, "person", "pronoun")
    assert [each.text for each in found.titles] == ["mayor of Norr"]


def test_a_conviction_is_a_label_and_no_title() -> None:
    (found,) = whole("The ultra-nationalist Ben Holm spoke.").actors
    assert ([each.text for each in found.titles], [each.span.text for each in found.labels]) == (
        [],
        ["ultra-nationalist"],
    )
