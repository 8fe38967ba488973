"""Titles, labels and sizes in a ledger: kept as they were found, proved, asked for, and gone with who is forgotten or retracted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.ledger.blacking import BLACK
from sayso.ledger.store import Ledger
from sayso.records.actor import Actor
from sayso.records.article import Metadata
from sayso.records.label import Label
from sayso.records.position_filter import PositionFilter
from sayso.records.reading import Outcome, Reading
from sayso.records.span import Span
from tests.ledger.conftest import Raw
from tests.ledger.factory import ACCUSED, a_judged_outcome, a_run, an_outcome, judged_reading
from tests.ledger.removed import ADA, filled, rows_with
from tests.ledger.test_migrations import take_back

EVERY = PositionFilter()
TOLD = Metadata(publisher="The Beacon", genre="opinion", published="2031-01-02")
TABLES = ("title", "label", "collective")


def stored(path: Path, outcome: Outcome | None = None) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(outcome or a_judged_outcome(metadata=TOLD), a_run())


def with_actors(change: dict[str, object], number: int = 2) -> Outcome:
    """The judged outcome with something of one of its actors changed."""
    made = a_judged_outcome()
    assert made.reading
    actors = list(made.reading.actors)
    actors[number] = replace(actors[number], **change)  # type: ignore[arg-type]
    return replace(made, reading=replace(made.reading, actors=tuple(actors)))


def told_spans(reading: Reading) -> Iterator[Span]:
    for actor in reading.actors:
        yield from actor.titles
        yield from (span for each in actor.labels for span in (each.span, each.distance) if span)
        yield from (span for span in (actor.size_span, actor.of_span) if span)


def test_a_reading_comes_back_with_what_actors_are_called(path: Path) -> None:
    stored(path)
    reading = judged_reading(a_judged_outcome(metadata=TOLD))
    with Ledger(path) as ledger:
        found = ledger.reading(reading.version_id)
        assert found == reading
        proof = ledger.verify()
        assert list(proof) == []
        assert [proof.checked[each] for each in ("titles", "labels", "collectives")] == [3, 4, 2]
    assert found
    assert all(found.text[each.start : each.end] == each.text for each in told_spans(found))
    assert [(each.size, each.of) for each in found.actors] == [("On Monday", None), (None, None), (7, "said Ada.")]


def test_a_statement_says_who_speaks_with_name_kind_and_titles(path: Path) -> None:
    stored(path)
    reading = judged_reading(a_judged_outcome(metadata=TOLD))
    with Ledger(path) as ledger:
        read = ledger.reading(reading.version_id)
        listed = [each.statement.speakers for each in ledger.statements()]
    assert read
    for spoken in ([each.speakers for each in read.statements], listed):
        assert [[(who.name, who.kind, who.reason, [t.text for t in who.titles]) for who in each] for each in spoken] == [
            [(ADA, "person", "name", ["Monday"])], [("Bo Lund", "group", "surname", ["Lund", "said Ada"])],
        ]  # fmt: skip


def test_labels_are_asked_for_by_whom_they_are_of_and_who_uses_or_disputes_them(path: Path) -> None:
    stored(path)
    with Ledger(path) as ledger:
        asked = {
            name: [each.span.text for each in ledger.labels_on(EVERY, [name])]
            for name in ("Bo Lund", ADA, "aurel tarr")
        }
        assert asked == {
            "Bo Lund": ["wages"],
            ADA: ["lied", "wages", "about"],
            "aurel tarr": ["wages", "about", "fine"],
        }
        facts = ledger.labels_on(EVERY, ["Aurel Tarr"])
    assert [(each.holder, each.by, each.disputed_by, each.own, each.distance and each.distance.text) for each in facts] == [
        ("speaker", "Bo Lund", ADA, False, None), ("speaker", ADA, None, False, None), ("writer", None, None, False, "“fine”"),
    ]  # fmt: skip
    assert {each.metadata.publisher for each in facts} == {"The Beacon"}


def test_labels_are_asked_for_by_version_and_all_at_once(path: Path) -> None:
    stored(path)
    version = judged_reading(a_judged_outcome(metadata=TOLD)).version_id
    with Ledger(path) as ledger:
        assert ledger.labels_in(EVERY, [version, version]) == list(ledger.labels())
        (own,) = [each for each in ledger.labels() if each.own]
    assert (own.of, own.by, own.span.text) == (ADA, ADA, "lied")


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (PositionFilter(genre="opinion"), 3),
        (PositionFilter(genre="news"), 0),
        (PositionFilter(publisher="The Beacon", since="2031"), 3),
        (PositionFilter(until="2030"), 0),
        (PositionFilter(reviewed_only=True), 0),
    ],
)
def test_the_filter_of_an_answer_holds_for_labels(path: Path, wanted: PositionFilter, count: int) -> None:
    stored(path)
    with Ledger(path) as ledger:
        assert len(ledger.labels_on(wanted, ["Aurel Tarr"])) == count


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"labels": (Label(Span(0, 2, "On"), "ac_9"),)}, "does not hold"),
        ({"labels": (Label(Span(0, 2, "On"), None, "ac_9"),)}, "does not hold"),
        ({"labels": (Label(Span(0, 2, "xx")),)}, "does not hold 'xx'"),
        ({"labels": (Label(Span(0, 2, "On"), distance=Span(0, 2, "xx")),)}, "does not hold 'xx'"),
        ({"titles": (Span(0, 2, "xx"),)}, "does not hold 'xx'"),
        ({"size": "many"}, "not what its words say"),
        ({"size": 2**63}, "cannot be stored"),
        ({"size": -1}, "cannot be stored"),
        ({"of": "Ada"}, "not whom its words name"),
        ({"of": "xx", "of_span": Span(0, 2, "xx")}, "does not hold 'xx'"),
    ],
)
def test_what_is_not_what_it_claims_is_refused(path: Path, change: dict[str, object], message: str) -> None:
    with pytest.raises(InputError, match=message):
        stored(path, with_actors(change))
    with Ledger(path) as ledger:
        assert ledger.corpus().articles == 0


@pytest.mark.parametrize("change", [{"size": 3}, {"of": "Roe"}, {"size_span": Span(0, 2, "On")}])
def test_a_size_goes_together_with_its_words(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="goes together"):
        replace(Actor("ac_1", "Roe", "group", ()), **change)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "table", "change"),
    [
        ("span", "title", "UPDATE title SET start = start + 1"),
        ("span", "label", "UPDATE label SET text = upper(text)"),
        ("span", "label", "UPDATE label SET distance_end = distance_end - 1"),
        ("span", "label", "UPDATE label SET distance_text = NULL"),
        ("span", "collective", "UPDATE collective SET of_start = 0"),
        ("span", "collective", "UPDATE collective SET size_start = NULL, size_end = NULL, size_text = NULL"),
        ("pointer", "label", "UPDATE label SET actor = 9"),
        ("pointer", "label", 'UPDATE label SET "by" = 9'),
        ("pointer", "label", "UPDATE label SET disputed_by = 9"),
        ("pointer", "title", "UPDATE title SET actor = 9"),
        ("count", "label", "DELETE FROM label WHERE number = 2"),
        ("count", "title", "DELETE FROM title WHERE number = 0"),
        ("count", "collective", "DELETE FROM collective WHERE actor = 3"),
        ("count", "label", "UPDATE label SET number = 9 WHERE number = 2"),
    ],
)
def test_the_proof_finds_what_is_changed(path: Path, raw: Raw, kind: str, table: str, change: str) -> None:
    stored(path)
    for trigger in ("no_update", "no_delete"):
        raw(f"DROP TRIGGER {table}_{trigger}")
    raw(change)
    with Ledger(path) as ledger:
        assert kind in {each.kind for each in ledger.verify()}


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_never_changed_or_removed(path: Path, raw: Raw, table: str) -> None:
    stored(path)
    for change in (f"UPDATE {table} SET actor = 1", f"DELETE FROM {table}"):
        with pytest.raises(Exception, match="append-only"):
            raw(change)


def test_who_is_forgotten_is_called_nothing_and_calls_nobody_anything(path: Path) -> None:
    filled(path)
    assert rows_with(path, "said ada")
    with Ledger(path) as ledger:
        ledger.removals().forget("Ada Réne")
        assert list(ledger.verify()) == []
        (version,) = {each.version_id for each in ledger.statements() if each.given_id == "j"}
        reading = ledger.reading(version)
    assert rows_with(path, "said ada", "rene") == []
    assert reading
    tarr, lund = reading.actors
    assert [(each.span.text, each.by, each.disputed_by) for each in tarr.labels] == [
        ("wages", "ac_3", None),
        ("fine", None, None),
    ]
    assert [each.text for each in lund.titles] == ["Lund", f"said {BLACK * 3}"]
    assert lund.of == f"said {BLACK * 3}."


def test_nothing_of_an_article_that_is_retracted_is_left(path: Path, raw: Raw) -> None:
    stored(path)
    with Ledger(path) as ledger:
        ledger.removals().retract(judged_reading(a_judged_outcome(metadata=TOLD)).article_id)
        assert list(ledger.verify()) == []
    assert [raw(f"SELECT count(*) FROM {table}") for table in TABLES] == [[(0,)]] * 3


def test_a_reading_of_before_stays_readable_and_people_in_it_can_be_forgotten(path: Path) -> None:
    stored(path)
    take_back(path, "0008")
    with Ledger(path) as ledger:
        found = ledger.reading(judged_reading(a_judged_outcome(metadata=TOLD)).version_id)
        assert list(ledger.labels()) == []
        assert [each.speakers[0].name for each in found.statements] == [ADA, "Bo Lund"]  # type: ignore[union-attr]
        assert {each.labels or each.titles or each.size for each in found.actors} == {None}  # type: ignore[union-attr]
        ledger.removals().forget("Ada Réne")
        assert list(ledger.verify()) == []


def test_a_second_run_has_labels_of_its_own(path: Path) -> None:
    stored(path)
    take_back(path, "0008")
    second = a_run("two")
    with Ledger(path) as ledger, ledger.writer() as writer:
        assert writer.add(a_judged_outcome(run=second, metadata=TOLD), second)
        assert len(list(ledger.labels())) == 4
        assert list(ledger.verify()) == []


TEXTS = st.text(st.sampled_from("ab 😀e\u0301\r\n\t\u200f“”’é"), min_size=12, max_size=60)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), min_size=5, max_size=5), st.booleans())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_text_every_span_that_is_stored_is_its_words(
    tmp_path_factory: pytest.TempPathFactory, around: str, places: list[tuple[int, int]], counted: bool
) -> None:
    text = f"{around} Ada says: go."
    made = an_outcome(text, source="Ada", said=("says", "go"))
    assert made.reading
    spans = [Span.of(text, start % len(around), min(len(text), start % len(around) + size)) for start, size in places]
    actor = Actor(
        "ac_1", "Ada", "group", (), titles=tuple(spans[:1]), labels=(Label(spans[1], "ac_1", None, spans[2]),),
        size=9 if counted else spans[3].text, size_span=spans[3], of=" ".join(spans[4].text.split()), of_span=spans[4],
    )  # fmt: skip
    reading = replace(made.reading, actors=(actor,))
    path = tmp_path_factory.mktemp("any") / "sayso.db"
    stored(path, replace(made, reading=reading))
    with Ledger(path) as ledger:
        found = ledger.reading(reading.version_id)
        assert list(ledger.verify()) == []
    assert found
    assert found.actors == (actor,)
    assert all(found.text[each.start : each.end] == each.text for each in told_spans(found))


def test_the_spans_of_the_factory_are_of_its_text() -> None:
    assert all(each.holds_in(ACCUSED) for each in told_spans(judged_reading()))
