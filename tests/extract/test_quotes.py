"""Quotations, mark by mark."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize(
    "text",
    [
        "It’s the workers’ day, Ada’s and James’ too.",
        "'Twas 'cause of 'em, he said, and the boys' club agreed.",
        "’Tis the season for rock ’n’ roll, she said.",
        "The class of ’68 and the '90s, Khameneh'i and O’Brien.",
        "The rule of the 5' wall and the 10' gate.",
    ],
)
def test_an_apostrophe_is_no_quotation(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize("marks", ["‘’", "''", "“”", '""', "«»", "„“"])
def test_an_apostrophe_inside_marks_ends_nothing(marks: str) -> None:
    opening, closing = marks
    quote = f"{opening}It isn’t Roe's wall,{closing}"
    assert quoted(f"{quote} he said.") == [[quote]]


def test_single_marks_beside_possessives_are_quotations() -> None:
    text = "He called it a 'huge win' and the workers' plan a 'loss'."
    assert quoted(text) == [["'huge win'"], ["'loss'"]]


@pytest.mark.parametrize(
    "text", ["She (“the boss”) left.", "Roe—“the boss”—left.", "She said:“the boss”.", "[“the boss”]"]
)
def test_punctuation_may_touch_the_marks(text: str) -> None:
    assert quoted(text) == [["“the boss”"]]


@pytest.mark.parametrize("before", ["\u200b", "\u200e", "\u200f", "\ufeff", "\t", "\u00a0"])
@pytest.mark.parametrize("quote", ["“We stay,”", '"We stay,"', "‘We stay,’"])
def test_unseen_characters_do_not_hide_a_mark(before: str, quote: str) -> None:
    assert quoted(f"Roe:{before}{quote} she said.") == [[quote]]


def test_a_split_quote_is_two_quotations() -> None:
    assert quoted("“We stay,” said Roe, “for good.”") == [["“We stay,”"], ["“for good.”"]]


def test_quotations_side_by_side_are_kept_apart() -> None:
    assert quoted("“We stay.” “We go.” ‘No.’ «Yes.»") == [["“We stay.”"], ["“We go.”"], ["‘No.’"], ["«Yes.»"]]


@pytest.mark.parametrize(
    "odd", ["“Odd and left.", "Odd” and left.", 'A 5" wall.', "‘Odd and left.", "«Odd and left.", "''Odd."]
)
@pytest.mark.parametrize("quote", ["“We stay,”", '"We stay,"', "''We stay,''", "‘We stay,’", "«We stay,»"])
def test_an_odd_mark_does_not_reach_the_paragraph_after_next(odd: str, quote: str) -> None:
    assert [quote] in quoted(f"{odd}\n\nNothing was said.\n\n{quote} she said.")


@pytest.mark.parametrize(
    "odd", ['He called it "odd and left', "He called it “odd and left", "Odd” and left", "He said ''odd"]
)
def test_an_odd_mark_does_not_turn_the_marks_before_it(odd: str) -> None:
    assert quoted(f"“We stay,” she said.\n\n{odd}")[0] == ["“We stay,”"]


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "‘’", ("''", "''"), ("``", "''")])
@pytest.mark.parametrize("ending", ["\n\n", "\r\n\r\n", "\r\n", "\u2028"])
def test_a_quotation_over_paragraphs_is_one_in_every_style(opening: str, closing: str, ending: str) -> None:
    text = f"{opening}One.{ending}{opening}Two,{closing} he said. {opening}Three.{closing}"
    wanted = [[f"{opening}One.", f"{opening}Two,{closing}"], [f"{opening}Three.{closing}"]]
    assert quoted(text) == wanted


def test_a_quotation_over_paragraphs_that_is_never_closed_ends_with_its_last_mark() -> None:
    assert quoted("“One.\n\n“Two.\n\nNo more.") == [["“One.", "“Two."]]


def test_an_introduction_may_stand_before_a_quotation_over_paragraphs() -> None:
    assert quoted("Roe said: “One.\n\n“Two.” He left.") == [["“One.", "“Two.”"]]


@pytest.mark.parametrize(
    "text", ["“A ‘b «c» b’ a,”", "‘A “b” a,’", "«A “b” a,»", "“A “b” a,”", "“‘A,’ a,”", "\"A 'b' a,\""]
)
def test_only_the_outermost_quotation_counts(text: str) -> None:
    assert quoted(f"{text} she said.") == [[text]]


PIECES = st.sampled_from(
    ["“", "”", '"', "''", "``", "‘", "’", "'", "«", "»", "„", "We", " ", ".", ",", "\n\n", "\r\n", "é"]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_quotations_stand_in_order_and_never_overlap(text: str) -> None:
    found = quotations(text, paragraphs(text))
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    for quotation in found:
        assert all(a < b for a, b in quotation.parts)
        assert all(a[1] <= b[0] for a, b in zip(quotation.parts, quotation.parts[1:], strict=False))


@given(st.lists(PIECES, max_size=20).map("".join))
def test_no_paragraph_before_changes_a_quotation_after_plain_prose(text: str) -> None:
    after = "Nothing was said.\n\n“We stay,” she said. ‘No.’"
    assert quoted(f"{text}\n\n{after}")[-2:] == [["“We stay,”"], ["‘No.’"]]
