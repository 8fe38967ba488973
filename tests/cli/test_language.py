"""The commands and texts that are not English."""

import json
from pathlib import Path

import jsonschema
import pytest

from sayso.records.contract import schema
from tests.cli.running import sayso
from tests.languages import PROSE


@pytest.fixture
def french(tmp_path: Path) -> str:
    path = tmp_path / "port.txt"
    path.write_text(PROSE["fr"], encoding="utf-8")
    return str(path)


def test_read_skips_it_and_says_how_to_read_it(french: str) -> None:
    ran = sayso("read", french)
    assert ran.returncode == 0
    assert "the text is French (fr), Sayso reads English; --any-language" in ran.stderr


@pytest.mark.parametrize("how", ["table", "json", "csv"])
def test_read_warns_of_what_it_reads_all_the_same(french: str, how: str) -> None:
    assert (
        "port.txt: French: the figures hold for English only"
        in sayso("read", french, "--any-language", "-f", how).stderr
    )


def test_extract_flags_it() -> None:
    articles = [
        {"id": "a", "text": PROSE["fr"]},
        {"id": "b", "text": "He said so.", "language": "de"},
        {"id": "c", "text": "He said so."},
    ]
    stdin = "\n".join(json.dumps(article) for article in articles)
    skipped = [json.loads(line) for line in sayso("extract", stdin=stdin).stdout.splitlines()]
    read = [json.loads(line) for line in sayso("extract", "--any-language", stdin=stdin).stdout.splitlines()]
    assert [line["outcome"] for line in skipped] == ["skipped", "skipped", "done"]
    assert [line["language"] for line in read] == [
        {"code": "fr", "basis": "detected"},
        {"code": "de", "basis": "given"},
        {"code": None, "basis": "detected"},
    ]
    for line in (*skipped, *read):
        jsonschema.validate(line, schema())


def test_the_summary_of_add_tells_both(french: str, tmp_path: Path) -> None:
    ledger = str(tmp_path / "sayso.db")
    assert "skipped 1: the text is French (fr)" in sayso("add", french, "--ledger", ledger).stderr
    told = sayso("add", french, "--language", "it-IT", "--ledger", ledger).stderr
    assert "skipped 1: the text is Italian (it) by its metadata" in told
    again = sayso("add", french, "--ledger", ledger, "--any-language")
    assert "done 1 in French: the figures hold for English only" in again.stderr
    assert "1 not English (French 1)" in sayso("about", "Carpentier", "--ledger", ledger).stdout
    row = json.loads(sayso("export", "articles", "--ledger", ledger).stdout)
    assert (row["language"], row["text_language"], row["text_language_basis"]) == (None, "fr", "detected")
