"""The commands and files of every kind."""

import json
from pathlib import Path

import pytest

from sayso.ledger.store import Ledger
from tests.cli.running import sayso
from tests.ingest.files import LEDE, PROSE, docx, page, zipped

TABLE = b'nr,Body,date\n1,"Ada Roe said on Monday that the mill would stay open.",04/05/2031\n2,Bo Lund said no.,2031-04-06\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    (made / "mill.html").write_bytes(page('<meta property="article:published_time" content="2031-04-05">'))
    (made / "mill.docx").write_bytes(docx(*PROSE))
    (made / "press.zip").write_bytes(zipped({"t.csv": TABLE, "x.css": b"p {}"}))
    return made


def rows(ledger: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in sayso("export", "articles", "--ledger", ledger).stdout.splitlines()]


def test_a_folder_of_files_goes_in_with_an_outcome_for_each(folder: Path, tmp_path: Path) -> None:
    ledger = str(tmp_path / "sayso.db")
    ran = sayso("add", str(folder), "--ledger", ledger, "--log", "--updated", "2031-05-01")
    assert ran.returncode == 1
    told = [tuple(line.split("\t")[:2]) for line in ran.stdout.splitlines()]
    assert told == [
        ("done", "mill.docx"),
        ("done", "mill.html"),
        ("failed", "press.zip/t.csv line 2"),
        ("done", "press.zip/t.csv line 3"),
        ("skipped", "press.zip/x.css"),
    ]
    assert "columns guessed: text=Body" in ran.stderr
    assert "--dates dmy" in ran.stderr
    assert sorted(str(row["published"]) for row in rows(ledger)) == ["2031-04-05", "2031-04-06", "None"]


def test_a_table_goes_in_as_told_and_twice_changes_nothing(folder: Path, tmp_path: Path) -> None:
    ledger = str(tmp_path / "sayso.db")
    options = ("--map", "text=Body,published=date", "--map", "id=nr", "--dates", "dmy", "--ledger", ledger)
    first = sayso("add", str(folder / "press.zip"), *options)
    assert (first.returncode, "guessed" in first.stderr) == (0, False)
    assert [(row["given_id"], row["published"]) for row in rows(ledger)] == [("1", "2031-05-04"), ("2", "2031-04-06")]
    assert "already read" in sayso("add", str(folder / "press.zip"), *options).stderr


def test_bytes_are_kept_by_two_workers_too(folder: Path, tmp_path: Path) -> None:
    ledger = str(tmp_path / "sayso.db")
    sayso("add", str(folder), "--ledger", ledger, "--keep-raw", "--workers", "2", "--dates", "mdy")
    with Ledger(ledger) as opened:
        kept = {row.version_id: opened.raw(row.version_id) for row in opened.articles()}
        assert (folder / "mill.html").read_bytes() in kept.values()
        assert (folder / "mill.docx").read_bytes() in kept.values()
        assert None not in kept.values()
        assert list(opened.verify()) == []


@pytest.mark.parametrize(("option", "value"), [("--map", "body"), ("--map", "nothing=x"), ("--dates", "ydm")])
def test_an_option_that_means_nothing_is_a_wrong_call(folder: Path, option: str, value: str) -> None:
    assert sayso("read", str(folder), option, value).returncode == 2


def test_a_page_is_read_without_a_ledger(folder: Path) -> None:
    ran = sayso("read", str(folder / "mill.html"))
    assert ran.returncode == 0
    assert LEDE.split(" said")[0] in ran.stdout
