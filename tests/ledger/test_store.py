"""What is written comes back equal, once, and stays."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError, LedgerError, LedgerTooNew, UsageError
from sayso.ledger.connection import driver
from sayso.ledger.store import Ledger
from sayso.records.article import Metadata
from sayso.records.filter import StatementFilter
from sayso.records.ids import judgement_id
from sayso.records.judgement import Judgement
from sayso.records.reading import Outcome
from tests.ledger.factory import TEXT, a_run, an_outcome

_reading = an_outcome().reading
KNOWN = _reading.statements[0].id if _reading else ""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


def filled(path: Path, *outcomes: Outcome) -> Ledger:
    ledger = Ledger(path)
    with ledger.writer() as writer:
        for outcome in outcomes or (an_outcome(),):
            writer.add(outcome, a_run())
    return ledger


def raw(path: Path, *statements: str) -> None:
    connection = driver.connect(str(path))
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_reading_comes_back_equal(path: Path) -> None:
    outcome = an_outcome()
    with filled(path, outcome) as ledger:
        assert outcome.reading is not None
        assert ledger.reading(outcome.reading.version_id) == outcome.reading


def test_the_same_reading_again_changes_nothing(path: Path) -> None:
    with filled(path) as ledger, ledger.writer() as writer:
        assert not writer.add(an_outcome(), a_run())
        assert ledger.corpus().readings == 1


def test_a_new_run_adds_a_reading_that_becomes_current(path: Path) -> None:
    second = an_outcome(run=a_run("two"))
    with filled(path) as ledger, ledger.writer() as writer:
        writer.add(second, a_run("two"))
        assert second.reading is not None
        assert ledger.reading(second.reading.version_id) == second.reading
        assert ledger.corpus().readings == 2
        assert ledger.corpus().statements == 1


def test_a_pinned_reading_stays_current(path: Path) -> None:
    first = an_outcome()
    with filled(path, first) as ledger, ledger.writer() as writer:
        assert first.reading is not None
        ledger.pin(first.reading.id)
        writer.add(an_outcome(run=a_run("two")), a_run("two"))
        assert ledger.reading(first.reading.version_id) == first.reading


def test_a_corrected_text_is_a_new_version_of_the_same_article(path: Path) -> None:
    with filled(path, an_outcome(), an_outcome(TEXT + " More.")) as ledger:
        corpus = ledger.corpus()
        assert (corpus.articles, corpus.versions, corpus.statements) == (1, 2, 1)


def test_a_span_that_does_not_hold_is_refused_whole(path: Path) -> None:
    good = an_outcome()
    assert good.reading is not None
    other = an_outcome("He said “We stay 😀,” Ada Re\u0301ne. “Go,” he added.", given_id="b")
    assert other.reading is not None
    object.__setattr__(other.reading, "statements", good.reading.statements)
    with Ledger(path) as ledger, ledger.writer() as writer:
        with pytest.raises(InputError):
            writer.add(other, a_run())
        assert ledger.corpus().articles == 0


def test_failed_items_are_kept_with_their_reason(path: Path) -> None:
    item = an_outcome().item
    with filled(path, Outcome(item, "failed", reason="broken")) as ledger:
        assert [row.reason for row in ledger.outcomes()] == ["broken"]
        assert ledger.corpus().failed == 1


@pytest.mark.parametrize("table", ["judgement", "version", "statement", "span", "finding", "run", "reading"])
def test_rows_cannot_be_deleted(path: Path, table: str) -> None:
    with filled(path) as ledger:
        ledger.judge(Judgement(judgement_id(), KNOWN, "accept", "ada", "2031-01-01T00:00:00Z"))
    with pytest.raises(driver.DatabaseError, match="append-only"):
        raw(path, f"DELETE FROM {table}")


def test_an_undone_judgement_no_longer_stands(path: Path) -> None:
    accept = Judgement(judgement_id(), KNOWN, "accept", "ada", "2031-01-01T00:00:00Z")
    undo = Judgement(judgement_id(), KNOWN, "undo", "ada", "2031-01-02T00:00:00Z", undoes=accept.id)
    with filled(path) as ledger:
        ledger.judge(accept)
        assert ledger.latest(KNOWN) == accept
        ledger.judge(undo)
        assert ledger.latest(KNOWN) is None
        assert ledger.judgements(KNOWN) == [accept, undo]


@pytest.mark.parametrize("name", ["Khameneh'i", "C.B.O.", "a-b", "NEAR", "don't", 'so"called'])
def test_awkward_names_are_found(path: Path, name: str) -> None:
    text = TEXT.replace("Ada Re\u0301ne", name)
    with filled(path, an_outcome(text, source=name)) as ledger:
        assert len(list(ledger.statements(StatementFilter(source=name)))) == 1
        assert len(list(ledger.naming(name))) == 1


@given(st.text(min_size=1, max_size=30))
def test_no_query_is_a_syntax_error(tmp_path_factory: pytest.TempPathFactory, query: str) -> None:
    with Ledger(tmp_path_factory.getbasetemp() / "queries.db") as ledger:
        try:
            assert list(ledger.naming(query)) == []
        except UsageError:
            assert not any(character.isalnum() for character in query if character.isascii())


def test_filters_by_publisher_and_date(path: Path) -> None:
    early = an_outcome(given_id="a", metadata=Metadata(publisher="Herald", published="2031-01-05"))
    late = an_outcome(given_id="b", metadata=Metadata(publisher="Mirror", published="2031-03-05"))
    with filled(path, early, late) as ledger:
        assert [row.given_id for row in ledger.statements(StatementFilter(publisher="Herald"))] == ["a"]
        assert [row.given_id for row in ledger.statements(StatementFilter(since="2031-02"))] == ["b"]


def test_a_clean_ledger_verifies(path: Path) -> None:
    with filled(path) as ledger:
        proof = ledger.verify()
        assert list(proof) == []
        assert proof.checked["spans"] == 3


@pytest.mark.parametrize(
    ("table", "change", "kind"),
    [
        ("span", 'UPDATE span SET start = start + 1, "end" = "end" + 1 WHERE part = \'cue\'', "span"),
        ("span", "UPDATE span SET text = 'sang' WHERE part = 'cue'", "span"),
        ("statement", "UPDATE statement SET id = 'st1_00000000000000000000000000000000'", "id"),
        ("version", "UPDATE version SET text = replace(text, 'stay', 'rest')", "text"),
        ("run", "UPDATE run SET code = '0'", "id"),
    ],
)
def test_a_planted_corruption_is_found(path: Path, table: str, change: str, kind: str) -> None:
    filled(path).close()
    raw(path, f"DROP TRIGGER {table}_no_update", change)
    with Ledger(path) as ledger:
        assert kind in {problem.kind for problem in ledger.verify()}


def test_a_newer_ledger_is_refused(path: Path) -> None:
    filled(path).close()
    raw(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerTooNew, match="9999"):
        Ledger(path)


def test_a_file_that_is_no_database_is_refused(path: Path) -> None:
    path.write_text("not a database, but long enough to be looked at" * 50)
    with pytest.raises(LedgerError):
        Ledger(path)


def test_a_missing_ledger_is_not_made_by_asking(path: Path) -> None:
    with pytest.raises(LedgerError, match="sayso add"):
        Ledger(path, create=False)
    assert not path.exists()
