"""Statements of one act of speaking belong together."""

from dataclasses import replace

from sayso.classify.occasions import occasions
from sayso.classify.times import told
from sayso.records.actor import Speaker
from sayso.records.span import Span
from sayso.records.statement import Statement
from tests.classify.marked import marked


def read(*lines: str) -> tuple[str, list[Statement]]:
    """One text of all lines, a statement of each."""
    text, statements = "", []
    for number, line in enumerate(lines):
        found = marked(line, number=number)
        statements.append(_moved(found.statement, len(text)))
        text += found.text + "\n\n"
    return text, [replace(each, told=told(text, each)) for each in statements]


def _moved(statement: Statement, by: int) -> Statement:
    def spans(part: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(each.start + by, each.end + by, each.text) for each in part)

    sentence = spans((statement.sentence,))[0]
    return replace(
        statement, source=spans(statement.source), cue=spans(statement.cue), content=spans(statement.content), sentence=sentence
    )  # fmt: skip


def grouped(*lines: str) -> list[str]:
    text, statements = read(*lines)
    _, of = occasions(text, statements, ())
    return [of[each.id] for each in statements]


ROE = "[s Ana Roe] [c said] on Monday [x that the wall is long]."


def test_one_speaker_goes_on() -> None:
    assert grouped(ROE, "[x “It is old,”] [s she] [c said].", "[x “It leans,”] [s Roe] [c added].") == ["oc_1"] * 3


def test_another_speaker_is_another_occasion() -> None:
    assert grouped(ROE, "[s Ben Holm] [c said] [x it is old].", "[s Roe] [c said] [x it leans].") == [
        "oc_1",
        "oc_2",
        "oc_1",
    ]


def test_a_new_time_is_a_new_occasion() -> None:
    assert grouped(ROE, "[s Roe] [c said] on Friday [x that it leans].") == ["oc_1", "oc_2"]
    assert grouped(ROE, "[s Roe] [c said] last week [x that it leans].") == ["oc_1", "oc_2"]


def test_another_medium_is_another_occasion() -> None:
    letter = "In an open letter [s Ana Roe] [c wrote] [x that the wall is long]."
    assert grouped(letter, "[s Roe] [c said] in an interview [x that it leans].") == ["oc_1", "oc_2"]
    assert grouped(letter, "[s Roe] [c added] [x that it leans].") == ["oc_1", "oc_1"]


def test_what_has_not_happened_stands_alone() -> None:
    text, statements = read(ROE, "[s Roe] [c will say] [x that it leans].")
    later = replace(statements[1], status="anticipated")
    _, of = occasions(text, [statements[0], later], ())
    assert of == {"st0": "oc_1", "st1": "oc_2"}


def test_known_speakers_go_before_words() -> None:
    text, statements = read(ROE, "[s Roe] [c said] [x that it leans].")
    known = [
        replace(statements[0], speakers=(Speaker("ac_1", "name"),)),
        replace(statements[1], speakers=(Speaker("ac_2", "surname"),)),
    ]
    acts, of = occasions(text, known, ())
    assert of == {"st0": "oc_1", "st1": "oc_2"}
    assert [act.speakers for act in acts] == [("ac_1",), ("ac_2",)]


def test_an_occasion_has_medium_and_time() -> None:
    text, statements = read(
        "In an open letter of 4 March 2031, [s Ana Roe] [c wrote] in May [x that the wall is long]."
    )
    (act,), _ = occasions(text, statements, ())
    assert act.medium == "letter"
    assert act.told is not None
    assert act.told.expression == "--05"


def test_no_statements_no_occasions() -> None:
    assert occasions("", (), ()) == ((), {})
