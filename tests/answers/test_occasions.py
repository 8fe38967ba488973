"""Levels of counting are kept apart: speakers, occasions, statements, reports, printings (codebook, decision 1)."""

from sayso.answers.occasions import nearly
from sayso.answers.speakers import Texts
from tests.answers.facts import answer, fact, names, statement_id

SPEECH = "he has sold the ferries and pocketed the change"
CUT = "sold the ferries and pocketed the change"
OTHER = "the courts sleep because the premier sings to them"


def quotes(*contents: str) -> dict[str, str]:
    return {statement_id(number): content for number, content in enumerate(contents, 1)}


def test_a_quote_told_twice_is_one_occasion_and_one_statement() -> None:
    facts = [fact(1, "a", "2031-05-01"), fact(2, "b", "2031-05-01")]
    (row,) = answer(*facts, texts=Texts({}, quotes(SPEECH, CUT))).rows
    assert (row.occasions, row.at_most, row.numbers.critical, row.printings) == (1, False, 1, 2)
    assert row.critical == (statement_id(1), statement_id(2))
    assert row.repeats == {statement_id(2)}


def test_another_quote_of_the_same_day_stays_apart_and_says_at_most() -> None:
    facts = [fact(1, "a", "2031-05-01"), fact(2, "b", "2031-05-01")]
    (row,) = answer(*facts, texts=Texts({}, quotes(SPEECH, OTHER))).rows
    assert (row.occasions, row.at_most, row.numbers.critical) == (2, True, 2)


def test_the_same_words_on_another_day_are_another_occasion() -> None:
    facts = [fact(1, "a", "2031-05-01"), fact(2, "b", "2031-05-08")]
    (row,) = answer(*facts, texts=Texts({}, quotes(SPEECH, SPEECH))).rows
    assert row.occasions == 2


def test_a_month_is_not_precise_enough_to_join() -> None:
    facts = [fact(1, "a", "2031-05"), fact(2, "b", "2031-05")]
    (row,) = answer(*facts, texts=Texts({}, quotes(SPEECH, SPEECH))).rows
    assert (row.occasions, row.at_most) == (2, True)


def test_printings_of_one_report_join_without_a_date() -> None:
    facts = [fact(1, "a"), fact(2, "b"), fact(3, "c")]
    reports = {"ve_a": "ve_a", "ve_b": "ve_a", "ve_c": "ve_c"}
    (row,) = answer(*facts, texts=Texts(reports, quotes("he lied", "He lied.", SPEECH))).rows
    assert (row.occasions, row.reports, row.printings, row.numbers.critical) == (2, 2, 3, 2)


def test_without_texts_everything_stays_apart() -> None:
    (row,) = answer(fact(1, "a", "2031-05-01"), fact(2, "b", "2031-05-01")).rows
    assert (row.occasions, row.at_most, row.reports) == (2, True, None)


def test_statements_of_one_occasion_of_an_article_are_one_occasion() -> None:
    (row,) = answer(fact(1, occasion="oc_1"), fact(2, occasion="oc_1"), fact(3, occasion="oc_2")).rows
    assert (row.occasions, row.at_most, row.numbers.critical, row.printings) == (2, False, 3, 1)


def test_two_issues_of_one_statement_are_two_positions_in_one_statement() -> None:
    (row,) = answer(fact(1), fact(2, statement=statement_id(1))).rows
    assert (row.positions, row.numbers.critical) == (2, 1)


def test_short_words_agree_only_inside_one_report() -> None:
    assert not nearly("he lied", "he lied")
    assert nearly("he lied", "“He lied.”", one_report=True)
    assert not nearly("he lied", "he tried", one_report=True)


def test_descriptions_are_one_speaker_in_one_report_only() -> None:
    aide = {"speaker": "an aide", "speaker_kind": "unnamed"}
    facts = [fact(1, "a", **aide), fact(2, "b", **aide), fact(3, "c", **aide)]
    reports = {"ve_a": "ve_a", "ve_b": "ve_a", "ve_c": "ve_c"}
    found = answer(*facts, texts=Texts(reports, {}))
    assert names(found.critics) == ["an aide", "an aide"]
    assert sorted(row.printings for row in found.critics) == [1, 2]


def test_a_last_name_is_not_joined_but_pointed_out() -> None:
    found = answer(fact(1), fact(2, "b", speaker="Tolven"))
    assert {row.speaker: row.may_be for row in found.critics} == {"Mira Tolven": (), "Tolven": ("Mira Tolven",)}
