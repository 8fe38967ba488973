"""``sayso audit`` on a ledger made by hand: no model is needed."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from sayso.answers.audit_json import schema
from sayso.cli.app import app
from sayso.errors import UsageError
from sayso.ledger.store import Ledger
from sayso.records import ids
from sayso.records.article import Article, Metadata
from sayso.records.judgement import Judgement
from sayso.records.reading import Item, Outcome, Reading
from tests.answers.articles import Said, audited, people
from tests.ledger.factory import a_run

CAST = people(Edda_Okun="person", Aurel_Tarr="person", Works_Ministry="government")
CHARGED = Said("Edda Okun", "said", "Tarr hid the dredging invoices", ["Edda Okun"], [("Aurel Tarr", "critical")])
DENIED = Said("Tarr", "said", "“The dredging invoices were never hidden,”", ["Aurel Tarr"])
FIRST = (
    "Tarr under fire from all sides\n\nThe river rose by a foot in the night, and the bridge \x1b[31m[bold] was closed.\n\n"
    "Edda Okun said Tarr hid the dredging invoices.\n\nTarr could not be reached."
)
SECOND = (
    "The river fell again on Monday, after three days.\n\nEdda Okun said Tarr hid the dredging invoices.\n\nIt rained."
)
THIRD = "“The dredging invoices were never hidden,” Tarr said."


def outcome(text: str, said: list[Said], given_id: str, **metadata: Any) -> Outcome:
    known = Metadata(published="2031-04-05", **metadata)
    made = audited(text, said, CAST, metadata=known, given_id=given_id)
    version = made.article.version_id
    reading = Reading(
        id=ids.reading_id(version, a_run().id),
        article_id=made.article.article_id,
        version_id=version,
        run_id=a_run().id,
        text=text,
        text_sha256=made.article.text_sha256,
        statements=tuple(row.statement for row in made.rows),
        unattributed_quotes=(),
        blocks=made.blocks,
        actors=made.actors,
        positions=made.positions,
    )
    article = Article(text, known, given_id=given_id, collection="tests")
    return Outcome(Item("tests.jsonl", 1, given_id, article=article), "done", reading)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "sayso.db"
    with Ledger(path) as opened, opened.writer() as writer:
        writer.add(outcome(FIRST, [CHARGED], "one", publisher="Herald", url="https://herald.example/1"), a_run())
        writer.add(outcome(SECOND, [CHARGED], "two", publisher="Herald", title="[red]River\x1b[0m falls"), a_run())
        writer.add(outcome(THIRD, [DENIED], "three", publisher="Beacon"), a_run())
    return path


def run(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["audit", *arguments, "--ledger", str(ledger)])


def page(ledger: Path, *arguments: str) -> str:
    ran = run(ledger, *arguments)
    assert ran.exception is None, ran.exception
    return ran.stdout


def fields(ledger: Path, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page(ledger, *arguments, "--format", "json"))
    jsonschema.validate(found, schema())
    return found


def refused(ledger: Path, *arguments: str) -> str:
    with pytest.raises(UsageError) as raised:
        raise run(ledger, *arguments).exception or AssertionError("nothing was refused")
    return str(raised.value)


def test_an_article_is_found_by_id_url_given_id_and_words(ledger: Path) -> None:
    named = fields(ledger, "one")["article"]["id"]
    for asked in (named, "https://herald.example/1", "all sides"):
        assert fields(ledger, asked)["article"]["id"] == named


def test_the_page_of_an_article_says_what_an_editor_asks(ledger: Path) -> None:
    shown = page(ledger, "one")
    assert "machine-coded, unreviewed" in shown
    assert "Edda Okun  person · critical of Aurel Tarr" in shown
    assert "Aurel Tarr (criticised by Edda Okun): could not be reached" in shown
    assert "Tarr could not be reached.  [" in shown
    assert "“Tarr under fire from all sides”: not borne out by the body" in shown
    assert "1 speaker in the body (Edda Okun)" in shown
    assert "Too little for shares of words" in shown
    assert "%" not in shown


def test_evidence_opens_every_number(ledger: Path) -> None:
    statement = fields(ledger, "one")["statements"]["made"][0]
    assert statement not in page(ledger, "one")
    shown = page(ledger, "one", "--evidence")
    assert shown.count(statement) >= 4
    assert fields(ledger, "one", "--evidence")["evidence"][statement]["content"] == "Tarr hid the dredging invoices"


def test_a_reply_in_another_article_is_found(ledger: Path) -> None:
    replies = {each["name"]: each for each in fields(ledger, "two")["replies"]}
    answer = fields(ledger, "three")["statements"]["made"]
    assert (replies["Aurel Tarr"]["state"], replies["Aurel Tarr"]["elsewhere"]) == ("replied_elsewhere", answer)
    assert "not here; replied in another article" in page(ledger, "two")


def test_an_article_without_statements_has_a_page(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with Ledger(path) as opened, opened.writer() as writer:
        writer.add(outcome("It rained.", [], "one"), a_run())
    assert "no statement of anybody was found" in page(path)
    assert fields(path)["sources"] == []


def test_a_publisher_sums_its_articles(ledger: Path) -> None:
    found = fields(ledger, "--publisher", "Herald")
    assert [each["given_id"] for each in found["articles"]] == ["one", "two"]
    assert {state: len(held) for state, held in found["replies"].items()} == {"unreachable": 1, "replied_elsewhere": 1}
    assert [each["month"] for each in found["months"]] == ["2031-04"]
    assert found["shares"] == []
    shown = page(ledger, "--publisher", "Herald")
    assert "Rests on 2 articles · published 2031-04-05 to 2031-04-05 · 2 statements" in shown
    assert "Too little for shares and intervals" in shown
    assert "Edda Okun: 2 articles, 2 statements" in shown


def test_rejected_statements_are_left_out(ledger: Path) -> None:
    statement = fields(ledger, "one")["statements"]["made"][0]
    with Ledger(ledger, create=False) as opened:
        opened.judge(Judgement(ids.judgement_id(), statement, "reject", "ada", "2031-04-06T00:00:00Z"))
    found = fields(ledger, "one")
    assert found["review"] == {"machine_coded": True, "reviewed": 1, "rejected": 1}
    assert found["statements"]["made"] == []
    assert "1 statement reviewed by a person, 1 rejected" in page(ledger, "one")


def test_article_text_cannot_steer_the_terminal(ledger: Path) -> None:
    for shown in (page(ledger, "two", "--evidence"), page(ledger, "--publisher", "Herald")):
        assert "\x1b" not in shown
        assert "[red]River" in shown


@pytest.mark.parametrize("how", ["csv", "jsonl"])
def test_rows_for_other_programs_carry_ids(ledger: Path, how: str) -> None:
    shown = page(ledger, "--publisher", "Herald", "--format", how)
    assert "st1_" in shown
    assert "could not" not in shown
    assert "unreachable" in shown


def test_a_wrong_call_says_what_to_change(ledger: Path) -> None:
    assert "give an article or a publisher" in refused(ledger)
    assert "sayso audit ARTICLE, or sayso audit --publisher" in refused(ledger, "one", "--publisher", "Herald")
    assert "--since and --until go with --publisher" in refused(ledger, "one", "--since", "2031")
    assert "no article nowhere is in this ledger" in refused(ledger, "nowhere")
    assert "several articles" in refused(ledger, "dredging invoices")
    assert "its publishers with most articles: Herald, Beacon" in refused(ledger, "--publisher", "Mercury")
    assert "no article of Herald was published then, of 2" in refused(
        ledger, "--publisher", "Herald", "--since", "2032"
    )
    assert "is not a date" in refused(ledger, "--publisher", "Herald", "--since", "spring")


def test_the_schema_is_printed_without_a_ledger(tmp_path: Path) -> None:
    assert json.loads(page(tmp_path / "none.db", "--schema")) == schema()


def test_about_tells_of_reply_and_headline(ledger: Path) -> None:
    ran = CliRunner().invoke(app, ["about", "Aurel Tarr", "--ledger", str(ledger)])
    assert ran.exception is None, ran.exception
    assert "REPLY (2 articles critical of them)" in ran.stdout
    assert (
        "Aurel Tarr: could not be reached in 1 article; not here; replied in another article in 1 article" in ran.stdout
    )
    assert "HEADLINE CHECK\n  “Tarr under fire from all sides”: not borne out by the body" in ran.stdout
