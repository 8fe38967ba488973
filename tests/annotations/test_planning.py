"""What an annotator does in a tool becomes judgements in the ledger, whichever the tool; what cannot is told and changes nothing."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.annotations.document import Broken, Document, Mark
from sayso.annotations.formats import TOOLS
from sayso.annotations.planning import ALREADY, LEFT, Plan, Step
from sayso.errors import UsageError
from sayso.export.annotated import documents
from sayso.ledger.correcting import Wish
from sayso.ledger.store import Ledger
from tests.annotations.returned import as_annotated
from tests.ledger.factory import ACCUSED, a_judged_outcome, a_run, an_outcome, fix, judged_reading

FIRST, SECOND = (each.id for each in judged_reading().statements)
READABLE = [each.name for each in TOOLS.values() if each.reads]
DECIDING = ["inception", "brat", "web-annotation", "label-studio"]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "sayso.db") as opened:
        with opened.writer() as writer:
            writer.add(a_judged_outcome(), a_run())
        yield opened


def given_out(ledger: Ledger) -> Document:
    return next(documents(ledger, ledger.articles()))


def edited(tool: str, document: Document, change: Callable[[Mark], Mark | None]) -> list[Document | Broken]:
    """What comes back when an annotator does ``change`` to every mark in ``tool``; None deletes it, and what is tied to it is untied."""
    marks = [mark for each in document.marks if (mark := change(each))]
    keys = {mark.key for mark in marks}
    marks = [mark if mark.of in keys else replace(mark, of=None) for mark in marks]
    files = as_annotated(tool, TOOLS[tool].write(replace(document, marks=tuple(marks))))
    return list(TOOLS[tool].read(files, tool))


def planned(ledger: Ledger, items: list[Document | Broken], *, accept: bool = False) -> list[Step]:
    return list(Plan(ledger, "ada", accept=accept).steps(items))


def applied(ledger: Ledger, items: list[Document | Broken], *, accept: bool = False) -> list[str]:
    """What each step is, after all of them were written."""
    steps = planned(ledger, items, accept=accept)
    ledger.judge_all([(step.judgement, step.correction) for step in steps if step.judgement])
    assert list(ledger.verify()) == []
    return [step.what for step in steps]


def wider(mark: Mark) -> Mark:
    """The first statement's content, up to the emoji and no further."""
    if mark.statement == FIRST and mark.part == "content":
        return replace(mark, end=ACCUSED.index("😀") + 1)
    return mark


@pytest.mark.parametrize("tool", READABLE)
class TestEveryTool:
    def test_nothing_changed_is_nothing(self, ledger: Ledger, tool: str) -> None:
        assert planned(ledger, edited(tool, given_out(ledger), lambda mark: mark)) == []

    def test_a_moved_mark_is_a_fix(self, ledger: Ledger, tool: str) -> None:
        assert applied(ledger, edited(tool, given_out(ledger), wider)) == ["fix"]
        row = ledger.statement(FIRST)
        assert row
        assert row.statement.content_text == "Tarr lied 😀"
        assert [(each.judge, each.decision) for each in ledger.judgements(FIRST)] == [("ada", "fix")]

    def test_deleted_marks_reject(self, ledger: Ledger, tool: str) -> None:
        items = edited(tool, given_out(ledger), lambda mark: None if mark.statement == SECOND else mark)
        assert applied(ledger, items) == ["reject"]
        assert [ledger.latest(each) and ledger.latest(each).decision for each in (FIRST, SECOND)] == [None, "reject"]  # type: ignore[union-attr]

    def test_another_stance_is_a_fix(self, ledger: Ledger, tool: str) -> None:
        items = edited(
            tool,
            given_out(ledger),
            lambda mark: replace(mark, label="mixed") if mark.label == "critical" else mark,
        )
        assert applied(ledger, items) == ["fix"]
        correction = ledger.shown_correction(FIRST)
        assert correction
        assert [(each.label, each.carried) for each in correction.positions] == [("mixed", None)]

    def test_again_it_is_already_so(self, ledger: Ledger, tool: str) -> None:
        items = edited(tool, given_out(ledger), lambda mark: None if mark.statement == SECOND else wider(mark))
        assert sorted(applied(ledger, items)) == ["fix", "reject"]
        assert {step.what for step in planned(ledger, items)} == {ALREADY}

    def test_what_was_left_alone_is_accepted_only_if_asked(self, ledger: Ledger, tool: str) -> None:
        items = edited(tool, given_out(ledger), wider)
        assert applied(ledger, items, accept=True) == ["fix", "accept"]
        assert [ledger.latest(each).decision for each in (FIRST, SECOND)] == ["fix", "accept"]  # type: ignore[union-attr]

    def test_who_decided_meanwhile_is_not_overruled(self, ledger: Ledger, tool: str) -> None:
        items = edited(tool, given_out(ledger), lambda mark: None if mark.statement == SECOND else wider(mark))
        fix(ledger, FIRST, Wish(content="lied"), judge="bo")
        fix(ledger, SECOND, Wish(content="praised Tarr"), judge="bo")
        steps = planned(ledger, items)
        assert {step.what for step in steps} == {LEFT}
        assert all("export again" in step.told for step in steps)
        assert [step.judgement for step in steps] == [None, None]

    def test_a_source_drawn_anew_belongs_to_what_it_is_tied_to(self, ledger: Ledger, tool: str) -> None:
        start = ACCUSED.index("Bo Lund")

        def redraw(mark: Mark) -> Mark:
            if mark.statement == FIRST and mark.part == "source":
                return replace(mark, start=start, end=start + 7, statement=None, key="drawn")
            return mark

        assert applied(ledger, edited(tool, given_out(ledger), redraw)) == ["fix"]
        row = ledger.statement(FIRST)
        assert row
        assert row.statement.source_text == "Bo Lund"

    def test_a_document_without_a_mark_rejects_nothing(self, ledger: Ledger, tool: str) -> None:
        (step,) = planned(ledger, edited(tool, given_out(ledger), lambda _: None))
        assert (step.what, step.judgement) == (LEFT, None)
        assert "nobody worked on it" in step.told

    def test_a_mark_tied_to_nothing_is_left_alone_and_the_rest_taken(self, ledger: Ledger, tool: str) -> None:
        document = given_out(ledger)
        document = replace(document, marks=(*document.marks, Mark("drawn", "content", 0, 9)))
        steps = planned(ledger, edited(tool, document, wider))
        assert [step.what for step in steps] == [LEFT, "fix"]
        assert "'On Monday', belongs to no statement" in steps[0].told

    def test_a_changed_text_is_refused_as_a_whole(self, ledger: Ledger, tool: str) -> None:
        document = given_out(ledger)
        changed = replace(document, text=document.text.replace("wages", "w\u00e4ges"))
        steps = planned(ledger, edited(tool, changed, wider))
        assert [step.what for step in steps] == [LEFT]
        assert "text was changed" in steps[0].told

    def test_an_article_of_another_ledger(self, tool: str, ledger: Ledger, tmp_path: Path) -> None:
        items = edited(tool, given_out(ledger), wider)
        with Ledger(tmp_path / "other.db") as other:
            (step,) = planned(other, items)
        assert step.judgement is None
        assert "is not in this ledger" in step.told


@pytest.mark.parametrize("tool", DECIDING)
class TestToolsThatTellDecisions:
    @pytest.mark.parametrize("decision", ["accept", "reject", "unsure"])
    def test_a_decision(self, ledger: Ledger, tool: str, decision: str) -> None:
        def decide(mark: Mark) -> Mark:
            head = mark.statement == FIRST and mark.part == "content"
            return replace(mark, decision=decision) if head else mark  # type: ignore[arg-type]

        assert applied(ledger, edited(tool, given_out(ledger), decide)) == [decision]
        assert ledger.latest(FIRST).decision == decision  # type: ignore[union-attr]

    def test_another_form_is_a_fix_and_a_decision_may_follow(self, ledger: Ledger, tool: str) -> None:
        def decide(mark: Mark) -> Mark:
            head = mark.statement == FIRST and mark.part == "content"
            return replace(mark, form="indirect", decision="accept") if head else mark

        assert applied(ledger, edited(tool, given_out(ledger), decide)) == ["fix", "accept"]
        row = ledger.statement(FIRST)
        assert row
        assert (row.statement.form, row.decision) == ("indirect", "accept")

    def test_a_decision_that_was_cleared_is_left_standing(self, ledger: Ledger, tool: str) -> None:
        def decide(mark: Mark) -> Mark:
            return replace(mark, decision="accept") if mark.form else mark

        assert applied(ledger, edited(tool, given_out(ledger), decide)) == ["accept", "accept"]
        cleared = edited(tool, given_out(ledger), lambda mark: replace(mark, decision=None))
        assert [step.what for step in planned(ledger, cleared)] == [LEFT, LEFT]

    def test_fix_without_a_change_is_left_alone(self, ledger: Ledger, tool: str) -> None:
        items = edited(tool, given_out(ledger), lambda m: replace(m, decision="fix") if m.statement == FIRST else m)
        assert [(step.what, "nothing is changed" in step.told) for step in planned(ledger, items)] == [(LEFT, True)]


def test_a_correction_is_given_out_and_corrected_again(ledger: Ledger) -> None:
    fix(ledger, FIRST, Wish(content="Tarr lied", label="mixed"))
    document = given_out(ledger)
    assert document.given
    assert [(p.label) for p in document.given[0].positions] == ["mixed"]
    assert document.given[0].decision == "fix"
    new = document.given[0].id
    items = edited("brat", document, lambda m: replace(m, form="mixed") if m.statement == new and m.form else m)
    assert applied(ledger, items) == ["fix"]
    assert [each.decision for each in ledger.judgements(FIRST)] == ["fix", "fix"]


def test_without_what_was_given_out_the_ledger_is_compared_and_nothing_missing_is_rejected(ledger: Ledger) -> None:
    document = replace(given_out(ledger), version=None, given=None)
    marks = tuple(wider(mark) for mark in document.marks if mark.statement == FIRST)
    (step,) = planned(ledger, [replace(document, marks=marks)])
    assert (step.what, step.statement) == ("fix", FIRST)


def test_a_statement_that_is_in_no_ledger_is_told(ledger: Ledger) -> None:
    document = given_out(ledger)
    unknown = "st1_" + "f" * 32
    marks = (*document.marks, Mark("x", "content", 0, 2, unknown))
    (step,) = planned(ledger, [replace(document, marks=marks)])
    assert (step.statement, step.what) == (unknown, LEFT)
    assert f"no statement {unknown} is in this ledger" in step.told


def test_a_statement_of_another_text_is_told(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.add(an_outcome(), a_run())
    one, other = documents(ledger, ledger.articles())
    assert other.given
    stray = Mark("x", "content", 0, 2, other.given[0].id)
    (step,) = planned(ledger, [replace(one, marks=(*one.marks, stray))])
    assert "another text" in step.told


def test_what_is_missing_beside_unreadable_marks_is_not_rejected(ledger: Ledger) -> None:
    document = given_out(ledger)
    line = json.loads(TOOLS["doccano"].write(document)[".jsonl"])
    for mark, entity in zip(document.marks, line["entities"], strict=True):
        if mark.statement == SECOND:
            entity["label"] = "speaker"
    steps = planned(ledger, list(TOOLS["doccano"].read({".jsonl": json.dumps(line)}, "x")))
    assert all(step.judgement is None for step in steps)
    assert "the label 'speaker' at" in steps[0].told
    assert (steps[-1].statement, "could not be read" in steps[-1].told) == (SECOND, True)


def test_a_statement_that_was_changed_beyond_recognition_is_not_taken_for_deleted(ledger: Ledger) -> None:
    def elsewhere(mark: Mark) -> Mark | None:
        if mark.statement != FIRST:
            return mark
        return replace(mark, start=0, end=ACCUSED.index(" lied")) if mark.part == "content" else None

    steps = planned(ledger, edited("doccano", given_out(ledger), elsewhere))
    assert [(step.statement, step.judgement) for step in steps] == [(None, None), (FIRST, None)]
    assert "may be some of those that belong to no statement" in steps[1].told


def test_two_statements_tied_together_are_left_alone(ledger: Ledger) -> None:
    document = given_out(ledger)
    heads = [mark for mark in document.marks if mark.form]
    tied = tuple(replace(mark, of=heads[1].key) if mark == heads[0] else mark for mark in document.marks)
    steps = planned(ledger, [replace(document, marks=tied)])
    assert any("untie them" in step.told for step in steps)


def test_a_document_that_comes_twice_is_taken_once(ledger: Ledger) -> None:
    items = edited("brat", given_out(ledger), wider)
    steps = planned(ledger, [*items, *items])
    assert [step.what for step in steps] == ["fix", LEFT, LEFT]


def test_line_ends_that_a_tool_changed_are_named(ledger: Ledger) -> None:
    document = given_out(ledger)
    (step,) = planned(ledger, [replace(document, text=document.text.replace("\r\n", "\n"))])
    assert "line ends were changed" in step.told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda m: None if m.part == "content" and m.statement == FIRST else m, "no content left"),
        (lambda m: None if m.part == "object" and m.statement == FIRST else m, "set its stance to none"),
        (
            lambda m: replace(m, start=m.start - 3) if m.part == "object" and m.statement == FIRST else m,
            "added or moved",
        ),
        (lambda m: replace(m, end=10_000) if m.part == "cue" and m.statement == FIRST else m, "beyond the text"),
    ],
)
def test_what_a_correction_cannot_be_is_told(ledger: Ledger, change: Callable[[Mark], Mark | None], told: str) -> None:
    document = given_out(ledger)
    marks = tuple(mark for each in document.marks if (mark := change(each)))
    steps = planned(ledger, [replace(document, marks=marks)])
    assert any(told in step.told and step.judgement is None for step in steps), steps


def test_all_judgements_are_written_or_none(ledger: Ledger) -> None:
    items = edited("brat", given_out(ledger), lambda mark: None if mark.statement == SECOND else wider(mark))
    steps = [step for step in planned(ledger, items) if step.judgement]
    entries = [(step.judgement, step.correction) for step in steps if step.judgement]
    broken = replace(entries[-1][0], id="ju1_" + "1" * 32, subject="st1_" + "e" * 32)
    with pytest.raises(UsageError, match="no statement"):
        ledger.judge_all([*entries, (broken, entries[-1][1])])
    assert ledger.judgements(FIRST) == ledger.judgements(SECOND) == []
    assert ledger.judge_all(entries) == 2
    assert ledger.judge_all(entries) == 0
