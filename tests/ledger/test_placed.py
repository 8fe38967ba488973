"""Positions by their statements, with the spans that a page marks."""

from pathlib import Path

from sayso.ledger.correcting import Wish
from sayso.ledger.store import Ledger
from tests.ledger.factory import ACCUSED, a_judged_outcome, a_run, fix, judged_reading


def filled(path: Path) -> Ledger:
    ledger = Ledger(path)
    with ledger.writer() as writer:
        writer.add(a_judged_outcome(), a_run())
        writer.add(a_judged_outcome(run=a_run("two")), a_run("two"))
    return ledger


def test_mention_and_issue_are_those_of_the_text(tmp_path: Path) -> None:
    first, second = judged_reading().statements
    with filled(tmp_path / "l.db") as ledger:
        found = ledger.placed([first.id, second.id, first.id])
    assert [(each.statement, each.object, each.label) for each in found] == [
        (first.id, "Aurel Tarr", "critical"),
        (second.id, "Aurel Tarr", "supportive"),
    ], "of two readings only the current one"
    assert all(each.mention.holds_in(ACCUSED) for each in found)
    assert [each.issue.text if each.issue else None for each in found] == ["about wages", None]


def test_a_correction_stands_in_place_of_what_a_run_found(tmp_path: Path) -> None:
    first = judged_reading().statements[0]
    with filled(tmp_path / "l.db") as ledger:
        made = fix(ledger, first.id, Wish(label="supportive", object="Aurel Tarr"))
        assert [each.label for each in ledger.placed([made.replacement or ""])] == ["supportive"]
        if made.replacement != first.id:
            assert ledger.placed([first.id]) == []


def test_nothing_is_nothing(tmp_path: Path) -> None:
    with filled(tmp_path / "l.db") as ledger:
        assert ledger.placed([]) == []
        assert ledger.placed(["st1_unknown"]) == []
