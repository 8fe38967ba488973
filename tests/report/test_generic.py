"""A block that an answer has and no layout knows is shown all the same."""

from dataclasses import dataclass

from sayso.records.span import Span
from sayso.report.choice import Numbering
from sayso.report.generic import ids_in, section
from sayso.report.speakers import Speakers
from sayso.report.values import Facts, Lines
from tests.answers.facts import fact, statement_id
from tests.report.made import row_of, text_of


@dataclass(frozen=True, slots=True)
class Reply:
    speaker: str
    state: str
    words: Span | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    share: float
    asked: bool
    replies: tuple[Reply, ...]


def made(value: object) -> Lines | Facts:
    each = fact(1)
    numbering = Numbering({each.statement: row_of(each, text_of(each))})
    found = section("right_of_reply", value, numbering, Speakers(numbering))
    assert found
    assert found.title == "Right of reply"
    item = found.items[0]
    assert isinstance(item, Lines | Facts)
    return item


def test_rows_become_lines_with_their_statements() -> None:
    item = made((Reply("Ada Roe", "not_said", Span(0, 4, "“no”"), (statement_id(1), statement_id(2))),))
    assert isinstance(item, Lines)
    line = item.lines[0]
    assert line.strong == "Ada Roe"
    assert line.text == "state: not said · words: ““no””"
    assert [quote.ref.number for quote in line.quotes if quote.ref] == [1]
    assert line.rest.hidden == 1


def test_a_value_with_rows_inside_shows_both() -> None:
    item = made(Whole(0.4, True, (Reply("Ada Roe", "replied", None, ()),)))
    assert isinstance(item, Lines)
    assert [(line.strong, line.text) for line in item.lines][:2] == [("Share", "0.4"), ("Asked", "yes")]
    assert "Ada Roe" in item.lines[-1].text


def test_ids_are_found_wherever_they_are() -> None:
    value = Whole(0.4, True, (Reply("st1_no", "x", None, (statement_id(1),)), Reply("b", statement_id(2), None, ())))
    assert list(ids_in(value)) == [statement_id(1), statement_id(2)]


def test_nothing_is_no_section() -> None:
    numbering = Numbering({})
    assert section("voice", (), numbering, Speakers(numbering)) is None
    assert section("voice", None, numbering, Speakers(numbering)) is None
