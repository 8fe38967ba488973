"""The log of decisions: only what means something gets in, and the log alone says what stands."""

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.ledger.judgements import latest
from sayso.ledger.store import Ledger
from sayso.records.ids import judgement_id
from sayso.records.judgement import Judgement
from tests.ledger.factory import a_run, an_outcome

_reading = an_outcome().reading
SUBJECT = _reading.statements[0].id if _reading else ""
ACCEPT = Judgement("ju1_1", SUBJECT, "accept", "ada", "2031-01-01T00:00:00Z")
REJECT = Judgement("ju1_2", SUBJECT, "reject", "bo", "2031-01-02T00:00:00Z")
UNDO = Judgement("ju1_3", SUBJECT, "undo", "ada", "2031-01-03T00:00:00Z", undoes=REJECT.id)
REDO = Judgement("ju1_4", SUBJECT, "undo", "ada", "2031-01-04T00:00:00Z", undoes=UNDO.id)


def judged(path: Path) -> Ledger:
    ledger = Ledger(path)
    with ledger.writer() as writer:
        writer.add(an_outcome(), a_run())
    return ledger


@pytest.mark.parametrize(
    ("log", "stands"),
    [
        ([], None),
        ([ACCEPT], ACCEPT),
        ([ACCEPT, REJECT], REJECT),
        ([ACCEPT, REJECT, UNDO], ACCEPT),
        ([ACCEPT, REJECT, UNDO, REDO], REJECT),
        ([REJECT, UNDO], None),
    ],
)
def test_what_stands_follows_from_the_log(log: list[Judgement], stands: Judgement | None) -> None:
    assert latest(log) == stands


@pytest.mark.parametrize(
    "wrong",
    [
        replace(ACCEPT, decision="praise"),  # type: ignore[arg-type]  # wrong on purpose
        replace(ACCEPT, id="1"),
        replace(ACCEPT, judge=" "),
        replace(ACCEPT, subject="st1_0"),
        replace(ACCEPT, replacement="st1_0"),
        replace(ACCEPT, undoes="ju1_0"),
        replace(ACCEPT, decision="fix"),
        replace(ACCEPT, decision="undo"),
        replace(UNDO, undoes="ju1_0"),
    ],
)
def test_a_judgement_that_means_nothing_is_refused(path: Path, wrong: Judgement) -> None:
    with judged(path) as ledger:
        with pytest.raises(UsageError):
            ledger.judge(wrong)
        assert ledger.judgements(SUBJECT) == []


def test_a_judgement_is_appended_once(path: Path) -> None:
    with judged(path) as ledger:
        assert ledger.judge(ACCEPT)
        assert not ledger.judge(ACCEPT)
        with pytest.raises(UsageError, match="never changed"):
            ledger.judge(replace(ACCEPT, decision="reject"))
        assert ledger.judgements(SUBJECT) == [ACCEPT]


def test_a_new_run_leaves_judgements_standing(path: Path) -> None:
    with judged(path) as ledger, ledger.writer() as writer:
        ledger.judge(replace(ACCEPT, id=judgement_id()))
        writer.add(an_outcome(run=a_run("two")), a_run("two"))
        assert [row.decision for row in ledger.statements()] == ["accept"]
