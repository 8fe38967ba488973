"""``sayso report`` on a ledger made by hand: no model is needed."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import tests.report
from sayso.cli.app import app
from sayso.errors import UsageError
from sayso.ledger.store import Ledger
from sayso.records.article import Metadata
from tests.ledger.factory import ACCUSED, a_judged_outcome, a_run, judged_reading
from tests.report.parsed import Parsed

assert tests.report.__doc__, "skips this module where the extra is not installed"

HERALD = Metadata(publisher="Herald <b>", published="2031-04-05", title="<script>Tarr</script>")
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
        writer.add(a_judged_outcome("two", text=f"{ACCUSED} It rained.", labels=("none", "critical")), a_run())
    return path


def report(ledger: Path, *arguments: str) -> Result:
    output = str(ledger.parent / "report.html")
    return CliRunner().invoke(app, ["report", *arguments, "--ledger", str(ledger), "--output", output])


def page(ledger: Path, *arguments: str) -> Parsed:
    ran = report(ledger, *arguments)
    assert ran.exception is None, ran.exception
    parsed = Parsed((ledger.parent / "report.html").read_text(encoding="utf-8"))
    assert parsed.wrong == []
    assert {each.removeprefix("#") for each in parsed.links if each != "data:,"} <= set(parsed.ids)
    return parsed


BOTH = ("Tarr", "--status", "actual", "--status", "attitude")


def test_the_page_says_what_the_answer_says(ledger: Path) -> None:
    shown = page(ledger, *BOTH)
    assert "Who criticises Aurel\u00a0Tarr, and who still supports?" in shown.text
    assert "1 speaker criticises; 1 speaker still supports" in shown.text
    assert "2 articles · 1 publisher (1 article without)" in shown.text
    assert "machine-coded, unreviewed" in shown.text
    assert "Bo Lund, critical" in shown.text
    assert "[source: Bo Lund]" in shown.text
    assert "[object: Tarr]" in shown.text.replace("⌜", "")
    assert "<script>Tarr</script>" in shown.text
    assert "not counted: under a condition" in shown.text
    first = judged_reading(a_judged_outcome("one", metadata=HERALD, labels=("critical", "supportive"))).statements[0]
    assert first.id in shown.ids


def test_a_decision_of_a_person_stands_on_the_page(ledger: Path) -> None:
    reading = judged_reading(a_judged_outcome("one", metadata=HERALD, labels=("critical", "supportive")))
    call = ["judge", reading.statements[1].id, "accept", "--ledger", str(ledger), "--judge", "Ada"]
    judged = CliRunner().invoke(app, call)
    assert judged.exception is None, judged.output
    shown = page(ledger, *BOTH)
    assert "accept by a person" in shown.text
    assert "1 statement reviewed by a person" in shown.text


def test_camps_and_parts_are_those_of_the_project(ledger: Path) -> None:
    (ledger.parent / "sayso.toml").write_text(CAMPS, encoding="utf-8")
    shown = page(ledger, *BOTH, "--include-parts")
    assert "Critics in 1 of 1 declared camp" in shown.text
    assert "About what is part of Aurel Tarr" in shown.text


def test_replies_and_headlines_stand_on_the_page(ledger: Path) -> None:
    sections = {value for tag, name, value in page(ledger, *BOTH).attributes if tag == "section" and name == "id"}
    assert {"reply", "headline"} <= sections


def test_the_sourcing_of_an_article_is_a_page_too(ledger: Path) -> None:
    shown = page(ledger, "--audit", "one")
    assert "<script>Tarr</script>" in shown.text
    assert "Sources, in the order in which they appear" in shown.text
    assert "Bo Lund" in shown.text
    assert not {"script", "b onerror"} & set(shown.tags)


def test_the_sourcing_of_a_publisher_is_a_page_too(ledger: Path) -> None:
    shown = page(ledger, "--publisher", "Herald <b>")
    assert "How Herald <b> sources its news" in shown.text
    assert "Too little for shares and intervals" in shown.text
    numbers = [number for number, opens in shown.numbers if not opens and number not in ("", "0")]
    assert numbers == []


def test_fewer_statements_are_shown_if_so_asked(ledger: Path) -> None:
    shown = page(ledger, "Tarr", "--min-confidence", "0", "--statements", "1")
    assert "Showing 1 of " in shown.text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("Nobody",), "nobody is called Nobody"),
        (("!?",), "is no name"),
        (("Tarr", "--genre", "poem"), "is no genre"),
        (("Tarr", "--status", "sung"), "is no status"),
        ((), "say what the report is about"),
        (("Tarr", "--audit", "one"), "say what the report is about"),
        (("--audit", "nowhere"), "no article nowhere"),
        (("--publisher", "The Gazette"), "no article of The Gazette"),
    ],
)
def test_a_call_that_means_nothing_says_so_and_writes_nothing(
    ledger: Path, arguments: tuple[str, ...], told: str
) -> None:
    ran = report(ledger, *arguments)
    assert isinstance(ran.exception, UsageError)
    assert told in str(ran.exception)
    assert not (ledger.parent / "report.html").exists()


def test_a_place_that_cannot_be_written_is_named(ledger: Path) -> None:
    output = str(ledger.parent / "nowhere" / "report.html")
    ran = CliRunner().invoke(app, ["report", "Tarr", "--ledger", str(ledger), "--output", output])
    assert isinstance(ran.exception, UsageError)
    assert "choose another place with --output" in str(ran.exception)
