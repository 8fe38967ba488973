"""The commands as a user runs them."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest

from sayso.records.contract import schema
from tests.cli.running import COMMANDS, COVERAGE, environment, sayso

NOTES, WORDS, KILLS = 1000, 40, 20


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("cli") / "sayso.db")
    done = sayso("add", str(COVERAGE), "--ledger", path)
    assert done.returncode == 0, done.stderr
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(command: str) -> None:
    shown = sayso(command, "--help")
    assert shown.returncode == 0
    assert f"sayso {command}" in shown.stdout
    assert "Examples" in shown.stdout


def test_extract_keeps_order_and_fits_its_schema() -> None:
    ran = sayso("extract", stdin=COVERAGE.read_text(encoding="utf-8") + "broken\n")
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    ids = [json.loads(line)["id"] for line in COVERAGE.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == [*ids, None]
    for line in lines:
        jsonschema.validate(line, schema())
    assert lines[-1]["outcome"] == "failed"
    assert ran.returncode == 1


def test_two_workers_read_what_one_reads() -> None:
    one = sayso("extract", str(COVERAGE), "--workers", "1")
    two = sayso("extract", str(COVERAGE), "--workers", "2")
    assert one.stdout == two.stdout
    assert one.returncode == two.returncode == 0


def test_read_shows_source_cue_and_content(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("“We stay,” said Ada Roe.", encoding="utf-8")
    shown = sayso("read", str(story)).stdout
    assert "Ada Roe said" in shown
    assert "“We stay,”" in shown
    assert "machine-coded, unreviewed" in shown


def test_read_as_jsonl_is_extract(tmp_path: Path) -> None:
    assert sayso("read", str(COVERAGE), "--format", "jsonl").stdout == sayso("extract", str(COVERAGE)).stdout


def test_adding_again_adds_nothing(ledger: str) -> None:
    again = sayso("add", str(COVERAGE), "--ledger", ledger)
    assert "already read by this run" in again.stderr
    assert again.returncode == 0


def test_about_names_its_denominators_and_its_evidence(ledger: str) -> None:
    shown = sayso("about", "Corin Vasarel", "--ledger", ledger).stdout
    assert "machine-coded, unreviewed" in shown
    assert "Rests on 24 articles" in shown
    assert "statements name Corin Vasarel" in shown


def test_about_nobody_says_so(ledger: str) -> None:
    assert "No statement names Nobody Atall" in sayso("about", "Nobody Atall", "--ledger", ledger).stdout


@pytest.mark.parametrize("how", ["json", "jsonl", "csv", "table"])
def test_statements_in_every_format(ledger: str, how: str) -> None:
    shown = sayso("statements", "--source", "Vasarel", "--format", how, "--ledger", ledger)
    assert shown.returncode == 0
    assert "Vasarel" in shown.stdout


@pytest.mark.parametrize("what", ["statements", "articles", "runs"])
def test_export_writes_rows(ledger: str, what: str, tmp_path: Path) -> None:
    for name in ("out.csv", "out.jsonl"):
        assert sayso("export", what, "--ledger", ledger, "--output", str(tmp_path / name)).returncode == 0
    rows = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert rows
    assert json.loads(rows[0])["id"]


def test_verify_proves_the_ledger(ledger: str) -> None:
    proved = sayso("verify", "--ledger", ledger)
    assert proved.returncode == 0
    assert "everything holds" in proved.stderr


def test_doctor_explains(ledger: str) -> None:
    shown = sayso("doctor", "--ledger", ledger)
    assert shown.returncode == 0
    assert "Ada Roe" in shown.stdout


def test_a_missing_ledger_is_exit_code_3(tmp_path: Path) -> None:
    ran = sayso("about", "Vasarel", "--ledger", str(tmp_path / "none.db"))
    assert ran.returncode == 3
    assert "sayso add" in " ".join(ran.stderr.split())  # lines are folded


def test_a_wrong_call_is_exit_code_2() -> None:
    assert sayso("statements", "--nonsense").returncode == 2
    assert sayso("add", "x.txt", "--genre", "poem").returncode == 2


def test_hostile_text_cannot_steer_the_terminal(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("“We \x1b[31mstay [bold]x[/bold],” said Ada Roe.", encoding="utf-8")
    shown = sayso("read", str(story)).stdout
    assert "\x1b" not in shown
    assert "[bold]" in shown


def note(number: int) -> dict[str, str]:
    filler = " ".join(f"word{(number * 7 + n) % 97}" for n in range(WORDS - 8))
    return {"id": f"n{number}", "text": f"“We stay {number},” said Ada Roe. {filler}."}


def test_a_killed_add_loses_nothing_and_is_completed_by_running_again(tmp_path: Path) -> None:
    notes, ledger = tmp_path / "notes.jsonl", str(tmp_path / "sayso.db")
    notes.write_text("\n".join(json.dumps(note(n)) for n in range(NOTES)), encoding="utf-8")
    command = [sys.executable, "-m", "sayso", "add", str(notes), "--ledger", ledger, "--log", "--workers", "1"]
    acknowledged: set[str] = set()
    pause = random.Random(7)
    for _ in range(KILLS):
        child = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment()
        )
        assert child.stdout is not None
        first = next((line for line in child.stdout if line.startswith("done")), "")
        time.sleep(pause.uniform(0, 0.2))
        child.send_signal(signal.SIGKILL)
        out, _ = child.communicate()
        done = [line for line in [first, *out.splitlines()] if line.startswith("done") and line.rstrip().count(" id ")]
        acknowledged |= {line.split(" id ")[1].strip() for line in done[: -1 if not out.endswith("\n") else None]}
    stored = stored_ids(ledger)
    assert acknowledged <= stored
    assert acknowledged
    assert sayso("add", str(notes), "--ledger", ledger).returncode == 0
    assert stored_ids(ledger) == {f"n{n}" for n in range(NOTES)}
    assert sayso("verify", "--ledger", ledger).returncode == 0


def stored_ids(ledger: str) -> set[str]:
    out = sayso("export", "articles", "--ledger", ledger, "--format", "jsonl").stdout
    return {json.loads(line)["given_id"] for line in out.splitlines()}
