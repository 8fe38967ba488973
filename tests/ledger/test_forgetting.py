"""A person who is forgotten is nowhere: not in a row, not in an index, not in the bytes of the file; and does not come back."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError, UsageError
from sayso.ledger.blacking import BLACK, Names
from sayso.ledger.connection import driver
from sayso.ledger.store import Ledger
from sayso.records.actor import Actor, Mention, Speaker
from sayso.records.article import Metadata
from sayso.records.reading import Outcome
from sayso.records.registry import Entity
from tests.ledger.factory import ACCUSED, a_judged_outcome, a_run, an_outcome, judged_reading
from tests.ledger.removed import ADA, OTHER, about_ada, bytes_with, filled, rows_with, terms_with

WORDS = ("Ada Réne", "ada-rene", "Réne Ost")
WRITTEN = ("Ada Re\u0301ne", "Ada Réne", "ada-rene")


@pytest.fixture
def forgotten(path: Path) -> Path:
    filled(path)
    assert rows_with(path, *WORDS)
    assert bytes_with(path, *WRITTEN)
    with Ledger(path) as ledger:
        assert ledger.removals().forget("Ada Réne").wiped
    return path


def test_nothing_of_the_person_is_left(forgotten: Path) -> None:
    assert rows_with(forgotten, *WORDS) == []
    assert terms_with(forgotten, "ada", "rene", "réne") == []
    assert bytes_with(forgotten, *WRITTEN) == []


def test_no_word_of_the_name_is_left_in_the_pages_of_an_index(forgotten: Path) -> None:
    assert rows_with(forgotten, "rene", "réne") == []


def test_nothing_is_left_in_the_log_while_another_has_the_ledger_open(path: Path) -> None:
    filled(path)
    with Ledger(path) as other, Ledger(path) as ledger:
        assert other.corpus().articles == 3
        assert ledger.removals().forget("Ada Réne").wiped
        assert bytes_with(path, *WRITTEN) == []


def test_it_is_said_when_another_still_reads_what_was_there(path: Path) -> None:
    filled(path)
    with Ledger(path) as other, Ledger(path, busy_timeout=0.1) as ledger:
        reading = other.statements()
        next(reading)
        assert ledger.removals().forget("Ada Réne").wiped is False
        reading.close()  # type: ignore[attr-defined]
    assert bytes_with(path, *WRITTEN) == []


def test_the_ledger_is_sound(forgotten: Path) -> None:
    with Ledger(forgotten) as ledger:
        assert list(ledger.verify()) == []
        assert ledger.verify().checked == {}
        ledger.registry().catch_up()
        assert list(ledger.verify()) == []


def test_the_text_is_overwritten_in_place_and_the_version_keeps_its_id(forgotten: Path) -> None:
    before = judged_reading(about_ada())
    with Ledger(forgotten) as ledger:
        after = ledger.reading(before.version_id, a_run().id)
    assert after
    assert after.id == before.id
    assert len(after.text) == len(ACCUSED)
    at = ACCUSED.index(ADA)
    assert after.text[at : at + len(ADA)] == BLACK * len(ADA)
    assert after.text.endswith(f"said {BLACK * 3}.")
    assert after.article_id == before.article_id
    assert [each.id for each in after.statements] == [each.id for each in before.statements]
    for span in (span for each in after.statements for span in (*each.spans, each.sentence)):
        assert after.text[span.start : span.end] == span.text


def test_the_person_is_no_speaker_and_no_object(forgotten: Path) -> None:
    with Ledger(forgotten) as ledger:
        reading = ledger.reading(judged_reading(about_ada()).version_id)
    assert reading
    assert [each.name for each in reading.actors] == ["Aurel Tarr", "Bo Lund"]
    assert reading.statements[0].speakers == ()
    assert [each.speaker for each in reading.positions] == ["ac_3"]


def test_others_stay(forgotten: Path) -> None:
    assert rows_with(forgotten, "Bo Lund")
    assert rows_with(forgotten, "Kim Ost")
    with Ledger(forgotten) as ledger:
        assert {each.name for each in ledger.names("Tarr")} == {"Aurel Tarr"}


def test_the_article_is_not_read_again(forgotten: Path) -> None:
    for run in (a_run(), a_run("three")):
        with Ledger(forgotten) as ledger, ledger.writer() as writer, pytest.raises(InputError, match="forgotten on 20"):
            writer.add(a_judged_outcome("j", run, about_ada().item.article.metadata), run)  # type: ignore[union-attr]
    assert rows_with(forgotten, *WORDS) == []


@pytest.mark.parametrize(
    ("text", "metadata"),
    [
        ("“We stay,” said Ada Réne. “Go,” he added.", Metadata()),
        ("“We stay,” said ADA RENE's man. “Go,” he added.", Metadata()),
        (OTHER, Metadata(title="Ada Réne again")),
        (OTHER, Metadata(authors=("Ada Re\u0301ne",))),
    ],
)
def test_another_article_that_names_the_person_is_refused(forgotten: Path, text: str, metadata: Metadata) -> None:
    new = an_outcome(text, "new", metadata=metadata, source="said", said=("said", "“We stay,”"))
    with Ledger(forgotten) as ledger, ledger.writer() as writer:
        with pytest.raises(InputError, match="names somebody who was forgotten on 20"):
            writer.add(new, a_run())
        assert not writer.add(Outcome(new.item, "failed", reason="refused"), a_run(), input_name="Ada Réne.txt")
    assert rows_with(forgotten, *WORDS) == []


def test_an_article_that_names_nobody_forgotten_is_added(forgotten: Path) -> None:
    with Ledger(forgotten) as ledger, ledger.writer() as writer:
        assert writer.add(an_outcome(OTHER, "new", source="Kim Ost", said=("said", "“We stay,”")), a_run())


def test_an_import_does_not_bring_the_person_back(forgotten: Path) -> None:
    with Ledger(forgotten) as ledger:
        again = Entity("qid", "Q7", "Somebody", "person", ("Ada Réne",))
        refused = ledger.registry().store([again], name="people.csv", form="csv", judge="bo")
        assert refused.new == 0
        assert len(refused.broken) == 1
        assert list(ledger.verify()) == []


def test_a_name_that_came_back_by_other_ways_is_reported(forgotten: Path) -> None:
    with Ledger(forgotten) as ledger:
        ledger.registry().store(
            [Entity("qid", "Q7", "Somebody", "person", ("Some One",))], name="a.csv", form="csv", judge="bo"
        )
    connection = driver.connect(str(forgotten))
    connection.execute(
        "INSERT INTO alias SELECT actor, 'Ada Réne', 'ada rene', import FROM alias WHERE name = 'Some One'"
    )
    connection.commit()
    connection.close()
    with Ledger(forgotten) as ledger:
        assert [each.message for each in ledger.verify()] == ["is of somebody who was forgotten"]


def test_tombstones_are_dated_and_hold_a_digest_alone(forgotten: Path) -> None:
    connection = driver.connect(str(forgotten))
    rows = connection.execute("SELECT kind, salt, digest, made_at FROM tombstone").fetchall()
    connection.close()
    assert {kind for kind, *_ in rows} == {"person"}
    assert all(len(digest) == 64 and len(salt) == 32 and made.startswith("20") for _, salt, digest, made in rows)


def test_who_is_counted_first_is_who_goes(path: Path) -> None:
    filled(path)
    with Ledger(path) as ledger:
        before = rows_with(path, *WORDS)
        told = ledger.removals().forgettable("ada rene")
        assert rows_with(path, *WORDS) == before
        assert (told.articles, told.statements, told.positions, told.wiped) == (1, 1, 1, None)
        assert set(told.names) >= {"Ada Re\u0301ne", "A. Réne Ost"}


def test_nobody_of_that_name_is_an_error(path: Path) -> None:
    filled(path)
    with Ledger(path) as ledger, pytest.raises(UsageError, match="nobody called Zed"):
        ledger.removals().forget("Zed Or")


def test_the_guards_are_back(forgotten: Path) -> None:
    connection = driver.connect(str(forgotten))
    with pytest.raises(driver.IntegrityError, match="append-only"):
        connection.execute("UPDATE version SET text = 'x'")
    connection.close()


def described(given_id: str) -> Outcome:
    """An article in which somebody is a baker in Norr and nothing else."""
    text = "“We stay,” said a baker in Norr. “Go,” he added. The baker in Norr left."
    made = an_outcome(text, given_id, source="a baker in Norr", said=("said", "“We stay,”"))
    assert made.reading
    first = made.reading.statements[0]
    baker = Actor("ac_1", "baker in Norr", "person", (Mention(first.source[0], "nominal"),))
    speaks = replace(first, speakers=(Speaker("ac_1", "nominal"),))
    return replace(made, reading=replace(made.reading, actors=(baker,), statements=(speaks,)))


def test_who_is_only_described_is_forgotten_in_one_article(path: Path) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer:
        for given_id in "ab":
            writer.add(described(given_id), a_run())
        removals = ledger.removals()
        with pytest.raises(UsageError, match="2 articles, who may be several people"):
            removals.forget("baker in Norr")
        removals.forget("baker in Norr", "a")
        assert list(ledger.verify()) == []
        texts = {each.given_id: ledger.reading(each.version_id) for each in ledger.articles()}
        assert "Norr" not in texts["a"].text  # type: ignore[union-attr]
        assert "baker in Norr" in texts["b"].text  # type: ignore[union-attr]
        assert writer.add(described("c"), a_run())


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Mara Holt", "Mara  Holt, MARA HOLT's, Mara-Holt; Maraholt, Mara Holtby", "█, █'s, █; Maraholt, Mara Holtby"),
        ("Jean-Luc d’Or", "jean-luc d'or and Jean-Luc d’Or", "█ and █"),
        ("Renée Åsk", "Renee Ask, Rene\u0301e A\u030ask", "█, █"),
    ],
)
def test_names_are_found_as_whole_words(name: str, text: str, left: str) -> None:
    blacked = Names([name]).blacked(text)
    assert len(blacked) == len(text)
    while BLACK * 2 in blacked:
        blacked = blacked.replace(BLACK * 2, BLACK)
    assert blacked == left


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(["Mara Holt", "Åsa d’Or", "Q. Re\u0301ne"]))
def test_blacking_keeps_length_and_everything_else(before: str, after: str, name: str) -> None:
    text = f"{before} {name} {after}"
    blacked = Names([name]).blacked(text)
    assert len(blacked) == len(text)
    assert not Names([name]).stand_in(blacked)
    assert all(new in (old, BLACK) for old, new in zip(text, blacked, strict=True))
