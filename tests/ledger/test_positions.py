"""Positions as they are stored, given back, and found by the names of those they concern."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.ledger.store import Ledger
from sayso.records import ids
from sayso.records.actor import ACTOR_KINDS, MENTION_KINDS, REASONS, Actor, Mention, Speaker
from sayso.records.article import Metadata
from sayso.records.judgement import Judgement
from sayso.records.position import FLAGS, LABELS, MEDIA, ROLES, WORDINGS, Occasion, Position, Stance
from sayso.records.position_filter import PositionFilter
from sayso.records.reading import Outcome, Reading
from sayso.records.row import PositionFact
from sayso.records.said import Told
from sayso.records.span import Span
from sayso.records.statement import MOVES, STATUSES, Statement
from sayso.records.voice import Voice
from tests.ledger.factory import ACCUSED, a_judged_outcome, a_run, judged_reading

ALL = PositionFilter()


def filled(path: Path, *outcomes: Outcome) -> Ledger:
    ledger = Ledger(path)
    with ledger.writer() as writer:
        for outcome in outcomes:
            writer.add(outcome, a_run())
    return ledger


def on_tarr(ledger: Ledger, wanted: PositionFilter = ALL) -> list[PositionFact]:
    return list(ledger.positions(wanted, ["Aurel Tarr"]))


def texts() -> st.SearchStrategy[str]:
    return st.text(st.sampled_from("ab ’“\r\n\t😀e\u0301\u200f"), min_size=12, max_size=40)


@st.composite
def judged_outcomes(draw: st.DrawFn) -> Outcome:
    """A done outcome over any text, with everything a reading may hold."""
    outcome = a_judged_outcome(text=ACCUSED + draw(texts()))
    reading = judged_reading(outcome)

    def a_span() -> Span:
        start = draw(st.integers(0, len(reading.text) - 2))
        return Span.of(reading.text, start, draw(st.integers(start + 1, len(reading.text))))

    def a_told() -> Told | None:
        return draw(st.none() | st.sampled_from(["W1", "2019-04", "P"]).map(lambda form: Told(form, a_span())))

    some = st.integers(0, 3)
    actors = tuple(
        Actor(
            f"ac_{2 * n + 1}",
            draw(st.sampled_from(["Ada", "ada", "Aurel Tarr"])),
            draw(st.sampled_from(ACTOR_KINDS)),  # type: ignore[arg-type]  # one of them
            tuple(Mention(a_span(), draw(st.sampled_from(MENTION_KINDS))) for _ in range(draw(some))),  # type: ignore[arg-type]
        )
        for n in range(draw(some) + 1)
    )
    who = st.sampled_from([each.id for each in actors])
    occasions = tuple(
        Occasion(f"oc_{n}", tuple(draw(st.lists(who, max_size=2))), draw(st.sampled_from(MEDIA)), a_told())  # type: ignore[arg-type]
        for n in range(1, draw(some) + 1)
    )
    when = st.none() | (st.sampled_from([each.id for each in occasions]) if occasions else st.none())
    statements = tuple(
        replace(
            each,
            status=draw(st.sampled_from(STATUSES)),
            move=draw(st.sampled_from(MOVES)),
            told=a_told(),
            occasion=draw(when),
            speakers=tuple(
                Speaker(draw(who), draw(st.sampled_from(REASONS)), draw(st.none() | who))  # type: ignore[arg-type]
                for _ in range(draw(some))
            ),
        )
        for each in reading.statements
    )

    def a_position(of: Statement) -> Position:
        mention, role = a_span(), draw(st.sampled_from(ROLES))
        issue = draw(st.none() | st.just(0).map(lambda _: a_span()))
        label = draw(st.sampled_from(["critical", "none"]))
        return Position(
            id=ids.position_id(of.id, mention=mention, role=role, issue=issue),
            statement=of.id,
            speaker=draw(st.none() | who),
            object=draw(who),
            role=role,  # type: ignore[arg-type]
            mention=mention,
            issue=issue,
            stance=Stance(*(draw(st.floats(0, 1)) for _ in range(4))),
            label=label,  # type: ignore[arg-type]
            wording=None if label == "none" else draw(st.sampled_from(WORDINGS)),  # type: ignore[arg-type]
            flags=tuple(sorted(draw(st.sets(st.sampled_from(FLAGS))))),  # type: ignore[arg-type]
            evidence=tuple(a_span() for _ in range(draw(some))),
        )

    def a_voice() -> Voice:
        span, judged = a_span(), draw(st.none() | who)
        stance = Stance(*(draw(st.floats(0, 1)) for _ in range(4)))
        label = "none" if judged is None else draw(st.sampled_from(LABELS))
        mention = None if judged is None else a_span()
        return Voice(
            ids.voice_id(reading.version_id, span), span, draw(st.floats(0, 1)), judged, mention, stance, label
        )  # type: ignore[arg-type]

    voices = {each.id: each for each in (a_voice() for _ in range(draw(some)))}
    positions = {each.id: each for each in (a_position(of) for of in statements for _ in range(draw(some)))}
    whole = replace(
        reading,
        statements=statements,
        actors=actors,
        occasions=occasions,
        positions=tuple(positions.values()),
        voices=tuple(voices.values()),
    )
    return replace(outcome, reading=whole)


@given(judged_outcomes())
def test_a_reading_comes_back_as_it_was_and_is_proved(
    tmp_path_factory: pytest.TempPathFactory, outcome: Outcome
) -> None:
    reading = judged_reading(outcome)
    path = tmp_path_factory.mktemp("round") / "sayso.db"
    with filled(path, outcome) as ledger:
        assert ledger.reading(reading.version_id) == reading
        assert list(ledger.verify()) == []
        assert [row.statement for row in ledger.statements()] == list(reading.statements)


def test_a_position_is_found_with_all_that_is_counted_over(path: Path) -> None:
    metadata = Metadata(publisher="Herald", agency="VNA", genre="news", published="2031-02-03")
    outcome = a_judged_outcome(metadata=metadata)
    reading = judged_reading(outcome)
    with filled(path, outcome) as ledger:
        first, second = on_tarr(ledger)
    position, statement = reading.positions[0], reading.statements[0]
    assert first == PositionFact(
        id=position.id,
        statement=statement.id,
        reading=reading.id,
        occasion="oc_1",
        article_id=reading.article_id,
        version_id=reading.version_id,
        publisher="Herald",
        agency="VNA",
        genre="news",
        published="2031-02-03",
        speaker="Ada Re\u0301ne",
        speaker_kind="person",
        object="Aurel Tarr",
        role="object",
        label="critical",
        wording="paraphrased",
        flags=("conditional", "implied"),
        status="actual",
        move="accuse",
        told=statement.told,
        confidence=0.9 * 0.9,
    )
    assert (second.speaker, second.speaker_kind, second.status, second.occasion) == (
        "Bo Lund",
        "group",
        "attitude",
        None,
    )


@pytest.mark.parametrize(
    ("asked", "found"),
    [("Aurel Tarr", 2), ("AUREL  TÁRR", 2), ("Tarr", 0), ("Aurel Tarrs", 0), ("Ada R\u00e9ne", 0), ("", 0), ("%", 0)],
)
def test_an_object_is_named_whole_whatever_its_case_and_diacritics(path: Path, asked: str, found: int) -> None:
    with filled(path, a_judged_outcome()) as ledger:
        assert len(list(ledger.positions(ALL, [asked]))) == found
        assert len(list(ledger.positions(ALL, [asked, asked.upper(), "Nobody"]))) == found


def test_positions_are_found_by_their_speaker(path: Path) -> None:
    with filled(path, a_judged_outcome()) as ledger:
        assert [each.label for each in ledger.positions_by(["ada rene"], ALL)] == ["critical"]
        assert list(ledger.positions_by(["Aurel Tarr"], ALL)) == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (PositionFilter(since="2031-02"), ["late"]),
        (PositionFilter(until="2031"), ["early", "late"]),
        (PositionFilter(until="2031-01-31"), ["early"]),
        (PositionFilter(publisher="Herald"), ["early"]),
        (PositionFilter(genre="letter"), ["undated"]),
        (PositionFilter(statuses=("negated",)), []),
        (PositionFilter(min_confidence=0.8), ["early", "late", "undated"]),
        (PositionFilter(min_confidence=0.82), []),
        (PositionFilter(reviewed_only=True), ["late"]),
    ],
)
def test_a_filter_leaves_what_it_means(path: Path, wanted: PositionFilter, found: list[str]) -> None:
    described = {
        "early": Metadata(publisher="Herald", published="2031-01-05"),
        "late": Metadata(publisher="Mirror", published="2031-02-05"),
        "undated": Metadata(genre="letter"),
    }
    outcomes = {name: a_judged_outcome(name, metadata=metadata) for name, metadata in described.items()}
    names = {judged_reading(outcome).id: name for name, outcome in outcomes.items()}
    with filled(path, *outcomes.values()) as ledger:
        subject = judged_reading(outcomes["late"]).statements[0].id
        ledger.judge(Judgement(ids.judgement_id(), subject, "unsure", "ada", "2031-01-01T00:00:00Z"))
        assert [names[each.reading] for each in on_tarr(ledger, wanted) if each.label == "critical"] == found


def test_a_status_is_asked_for(path: Path) -> None:
    with filled(path, a_judged_outcome()) as ledger:
        assert [each.speaker for each in on_tarr(ledger, PositionFilter(statuses=("attitude",)))] == ["Bo Lund"]


@pytest.mark.parametrize("wrong", [PositionFilter(since="May"), PositionFilter(until="2031-1-1")])
def test_a_date_that_is_none_is_refused(path: Path, wrong: PositionFilter) -> None:
    with Ledger(path) as ledger, pytest.raises(UsageError):
        on_tarr(ledger, wrong)


def test_only_what_is_shown_is_found(path: Path) -> None:
    old, new = a_judged_outcome(), a_judged_outcome(text=ACCUSED + " More.", labels=("none", "none"))
    with filled(path, old, new) as ledger, ledger.writer() as writer:
        assert [each.label for each in on_tarr(ledger)] == ["none", "none"]
        second = a_run("two")
        writer.add(a_judged_outcome(run=second, text=ACCUSED + " More."), second)
        assert [each.label for each in on_tarr(ledger)] == ["critical", "supportive"]
        assert ledger.names("tarr")[0].positions == 2


def test_a_position_two_runs_found_is_one_position(path: Path) -> None:
    with filled(path, a_judged_outcome()) as ledger, ledger.writer() as writer:
        first = {each.id for each in on_tarr(ledger)}
        writer.add(a_judged_outcome(run=a_run("two"), labels=("none", "none")), a_run("two"))
        assert {each.id for each in on_tarr(ledger)} == first
        assert ledger.reading(judged_reading().version_id, a_run().id) == judged_reading()
        assert list(ledger.verify()) == []


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("tarr", [("Aurel Tarr", 2, 4, 0)]),
        ("TÀRR aurel", [("Aurel Tarr", 2, 4, 0)]),
        ("tar", []),
        ("lund", [("Bo Lund", 2, 0, 2)]),
        ("...", []),
        ("a_a%", []),
    ],
)
def test_names_hold_all_words_asked_for(path: Path, term: str, found: list[tuple[str, int, int, int]]) -> None:
    with filled(path, a_judged_outcome(), a_judged_outcome("k")) as ledger:
        rows = [(each.name, each.readings, each.positions, each.statements) for each in ledger.names(term)]
    assert rows == found


def test_names_to_suggest_take_part_in_a_position(path: Path) -> None:
    lone = a_judged_outcome("k")
    reading: Reading = replace(judged_reading(lone), positions=())
    with filled(path, replace(lone, reading=reading)) as ledger:
        assert ledger.all_names() == []
        assert [each.name for each in ledger.names("tarr")] == ["Aurel Tarr"]
    with filled(path, a_judged_outcome()) as ledger:
        assert [each.name for each in ledger.all_names()] == ["Aurel Tarr", "Ada Re\u0301ne", "Bo Lund"]


def test_statements_are_given_by_id(path: Path) -> None:
    with filled(path, a_judged_outcome(), a_judged_outcome("k")) as ledger:
        rows = list(ledger.statements())
        wanted = [rows[3].statement.id, "st1_0", rows[0].statement.id]
        assert ledger.statement_rows_of(wanted) == {rows[3].statement.id: rows[3], rows[0].statement.id: rows[0]}


def test_a_rejected_statement_brings_its_positions_with_the_decision(path: Path) -> None:
    with filled(path, a_judged_outcome()) as ledger:
        subject = judged_reading().statements[0].id
        ledger.judge(Judgement(ids.judgement_id(), subject, "reject", "ada", "2031-01-01T00:00:00Z"))
        assert [each.decision for each in on_tarr(ledger)] == ["reject", None]
