"""The answer that ``make demo`` ends with, against one made by hand (``examples/answer.json``)."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from sayso.cli.app import app

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLD = json.loads((EXAMPLES / "answer.json").read_text(encoding="utf-8"))
BLOCKS = ("critics", "supporters", "withheld")
FEWEST = {"critics": 4, "supporters": 4}
"""Of everybody who belongs there; raised when more are found."""


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    ledger = str(tmp_path_factory.mktemp("demo") / "sayso.db")
    added = CliRunner().invoke(app, ["add", str(EXAMPLES / "coverage.jsonl"), "--ledger", ledger])
    assert added.exception is None, added.output
    asked = CliRunner().invoke(app, ["about", GOLD["about"], "--ledger", ledger, "--limit", "0", "--format", "json"])
    assert asked.exception is None, asked.output
    found: dict[str, Any] = json.loads(asked.stdout)
    return found


def speakers(answer: dict[str, Any], block: str) -> list[str]:
    return [each["speaker"] for each in answer[block]]


@pytest.mark.parametrize("block", BLOCKS)
def test_who_must_appear_does_and_who_must_not_does_not(answer: dict[str, Any], block: str) -> None:
    found = set(speakers(answer, block))
    assert set(GOLD[block]["surely"]) <= found
    assert not found & set(GOLD[block]["never"])


@pytest.mark.parametrize("block", sorted(FEWEST))
def test_enough_of_everybody_is_found(answer: dict[str, Any], block: str) -> None:
    found = set(speakers(answer, block)) & set(GOLD[block]["everybody"])
    assert len(found) >= FEWEST[block], sorted(found)


def test_a_crowd_is_one_speaker(answer: dict[str, Any]) -> None:
    for name, block in GOLD["one speaker however large"].items():
        assert speakers(answer, block).count(name) == 1
    assert len(answer["critics"]) < 50, "speakers are counted, not the members of groups"
