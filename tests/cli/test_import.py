"""``sayso import`` as a user calls it: a report first, judgements only when they are asked for."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.app import app
from sayso.errors import LedgerError, UsageError
from sayso.ledger.store import Ledger
from tests.ledger.factory import a_judged_outcome, a_run, judged_reading

FIRST, SECOND = (each.id for each in judged_reading().statements)


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = tmp_path / "sayso.db"
    with Ledger(path) as opened, opened.writer() as writer:
        writer.add(a_judged_outcome(), a_run())
    return str(path)


@pytest.fixture
def corrected(ledger: str, tmp_path: Path) -> Path:
    """A folder of brat's in which the second statement is rejected and the first one's content is shorter."""
    folder = tmp_path / "brat"
    assert sayso("export", "--format", "brat", "-o", str(folder), "--ledger", ledger).exit_code == 0
    (lines,) = folder.glob("*.ann")
    kept = []
    for line in lines.read_text(encoding="utf-8").split("\n"):
        if line.startswith("T1\t"):
            head, _, words = line.partition("\tTarr")
            label, start, _ = head.split("\t")[1].split()
            line = f"T1\t{label} {start} {int(start) + 9}\tTarr lied"
            assert words
        kept.append(f"{line} too long" if line.endswith(FIRST) and "T1\t" in line else line)
        if line.startswith("T5\t"):
            kept.append("A99\tDecision T5 reject")
    lines.write_text("\n".join(kept), encoding="utf-8", newline="")
    return folder


def sayso(*arguments: str, judge: str | None = "ada") -> Result:
    return CliRunner().invoke(app, arguments, env={"SAYSO_JUDGE": judge} if judge else {})


def decisions(ledger: str) -> list[tuple[str, str, str | None]]:
    with Ledger(ledger) as opened:
        assert list(opened.verify()) == []
        return [(j.judge, j.decision, j.note) for each in (FIRST, SECOND) for j in opened.judgements(each)]


def test_by_default_it_is_only_shown(ledger: str, corrected: Path) -> None:
    done = sayso("import", str(corrected), "--ledger", ledger, "--format", "jsonl")
    assert done.exit_code == 0, done.exception
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert (first["statement"], first["change"]) == (FIRST, "fix")
    assert first["told"] == "content 'Tarr lied 😀 about wages' -> 'Tarr lied'"
    assert (first["judgement"], first["note"]) == (None, "too long")
    assert (second["statement"], second["change"]) == (SECOND, "reject")
    assert "would be appended as ada's judgements; --apply does it" in " ".join(done.stderr.split())
    assert decisions(ledger) == []


def test_applied_it_is_signed_noted_and_undone_like_any_judgement(ledger: str, corrected: Path) -> None:
    done = sayso("import", str(corrected), "--apply", "--coder", "Ada Roe", "--ledger", ledger)
    assert done.exit_code == 0, done.exception
    assert decisions(ledger) == [("Ada Roe", "fix", "too long"), ("Ada Roe", "reject", None)]
    assert sayso("judge", FIRST, "undo", "--ledger", ledger).exit_code == 0
    with Ledger(ledger) as opened:
        row = opened.statement(FIRST)
        assert row
        assert row.statement.content_text == "Tarr lied 😀 about wages"


def test_again_nothing_is_appended(ledger: str, corrected: Path) -> None:
    for _ in range(2):
        done = sayso("import", str(corrected), "--apply", "--ledger", ledger)
        assert done.exit_code == 0, done.exception
    assert "nothing to append" in done.stderr
    assert "2 already so" in done.stderr
    assert len(decisions(ledger)) == 2


def test_the_rest_is_accepted_when_asked(ledger: str, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert sayso("export", "--format", "doccano", "-o", str(out), "--ledger", ledger).exit_code == 0
    assert sayso("import", str(out), "--accept-rest", "--apply", "--ledger", ledger).exit_code == 0
    assert [each[1] for each in decisions(ledger)] == ["accept", "accept"]


def test_what_cannot_be_taken_is_exit_code_1_and_the_rest_is_taken(ledger: str, corrected: Path) -> None:
    (corrected / "broken.json").write_text("{", encoding="utf-8")
    done = sayso("import", str(corrected), "--apply", "--ledger", ledger, "--format", "csv")
    assert done.exit_code == 1
    assert "left alone" in done.stdout
    assert "1 left alone" in done.stderr
    assert len(decisions(ledger)) == 2


def test_hostile_words_cannot_steer_a_terminal(ledger: str, corrected: Path) -> None:
    (lines,) = corrected.glob("*.ann")
    lines.write_text(lines.read_text(encoding="utf-8") + "T77\tEvil\x1b[2J 0 2\tOn\n", encoding="utf-8", newline="")
    assert "\x1b" not in sayso("import", str(corrected), "--ledger", ledger).output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(("--as", "conll"), "is not taken back"), (("--as", "xml"), "is not taken back"), (("--coder", " "), "--coder")],
)
def test_a_wrong_call_says_what_to_do(ledger: str, corrected: Path, arguments: tuple[str, ...], told: str) -> None:
    done = sayso("import", str(corrected), *arguments, "--ledger", ledger)
    assert isinstance(done.exception, UsageError)
    assert told in str(done.exception)


def test_without_a_ledger_there_is_nothing_to_compare_with(corrected: Path, tmp_path: Path) -> None:
    done = sayso("import", str(corrected), "--ledger", str(tmp_path / "none.db"))
    assert isinstance(done.exception, LedgerError)
