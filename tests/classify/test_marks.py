"""Marks that do not quote, and those that do."""

import pytest

from sayso.classify.marks import quotes_nobody
from sayso.classify.wording import is_asserted, wording
from tests.classify.marked import marked


def names(line: str) -> bool:
    found = marked(line, "mixed")
    return quotes_nobody(found.text, found.statement, found.evidence[0])


@pytest.mark.parametrize(
    "line",
    [
        "[s Okun] [c said] [x that [o Tarr] wrote “The [e Thief] of Varn”].",
        "[s Okun] [c said] [x that [o Ivo “[e Mad Dog]” Tarr] had moved].",
        "[s Okun] [c said] [x that [o Tarr], alias “the [e Snake]”, had moved].",
        "[s Okun] [c said] [x that the “[e moderate]” wing of [o Tarr] would meet].",
        "[s Okun] [c said] [x that [o Tarr] presented the “[e Anti-Corruption]” bill].",
        "[s Okun] [c said] [x that [o Tarr] had called in his “[e experts]”].",
    ],
)
def test_names_titles_and_scare_quotes(line: str) -> None:
    assert names(line)


@pytest.mark.parametrize(
    "line",
    [
        "[s Okun] [c said] [x that [o Tarr] was “a [e thief]”].",
        "[s Okun] [c said] [x that the “[e barbaric]” raid of [o Tarr] had failed].",
        "[s Okun] [c said] [x that [o Tarr] is “[e wicked]”].",
        "[s Okun] [c said] [x that [o Tarr] was a [e thief]].",
    ],
)
def test_quotations(line: str) -> None:
    assert not names(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[s Okun] [c asked] [x when the [e corrupt] [o Tarr] would sign].", False),
        ("[s Okun] [c said] [x that [o Tarr] was [e corrupt]].", True),
        ("[s Okun] [c said] [x that [o Tarr], who grew up there, was a [e thief]].", True),
        ("[s Okun] [c said] [x that she met [o Tarr] and found her [e brilliant]].", True),
        ("[s Okun] [c demanded] [x that the [e corrupt] [o Tarr] resign].", True),
        ("[s Okun] [c said] [x that [o Tarr] wrote “The [e Thief] of Varn”].", False),
    ],
)
def test_whether_anything_is_left_to_the_speaker(line: str, expected: bool) -> None:
    found = marked(line, "mixed")
    assert found.mention is not None
    whose = wording(found.text, found.statement, found.evidence, found.mention)
    assert is_asserted(found.text, found.statement, found.evidence, found.mention, whose) is expected


def test_who_is_to_go_may_be_described_by_the_writer() -> None:
    found = marked("[s Okun] [c demanded] [x that the corrupt [o Tarr] [e resign]].", "indirect")
    assert found.mention is not None
    assert wording(found.text, found.statement, found.evidence, found.mention) == "writer"
