"""The proof finds whatever is changed behind the ledger's back, and says nothing of what is sound."""

from pathlib import Path

import pytest

from sayso.ledger.store import Ledger
from sayso.records.article import Metadata
from sayso.records.ids import judgement_id
from sayso.records.judgement import Judgement
from sayso.records.problem import Problem
from sayso.records.reading import Item, Outcome
from tests.ledger.conftest import Raw
from tests.ledger.factory import TEXT, a_run, an_outcome


@pytest.fixture
def sound(path: Path) -> Path:
    """Two articles, one of them in two versions, read by two runs, judged, pinned, with a failed item."""
    one, two = a_run(), a_run("two")
    with Ledger(path) as ledger, ledger.writer() as writer:
        for run in (one, two):
            writer.add(an_outcome(run=run), run)
            writer.add(an_outcome(TEXT + " More.", run=run), run)
            writer.add(an_outcome(given_id="b", run=run, metadata=Metadata(publisher="Herald")), run)
        writer.add(Outcome(Item("a", error="broken"), "failed"), one)
        last = an_outcome().reading
        assert last
        ledger.pin(last.id)
        ledger.judge(Judgement(judgement_id(), last.statements[0].id, "accept", "ada", "2031-01-01T00:00:00Z"))
    return path


def problems(path: Path) -> list[Problem]:
    with Ledger(path) as ledger:
        return list(ledger.verify())


def test_a_sound_ledger_has_no_problem_and_everything_is_looked_at(sound: Path, raw: Raw) -> None:
    with Ledger(sound) as ledger:
        proof = ledger.verify()
        assert list(proof) == []
        counts = proof.checked
    for kind in ("articles", "versions", "readings", "statements", "spans", "findings", "runs", "judgements", "blocks"):
        assert [(counts[kind],)] == raw(f"SELECT count(*) FROM {kind.removesuffix('s')}"), kind


@pytest.mark.parametrize(
    ("kind", "table", "change"),
    [
        ("id", "article", "UPDATE article SET publisher = 'Mirror' WHERE given_id = 'b'"),
        ("id", "version", "UPDATE version SET id = 've1_' || substr(id, 6) || '0'"),
        ("text", "version", "UPDATE version SET text = text || ' ' WHERE key = 1"),
        ("id", "run", "UPDATE run SET settings = '{}'"),
        ("id", "reading", "UPDATE reading SET id = id || '0' WHERE key = 1"),
        ("id", "finding", "UPDATE finding SET id = id || '0' WHERE key = 1"),
        ("span", "finding", "UPDATE finding SET sentence_end = sentence_end - 1 WHERE key = 1"),
        ("span", "block", "UPDATE block SET text = 'x'"),
        ("span", "unattributed_quote", "UPDATE unattributed_quote SET start = start - 1"),
        ("span", "span", 'UPDATE span SET start = start + 90, "end" = "end" + 90 WHERE part = \'cue\''),
        ("id", "span", "UPDATE span SET part = 'source', number = 1 WHERE part = 'cue'"),
        ("id", "span", "DELETE FROM span WHERE part = 'cue'"),
        ("count", "finding", "DELETE FROM finding WHERE key = 1"),
        ("count", "block", "DELETE FROM block"),
        ("pointer", "finding", "UPDATE finding SET statement = 3 WHERE key = 1"),
        ("pointer", "current", "DELETE FROM current WHERE version = 2"),
        ("pointer", "current", "UPDATE current SET reading = 1 WHERE version = 2"),
        ("pointer", "current", "UPDATE current SET reading = 2, pinned = 0 WHERE version = 2"),
        ("pointer", "newest", "UPDATE newest SET version = 1 WHERE article = 1"),
        ("key", "version", "DELETE FROM version WHERE key = 1"),
        ("judgement", "judgement", "UPDATE judgement SET subject = 'st1_0'"),
        ("search", "finding_search", "UPDATE finding SET sentence = sentence || ' x' WHERE key = 1"),
        ("search", "text_search", "INSERT INTO text_search(rowid, text) VALUES (99, 'ghost')"),
    ],
)
def test_a_planted_fault_is_found(sound: Path, raw: Raw, kind: str, table: str, change: str) -> None:
    triggers = raw("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE '%_search'")
    raw(*(f"DROP TRIGGER {name}" for (name,) in triggers), change)
    assert kind in {problem.kind for problem in problems(sound)}


def test_a_damaged_file_is_found(sound: Path, raw: Raw) -> None:
    raw("PRAGMA wal_checkpoint(TRUNCATE)")
    (page,) = raw("SELECT rootpage FROM sqlite_master WHERE name = 'ix_finding_statement'")[0]
    content = bytearray(sound.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    sound.write_bytes(content)
    assert "file" in {problem.kind for problem in problems(sound)}


def test_a_proof_is_possible_while_another_process_writes(sound: Path) -> None:
    with Ledger(sound) as ledger, ledger.writer() as writer:
        proof = iter(ledger.verify())
        writer.add(an_outcome(given_id="late"), a_run())
        assert list(proof) == []
