"""Quotations, mark by mark."""

import pytest

from sayso.extract.paragraphs import paragraphs
from sayso.extract.quotes import quotations


def quoted(text: str) -> list[list[str]]:
    return [[text[s:e] for s, e in each.parts] for each in quotations(text, paragraphs(text))]


@pytest.mark.parametrize(
    "quote", ["“We stay,”", '"We stay,"', "''We stay,''", "``We stay,''", "‘We stay,’", "'We stay,'", "«We stay,»"]
)
def test_every_kind_of_mark(quote: str) -> None:
    assert quoted(f"{quote} she said, and left.") == [[quote]]


def test_apostrophes_and_elisions_open_nothing() -> None:
    assert quoted("The critics’ view isn't Ada's; the ’90s and 'em, rock 'n' roll.") == []


def test_an_odd_mark_spoils_its_own_paragraph_at_most() -> None:
    assert quoted("He called it “odd and left.\n\n“We stay,” she said.") == [["“We stay,”"]]
    assert quoted('It was 5" wide.\n\n"We stay," she said.') == [['"We stay,"']]


def test_a_quotation_over_paragraphs_is_one() -> None:
    assert quoted("“One.\n\n“Two.\n\n“Three,” he said. “Four.”") == [["“One.", "“Two.", "“Three,”"], ["“Four.”"]]


def test_nested_marks_belong_to_the_outer_quotation() -> None:
    assert quoted("“He said ‘no’ to me,” she said.") == [["“He said ‘no’ to me,”"]]
    assert quoted("‘He said “no” to me,’ she said.") == [["‘He said “no” to me,’"]]


def test_a_possessive_inside_single_marks_does_not_close_them() -> None:
    assert quoted("‘I think the critics’ view is wrong,’ he said.") == [["‘I think the critics’ view is wrong,’"]]


def test_marks_of_two_kinds_close_each_other() -> None:
    assert quoted('“We stay," she said. “We go,” he said.') == [['“We stay,"'], ["“We go,”"]]
