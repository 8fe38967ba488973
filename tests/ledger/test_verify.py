"""The proof finds whatever is changed behind the ledger's back, and says nothing of what is sound."""

from pathlib import Path

import pytest

from sayso.ledger.correcting import Wish
from sayso.ledger.store import Ledger
from sayso.records.article import Metadata
from sayso.records.ids import judgement_id
from sayso.records.judgement import Judgement
from sayso.records.problem import Problem
from sayso.records.reading import Item, Outcome
from tests.ledger.conftest import Raw
from tests.ledger.factory import TEXT, a_judged_outcome, a_run, an_outcome, fix, judged_reading


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


@pytest.fixture
def judged(path: Path) -> Path:
    """One article with actors, occasions and positions, one statement corrected and another rejected."""
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(a_judged_outcome(), a_run())
        first, second = judged_reading().statements
        fix(ledger, first.id, Wish(content="Tarr lied"))
        ledger.judge(Judgement(judgement_id(), second.id, "reject", "ada", "2031-01-01T00:00:00Z"))
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


def test_everything_about_people_is_looked_at(judged: Path, raw: Raw) -> None:
    with Ledger(judged) as ledger:
        proof = ledger.verify()
        assert list(proof) == []
        counts = proof.checked
    for kind in ("names", "actors", "mentions", "occasions", "speakers", "positions", "corrections"):
        assert [(counts[kind],)] == raw(f"SELECT count(*) FROM {kind.removesuffix('s')}"), kind
    assert [(counts["position findings"],)] == raw("SELECT count(*) FROM position_finding")
    assert [(counts["standing"],)] == raw("SELECT count(*) FROM standing")


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("text", "UPDATE name SET folded = 'x' WHERE name = 'Bo Lund'"),
        ("count", "DELETE FROM mention WHERE actor = 1"),
        ("count", "DELETE FROM speaker"),
        ("count", "DELETE FROM occasion WHERE number = 2"),
        ("count", "DELETE FROM position_finding WHERE number = 1"),
        ("key", "DELETE FROM actor WHERE number = 1"),
        ("span", "UPDATE mention SET text = 'x' WHERE actor = 1"),
        ("span", "UPDATE occasion SET told_text = 'x' WHERE number = 1"),
        ("span", "UPDATE finding SET told_start = NULL WHERE told IS NOT NULL"),
        ("text", "UPDATE finding SET told = 'soon' WHERE told IS NOT NULL"),
        ("pointer", "UPDATE finding SET occasion = 9 WHERE occasion = 1"),
        ("pointer", "UPDATE speaker SET actor = 9"),
        ("pointer", "UPDATE speaker SET on_behalf_of = 9"),
        ("span", 'UPDATE position SET start = start + 1, "end" = "end" + 1'),
        ("span", "UPDATE position SET issue_text = NULL"),
        ("id", "UPDATE position SET role = 'addressee'"),
        ("id", "UPDATE position SET issue_start = NULL, issue_end = NULL, issue_text = NULL"),
        ("id", "UPDATE position_finding SET id = id || '0'"),
        ("span", "UPDATE position_finding SET evidence = replace(evidence, 'lied', 'sang')"),
        ("span", "UPDATE position_finding SET evidence = '[1]'"),
        ("text", "UPDATE position_finding SET critical = 2"),
        ("text", "UPDATE position_finding SET wording = NULL"),
        ("pointer", "UPDATE position_finding SET object_name = 1"),
        ("pointer", "UPDATE position_finding SET speaker = 3"),
        ("pointer", "UPDATE position_finding SET finding = 3 - finding"),
        ("pointer", "UPDATE corrected_position SET critical = 0.5"),
        ("count", "DELETE FROM corrected_position"),
        ("span", "UPDATE correction SET sentence = replace(sentence, 'lied', 'sang')"),
        ("judgement", "UPDATE correction SET replaces = 2"),
        ("judgement", "UPDATE judgement SET replacement = 'st1_0' WHERE decision = 'fix'"),
        ("pointer", "UPDATE standing SET judgement = NULL"),
        ("pointer", "UPDATE standing SET correction = NULL"),
        ("pointer", "DELETE FROM standing WHERE statement = 2"),
        ("pointer", "INSERT INTO standing SELECT max(key), 1, NULL FROM statement"),
        ("search", "UPDATE correction SET sentence = sentence || ' x'"),
    ],
)
def test_a_fault_about_people_is_found(judged: Path, raw: Raw, kind: str, change: str) -> None:
    triggers = raw("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    raw(*(f"DROP TRIGGER {name}" for (name,) in triggers), change)
    assert kind in {problem.kind for problem in problems(judged)}


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
