"""A protected export leads to nobody: everything that the ledger has of anybody is looked for in its bytes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from sayso.cli.app import app
from sayso.errors import UsageError
from sayso.export.protected import FIELDS, SMALLEST, protected_rows
from sayso.ledger.connection import driver
from sayso.ledger.store import Ledger
from sayso.records.article import Metadata
from tests.answers.facts import fact
from tests.ledger.factory import a_judged_outcome, a_run

TOLD = Metadata(
    title="Tarr lied, says Réne", url="https://beacon.example/2031/tarr-lied", publisher="The Beacon", agency="Varn Wire",
    authors=("Cleo Finch",), section="Politics", published="2031-05-02T18:30",
)  # fmt: skip
ALLOWED = {
    "person",
    "group",
    "news",
    "unknown",
    "object",
    "critical",
    "supportive",
    "paraphrased",
    "actual",
    "accuse",
    "attitude",
}
ALLOWED |= {
    "conditional",
    "implied",
    "conditional implied",
    "inform",
    "en",
    "text",
    "body",
    "speech",
    "name",
    "collective",
}
"""Values of closed lists, which stand in a protected row by design."""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "sayso.db"
    with Ledger(path) as opened, opened.writer() as writer:
        for given_id in ("herald-17", "herald-18"):
            told = Metadata(
                **{**{each: getattr(TOLD, each) for each in TOLD.__slots__}, "url": f"{TOLD.url}-{given_id}"}
            )
            writer.add(a_judged_outcome(given_id, metadata=told), a_run())
    members = ", ".join(f"{{ name = {name!r} }}" for name in ("Ada Re\u0301ne", "Bo Lund"))
    (tmp_path / "sayso.toml").write_text(f"[schemes.side.camps.palace]\nmembers = [{members}]\n", encoding="utf-8")
    return path


def exported(ledger: Path, form: str = "jsonl") -> str:
    done = CliRunner().invoke(app, ["export", "--protected", "--format", form, "--ledger", str(ledger)])
    assert done.exit_code == 0, done.exception
    return done.stdout


def held(ledger: Path) -> set[str]:
    """Every word that is stored, whole columns and single words of them, ids and the numbers of places aside."""
    connection = driver.connect(str(ledger))
    names = (
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_search%' AND name NOT LIKE 'sqlite%'"
    )
    found: set[str] = set()
    for (table,) in connection.execute(names).fetchall():
        for row in connection.execute(f'SELECT * FROM "{table}"'):
            found.update(value for value in row if isinstance(value, str))
    connection.close()
    return found


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_nothing_that_is_stored_leads_back(ledger: Path, form: str) -> None:
    out = exported(ledger, form)
    every = held(ledger)
    assert {"Ada Re\u0301ne", "Aurel Tarr", "Cleo Finch"} <= {
        name for text in every for name in (text, text.strip('[]"'))
    }
    words = {word for text in every for word in re.findall(r"\w{3,}", text)} | every
    allowed = ALLOWED | {word for name in FIELDS for word in (name, *name.split("_"))}
    longer = {word for word in words - allowed if len(word) > 3 and word not in {"true", "false", "null", "2031"}}
    assert [word for word in sorted(longer) if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", out)] == []


def test_no_id_and_no_offset(ledger: Path) -> None:
    out = exported(ledger)
    assert re.findall(r"\b[a-z]{2}\d?_[0-9a-f]+|[0-9a-f]{16,}", out) == []
    with Ledger(ledger) as opened:
        starts = {span.start for each in opened.statements() for span in each.statement.spans}
    for line in out.splitlines():
        row = json.loads(line)
        numbers = {value for value in row.values() if isinstance(value, int) and not isinstance(value, bool)}
        assert max(numbers) <= 4, "numbers count from 1 on, whatever they stand for"
    assert max(starts) > 4


def test_a_row_has_what_is_documented_and_no_more(ledger: Path) -> None:
    for line in exported(ledger).splitlines():
        assert list(json.loads(line)) == list(FIELDS)


def test_every_field_is_documented_for_users() -> None:
    page = (Path(__file__).parents[2] / "docs" / "people-at-risk.md").read_text(encoding="utf-8")
    assert [name for name in FIELDS if f"`{name}`" not in page] == []


def rows(*facts: Any, salt: bytes = b"one", **more: Any) -> list[dict[str, Any]]:
    return list(protected_rows(facts, salt=salt, **more))


def test_two_exports_do_not_number_alike() -> None:
    facts = [fact(n, article=str(n), speaker=f"Speaker {n}") for n in range(40)]
    one, other = rows(*facts, salt=b"one"), rows(*facts, salt=b"two")
    assert one == rows(*facts, salt=b"one")
    assert [row["article"] for row in one] != [row["article"] for row in other]
    assert [row["article"] for row in one] != sorted(row["article"] for row in one)


def test_unnamed_sources_are_never_linked() -> None:
    facts = [
        fact(n, article=str(n), speaker=name, speaker_kind="unnamed") for n, name in enumerate(["two officials"] * 3)
    ]
    facts += [fact(9, speaker="a baker in Norr", object="an aide")]
    made = rows(*facts)
    assert {row["speaker"] for row in made} == {None}
    assert [row["object"] for row in made].count(None) == 1


def test_a_kind_or_camp_of_a_few_is_left_out() -> None:
    camps = {f"Speaker {n}": [("side", "palace")] for n in range(SMALLEST)} | {"Lone One": [("side", "few")]}
    facts = [fact(n, article=str(n), speaker=name) for n, name in enumerate(camps)]
    facts += [fact(99, speaker="Varn Wire", speaker_kind="agency")]
    made = rows(*facts, camps_of=lambda each: camps.get(each.speaker or "", []))
    assert sorted(str(row["camps"]) for row in made) == ["['side.palace']"] * SMALLEST + ["[]"] * 2
    assert {row["speaker_kind"] for row in made} == {"person", None}


def test_a_camp_called_after_somebody_is_a_number() -> None:
    facts = [fact(n, article=str(n), speaker=f"Speaker {n}") for n in range(SMALLEST)]
    made = rows(*facts, camps_of=lambda _: [("side", "Dask loyalists")])
    assert {str(row["camps"]) for row in made} == {"['1']"}


def test_what_a_person_rejected_is_left_out_and_a_day_is_cut_to_its_month() -> None:
    (row,) = rows(fact(1, published="2031-05-02T18:30"), fact(2, decision="reject"))
    assert row["published"] == "2031-05"


def test_it_holds_positions_alone(ledger: Path) -> None:
    done = CliRunner().invoke(app, ["export", "articles", "--protected", "--ledger", str(ledger)])
    assert isinstance(done.exception, UsageError)


def test_no_label_title_or_size_is_exported(ledger: Path) -> None:
    with Ledger(ledger) as opened:
        words = {each.span.text for each in opened.labels()}
        for article in opened.articles():
            reading = opened.reading(article.version_id)
            assert reading
            words |= {title.text for actor in reading.actors for title in actor.titles}
            words |= {str(told) for actor in reading.actors for told in (actor.size, actor.of) if told is not None}
    assert {"wages", "Monday", "said Ada."} <= words
    out = exported(ledger)
    assert [word for word in words if len(word) > 1 and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", out)] == []
