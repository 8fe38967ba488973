"""A person decides, and what is listed and counted moves."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.app import app
from sayso.errors import UsageError
from sayso.ledger.store import Ledger
from sayso.records.position_filter import PositionFilter
from tests.ledger.factory import a_judged_outcome, a_run, judged_reading

FIRST, SECOND = (each.id for each in judged_reading().statements)


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = tmp_path / "sayso.db"
    with Ledger(path) as opened, opened.writer() as writer:
        writer.add(a_judged_outcome(), a_run())
    return str(path)


def sayso(*arguments: str, judge: str | None = "ada") -> Result:
    return CliRunner().invoke(app, arguments, env={"SAYSO_JUDGE": judge} if judge else {}, catch_exceptions=True)


def judge(ledger: str, *arguments: str) -> str:
    done = sayso("judge", *arguments, "--ledger", ledger)
    assert done.exit_code == 0, done.exception
    assert len(done.stdout.splitlines()) == 1
    return done.stdout


def listed(ledger: str, *arguments: str) -> list[dict[str, Any]]:
    shown = sayso("statements", *arguments, "--format", "jsonl", "--ledger", ledger)
    return [json.loads(line) for line in shown.stdout.splitlines()]


def counted(ledger: str) -> dict[str, int]:
    """Positions on Tarr by label, without those that a person rejected."""
    with Ledger(ledger) as opened:
        labels = [
            fact.label for fact in opened.positions(PositionFilter(), ["Aurel Tarr"]) if fact.decision != "reject"
        ]
    return {label: labels.count(label) for label in labels}


@pytest.mark.parametrize("decision", ["accept", "reject", "unsure"])
def test_a_decision_stands_in_the_listing_until_it_is_undone(ledger: str, decision: str) -> None:
    assert f"now {decision} by ada" in judge(ledger, FIRST, decision, "--note", "read twice")
    assert [row["judgement"] for row in listed(ledger)] == [decision, None]
    assert f"{decision} by ada taken back; now unreviewed" in judge(ledger, FIRST, "undo", "--judge", "bo")
    assert [row["judgement"] for row in listed(ledger)] == [None, None]
    with Ledger(ledger) as opened:
        assert [(each.judge, each.note) for each in opened.judgements(FIRST)] == [("ada", "read twice"), ("bo", None)]


def test_a_rejected_statement_no_longer_counts(ledger: str) -> None:
    assert counted(ledger) == {"critical": 1, "supportive": 1}
    judge(ledger, FIRST, "reject")
    assert counted(ledger) == {"supportive": 1}
    judge(ledger, FIRST, "undo")
    assert counted(ledger) == {"critical": 1, "supportive": 1}


def test_a_corrected_label_moves_the_counts(ledger: str) -> None:
    assert "now fix by ada" in judge(ledger, FIRST, "fix", "--label", "supportive", "--object", "Tarr")
    assert counted(ledger) == {"supportive": 2}
    judge(ledger, FIRST, "undo")
    assert counted(ledger) == {"critical": 1, "supportive": 1}


def test_corrected_words_are_listed_and_found(ledger: str) -> None:
    shown = judge(ledger, FIRST, "fix", "--source", "Bo Lund", "--content", "Tarr lied", "--form", "indirect")
    new = shown.split()[0]
    first = listed(ledger)[0]
    assert (first["id"], first["source"], first["content"], first["form"]) == (new, "Bo Lund", "Tarr lied", "indirect")
    assert [row["id"] for row in listed(ledger, "--source", "Lund")] == [new, SECOND]
    assert sayso("verify", "--ledger", ledger).exit_code == 0
    judge(ledger, new, "undo")
    assert listed(ledger)[0]["id"] == FIRST


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("st1_0", "accept"), "no statement st1_0"),
        ((FIRST, "undo"), "nothing to undo"),
        ((FIRST, "fix"), "--source, --cue, --content"),
        ((FIRST, "accept", "--content", "lied"), "a fix, and nothing else"),
        ((FIRST, "fix", "--content", "Tarr"), "2 times"),
        ((FIRST, "fix", "--object", "Tarr"), "--label"),
        ((FIRST, "accept", "--judge", " "), "not signed"),
    ],
)
def test_what_means_nothing_is_refused_and_changes_nothing(ledger: str, arguments: tuple[str, ...], told: str) -> None:
    done = sayso("judge", *arguments, "--ledger", ledger)
    assert isinstance(done.exception, UsageError)
    assert told in str(done.exception)
    with Ledger(ledger) as opened:
        assert opened.judgements(FIRST) == []


@pytest.mark.parametrize("arguments", [(FIRST, "praise"), (FIRST, "fix", "--label", "nice"), (FIRST,)])
def test_a_wrong_call_is_exit_code_2(ledger: str, arguments: tuple[str, ...]) -> None:
    assert sayso("judge", *arguments, "--ledger", ledger).exit_code == 2


def test_the_login_name_signs_where_nobody_is_named(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAYSO_JUDGE", raising=False)
    monkeypatch.setattr("getpass.getuser", lambda: "cleo")
    assert "now accept by cleo" in sayso("judge", FIRST, "accept", "--ledger", ledger, judge=None).stdout


def test_help_has_examples() -> None:
    shown = sayso("judge", "--help")
    assert shown.exit_code == 0
    assert "sayso judge st1_" in shown.stdout
    assert "Examples" in shown.stdout
