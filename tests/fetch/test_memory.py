"""What servers said of pages, kept beside a ledger."""

import json
from pathlib import Path

import pytest

from sayso.fetch import memory as module
from sayso.fetch.memory import Memory, Validators, beside, digest

SAID = Validators("at", '"1"', "then")


def always(_version: str) -> bool:
    return True


def test_what_was_kept_is_recalled_by_a_later_run_if_the_ledger_has_it(tmp_path: Path) -> None:
    file = beside(tmp_path / "sayso.db")
    Memory(file, always).keep("k", SAID, ["ve1_a", "ve1_b"])
    assert Memory(file, always).recall("k") == SAID
    assert Memory(file, always).versions("k") == ("ve1_a", "ve1_b")
    assert Memory(file, lambda version: version == "ve1_a").recall("k") is None
    assert Memory(file, always).recall("other") is None


def test_the_last_word_counts(tmp_path: Path) -> None:
    kept = Memory(tmp_path / "f", always)
    kept.keep("k", SAID, ["ve1_a"])
    kept.keep("k", Validators("at", '"2"'), ["ve1_b"])
    kept.keep("k", Validators("at", '"2"'), ["ve1_b"])
    assert Memory(tmp_path / "f", always).recall("k") == Validators("at", '"2"')
    assert len((tmp_path / "f").read_text().splitlines()) == 2


@pytest.mark.parametrize(("said", "versions"), [(Validators("at"), ["ve1_a"]), (SAID, [])])
def test_what_nothing_can_be_asked_by_is_not_kept(tmp_path: Path, said: Validators, versions: list[str]) -> None:
    Memory(tmp_path / "f", always).keep("k", said, versions)
    assert not (tmp_path / "f").exists()


LINE = {"key": "k", "at": "a", "etag": "e", "modified": None, "versions": ["v"]}
WRONG: list[dict[str, object]] = [{"key": 1}, {"etag": 5}, {"versions": "v"}, {"versions": [1]}, {"at": None}]


@pytest.mark.parametrize(
    "line",
    [b"\xff\xfe", b"{}", b"[1]", b"null", b"[" * 100_000, *(json.dumps(LINE | each).encode() for each in WRONG)],
)
def test_a_line_that_is_none_is_passed_over(tmp_path: Path, line: bytes) -> None:
    Memory(tmp_path / "f", always).keep("good", SAID, ["ve1_a"])
    with (tmp_path / "f").open("ab") as out:
        out.write(line)
    kept = Memory(tmp_path / "f", always)
    assert kept.recall("good") == SAID
    assert kept.recall("k") is None


def test_a_file_of_old_lines_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SLACK", 5)
    kept = Memory(tmp_path / "f", always)
    for n in range(20):
        kept.keep("k", Validators("at", str(n)), ["ve1_a"])
    assert Memory(tmp_path / "f", always).recall("k") == Validators("at", "19")
    assert [json.loads(line)["etag"] for line in (tmp_path / "f").read_text().splitlines()] == ["19"]


def test_a_file_that_cannot_be_written_hurts_nobody(tmp_path: Path) -> None:
    kept = Memory(tmp_path / "nowhere" / "f", always)
    kept.keep("k", SAID, ["ve1_a"])
    assert kept.recall("k") == SAID


def test_an_address_cannot_be_read_from_the_file(tmp_path: Path) -> None:
    address = "http://mill.example/ada-roe"
    Memory(tmp_path / "f", always).keep(digest(address, None), Validators(digest(address), '"1"'), ["ve1_a"])
    assert "mill" not in (tmp_path / "f").read_text()
    assert digest("a", None) != digest("a", "b") != digest("ab", None)
