"""A pronoun in a quotation means the one of whom it is said."""

import pytest

from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.resolve.actors import resolve
from tests.resolve.said import mentions


def quoted(text: str, source: str, cue: str, content: str) -> Statement:
    parts = [(Span.of(text, at, at + len(part)),) for part in (source, cue, content) for at in [text.index(part)]]
    start = max(text.rfind(". ", 0, parts[2][0].start), -2) + 2
    return Statement("st_1", *parts, "direct", "quotation", 0.9, Span.of(text, start, len(text)))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Dov Mann came in. “He lied,” Ana Roe said of the mayor.", "said"),
        ("Dov Mann came in. “He lied,” Ana Roe said of the mayor.", "said of"),
        ("Dov Mann came in. “He lied,” said Ana Roe of the mayor.", "said"),
        ("Dov Mann came in. “He lied,” said Ana Roe, asked about the mayor.", "said"),
        ("Dov Mann came in. “He lied,” said Ana Roe when questioned about the mayor.", "said"),
    ],
)
def test_it_is_said_of_somebody(text: str, cue: str) -> None:
    found = resolve(text, [quoted(text, "Ana Roe", cue, "“He lied,”")], ())
    assert mentions(found, "mayor") == ["He", "the mayor"]


def test_of_in_a_description_is_no_topic() -> None:
    text = "Dov Mann came in. “He lied,” said Ana Roe, a friend of the mayor."
    found = resolve(text, [quoted(text, "Ana Roe", "said", "“He lied,”")], ())
    assert mentions(found, "Dov Mann") == ["Dov Mann", "He"]


def test_a_pronoun_that_cannot_mean_him_does_not() -> None:
    text = "The miners came in. “They lied,” Ana Roe said of Mr Holm."
    found = resolve(text, [quoted(text, "Ana Roe", "said", "“They lied,”")], ())
    assert mentions(found, "miners") == ["The miners", "They"]


def test_a_pronoun_of_no_one_means_no_thing_and_nobody() -> None:
    text = "Dov Mann came in. No mayor was there. “He lied,” Ana Roe said."
    found = resolve(text, [quoted(text, "Ana Roe", "said", "“He lied,”")], ())
    assert "He" in mentions(found, "Dov Mann")
