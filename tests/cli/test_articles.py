"""What a person tells of an article, and how it is named to them."""

import json
from pathlib import Path

import pytest

from tests.cli.running import COVERAGE, sayso

STORY = "Harbour stays open\n\nThe council met on Monday. “We stay,” said Ada Roe of the Harbour Party.\n\nBen Coe denied it."


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


def exported(ledger: str) -> list[dict[str, object]]:
    out = sayso("export", "articles", "--ledger", ledger, "--format", "jsonl").stdout
    return [json.loads(line) for line in out.splitlines()]


def test_an_article_without_a_title_is_shown_by_its_headline_and_stays_without(story: str, tmp_path: Path) -> None:
    ledger = str(tmp_path / "sayso.db")
    assert sayso("add", story, "--ledger", ledger).returncode == 0
    for command in (["read", story], ["about", "Harbour", "--ledger", ledger], ["statements", "--ledger", ledger]):
        assert "Harbour stays open" in sayso(*command).stdout, command
    (row, *_) = json.loads(sayso("statements", "--ledger", ledger, "--format", "json").stdout)
    assert row["title"] is None
    assert exported(ledger)[0]["title"] is None


def test_what_a_file_does_not_say_is_told_by_options(story: str, tmp_path: Path) -> None:
    ledger, url = str(tmp_path / "sayso.db"), "https://herald.example/1"
    told = ["--agency", "MPS", "--section", "City", "--language", "en", "--author", "A", "--author", "B"]
    told += ["--title", "Open", "--url", url, "--retrieved", "2031-04-05T18:30Z", "--publisher", "Herald"]
    assert sayso("add", story, "--ledger", ledger, *told, "--published", "2031-04", "--genre", "news").returncode == 0
    (row,) = exported(ledger)
    assert (row["title"], row["url"], row["publisher"], row["published"]) == ("Open", url, "Herald", "2031-04")
    assert (row["agency"], row["section"], row["language"], row["genre"]) == ("MPS", "City", "en", "news")
    assert row["authors"] == ["A", "B"]
    read = json.loads(sayso("read", story, "--publisher", "Herald", "--url", url, "--format", "json").stdout)
    assert [each["id"] for each in read] == [each["id"] for each in stored_statements(ledger)]


def stored_statements(ledger: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(sayso("statements", "--ledger", ledger, "--format", "json").stdout)
    return found


@pytest.mark.parametrize(
    ("option", "value", "path", "message"),
    [
        ("--published", "May", None, "is no date"),
        ("--retrieved", "2031-02-30", None, "is no date"),
        ("--genre", "poem", None, "is no genre"),
        ("--publisher", "\udce9", None, "not UTF-8"),
        ("--title", "T", COVERAGE, "--title is for one article"),
        ("--url", "u", COVERAGE.parent, "--url is for one article"),
        ("--url", "u", "-", "--url is for one article"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(
    story: str, tmp_path: Path, option: str, value: str, path: Path | str | None, message: str
) -> None:
    ran = sayso("add", str(path or story), option, value, "--ledger", str(tmp_path / "sayso.db"))
    assert ran.returncode == 2
    assert message in ran.stderr
    assert not (tmp_path / "sayso.db").exists()
