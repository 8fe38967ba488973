"""``sayso export`` as a user calls it."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.annotations.formats import TOOLS
from sayso.cli.app import app
from sayso.errors import UsageError
from sayso.export.dictionary import TABLES, markdown
from sayso.ledger.store import Ledger
from sayso.records.article import Metadata
from tests.ledger.factory import ACCUSED, a_judged_outcome, a_run, an_outcome

URL = "https://beacon.example/tarr"


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = tmp_path / "sayso.db"
    with Ledger(path) as opened, opened.writer() as writer:
        writer.add(a_judged_outcome("a", metadata=Metadata(title="=Tarr", url=URL, publisher="The Beacon")), a_run())
        writer.add(an_outcome(given_id="b"), a_run())
    return str(path)


def export(ledger: str, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["export", *arguments, "--ledger", ledger])


@pytest.mark.parametrize(("what", "rows"), [("statements", 3), ("positions", 2), ("articles", 2), ("runs", 1)])
@pytest.mark.parametrize("ending", ["jsonl", "csv"])
def test_tables_in_every_format(ledger: str, tmp_path: Path, what: str, rows: int, ending: str) -> None:
    out = tmp_path / f"out.{ending}"
    done = export(ledger, what, "-o", str(out))
    assert done.exit_code == 0, done.exception
    with out.open(encoding="utf-8", newline="") as file:
        read = list(csv.DictReader(file)) if ending == "csv" else [json.loads(line) for line in file]
    assert [list(row) for row in read] == [list(TABLES[what])] * rows


@pytest.mark.parametrize("what", ["statements", "positions", "articles", "runs"])
def test_parquet_holds_what_json_lines_holds(ledger: str, tmp_path: Path, what: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra parquet")
    out = tmp_path / "out.parquet"
    assert export(ledger, what, "-o", str(out)).exit_code == 0
    rows = [json.loads(line) for line in export(ledger, what).stdout.splitlines()]
    assert parquet.read_table(out).to_pylist() == rows


def test_protected_goes_into_every_format_of_tables(ledger: str, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra parquet")
    out = tmp_path / "out.parquet"
    assert export(ledger, "--protected", "-o", str(out)).exit_code == 0
    assert parquet.read_schema(out).names == list(TABLES["protected"])
    assert parquet.read_table(out).num_rows == 2


@pytest.mark.parametrize("tool", [each for each in TOOLS.values() if each.together], ids=lambda each: each.name)
def test_together_in_one_file_or_on_a_stream(ledger: str, tmp_path: Path, tool: object) -> None:
    name = tool.name  # type: ignore[attr-defined]
    out = tmp_path / "out"
    done = export(ledger, "--format", name, "-o", str(out))
    assert done.exit_code == 0, done.exception
    assert out.read_text(encoding="utf-8") == export(ledger, "-f", name).stdout
    assert "2 articles" in done.stderr


@pytest.mark.parametrize("tool", [each for each in TOOLS.values() if not each.together], ids=lambda each: each.name)
def test_files_for_each_article_in_a_folder(ledger: str, tmp_path: Path, tool: object) -> None:
    out = tmp_path / "new" / "folder"
    done = export(ledger, "--format", tool.name, "-o", str(out))  # type: ignore[attr-defined]
    assert done.exit_code == 0, done.exception
    made = sorted(each.name for each in out.iterdir())
    for suffix in tool.suffixes:  # type: ignore[attr-defined]
        assert sum(each.startswith("ve1_") and each.endswith(suffix) for each in made) == 2
    assert set(tool.beside()) <= set(made)  # type: ignore[attr-defined]


def test_brats_text_is_the_articles_bytes(ledger: str, tmp_path: Path) -> None:
    assert export(ledger, "-f", "brat", "--article", URL, "-o", str(tmp_path / "b")).exit_code == 0
    (text,) = (tmp_path / "b").glob("*.txt")
    assert text.read_bytes() == ACCUSED.encode()


def test_what_a_tool_needs_is_written_beside(ledger: str, tmp_path: Path) -> None:
    assert export(ledger, "-f", "label-studio", "-o", str(tmp_path / "tasks.json")).exit_code == 0
    assert '<Relation value="of"/>' in (tmp_path / "label-studio.xml").read_text(encoding="utf-8")
    assert len(json.loads((tmp_path / "tasks.json").read_text(encoding="utf-8"))) == 2


@pytest.mark.parametrize("name", [URL, "b"])
def test_one_article_by_url_or_given_id(ledger: str, name: str) -> None:
    assert len(export(ledger, "-f", "doccano", "--article", name).stdout.splitlines()) == 1


def test_the_dictionary_is_printed_or_written_beside(ledger: str, tmp_path: Path) -> None:
    assert export(ledger, "--dictionary").stdout == markdown()
    assert export("none.db", "--dictionary").exit_code == 0
    assert export(ledger, "runs", "-o", str(tmp_path / "runs.csv"), "--dictionary").exit_code == 0
    assert (tmp_path / "runs.csv.dictionary.md").read_text(encoding="utf-8") == markdown()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--format", "xml"), "no format"),
        (("--format", "brat"), "name a folder"),
        (("--format", "parquet"), "--output"),
        (("statements", "--format", "brat", "-o", "x"), "no table"),
        (("--protected", "--format", "brat", "-o", "x"), "no table"),
        (("statements", "--protected"), "positions alone"),
        (("statements", "--article", "b"), "for annotators"),
        (("--format", "doccano", "--article", "nowhere"), "no article nowhere"),
        (("-o", "none/such/folder.csv"), "cannot write"),
    ],
)
def test_a_wrong_call_says_what_to_do(ledger: str, arguments: tuple[str, ...], told: str) -> None:
    done = export(ledger, *arguments)
    assert isinstance(done.exception, UsageError)
    assert told in str(done.exception)
