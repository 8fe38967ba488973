"""Who speaks is said where the source's words do not say it."""

import pytest

from sayso.cli.speaker_words import titles_told, who_speaks
from sayso.records.actor import Speaker
from sayso.records.span import Span
from sayso.records.statement import Statement


def said(source: str, *speakers: Speaker) -> Statement:
    spans = (Span(0, len(source), source),) if source else ()
    return Statement(
        "st", spans, (), (Span(90, 91, "x"),), "indirect", "none", 0.9, Span(0, 99, "x" * 99), speakers=speakers
    )


def roe(*titles: str) -> Speaker:
    return Speaker(
        "ac_1", "name", name="Ana Roe", kind="person", titles=tuple(Span(1, 1 + len(each), each) for each in titles)
    )


@pytest.mark.parametrize(
    ("source", "titles", "told"),
    [
        ("Ana Roe", (), ""),
        ("She", (), "Ana Roe"),
        ("She", ("mayor of\nNorr",), "Ana Roe, mayor of Norr"),
        ("Ana Roe", ("mayor",), "Ana Roe, mayor"),
        ("Mayor Ana Roe", ("mayor",), ""),
        ("She", ("a\x1b[31m", "b", "c"), "Ana Roe, a�[31m, b"),
        ("", (), "Ana Roe"),
    ],
)  # fmt: skip
def test_what_the_source_does_not_say(source: str, titles: tuple[str, ...], told: str) -> None:
    assert who_speaks(said(source, roe(*titles))) == told


def test_a_speaker_whom_nobody_knows_is_not_told() -> None:
    assert who_speaks(said("She", Speaker("ac_1", "name"))) == ""


def test_titles_of_others_who_speak_too_are_not_told() -> None:
    other = Speaker("ac_2", "name", name="Ben Holm", titles=(Span(0, 5, "baker"),))
    assert titles_told("ana roe", [said("They", roe("mayor"), other)]) == ["mayor"]
    assert titles_told("Ana Roe", [said("She", roe("spokeswoman", "Norr spokeswoman"))]) == ["Norr spokeswoman"]
    assert titles_told("Ana Roe of Norr", [said("She", roe("mayor"))]) == ["mayor"]
