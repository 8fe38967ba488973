"""Who is who, from the command line: listings, decisions, imports, and what `about` makes of them."""

import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.app import app
from sayso.errors import UsageError
from sayso.ledger.store import Ledger
from sayso.records.actor import Actor, Mention
from tests.ledger.factory import a_judged_outcome, a_run
from tests.ledger.test_registry import an_article, person

TABLE = "name,kind,qid,aliases,office,from,to\nAurel Tarr,person,Q7,Tarr the Elder,President of Varn,2028,2031\n"
COMMANDS = ("list", "show", "search", "suggestions", "same-as", "not-same-as", "unsure", "undo", "rename", "import")


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = tmp_path / "sayso.db"
    with Ledger(path) as opened, opened.writer() as writer:
        writer.add(a_judged_outcome(), a_run())
        writer.add(an_article(1, person("Orel Tarr"), person("Ada Rene")), a_run())
        writer.add(an_article(2, person("Emil Tarr"), ("an aide", "unnamed", "unnamed")), a_run())
    return str(path)


def sayso(ledger: str, *arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, [*arguments, "--ledger", ledger], env={"SAYSO_JUDGE": "ada"}, input=stdin)


def actors(ledger: str, *arguments: str, stdin: str | None = None) -> str:
    done = sayso(ledger, "actors", *arguments, stdin=stdin)
    assert done.exit_code == 0, (done.output, done.exception)
    return done.stdout


def rows(ledger: str, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(actors(ledger, *arguments, "--format", "json"))
    return found


def names(ledger: str) -> set[str]:
    return {row["name"] for row in rows(ledger, "list")}


def about(ledger: str, name: str) -> dict[str, Any]:
    done = sayso(ledger, "about", name, "--format", "json")
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(command: str) -> None:
    shown = CliRunner().invoke(app, ["actors", command, "--help"]).stdout
    assert "Examples" in shown
    assert f"sayso actors {command}" in shown
    assert "--format" in shown


@pytest.mark.parametrize("how", ["table", "json", "jsonl", "csv"])
@pytest.mark.parametrize("command", [("list",), ("show", "Aurel Tarr"), ("search", "Tarr"), ("suggestions",)])
def test_listings_in_every_format(ledger: str, command: tuple[str, ...], how: str) -> None:
    assert "Tarr" in actors(ledger, *command, "--format", how)


def test_listed_are_actors_by_name_and_nobody_described(ledger: str) -> None:
    assert names(ledger) == {"Ada Re\u0301ne", "Aurel Tarr", "Orel Tarr", "Emil Tarr"}
    assert "an aide" not in actors(ledger, "list", "--limit", "0")


def test_search_finds_spellings_and_says_why(ledger: str) -> None:
    found = {row["name"]: row for row in rows(ledger, "search", "Aurel Tar")}
    assert "Aurel Tarr" in found
    assert "may be spellings" in found["Aurel Tarr"]["reason"]


def test_same_as_shows_both_and_asks(ledger: str) -> None:
    refused = sayso(ledger, "actors", "same-as", "Aurel Tarr", "Orel Tarr", stdin="n\n")
    assert refused.exit_code == 1
    assert "met Orel Tarr there" in refused.stdout
    assert "Tarr lied" in refused.stdout
    assert {"Aurel Tarr", "Orel Tarr"} <= names(ledger)
    agreed = sayso(ledger, "actors", "same-as", "Aurel Tarr", "Orel Tarr", stdin="y\n")
    assert agreed.exit_code == 0
    assert "the same" in agreed.stdout
    assert "Orel Tarr" not in names(ledger)


def test_nothing_is_decided_where_nobody_answers(ledger: str) -> None:
    done = sayso(ledger, "actors", "same-as", "Aurel Tarr", "Orel Tarr", stdin="")
    assert isinstance(done.exception, UsageError)
    assert "Orel Tarr" in names(ledger)


def test_names_of_one_actor_answer_together_until_it_is_undone(ledger: str) -> None:
    before = about(ledger, "Aurel Tarr")
    actors(ledger, "same-as", "Aurel Tarr", "Orel Tarr", "--yes")
    for name in ("Orel Tarr", "Aurel Tarr"):
        found = about(ledger, name)
        assert found["name"] == "Aurel Tarr"
        assert set(found["names"]) == {"Aurel Tarr", "Orel Tarr"}
        assert found["critics"] == before["critics"]
    actors(ledger, "undo", "Aurel Tarr", "Orel Tarr")
    assert about(ledger, "Aurel Tarr") == before


def test_a_last_name_of_one_actor_with_two_names_is_not_ambiguous(ledger: str) -> None:
    actors(ledger, "same-as", "Aurel Tarr", "Orel Tarr", "--yes")
    assert sayso(ledger, "about", "Tarr").exit_code == 2
    actors(ledger, "same-as", "Aurel Tarr", "Emil Tarr", "--yes")
    assert about(ledger, "Tarr")["name"] == "Aurel Tarr"


def test_a_last_name_that_is_kept_apart_is_not_counted_for_the_full_one(ledger: str) -> None:
    with Ledger(ledger) as opened, opened.writer() as writer:
        writer.add(an_article(3, person("Rene")), a_run())
    assert set(about(ledger, "Ada Rene")["names"]) == {"Ada Re\u0301ne", "Ada Rene", "Rene"}
    actors(ledger, "not-same-as", "Rene", "Ada Rene")
    assert "Rene" not in about(ledger, "Ada Rene")["names"]


def test_a_speaker_of_two_names_is_one_row(ledger: str) -> None:
    with Ledger(ledger) as opened, opened.writer() as writer:
        for number, name in enumerate(("Bo Lunn", "Bow Lunn")):
            made = a_judged_outcome(f"k{number}")
            reading = made.reading
            assert reading
            lund = reading.actors[2]
            speaker = Actor("ac_3", name, "person", (Mention(lund.mentions[0].span, "name"),))
            writer.add(replace(made, reading=replace(reading, actors=(*reading.actors[:2], speaker))), a_run())
    assert {"Bo Lunn", "Bow Lunn"} < supporters(ledger).keys()
    actors(ledger, "same-as", "Bow Lunn", "Bo Lunn", "--yes")
    assert "Bow Lunn" not in supporters(ledger)
    assert supporters(ledger)["Bo Lunn"] == 2


def supporters(ledger: str) -> dict[str, int]:
    """Printings of everybody who supports Tarr, by name."""
    found = sayso(ledger, "about", "Aurel Tarr", "--status", "attitude", "--format", "json")
    return {row["speaker"]: row["printings"] for row in json.loads(found.stdout)["supporters"]}


def test_a_renamed_actor_answers_under_both_names_and_in_its_camp(ledger: str) -> None:
    camps = Path(ledger).parent / "sayso.toml"
    camps.write_text('[schemes.s.camps.left]\nmembers = [{ name = "Ada Rene" }]\n', encoding="utf-8")
    before = about(ledger, "Aurel Tarr")["camps"]
    actors(ledger, "rename", "Aurel Tarr", "The Elder")
    actors(ledger, "rename", "Ada Rene", "Ada Holm")
    assert about(ledger, "The Elder")["positions"] == about(ledger, "Aurel Tarr")["positions"]
    after = about(ledger, "Aurel Tarr")["camps"]
    assert [row["statements"] for row in after] == [row["statements"] for row in before]


def test_a_conflict_is_told_and_listed_first(ledger: str) -> None:
    actors(ledger, "same-as", "Aurel Tarr", "Orel Tarr", "--yes")
    actors(ledger, "same-as", "Orel Tarr", "Emil Tarr", "--yes")
    done = sayso(ledger, "actors", "not-same-as", "Aurel Tarr", "Emil Tarr")
    assert "conflict" in done.stderr
    first = rows(ledger, "suggestions", "--conflicts")[0]
    assert first["decision"] == "conflict"
    assert {"Aurel Tarr", "Emil Tarr"} == {first["one"], first["other"]}
    actors(ledger, "undo", first["judgement"])
    assert rows(ledger, "suggestions", "--conflicts") == []


def test_a_decision_is_listed_with_who_and_when(ledger: str) -> None:
    actors(ledger, "unsure", "Aurel Tarr", "Orel Tarr", "--note", "one article each")
    (shown,) = rows(ledger, "show", "Orel Tarr")
    (made,) = shown["judgements"]
    assert (made["decision"], made["judge"], made["by"], made["reason"]) == (
        "unsure",
        "ada",
        "person",
        "one article each",
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("show", "Nobody Atall"), "no actor is called"),
        (("show", "an aide"), "only described"),
        (("same-as", "Aurel Tarr", "an aide", "--yes"), "only described"),
        (("same-as", "Aurel Tarr", "AUREL TARR", "--yes"), "nothing to decide"),
        (("not-same-as", "Aurel Tarr", "Aurel Tarr"), "nothing to decide"),
        (("undo", "Aurel Tarr"), "nothing to undo"),
        (("undo", "ju1_0"), "no decision"),
        (("rename", "Aurel Tarr", "A\x07"), "control character"),
        (("rename", "Aurel Tarr", " "), "no name"),
        (("search", "mayor", "--on", "May"), "is no date"),
        (("import", "nowhere.csv"), "cannot be read"),
    ],
)
def test_what_means_nothing_is_refused_and_says_what_to_do(ledger: str, arguments: tuple[str, ...], told: str) -> None:
    done = sayso(ledger, "actors", *arguments)
    assert isinstance(done.exception, UsageError), done.output
    assert told in str(done.exception)


def test_a_name_of_two_actors_is_told_with_their_ids(ledger: str) -> None:
    table = Path(ledger).parent / "people.csv"
    table.write_text(TABLE, encoding="utf-8")
    actors(ledger, "import", str(table))
    done = sayso(ledger, "actors", "show", "Aurel Tarr")
    assert "2 actors: give an id: ra1_" in str(done.exception)
    short = str(done.exception).split("ra1_")[1][:8]
    assert "Aurel Tarr" in actors(ledger, "show", f"ra1_{short}")


@pytest.mark.parametrize("packed", [False, True])
def test_an_import_tells_what_it_brought_and_who_held_an_office(ledger: str, packed: bool) -> None:
    table = Path(ledger).parent / ("people.csv.gz" if packed else "people.csv")
    data = f"{TABLE}Ana\x07,person,,,,,\n".encode()
    table.write_bytes(gzip.compress(data) if packed else data)
    done = sayso(ledger, "actors", "import", str(table), "--format", "json")
    assert done.exit_code == 1
    assert "line 3: the name" in " ".join(done.stderr.split())
    assert json.loads(done.stdout)[0] == {
        "file": str(table), "format": "csv", "entities": 1, "new": 1, "aliases": 1, "tenures": 1, "broken": 1,
    }  # fmt: skip
    (holder,) = rows(ledger, "search", "president of Varn", "--on", "2030-01-01")
    assert (holder["name"], holder["identifiers"]) == ("Aurel Tarr", ["qid:Q7"])
    assert rows(ledger, "search", "president of Varn", "--on", "2032") == []


def test_a_stream_is_imported_and_tells_its_format(ledger: str) -> None:
    line = json.dumps({"id": "p1", "schema": "Person", "properties": {"name": ["Aurel Tarr"]}})
    assert "ftm" in actors(ledger, "import", "-", stdin=line)
    done = sayso(ledger, "actors", "import", "-", stdin="Aurel Tarr\n")
    assert "--as ftm, csv or wikidata" in str(done.exception)


def test_an_alias_that_was_accepted_answers_in_about(ledger: str) -> None:
    table = Path(ledger).parent / "people.csv"
    table.write_text(TABLE, encoding="utf-8")
    actors(ledger, "import", str(table))
    mine = next(row["id"] for row in rows(ledger, "list") if row["name"] == "Aurel Tarr")
    actors(ledger, "same-as", mine, "Q7", "--yes")
    assert about(ledger, "Tarr the Elder")["name"] == "Aurel Tarr"
    assert sayso(ledger, "verify").exit_code == 0
