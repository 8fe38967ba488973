"""One item, one transaction: stored whole, once, or refused whole."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import InputError, UsageError
from sayso.ledger.connection import transaction
from sayso.ledger.correcting import Wish
from sayso.ledger.correction_tables import GROWING as CORRECTIONS
from sayso.ledger.position_tables import GROWING as POSITIONS
from sayso.ledger.store import Ledger
from sayso.records.actor import Mention, Speaker
from sayso.records.article import Article, Block, Metadata
from sayso.records.language import UNKNOWN, Language
from sayso.records.position import Stance
from sayso.records.reading import Item, Outcome, Reading
from sayso.records.run import Run
from sayso.records.said import Told
from sayso.records.span import Span
from tests.ledger.conftest import Raw
from tests.ledger.factory import TEXT, a_judged_outcome, a_run, an_outcome, fix, judged_reading

TABLES = [
    *("article", "article_metadata", "version", "newest", "run", "reading", "current", "block", "unattributed_quote"),
    *("statement", "span", "finding", "judgement", "outcome"),
    *(table.name for table in (*POSITIONS, *CORRECTIONS)),
]


def reading_of(outcome: Outcome) -> Reading:
    assert outcome.reading is not None
    return outcome.reading


def with_reading(**changes: Any) -> Outcome:
    outcome = an_outcome()
    return replace(outcome, reading=replace(reading_of(outcome), **changes))


def with_people(what: str, number: int, **changes: Any) -> Outcome:
    """The judged outcome with one of its statements, actors, occasions or positions changed."""
    outcome = a_judged_outcome()
    parts = list(getattr(reading_of(outcome), what))
    parts[number] = replace(parts[number], **changes)
    return replace(outcome, reading=replace(reading_of(outcome), **{what: tuple(parts)}))


def with_statement(**changes: Any) -> Outcome:
    (statement,) = reading_of(an_outcome()).statements
    return with_reading(statements=(replace(statement, **changes),))


def described(metadata: Metadata, ending: str = "done") -> Outcome:
    outcome = an_outcome(metadata=metadata)
    return outcome if ending == "done" else Outcome(outcome.item, "skipped", reason="already read")


def test_nothing_at_all_changes_when_a_reading_is_added_again(path: Path, raw: Raw) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(an_outcome(), a_run())
        before = [raw(f"SELECT * FROM {table}") for table in TABLES]
        writer.add(an_outcome(), a_run())
    assert [raw(f"SELECT * FROM {table}") for table in TABLES] == before


@pytest.mark.parametrize(
    "outcome",
    [
        with_reading(text=TEXT + "!"),
        with_reading(id="re1_0"),
        with_reading(text_sha256="0" * 64),
        with_reading(article_id="ar1_0"),
        with_reading(version_id="ve1_0"),
        with_reading(run_id="ru1_0"),
        with_reading(statements=reading_of(an_outcome()).statements * 2),
        with_reading(blocks=(Block("body", Span(0, 4, "else")),)),
        with_reading(blocks=(Block("poem", Span.of(TEXT, 0, 4)),)),  # type: ignore[arg-type]  # wrong on purpose
        with_reading(unattributed_quotes=(Span(len(TEXT), len(TEXT) + 1, "!"),)),
        with_statement(id="st1_0"),
        with_statement(cue=(Span.of(TEXT, 3, 7),)),
        with_statement(sentence=Span(0, 2, "no")),
        with_statement(parent="st1_0"),
        with_statement(form="sung"),
        with_statement(confidence=float("nan")),
        with_statement(status="dreamt"),
        with_statement(move="sing"),
        with_statement(told=Told("W1", Span(0, 4, "else"))),
        with_statement(occasion="oc_1"),
        with_statement(speakers=(Speaker("ac_1", "name"),)),
        with_people("statements", 0, speakers=(Speaker("ac_1", "guess"),)),  # type: ignore[arg-type]  # wrong on purpose
        with_people("statements", 0, speakers=(Speaker("ac_1", "name", "ac_9"),)),
        with_people("actors", 0, id="ac_0"),
        with_people("actors", 0, id="ac_2"),
        with_people("actors", 0, name=" "),
        with_people("actors", 0, kind="ghost"),
        with_people("actors", 0, mentions=(Mention(Span(0, 2, "no"), "name"),)),
        with_people("occasions", 0, speakers=("ac_9",)),
        with_people("occasions", 0, medium="dream"),
        with_people("positions", 0, id="po1_0"),
        with_people("positions", 0, statement="st1_0"),
        with_people("positions", 0, speaker="ac_9"),
        with_people("positions", 0, object="ac_9"),
        with_people("positions", 0, flags=("implied", "conditional")),
        with_people("positions", 0, wording="sung"),
        with_people("positions", 0, stance=Stance(1.5, 0, 0, 0)),
        with_people("positions", 0, evidence=(Span(0, 4, "else"),)),
    ],
)
def test_what_is_not_so_is_refused_whole(path: Path, raw: Raw, outcome: Outcome) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer, pytest.raises(InputError):
        writer.add(outcome, a_run())
    assert [table for table in TABLES if raw(f"SELECT * FROM {table}")] == []


@pytest.mark.parametrize(
    "metadata",
    [
        Metadata(title="a\0b"),
        Metadata(authors=("\ud800",)),
        Metadata(genre="poem"),  # type: ignore[arg-type]  # wrong on purpose
        Metadata(weight=float("inf")),
    ],
)
def test_metadata_that_cannot_be_stored_is_refused(path: Path, metadata: Metadata) -> None:
    outcome = an_outcome()
    assert outcome.item.article is not None
    item = replace(outcome.item, article=replace(outcome.item.article, metadata=metadata))
    with Ledger(path) as ledger, ledger.writer() as writer, pytest.raises(InputError):
        writer.add(replace(outcome, item=item), a_run())


@pytest.mark.parametrize("language", [Language("fr"), Language("de", "given"), UNKNOWN])
def test_the_language_is_kept_with_the_reading(path: Path, language: Language) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(replace(an_outcome(), language=language), a_run())
        assert [row.language for row in ledger.articles()] == [language]
        assert [row.language for row in ledger.statements()] == [language]
        assert [(count.value, count.articles) for count in ledger.corpus().text_languages] == [(language.code, 1)]


@pytest.mark.parametrize(
    "language",
    [Language("fr-FR"), Language("xx"), Language("\ud800"), Language("fr", "guessed")],  # type: ignore[arg-type]  # wrong on purpose
)
def test_a_language_that_there_is_not_is_refused(path: Path, raw: Raw, language: Language) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer, pytest.raises(InputError):
        writer.add(replace(an_outcome(), language=language), a_run())
    assert raw("SELECT * FROM article") == []


@pytest.mark.parametrize("text", [TEXT + "\0", TEXT + "\udc80"])
def test_text_that_cannot_be_stored_is_refused(path: Path, text: str) -> None:
    outcome = with_reading(text=text)
    assert outcome.item.article is not None
    item = replace(outcome.item, article=replace(outcome.item.article, text=text))
    with Ledger(path) as ledger, ledger.writer() as writer, pytest.raises(InputError, match="remove it"):
        writer.add(replace(outcome, item=item), a_run())


def test_a_run_that_is_not_what_its_id_says_is_refused(path: Path) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer, pytest.raises(InputError):
        writer.add(an_outcome(), Run(a_run().id, "{}", "{}", "1"))


def test_done_needs_a_reading(path: Path) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer, pytest.raises(UsageError):
        writer.add(replace(an_outcome(), reading=None), a_run())


def test_a_refused_item_does_not_harm_the_next(path: Path) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer:
        with pytest.raises(InputError):
            writer.add(with_reading(id="re1_0"), a_run())
        assert writer.add(an_outcome(), a_run())


def test_what_was_read_is_known_by_version_and_run(path: Path) -> None:
    reading = reading_of(an_outcome())
    with Ledger(path) as ledger, ledger.writer() as writer:
        assert not writer.has_reading(reading.version_id, reading.run_id)
        writer.add(an_outcome(), a_run())
        assert writer.has_reading(reading.version_id, reading.run_id)
        assert not writer.has_reading(reading.version_id, a_run("two").id)


def test_a_statement_two_runs_found_is_one_statement(path: Path, raw: Raw) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(an_outcome(), a_run())
        writer.add(an_outcome(run=a_run("two")), a_run("two"))
    assert raw("SELECT (SELECT count(*) FROM statement), (SELECT count(*) FROM finding)") == [(1, 2)]


def test_metadata_grows_only_when_it_says_something_new(path: Path, raw: Raw) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer:
        for title in ("Old", "Old", "New"):
            writer.add(described(Metadata(title=title)), a_run())
    assert raw("SELECT title FROM article_metadata") == [("Old",), ("New",)]


def test_knowing_less_does_not_hide_what_was_known(path: Path) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(described(Metadata(title="Old", published="2031-01-05")), a_run())
        assert not writer.add(described(Metadata()), a_run())
        writer.add(described(Metadata(title="New")), a_run())
        (row,) = ledger.articles()
    assert (row.metadata.title, row.metadata.published) == ("New", "2031-01-05")


def test_an_article_that_is_skipped_as_read_may_tell_more_about_itself(path: Path) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(described(Metadata()), a_run())
        assert writer.add(described(Metadata(title="New"), "skipped"), a_run())
        assert [row.metadata.title for row in ledger.articles()] == ["New"]
        assert list(ledger.outcomes()) == []


def test_the_same_failure_is_recorded_once_for_each_run(path: Path) -> None:
    failed = Outcome(Item("a.jsonl", 3, "x", error="broken"), "failed")
    with Ledger(path) as ledger, ledger.writer() as writer:
        assert writer.add(failed, a_run())
        assert not writer.add(failed, a_run())
        assert writer.add(failed, a_run("two"))
        assert [(row.input_name, row.line, row.given_id, row.reason) for row in ledger.outcomes()] == [
            ("a.jsonl", 3, "x", "broken")
        ] * 2


def test_a_failure_about_text_that_cannot_be_stored_can_be_recorded(path: Path) -> None:
    failed = Outcome(Item("a", 1, "x\udc80", article=Article("\ud800\0")), "failed", reason="\0 in the text")
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(failed, a_run())
        assert [(row.given_id, row.reason) for row in ledger.outcomes()] == [("x\\udc80", "\\u0000 in the text")]


def test_the_name_of_the_input_can_be_given(path: Path) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(Outcome(Item("-", error="broken"), "failed"), a_run(), "letters")
        assert [row.input_name for row in ledger.outcomes()] == ["letters"]


@pytest.mark.parametrize(("durable", "level"), [(False, 1), (True, 2)])
def test_only_judgements_wait_for_the_disk(path: Path, durable: bool, level: int) -> None:
    with Ledger(path) as ledger, transaction(ledger._engine, write=True, durable=durable) as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == level


@pytest.mark.parametrize("table", [name for name in TABLES if name not in ("newest", "current")])
@pytest.mark.parametrize(
    "change", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}", "REPLACE INTO {0} SELECT * FROM {0}"]
)
def test_rows_only_grow(path: Path, raw: Raw, table: str, change: str) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(a_judged_outcome(), a_run())
        writer.add(an_outcome(), a_run())
        writer.add(Outcome(Item("a", error="broken"), "failed"), a_run())
        fix(ledger, judged_reading().statements[0].id, Wish(content="Tarr lied"))
    (column,) = raw(f"SELECT name FROM pragma_table_info('{table}') LIMIT 1")[0]
    with pytest.raises(Exception, match="append-only"):
        raw("PRAGMA recursive_triggers=ON", change.format(table, column))
