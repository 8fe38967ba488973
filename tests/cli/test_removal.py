"""``sayso retract`` and ``sayso forget``: shown first, asked, done; and refused when it comes again."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.app import app
from sayso.errors import UsageError
from tests.cli.running import sayso as started
from tests.ledger.factory import judged_reading
from tests.ledger.removed import about_ada, filled, rows_with

ARTICLE = judged_reading(about_ada()).article_id


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "sayso.db"
    filled(path)
    return path


def sayso(ledger: Path, *arguments: str, answer: str | None = None) -> Result:
    return CliRunner().invoke(app, [*arguments, "--ledger", str(ledger)], input=answer)


@pytest.mark.parametrize(
    ("command", "whom", "gone"), [("retract", ARTICLE, ARTICLE), ("forget", "Ada Réne", "Ada Réne")]
)
def test_it_shows_what_goes_and_asks(ledger: Path, command: str, whom: str, gone: str) -> None:
    before = rows_with(ledger, gone)
    refused = sayso(ledger, command, whom, answer="n\n")
    assert refused.exit_code == 1
    assert "cannot be undone" in refused.stdout
    assert rows_with(ledger, gone) == before
    assert sayso(ledger, command, whom, answer="y\n").exit_code == 0
    assert rows_with(ledger, gone) == []
    assert sayso(ledger, "verify").exit_code == 0


@pytest.mark.parametrize(("command", "whom"), [("retract", ARTICLE), ("forget", "Ada Réne")])
def test_yes_does_not_ask_and_again_there_is_nothing(ledger: Path, command: str, whom: str) -> None:
    assert sayso(ledger, command, whom, "--yes").exit_code == 0
    assert isinstance(sayso(ledger, command, whom, "--yes").exception, UsageError)


def test_without_an_answer_nothing_is_changed(ledger: Path) -> None:
    before = rows_with(ledger, ARTICLE)
    assert sayso(ledger, "retract", ARTICLE, answer="").exit_code == 1
    assert rows_with(ledger, ARTICLE) == before


def test_what_was_removed_is_refused_by_add_with_the_reason(tmp_path: Path) -> None:
    ledger, articles = str(tmp_path / "sayso.db"), tmp_path / "articles.jsonl"
    texts = {"a": "“We stay,” said Mara Holt.", "b": "“We go,” said Kim Ost."}
    lines = [json.dumps({"id": each, "text": text, "publisher": "The Beacon"}) for each, text in texts.items()]
    articles.write_text("\n".join(lines), encoding="utf-8")
    assert started("add", str(articles), "--ledger", ledger).returncode == 0
    assert started("forget", "Mara Holt", "--yes", "--ledger", ledger).returncode == 0
    assert started("retract", "b", "--yes", "--ledger", ledger).returncode == 0
    again = started("add", str(articles), "--ledger", ledger, "--log")
    assert "was retracted on 20" in again.stdout
    assert rows_with(Path(ledger), "Mara", "Holt", "Kim Ost") == []
    new = tmp_path / "new.txt"
    new.write_text("Mara Holt has left Norr.", encoding="utf-8")
    assert "names somebody who was forgotten on 20" in started("add", str(new), "--ledger", ledger, "--log").stdout
    assert started("verify", "--ledger", ledger).returncode == 0
    assert rows_with(Path(ledger), "Mara", "Holt") == []
