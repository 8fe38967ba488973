"""``sayso about`` on a ledger made by hand: no model is needed."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from sayso.answers.as_json import schema
from sayso.cli.app import app
from sayso.errors import UsageError
from sayso.ledger.store import Ledger
from sayso.records.article import Metadata
from tests.ledger.factory import ACCUSED, a_judged_outcome, a_run, judged_reading

HERALD = Metadata(publisher="Herald \x1b[31m[bold]", published="2031-04-05", title="[red]Tarr\x1b[0m")
CAMPS = """
[schemes.party.camps.reform]
members = [{ name = "Ada Réne" }, { name = "Bo Lund" }]
[[parts]]
whole = "Aurel Tarr"
part = "Guardian Court"
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Two articles that judge Aurel Tarr: what the factory says twice, once of each sign."""
    path = tmp_path / "sayso.db"
    with Ledger(path) as opened, opened.writer() as writer:
        writer.add(a_judged_outcome("one", metadata=HERALD, labels=("critical", "supportive")), a_run())
        writer.add(
            a_judged_outcome("two", metadata=HERALD, text=f"{ACCUSED} It rained.", labels=("none", "critical")),
            a_run(),
        )
    return path


def about(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["about", *arguments, "--ledger", str(ledger)])


def page(ledger: Path, *arguments: str) -> str:
    ran = about(ledger, *arguments)
    assert ran.exception is None, ran.exception
    return ran.stdout


def fields(ledger: Path, *arguments: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(page(ledger, *arguments, "--format", "json"))
    jsonschema.validate(found, schema())
    return found


def test_the_page_names_its_denominators_and_says_what_is_not_counted(ledger: Path) -> None:
    shown = page(ledger, "Tarr")
    assert "machine-coded, unreviewed · codebook 1.0" in shown
    assert "Rests on 2 articles · 1 publisher · published 2031-04-05" in shown
    assert "CRITICISE AUREL TARR\n  none found in 2 articles" in shown
    assert "STILL SUPPORT AUREL TARR\n  none found in 2 articles" in shown
    assert "1 position: under a condition" in shown
    assert "2 positions: not a statement that was made (attitude 2)" in shown
    measured = re.sub(r"about \d+% of the body", "", shown)  # how much text it is, and no share of what was counted
    assert "%" not in measured


def test_other_statuses_count_when_asked_and_the_page_says_so(ledger: Path) -> None:
    shown = page(ledger, "Tarr", "--status", "actual", "--status", "attitude")
    assert "Asked    status actual, attitude" in shown
    assert "In short 1 speaker criticises; 1 speaker still supports" in shown
    assert shown.index("\nCRITICISE AUREL TARR") < shown.index("Bo Lund") < shown.index("\nSTILL SUPPORT")


def test_article_text_cannot_steer_the_terminal(ledger: Path) -> None:
    shown = page(ledger, "Tarr", "--status", "attitude", "--evidence")
    assert "\x1b" not in shown
    assert "[bold]" in shown
    assert "[red]Tarr" in shown


def test_evidence_shows_ids_and_json_always_has_them(ledger: Path) -> None:
    ids = [each.id for each in judged_reading(a_judged_outcome("one", metadata=HERALD)).statements]
    assert ids[1] not in page(ledger, "Tarr", "--status", "attitude")
    assert ids[1] in page(ledger, "Tarr", "--status", "attitude", "--evidence")
    found = fields(ledger, "Tarr", "--status", "attitude")
    assert ids[1] in json.dumps(found["critics"]) + json.dumps(found["supporters"])
    assert "evidence" not in found
    assert ids[1] in str(fields(ledger, "Tarr", "--status", "attitude", "--evidence")["evidence"])


@pytest.mark.parametrize("how", ["csv", "jsonl"])
def test_rows_for_other_programs_carry_statement_ids(ledger: Path, how: str) -> None:
    shown = page(ledger, "Tarr", "--status", "attitude", "--format", how)
    assert "critics" in shown
    assert "st1_" in shown


def test_denominators_are_those_of_what_is_asked(ledger: Path) -> None:
    assert "none found in 0 articles" in page(ledger, "Tarr", "--since", "2032")
    assert "Rests on 2 articles" in page(ledger, "Tarr", "--since", "2031-04-05", "--until", "2031")


def test_camps_and_parts_are_read_beside_the_ledger(ledger: Path) -> None:
    assert "no scheme declared" in page(ledger, "Tarr")
    (ledger.parent / "sayso.toml").write_text(CAMPS, encoding="utf-8")
    shown = page(ledger, "Tarr", "--status", "attitude")
    assert "party: critics in 1 of 1 declared camp" in shown
    assert "reform: 1 of 2 members quoted on this" in shown
    assert "1 part declared, not asked about (--include-parts)" in shown
    assert "(declared; not counted above)\n  none found in 2 articles" in page(ledger, "Tarr", "--include-parts")
    with pytest.raises(UsageError, match=r"declared in sayso\.toml: party\.reform"):
        raise about(ledger, "Tarr", "--camp", "reforms").exception or AssertionError


def test_an_unknown_name_is_suggested_near_ones_and_never_taken(ledger: Path) -> None:
    shown = page(ledger, "Aurel Tar")
    assert "Nobody is called Aurel Tar in 2 articles." in shown
    assert "Much like it: Aurel Tarr" in shown
    assert fields(ledger, "Aurel Tar") == {
        "schema": 1,
        "outcome": "unknown",
        "asked": "Aurel Tar",
        "near": ["Aurel Tarr"],
    }


def test_a_wrong_call_says_what_to_change(ledger: Path) -> None:
    for arguments in (
        (),
        ("…",),
        ("Tarr", "--genre", "poem"),
        ("Tarr", "--status", "said"),
        ("Tarr", "--since", "May"),
    ):
        assert isinstance(about(ledger, *arguments).exception, UsageError), arguments


def test_the_schema_needs_no_ledger(tmp_path: Path) -> None:
    assert json.loads(page(tmp_path / "none.db", "--schema")) == schema()
