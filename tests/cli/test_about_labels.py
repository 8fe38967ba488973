"""What people are called, in ``sayso about``, on a ledger made by hand."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from sayso.answers.as_json import schema
from sayso.cli.app import app
from sayso.ledger.store import Ledger
from sayso.records.article import Metadata
from tests.cli.test_about import about
from tests.ledger.factory import ACCUSED, a_judged_outcome, a_run, an_outcome

ADA = "Ada Re\u0301ne"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """The same words in two articles."""
    path = tmp_path / "sayso.db"
    with Ledger(path) as opened, opened.writer() as writer:
        writer.add(a_judged_outcome("one", metadata=Metadata(publisher="Herald \x1b[31m", genre="news")), a_run())
        writer.add(a_judged_outcome("two", text=f"{ACCUSED} It rained."), a_run())
    return path


def fields(ledger: Path, *arguments: str) -> dict[str, Any]:
    ran = about(ledger, *arguments, "--format", "json")
    assert ran.exception is None, ran.exception
    found: dict[str, Any] = json.loads(ran.stdout)
    jsonschema.validate(found, schema())
    return found


def block(shown: str) -> list[str]:
    return shown[shown.index("LABELS IN THE TEXT") :].split("\n\n")[0].splitlines()


def _places(words: str) -> str:
    at = ACCUSED.index(words)
    return " ".join([f"[{at},{at + len(words)})"] * 2)


def test_the_page_says_who_uses_a_label_of_whom_and_who_disputes_it(ledger: Path) -> None:
    shown = about(ledger, "Tarr").stdout
    assert block(shown) == [
        "LABELS IN THE TEXT (4 labels in 2 articles; a label is no camp)",
        f"  “wages”: Bo Lund, of Aurel Tarr; disputed by {ADA}  {_places('wages')} in 2 articles",
        f"  “about”: {ADA}, of Aurel Tarr  {_places('about')} in 2 articles",
        f"  “fine”: the writer, of Aurel Tarr, in scare quotes  {_places('fine')} in 2 articles",
        f"  “lied”: {ADA}, of themselves  {_places('lied')} in 2 articles",
    ]  # fmt: skip
    assert "\x1b" not in shown


def test_the_block_is_bounded(ledger: Path) -> None:
    assert block(about(ledger, "Tarr", "--limit", "1").stdout)[2:] == ["  … and 3 more (--limit 0 shows all)"]


def test_the_json_has_every_use_with_its_place(ledger: Path) -> None:
    found = fields(ledger, "Tarr")["labels"]
    assert (found["articles"], found["uses"]) == (2, 8)
    assert [(each["text"], each["concerns"], each["of"], each["holder"], each["by"], each["own"]) for each in found["labels"]] == [
        ("wages", "asked", "Aurel Tarr", "speaker", "Bo Lund", False), ("about", "asked", "Aurel Tarr", "speaker", ADA, False),
        ("fine", "asked", "Aurel Tarr", "writer", None, False), ("lied", "other", ADA, "speaker", ADA, True),
    ]  # fmt: skip
    for use in (use for each in found["labels"] for use in each["uses"]):
        for placed in (use, use["distance"]):
            assert placed is None or ACCUSED[placed["span"][0] : placed["span"][1]] == placed["text"]


def test_a_label_makes_nobody_critic_supporter_or_member(ledger: Path) -> None:
    found = fields(ledger, "Tarr")
    without = {key: value for key, value in found.items() if key != "labels"}
    assert found["camps"] == []
    assert "wages" not in json.dumps([without[each] for each in ("camps", "elsewhere")])


def test_an_article_without_a_label_has_no_block(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    made = a_judged_outcome()
    assert made.reading
    bare = tuple(replace(each, labels=()) for each in made.reading.actors)
    with Ledger(path) as opened, opened.writer() as writer:
        writer.add(replace(made, reading=replace(made.reading, actors=bare)), a_run())
    assert "LABELS" not in about(path, "Tarr").stdout
    assert fields(path, "Tarr")["labels"] == {"articles": 0, "uses": 0, "labels": []}


def test_the_filter_of_the_question_holds_for_labels(ledger: Path) -> None:
    assert fields(ledger, "Tarr", "--genre", "news")["labels"]["articles"] == 1


def test_a_speaker_stands_with_the_titles_that_the_text_gives(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    made = a_judged_outcome()
    assert made.reading
    counted = tuple(replace(each, flags=()) for each in made.reading.positions)
    with Ledger(path) as opened, opened.writer() as writer:
        writer.add(replace(made, reading=replace(made.reading, positions=counted)), a_run())
    assert f"{ADA}, “Monday”" in about(path, "Tarr").stdout
    assert [each["concerns"] for each in fields(path, "Tarr")["labels"]["labels"]] == ["asked"] * 3 + ["speaker"]


def test_a_statement_is_listed_with_its_speakers_and_their_titles(ledger: Path) -> None:
    ran = CliRunner().invoke(app, ["statements", "--ledger", str(ledger), "--format", "json"])
    first = json.loads(ran.stdout)[0]
    assert (first["speakers"], first["titles"]) == ([ADA], ["Monday"])


def test_a_statement_without_a_speaker_is_listed_without(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with Ledger(path) as opened, opened.writer() as writer:
        writer.add(an_outcome(), a_run())
    ran = CliRunner().invoke(app, ["statements", "--ledger", str(path), "--format", "json"])
    assert [(each["speakers"], each["titles"]) for each in json.loads(ran.stdout)] == [([], [])]
