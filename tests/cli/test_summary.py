"""Progress without a terminal, and the summary as a file."""

import csv
import json
from contextlib import suppress
from pathlib import Path

import pytest

from sayso.cli.summary import Tally, progress
from sayso.cli.summary_file import COLUMNS, SummaryFile
from sayso.errors import UsageError
from sayso.records.article import Article
from sayso.records.ids import of_article
from sayso.records.language import Language
from sayso.records.reading import Item, Outcome
from tests.cli.running import sayso

NOTE = Article("“We stay,” said Ada Roe.")
OUTCOMES = (
    Outcome(
        Item("=cmd()", 2, "a,1", article=NOTE), "skipped", reason="two\nlines", language=Language("fr", "detected")
    ),
    Outcome(Item("caf\udce9.txt", error='no "text"'), "failed", reason='no "text"'),
    Outcome(Item("lone.jsonl", 1, article=Article("\ud800")), "failed", reason="a lone surrogate"),
)
ROWS: list[list[object]] = [
    ["=cmd()", 2, "a,1", "skipped", "two\nlines", *of_article(NOTE)[:2], None, "fr"],
    ["caf\\udce9.txt", None, None, "failed", 'no "text"', None, None, None, None],
    ["lone.jsonl", 1, None, "failed", "a lone surrogate", None, None, None, None],
]


def written(path: Path, outcomes: tuple[Outcome, ...] = OUTCOMES) -> list[list[object]]:
    """The rows of the file, read back by another reader."""
    with SummaryFile(path) as file:
        for outcome in outcomes:
            file.add(outcome)
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".csv":
        header, *rows = csv.reader(text.splitlines(keepends=True))
        assert header == list(COLUMNS)
        return [list(row) for row in rows]
    read = json.loads(text) if path.suffix == ".json" else [json.loads(line) for line in text.split("\n")[:-1]]
    return [[row[name] for name in COLUMNS] for row in read]


@pytest.mark.parametrize("name", ["s.json", "s.jsonl", "s.csv"])
def test_each_item_stands_in_the_summary_with_its_reason(tmp_path: Path, name: str) -> None:
    expected = [list(row) for row in ROWS]
    if name.endswith("csv"):
        expected = [["" if value is None else str(value) for value in row] for row in ROWS]
        expected[0][0] = "'=cmd()"
    assert written(tmp_path / name) == expected
    assert [each.name for each in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["s.json", "s.jsonl", "s.csv"])
def test_a_summary_of_nothing_is_a_file_all_the_same(tmp_path: Path, name: str) -> None:
    assert written(tmp_path / name, ()) == []


def test_a_run_that_breaks_off_keeps_its_rows_and_one_that_is_killed_the_file_before(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    with suppress(KeyboardInterrupt), SummaryFile(path) as file:
        file.add(OUTCOMES[0])
        raise KeyboardInterrupt
    with SummaryFile(path) as going:
        going.add(OUTCOMES[1])
        kept, part = (each.read_text(encoding="utf-8") for each in (path, tmp_path / "s.jsonl.part"))
    assert [json.loads(each)["outcome"] for each in (kept, part)] == ["skipped", "failed"]


def test_a_summary_that_cannot_be_written_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot write the summary"):
        SummaryFile(tmp_path / "none" / "s.csv")
    ran = sayso("add", "x.txt", "--ledger", str(tmp_path / "sayso.db"), "--summary", str(tmp_path / "s.xlsx"))
    assert ran.returncode == 2
    assert not (tmp_path / "sayso.db").exists()


@pytest.mark.parametrize(("total", "first"), [(3, "1 of 3 articles"), (None, "1 articles")])
def test_without_a_terminal_progress_is_told_in_lines(
    total: int | None, first: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with progress(total, Tally(), every=0) as shown:
        for outcome in OUTCOMES:
            shown.add(outcome)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == first
    assert len(lines) == len(OUTCOMES)
    assert " a second" in lines[-1]


def test_lines_of_progress_keep_their_distance(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(3, Tally()) as shown:
        for outcome in OUTCOMES:
            shown.add(outcome)
    assert capsys.readouterr().err == ""
