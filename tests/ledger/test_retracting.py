"""An article that is retracted leaves nothing but a dated digest, takes nobody else's rows along, and does not come back."""

from pathlib import Path

import pytest

from sayso.errors import InputError, UsageError
from sayso.ledger.store import Ledger
from sayso.records.ids import judgement_id
from sayso.records.judgement import Judgement
from tests.ledger.conftest import Raw
from tests.ledger.factory import a_run, an_outcome, judged_reading
from tests.ledger.removed import OTHER, TOLD, about_ada, bytes_with, filled, rows_with, terms_with
from tests.ledger.test_migrations import contents

ARTICLE = judged_reading(about_ada()).article_id
WORDS = ("Bo Lund", "about wages", "beacon.example", ARTICLE)


@pytest.fixture
def retracted(path: Path) -> Path:
    filled(path)
    assert rows_with(path, *WORDS)
    with Ledger(path) as ledger:
        assert ledger.removals().retract(TOLD.url or "").wiped
    return path


def test_nothing_of_the_article_is_left(retracted: Path) -> None:
    assert rows_with(retracted, *WORDS) == []
    assert terms_with(retracted, "lund", "wages", "tarr") == []
    assert bytes_with(retracted, *WORDS, "Bo Lund") == []


def test_everything_else_is_as_if_it_had_never_been_there(tmp_path: Path) -> None:
    with_it, without = tmp_path / "with.db", tmp_path / "without.db"
    filled(with_it)
    with Ledger(with_it) as ledger:
        ledger.removals().retract(ARTICLE)
        assert list(ledger.verify()) == []
    with Ledger(without) as ledger, ledger.writer() as writer:
        for number in range(2):
            text = OTHER.replace("We", f"We {number}")
            writer.add(an_outcome(text, f"o{number}", source="Kim Ost", said=("said", f"“We {number} stay,”")), a_run())
    left, new = contents(with_it), contents(without)
    counted = {
        name: len(rows) for name, rows in left.items() if not name.startswith(("registry", "identifier", "alias"))
    }
    wanted = {name: len(new[name]) for name in counted} | {"tombstone": 1, "run": 2, "actor_shown": 0}
    assert {name: count for name, count in counted.items() if count != wanted[name]} == {}


def test_it_is_refused_when_it_comes_again(retracted: Path) -> None:
    with Ledger(retracted) as ledger, ledger.writer() as writer:
        with pytest.raises(InputError, match="was retracted on 20"):
            writer.add(about_ada(), a_run())
        assert list(ledger.verify()) == []
    assert rows_with(retracted, *WORDS) == []


def test_another_article_is_added_and_its_names_are_taken_in(retracted: Path) -> None:
    new = judged_reading(about_ada())
    with Ledger(retracted) as ledger, ledger.writer() as writer:
        other = about_ada("k")
        assert other.reading
        assert other.reading.article_id == new.article_id  # the url decides
        from tests.ledger.factory import a_judged_outcome

        assert writer.add(a_judged_outcome("k"), a_run())
        ledger.registry().catch_up()
        assert [each.name for each in ledger.registry().meant("Aurel Tarr")] == ["Aurel Tarr"]
        assert list(ledger.verify()) == []


def test_what_goes_is_counted_first(path: Path) -> None:
    filled(path)
    with Ledger(path) as ledger:
        found = ledger.removals().retractable(ARTICLE)
        assert (found.versions, found.readings, found.statements, found.judgements) == (1, 2, 2, 2)
        assert ledger.corpus().articles == 3


def test_a_retraction_after_a_redaction(path: Path) -> None:
    filled(path)
    with Ledger(path) as ledger:
        ledger.removals().forget("Ada Réne")
        ledger.removals().retract(ARTICLE)
        assert list(ledger.verify()) == []


@pytest.mark.parametrize(("term", "told"), [("nothing", "no article nothing"), ("o", "no article o")])
def test_what_names_no_article_is_an_error(path: Path, term: str, told: str) -> None:
    filled(path)
    with Ledger(path) as ledger, pytest.raises(UsageError, match=told):
        ledger.removals().retract(term)


def test_a_retracted_article_put_back_by_another_program_is_reported(path: Path, raw: Raw) -> None:
    filled(path)
    with Ledger(path) as ledger:
        ledger.removals().retract(ARTICLE)
    raw(f"INSERT INTO article (id, added_at) VALUES ('{ARTICLE}', '2031-01-01')")
    with Ledger(path) as ledger:
        assert "was retracted, and is in the ledger" in {each.message for each in ledger.verify()}


def test_a_redacted_text_that_is_changed_again_is_reported(path: Path, raw: Raw) -> None:
    filled(path)
    with Ledger(path) as ledger:
        ledger.removals().forget("Ada Réne")
    raw("DROP TRIGGER version_no_update", "UPDATE version SET text = replace(text, 'wages', 'waves')")
    with Ledger(path) as ledger:
        assert any("digest" in each.message for each in ledger.verify())


def test_a_decision_about_another_article_stays(path: Path) -> None:
    filled(path)
    with Ledger(path) as ledger:
        kept = next(each.statement.id for each in ledger.statements() if each.article_id != ARTICLE)
        ledger.judge(Judgement(judgement_id(), kept, "accept", "bo", "2031-01-01T00:00:00Z"))
        ledger.removals().retract(ARTICLE)
        assert [each.decision for each in ledger.judgements(kept)] == ["accept"]
