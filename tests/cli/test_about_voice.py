"""The writer's voice in ``sayso about``, on a ledger made by hand."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sayso.answers.as_json import schema
from sayso.ledger.store import Ledger
from sayso.records.article import Metadata
from tests.cli.test_about import about
from tests.ledger.factory import ACCUSED, a_judged_outcome, a_run

EDITORIAL = Metadata(publisher="Herald \x1b[31m", genre="editorial", published="2031-04-05")
OPINION = Metadata(publisher="Herald", genre="opinion", authors=("Kim Ost",), published="2031-04-06")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """The same words, once as an editorial and once as somebody's column."""
    path = tmp_path / "sayso.db"
    with Ledger(path) as opened, opened.writer() as writer:
        writer.add(a_judged_outcome("one", metadata=EDITORIAL), a_run())
        writer.add(a_judged_outcome("two", metadata=OPINION, text=f"{ACCUSED} It rained."), a_run())
    return path


def fields(ledger: Path, *arguments: str) -> dict[str, Any]:
    ran = about(ledger, *arguments, "--format", "json")
    assert ran.exception is None, ran.exception
    found: dict[str, Any] = json.loads(ran.stdout)
    jsonschema.validate(found, schema())
    return found


def test_the_writer_stands_apart_from_speakers(ledger: Path) -> None:
    shown = about(ledger, "Tarr").stdout
    block = shown[shown.index("THE WRITER'S OWN VOICE") :]
    assert "author Kim Ost in 1" in block.splitlines()[0]
    assert "publisher Herald" in block.splitlines()[0]
    assert "Aurel Tarr: critical 2" in block
    assert "“Bo Lund praised Tarr”  [51,71) vo1_" in block
    assert "2 passages more in which the writer evaluates and judges nobody that was found" in block
    assert "\x1b" not in shown
    assert "critics: The Herald" not in shown


def test_the_json_has_every_passage_with_its_holder_and_no_share_below_the_floor(ledger: Path) -> None:
    voice = fields(ledger, "Tarr")["voice"]
    assert (voice["passages"], voice["judging_nobody"], voice["articles"], voice["shares"]) == (6, 2, 2, [])
    assert [(row["object"], row["asked"]) for row in voice["judged"]] == [
        ("Aurel Tarr", True),
        ("Ada Re\u0301ne", False),
    ]
    passages = voice["judged"][0]["passages"]
    assert [(each["label"], each["span"], each["holder"], each["holder_name"]) for each in passages] == [
        ("critical", [51, 71], "publisher", "Herald \x1b[31m"), ("critical", [51, 71], "author", "Kim Ost"),
    ]  # fmt: skip


def test_a_writer_is_neither_critic_nor_supporter(ledger: Path) -> None:
    found = fields(ledger, "Tarr")
    assert (found["critics"], found["supporters"]) == ([], [])


def test_the_filter_of_the_question_holds_for_the_writer(ledger: Path) -> None:
    voice = fields(ledger, "Tarr", "--genre", "editorial")["voice"]
    assert [each["holder"] for each in voice["holders"]] == ["publisher"]
    assert voice["passages"] == 3
