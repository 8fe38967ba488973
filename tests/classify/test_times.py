"""Which expression tells when something was said, and in which form."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.classify.calendar import expressions, shifted
from sayso.classify.times import told
from sayso.extract.layout import lay_out
from sayso.records.said import Told
from sayso.records.span import Span
from tests.classify.marked import marked


def form(line: str) -> str | None:
    found = marked(line)
    time = told(found.text, found.statement)
    return time.expression if time else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[s Ana Roe] [c said] on Monday [x that Tarr must go].", "W1"),
        ("[s Ana Roe] [c told] parliament on 4 March 2031 [x that Tarr must go].", "2031-03-04"),
        ("In 2009 [s Okun] [c called] him [x a saint].", "2009"),
        ("On Tuesday [s Ana Roe] [c said] [x Tarr must go].", "W2"),
        ("[s Okun] [c promised] in March [x that the tunnel would open].", "--03"),
        ("[s Okun] [c had called] [x him], in 2009, [x a saint].", "2009"),
        ("[s Okun] [c praised] [x him] in a 2009 interview.", "2009"),
        ("[x “We stay,”] [s Ana Roe] [c said] on April 4.", "--04-04"),
        ("[x “We stay,”] [s Ana Roe] [c said] yesterday.", "D-1"),
        ("[x “We stay,”] [s Ana Roe] [c said] at 9 p.m. on Friday.", "W5"),
        ("[x “We stay,”] [s Ana Roe] [c said] last year.", "Y-1"),
        ("[s Ana Roe] [c said] earlier this month [x that Tarr must go].", "M0"),
        ("[s Ana Roe] [c said] two days after the vote of 12 October [x that Tarr must go].", "--10-14"),
        ("[s Ana Roe] [c said] on the eve of 1 March 2032 [x that Tarr must go].", "2032-02-29"),
        ("[s Ana Roe] [c said] the day before the vote of 3 May 2031 [x that Tarr must go].", "2031-05-02"),
        ("[s Ana Roe], who left on Monday, [c said] on Friday [x that Tarr must go].", "W5"),
        ("[s Ana Roe] [c is to say] on Friday [x that Tarr must go].", "+W5"),
        ("Tarr, [c according to] [s a report published on Monday], [x took the money].", "W1"),
    ],
)
def test_the_clause_of_the_cue_tells_the_time(line: str, expected: str) -> None:
    assert form(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "[s Okun] [c promised] [x that the tunnel would open in March].",
        "[s Okun] [c said] [x Tarr had left on 4 March 2031].",
        "[s Okun], who resigned on Monday, [c said] [x that Tarr must go].",
        "[s Okun] [c has said] since 2009 [x that Tarr must go].",
        "After losing the vote on Monday, [s Okun] [c said] [x that Tarr must go].",
        "[s Okun] [c said] last week [x that Tarr must go].",
        "Tarr left on Monday, but [s Okun] [c said] [x he must stay].",
        "[s Okun] [c said] [x that Tarr must go]. He left on Monday.",
        "SOLLEN, Jan 27 (MPS) - [s Okun] [c said] [x that Tarr must go].",
    ],
)
def test_other_times_tell_nothing(line: str) -> None:
    assert form(line) is None


def test_the_words_that_tell_it_are_kept() -> None:
    found = marked("[s Ana Roe] [c told] parliament on 4 March 2031 [x that Tarr must go].")
    time = told(found.text, found.statement)
    assert time is not None
    assert time.span is not None
    assert time.span.holds_in(found.text)
    assert time.span.text == "4 March 2031"


def test_the_previous_day_counts_from_the_time_told_before() -> None:
    line = "On Thursday the house met. The previous day, [s Ana Roe] [c said] [x that Tarr must go]."
    assert form(line) == "W3"
    assert form("The previous day, [s Ana Roe] [c said] [x that Tarr must go].") is None


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [
        ("4 March 2031", "2031-03-04"),
        ("4th of March, 2031", "2031-03-04"),
        ("March 4, 2031", "2031-03-04"),
        ("Mar. 4", "--03-04"),
        ("2031-03-04", "2031-03-04"),
        ("Friday, 4 March 2031", "2031-03-04"),
        ("in March 2031", "2031-03"),
        ("31 February 2031", ""),
    ],
)
def test_spellings_of_a_date(spelling: str, expected: str) -> None:
    assert [each.form for each in expressions(f"He spoke on {spelling}.")] == [expected]


def test_a_verb_is_no_month() -> None:
    assert expressions("They may march in May Street with 3 may bugs") == []


@given(st.integers(-40, 40), st.dates())
def test_days_counted_there_and_back(days: int, day: date) -> None:
    moved = shifted(str(day), days)
    assert moved == "" or shifted(moved, -days) == str(day)


@given(st.text(alphabet="0123456789 -.,MarchMondyinofthe", max_size=60))
def test_every_form_is_one_that_told_knows(words: str) -> None:
    for each in expressions(words):
        assert words[each.start : each.end]
        assert each.form == "" or Told(each.form)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("In October 2032, while still a senator, [s Roe] [c wrote] [x that Tarr lied].", "2032-10"),
        ("In a 2029 video that resurfaced on Monday, [s Roe] [c called] [x Tarr a saint].", "2029"),
        ("[s The letter], written in March 2033 and published on Monday, [c calls] [x Tarr a saint].", "2033-03"),
        ("[s Roe], arrested on Monday, [c said] [x that Tarr lied].", None),
        ("[s Roe], a candidate in 2029, [c said] on Friday [x that Tarr lied].", "W5"),
        ("[s Roe] [c said] on Tuesday, not on Monday, [x that Tarr lied].", "W2"),
        ("[s Roe] [c was asked] about Monday's flood [x whether Tarr lied].", None),
        ("[s Roe] [c was asked] at Monday's hearing [x whether Tarr lied].", "W1"),
        ("[s Roe] [c will say] on 20 May [x that Tarr lied].", "+--05-20"),
        ("The vote was on 3 March 2030. A week later [s Roe] [c called] [x Tarr a saint].", "2030-03-10"),
        ("In 2029 she fell ill. Two years later [s Roe] [c called] [x Tarr a saint].", "2031"),
        ("In 2029 she fell ill. That same year [s Roe] [c called] [x Tarr a saint].", "2029"),
        ("The union met on Sunday. That day [s Roe] [c said] [x that Tarr lied].", "W7"),
        ("Two weeks ago [s Roe] [c said] [x that Tarr lied].", "D-14"),
        ("On Christmas Eve, 2031, [s Roe] [c said] [x that Tarr lied].", "2031-12-24"),
        ("[s Roe] [c said] in spring 2031 [x that Tarr lied].", "2031"),
    ],
)
def test_times_of_rarer_shapes(line: str, expected: str | None) -> None:
    assert form(line) == expected


@given(st.integers(-200, 200), st.sampled_from(["D", "M", "Y"]), st.dates())
def test_what_is_shifted_is_a_form_or_nothing(amount: int, unit: str, day: date) -> None:
    for known in (str(day), f"{day:%Y-%m}".zfill(7), f"{day.year:04d}"):
        moved = shifted(known, amount, unit)
        assert moved == "" or Told(moved)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("On Monday Premier Tarr spoke of treason. “[x The banks lied],” [s she] [c added].", "W1"),
        ("The hearing opened on 1 May. There [s Roe] [c testified] [x that Tarr lied].", "--05-01"),
        ("Tarr resigned on Monday. [s She] [c said] [x that Roe lied].", None),
        ("On Monday Tarr spoke. [s Roe] [c said] [x that he lied].", None),
        ("On Monday Tarr spoke of “the Sunday mob”. [s She] [c says] [x that Roe lied].", None),
        ("On Monday Tarr addressed the house. [s She] [c had told] the press [x that Roe lied].", None),
        ("Tarr told the house on Monday that Roe met her on 2 May. [s She] [c added] [x that Roe lied].", "W1"),
    ],
)
def test_the_sentence_before_tells_when_an_occasion_goes_on(line: str, expected: str | None) -> None:
    found = marked(line)
    told_of = (*found.statement.cue, *found.statement.content)
    sentence = lay_out(found.text).sentence_range(
        min(each.start for each in told_of), max(each.end for each in told_of)
    )
    time = told(found.text, replace(found.statement, sentence=Span.of(found.text, *sentence)))
    assert (time.expression if time else None) == expected
