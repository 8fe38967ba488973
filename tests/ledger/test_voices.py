"""The writer's voice in a ledger: kept as it was found, proved, asked for, and gone with who is forgotten or retracted."""

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.ledger.blacking import BLACK
from sayso.ledger.store import Ledger
from sayso.records.article import Metadata
from sayso.records.position import Stance
from sayso.records.position_filter import PositionFilter
from sayso.records.reading import Outcome
from sayso.records.registry import ActorJudgement
from sayso.records.span import Span
from sayso.records.voice import Voice
from tests.ledger.conftest import Raw
from tests.ledger.factory import ACCUSED, a_judged_outcome, a_run, judged_reading
from tests.ledger.removed import ADA

EVERY = PositionFilter()
OPINION = Metadata(publisher="The Beacon", genre="opinion", authors=("Kim Ost",), published="2031-01-02")


def stored(path: Path, outcome: Outcome | None = None) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(outcome or a_judged_outcome(metadata=OPINION), a_run())


def test_a_reading_comes_back_with_its_voices(path: Path) -> None:
    stored(path)
    reading = judged_reading(a_judged_outcome(metadata=OPINION))
    with Ledger(path) as ledger:
        assert ledger.reading(reading.version_id) == reading
        proof = ledger.verify()
        assert list(proof) == []
        assert (proof.checked["voices"], proof.checked["voice findings"]) == (3, 3)


def test_a_voice_that_a_second_run_finds_too_is_one_voice_with_two_findings(path: Path, raw: Raw) -> None:
    stored(path)
    second = a_run("two")
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(a_judged_outcome(run=second, metadata=OPINION), second)
        assert list(ledger.verify()) == []
    assert raw("SELECT (SELECT count(*) FROM voice), (SELECT count(*) FROM voice_finding)") == [(3, 6)]


def test_voices_are_asked_for_by_whom_they_judge(path: Path) -> None:
    stored(path)
    with Ledger(path) as ledger:
        (found,) = ledger.voices_on(EVERY, ["aurel tarr"])
        assert (found.span.text, found.object, found.label, found.holder) == (
            "Bo Lund praised Tarr", "Aurel Tarr", "critical", "author",
        )  # fmt: skip
        assert found.metadata.authors == ("Kim Ost",)
        assert ledger.voices_on(EVERY, ["Tarr Motors"]) == []


def test_voices_are_asked_for_by_version(path: Path) -> None:
    stored(path)
    version = judged_reading(a_judged_outcome(metadata=OPINION)).version_id
    with Ledger(path) as ledger:
        assert [(each.object, each.label) for each in ledger.voices_in(EVERY, [version, version])] == [
            ("Ada Re\u0301ne", "supportive"), ("Aurel Tarr", "critical"), (None, "none"),
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (PositionFilter(genre="opinion"), 1),
        (PositionFilter(genre="news"), 0),
        (PositionFilter(publisher="The Beacon", since="2031"), 1),
        (PositionFilter(until="2030"), 0),
        (PositionFilter(reviewed_only=True), 0),
    ],
)
def test_the_filter_of_an_answer_holds_for_voices(path: Path, wanted: PositionFilter, count: int) -> None:
    stored(path)
    with Ledger(path) as ledger:
        assert len(ledger.voices_on(wanted, ["Aurel Tarr"])) == count


def test_an_actor_that_is_one_with_another_is_judged_under_the_name_shown(path: Path) -> None:
    stored(path)
    with Ledger(path) as ledger:
        registry = ledger.registry()
        registry.catch_up()
        (tarr,), (ada,) = registry.meant("Aurel Tarr"), registry.meant("Ada Réne")
        registry.judge(
            ActorJudgement("ju1_" + "0" * 32, "same", tarr.id, ada.id, "bo", "2031-01-01T00:00:00Z", reason="one")
        )
        names = registry.together(["Aurel Tarr"])
        assert {each.object for each in ledger.voices_on(EVERY, names)} == {registry.meant("Aurel Tarr")[0].name}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": "vo1_" + "0" * 32}, "does not stand for"),
        ({"object": "ac_9"}, "does not hold"),
        ({"confidence": 1.5}, "no probability"),
        ({"stance": Stance(2.0, 0, 0, 0)}, "no probability"),
        ({"mention": Span(0, 3, "xxx")}, "does not hold 'xxx'"),
        ({"label": "furious"}, "no stance"),
    ],
)
def test_a_voice_that_is_not_what_it_claims_is_refused(path: Path, change: dict[str, object], message: str) -> None:
    made = a_judged_outcome()
    assert made.reading
    voices = made.reading.voices
    bad = replace(made.reading, voices=(replace(voices[0], **change), *voices[1:]))  # type: ignore[arg-type]
    with pytest.raises(InputError, match=message):
        stored(path, replace(made, reading=bad))


def test_a_voice_that_is_there_twice_is_refused(path: Path) -> None:
    made = a_judged_outcome()
    assert made.reading
    twice = replace(made.reading, voices=made.reading.voices[:1] * 2)
    with pytest.raises(InputError, match="twice"):
        stored(path, replace(made, reading=twice))


@pytest.mark.parametrize(
    ("kind", "table", "change"),
    [
        ("id", "voice", "UPDATE voice SET id = id || '0' WHERE key = 1"),
        ("span", "voice", "UPDATE voice SET start = start + 1 WHERE key = 1"),
        ("span", "voice", "UPDATE voice SET text = upper(text) WHERE key = 1"),
        ("id", "voice_finding", "UPDATE voice_finding SET id = id || '0' WHERE key = 1"),
        ("span", "voice_finding", "UPDATE voice_finding SET mention_start = 0 WHERE key = 2"),
        ("span", "voice_finding", "UPDATE voice_finding SET mention_text = NULL WHERE key = 2"),
        ("pointer", "voice_finding", "UPDATE voice_finding SET object = NULL WHERE key = 1"),
        ("pointer", "voice_finding", "UPDATE voice_finding SET object = 3 WHERE key = 2"),
        ("text", "voice_finding", "UPDATE voice_finding SET critical = 7 WHERE key = 1"),
        ("count", "voice_finding", "DELETE FROM voice_finding WHERE key = 3"),
        ("count", "voice_finding", "UPDATE voice_finding SET number = 9 WHERE key = 3"),
    ],
)
def test_the_proof_finds_what_is_changed(path: Path, raw: Raw, kind: str, table: str, change: str) -> None:
    stored(path)
    for trigger in ("no_update", "no_delete"):
        raw(f"DROP TRIGGER {table}_{trigger}")
    raw(change)
    with Ledger(path) as ledger:
        assert kind in {each.kind for each in ledger.verify()}


@pytest.mark.parametrize("table", ["voice", "voice_finding"])
def test_rows_are_never_changed(path: Path, raw: Raw, table: str) -> None:
    stored(path)
    with pytest.raises(Exception, match="append-only"):
        raw(f"UPDATE {table} SET id = 'x'")


def test_who_is_forgotten_is_judged_by_no_writer_and_the_passage_stays_without_the_name(path: Path) -> None:
    stored(path)
    with Ledger(path) as ledger:
        ledger.removals().forget("Ada Réne")
        reading = ledger.reading(judged_reading(a_judged_outcome(metadata=OPINION)).version_id)
        assert list(ledger.verify()) == []
    assert reading
    first, second, _ = reading.voices
    assert (first.object, first.label, first.stance) == (None, "none", Stance(0, 0, 0, 1))
    assert first.span.text == "On Monday Ada Re\u0301ne said".replace(ADA, BLACK * len(ADA))
    assert (second.label, second.mention and second.mention.text) == ("critical", "Tarr")


def test_nothing_of_an_article_that_is_retracted_is_left(path: Path, raw: Raw) -> None:
    stored(path)
    article = judged_reading(a_judged_outcome(metadata=OPINION)).article_id
    with Ledger(path) as ledger:
        ledger.removals().retract(article)
        assert list(ledger.verify()) == []
    assert raw("SELECT (SELECT count(*) FROM voice), (SELECT count(*) FROM voice_finding)") == [(0, 0)]


def test_the_spans_of_the_factory_are_of_its_text() -> None:
    voices: tuple[Voice, ...] = judged_reading().voices
    assert all(each.span.holds_in(ACCUSED) for each in voices)
