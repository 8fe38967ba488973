"""``sayso camps``: what is declared against who is there."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.app import app
from sayso.errors import UsageError
from sayso.ledger.store import Ledger
from tests.ledger.factory import a_judged_outcome, a_run

DECLARED = """
[schemes.side.camps.palace]
members = [{ name = "ada rene", from = 2030-01-01, cited = "register" }, { name = "Zed Or", to = 2029-12-31 }]
[schemes.region.camps.north]
members = [{ name = "Bo Lund" }]
[[parts]]
whole = "Aurel Tarr"
part = "the Upper Court"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Ledger(tmp_path / "sayso.db") as opened, opened.writer() as writer:
        writer.add(a_judged_outcome(), a_run())
    (tmp_path / "sayso.toml").write_text(DECLARED, encoding="utf-8")
    return tmp_path


def sayso(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["camps", *arguments, "--ledger", str(folder / "sayso.db")])


def rows(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(sayso(folder, *arguments, "--format", "json").stdout)
    return found


def test_members_are_found_or_not_with_days_and_where_that_is_cited(folder: Path) -> None:
    told = [(row["what"], row["member"], row["found"], row["from"], row["to"], row["cited"]) for row in rows(folder)]
    assert told[:2] == [
        ("member", "ada rene", "Ada Re\u0301ne", "2030-01-01", None, "register"),
        ("not found", "Zed Or", None, None, "2029-12-31", None),
    ]


def test_who_has_no_camp_is_listed_for_each_scheme(folder: Path) -> None:
    without = [(row["scheme"], row["found"]) for row in rows(folder) if row["what"] == "without a camp"]
    assert ("region", "Ada Re\u0301ne") in without
    assert ("side", "Ada Re\u0301ne") not in without


def test_one_scheme_alone(folder: Path) -> None:
    assert {row["scheme"] for row in rows(folder, "--scheme", "region")} == {"region", None}
    with_none = sayso(folder, "--scheme", "sides")
    assert isinstance(with_none.exception, UsageError)
    assert "side, region" in str(with_none.exception)


def test_parts_are_listed_with_their_wholes(folder: Path) -> None:
    (part,) = (row for row in rows(folder) if row["what"] == "part")
    assert (part["camp"], part["member"], part["found"]) == ("Aurel Tarr", "the Upper Court", None)


def test_csv_has_the_same_rows(folder: Path) -> None:
    read = list(csv.DictReader(io.StringIO(sayso(folder, "--format", "csv").stdout)))
    assert [row["what"] for row in read] == [row["what"] for row in rows(folder)]


def test_the_table_shows_schemes_side_by_side(folder: Path) -> None:
    shown = sayso(folder).stdout
    for words in ("MEMBERS FOUND (2)", "DECLARED, NOT FOUND (1)", "in side", "in region", "WITHOUT A CAMP", "PARTS"):
        assert words in shown


def test_without_a_file_it_says_where_to_write_one(folder: Path) -> None:
    (folder / "sayso.toml").unlink()
    told = str(sayso(folder).exception)
    assert "sayso.toml" in told
    assert "sayso camps --help" in told


def test_a_mistake_has_its_line_and_column(folder: Path) -> None:
    (folder / "sayso.toml").write_text(DECLARED.replace("cited =", "sighted ="), encoding="utf-8")
    assert "line 3, column 52: schemes.side.camps.palace.members[0].sighted" in str(sayso(folder).exception)
