"""A person's statement is shown in place of the one it corrects, until the fix is undone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.ledger.correcting import Wish, located
from sayso.ledger.store import Ledger
from sayso.records.filter import StatementFilter
from sayso.records.ids import judgement_id
from sayso.records.judgement import Decision, Judgement, Named
from sayso.records.position import Stance
from sayso.records.position_filter import PositionFilter
from sayso.records.row import PositionFact
from sayso.records.span import Span
from tests.ledger.factory import ACCUSED, a_judged_outcome, a_run, fix, judged_reading, span

FIRST, SECOND = (each.id for each in judged_reading().statements)


@pytest.fixture
def ledger(path: Path) -> Ledger:
    opened = Ledger(path)
    with opened.writer() as writer:
        writer.add(a_judged_outcome(), a_run())
    return opened


def on(ledger: Ledger, name: str) -> list[PositionFact]:
    return list(ledger.positions(PositionFilter(), [name]))


def decide(ledger: Ledger, decision: Decision, undoes: Judgement | None = None) -> Judgement:
    made = Judgement(
        judgement_id(), FIRST, decision, "bo", "2031-01-02T00:00:00Z", undoes=undoes.id if undoes else None
    )
    ledger.judge(made)
    return made


def contents(ledger: Ledger, **wanted: str) -> list[str]:
    return [row.statement.content_text for row in ledger.statements(StatementFilter(**wanted))]  # type: ignore[arg-type]  # fields by name


def test_a_correction_is_shown_and_the_machines_row_is_kept(ledger: Ledger) -> None:
    made = fix(ledger, FIRST, Wish(source="Bo Lund", content="Tarr lied", form="indirect"))
    row = next(iter(ledger.statements()))
    assert (row.statement.source_text, row.statement.content_text, row.statement.form) == (
        "Bo Lund",
        "Tarr lied",
        "indirect",
    )
    assert (row.decision, row.statement.id, row.statement.confidence) == ("fix", made.replacement, 1.0)
    assert ledger.reading(row.version_id) == judged_reading()
    assert list(ledger.verify()) == []


def test_a_correction_comes_back_as_it_was(ledger: Ledger) -> None:
    made = fix(ledger, FIRST, Wish(content="Tarr lied", label="mixed", object="Tarr"))
    found = ledger.correction(made.id)
    assert found == ledger.shown_correction(FIRST)
    assert found
    assert found.content == (span(ACCUSED, "Tarr lied"),)
    assert [(each.label, each.stance, each.carried) for each in found.positions] == [
        ("mixed", Stance(0, 0, 1, 0), None)
    ]


def test_words_are_searched_as_they_are_shown(ledger: Ledger) -> None:
    fix(ledger, FIRST, Wish(content="Tarr lied"))
    assert contents(ledger, content="wages") == []
    assert contents(ledger, content="lied") == ["Tarr lied"]
    assert contents(ledger, content="fine") == ["Tarr; “fine”"]
    fix(ledger, SECOND, Wish(source="Ada Re\u0301ne", content="fine"))
    assert contents(ledger, source="ada") == ["Tarr lied", "fine"]
    assert contents(ledger, source="Lund") == []


def test_what_lies_in_a_corrected_statement_names_it(ledger: Ledger) -> None:
    made = fix(ledger, FIRST, Wish(content="Tarr lied"))
    assert [row.statement.parent for row in ledger.statements()] == [None, made.replacement]


def test_positions_of_a_corrected_statement_are_the_corrections(ledger: Ledger) -> None:
    made = fix(ledger, FIRST, Wish(content="Tarr lied"))
    facts = {fact.statement: fact for fact in on(ledger, "Aurel Tarr")}
    assert facts.keys() == {SECOND, made.replacement}
    fact = facts[made.replacement or ""]
    assert (fact.label, fact.confidence, fact.decision, fact.occasion) == ("critical", 0.9, "fix", "oc_1")
    assert (fact.speaker, fact.move) == ("Ada Re\u0301ne", "accuse")


def test_a_label_is_put_right_without_a_new_statement(ledger: Ledger) -> None:
    made = fix(ledger, FIRST, Wish(label="supportive"))
    assert made.replacement == FIRST
    (fact,) = (fact for fact in on(ledger, "Aurel Tarr") if fact.statement == FIRST)
    assert (fact.label, fact.confidence, fact.wording) == ("supportive", 1.0, "paraphrased")


def test_a_stance_toward_somebody_the_run_did_not_judge_is_added(ledger: Ledger) -> None:
    fix(ledger, SECOND, Wish(label="critical", object="rene"))
    (fact,) = on(ledger, "Ada Re\u0301ne")
    assert (fact.label, fact.speaker, fact.wording) == ("critical", "Bo Lund", "quoted")
    assert [each.label for each in on(ledger, "Aurel Tarr")] == ["critical", "supportive"]


def test_another_source_is_another_speaker(ledger: Ledger) -> None:
    fix(ledger, FIRST, Wish(source="Bo Lund"))
    assert [each.speaker for each in ledger.positions_by(["Bo Lund"], PositionFilter())] == ["Bo Lund", "Bo Lund"]
    fix(ledger, FIRST, Wish(source="On Monday"))
    found = ledger.shown_correction(FIRST)
    assert found
    assert found.positions[0].speaker == Named("On Monday", "unknown")
    fix(ledger, FIRST, Wish(source=""))
    assert next(iter(ledger.statements())).statement.source == ()


def test_undo_brings_back_what_was_shown_before(ledger: Ledger) -> None:
    before, facts = list(ledger.statements()), on(ledger, "Aurel Tarr")
    first = fix(ledger, FIRST, Wish(content="Tarr lied"))
    second = fix(ledger, FIRST, Wish(content="lied"))
    decide(ledger, "undo", second)
    assert contents(ledger)[0] == "Tarr lied"
    decide(ledger, "undo", first)
    assert list(ledger.statements()) == before
    assert on(ledger, "Aurel Tarr") == facts
    assert list(ledger.verify()) == []


@pytest.mark.parametrize("decision", ["accept", "reject", "unsure"])
def test_a_later_decision_is_about_the_correction(ledger: Ledger, decision: Decision) -> None:
    made = fix(ledger, FIRST, Wish(content="Tarr lied"))
    later = decide(ledger, decision)
    row = next(iter(ledger.statements()))
    assert (row.statement.id, row.decision) == (made.replacement, decision)
    decide(ledger, "undo", later)
    assert next(iter(ledger.statements())).decision == "fix"


def test_a_correction_is_found_by_either_id(ledger: Ledger) -> None:
    made = fix(ledger, FIRST, Wish(content="Tarr lied"))
    new = made.replacement or ""
    assert ledger.judged_as(new) == ledger.judged_as(FIRST) == FIRST
    assert ledger.statement(new) == ledger.statement(FIRST)
    assert {row.statement.id for row in ledger.statement_rows_of([FIRST, new]).values()} == {new}
    decide(ledger, "undo", made)
    assert ledger.statement(new) is None
    assert ledger.statement_rows_of([new]) == {}


def test_a_correction_outlives_the_run(ledger: Ledger) -> None:
    made = fix(ledger, FIRST, Wish(label="supportive"))
    with ledger.writer() as writer:
        writer.add(a_judged_outcome(run=a_run("two")), a_run("two"))
    assert next(iter(ledger.statements())).judgement == made
    assert sorted(each.label for each in on(ledger, "Aurel Tarr")) == ["supportive", "supportive"]
    assert list(ledger.verify()) == []


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (Wish(content="Tarr"), "stands 2 times: .*said Tarr lied.*praised Tarr"),
        (Wish(content="nowhere"), "does not stand in the article"),
        (Wish(content=" "), "content cannot be empty"),
        (Wish(content="Tarr lied 😀 about wages"), "says that already"),
        (Wish(label="critical", object="Nobody"), "does not mention Nobody; .*Ada Re\u0301ne, Aurel Tarr, Bo Lund"),
        (Wish(object="Tarr"), "--label"),
        (Wish(source="Bo Lund", cue="praised", content="Tarr; “fine”"), f"already the statement {SECOND}"),
    ],
)
def test_what_cannot_be_put_right_says_why(ledger: Ledger, wish: Wish, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        fix(ledger, FIRST, wish)
    assert ledger.judgements(FIRST) == []


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda given: replace(given, content=(Span(0, 4, "else"),)),
        lambda given: replace(given, form="sung"),
        lambda given: replace(given, sentence=Span(0, 4, "else")),
        lambda given: replace(given, positions=(replace(given.positions[0], id="po1_0"),)),
        lambda given: replace(given, positions=(replace(given.positions[0], carried="fi1_0"),)),
        lambda given: replace(given, positions=(replace(given.positions[0], evidence=(Span(0, 4, "else"),)),)),
    ],
)
def test_a_correction_that_does_not_hold_is_refused_whole(ledger: Ledger, spoilt: Callable[..., object]) -> None:
    given = ledger.correction(fix(ledger, FIRST, Wish(content="Tarr lied")).id)
    assert given
    wrong = Judgement(judgement_id(), FIRST, "fix", "bo", "2031-01-02T00:00:00Z", replacement=given.id)
    with pytest.raises(UsageError):
        ledger.judge(wrong, spoilt(given))  # type: ignore[arg-type]  # wrong on purpose
    assert len(ledger.judgements(FIRST)) == 1
    assert list(ledger.verify()) == []


def test_a_fix_needs_its_correction(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="brings the statement"):
        ledger.judge(Judgement(judgement_id(), FIRST, "fix", "bo", "2031-01-02T00:00:00Z", replacement=FIRST))


@given(st.text(st.sampled_from("ab \r\n“”\"'’😀e\u0301"), min_size=1), st.data())
def test_words_found_are_words_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    try:
        found = located(text, words, Span.of(text, 0, len(text)))
    except UsageError:
        return
    assert found.holds_in(text)
    assert len(found.text.split()) == len(words.split())


@pytest.mark.parametrize(("words", "at"), [("said 'we stay'", 4), ("we  stay", 10), ("we", 10)])
def test_kinds_of_marks_and_blanks_do_not_matter(words: str, at: int) -> None:
    text = "Ada said “we\r\nstay”, awe and owes."
    assert located(text, words, Span.of(text, 0, 3)).start == at


def test_words_in_the_statements_sentence_are_meant_first() -> None:
    text = "We go. We stay. We stay on."
    assert located(text, "We", Span.of(text, 7, 15)).start == 7
    with pytest.raises(UsageError, match="3 times"):
        located(text, "We", Span.of(text, 0, 1))
    with pytest.raises(UsageError, match="2 times"):
        located(text, "We stay", Span.of(text, 0, 6))
