"""What a ledger answers: what is shown, what a filter means, and that an answer is of one state."""

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import LedgerError, UsageError
from sayso.ledger import headlines
from sayso.ledger.store import Ledger
from sayso.records.article import Block, BlockKind, Metadata
from sayso.records.corpus import Count
from sayso.records.filter import StatementFilter
from sayso.records.ids import judgement_id
from sayso.records.judgement import Judgement
from sayso.records.reading import Outcome
from sayso.records.span import Span
from tests.ledger.conftest import Raw
from tests.ledger.factory import TEXT, a_run, an_outcome


def filled(path: Path, *outcomes: Outcome) -> Ledger:
    ledger = Ledger(path)
    with ledger.writer() as writer:
        for outcome in outcomes:
            writer.add(outcome, a_run())
    return ledger


def given_ids(ledger: Ledger, **wanted: object) -> list[str | None]:
    return [row.given_id for row in ledger.statements(StatementFilter(**wanted))]  # type: ignore[arg-type]  # any field


def test_an_older_version_is_kept_but_not_shown(path: Path) -> None:
    with filled(path, an_outcome(TEXT), an_outcome(TEXT + " More.")) as ledger:
        (shown,) = ledger.statements()
        assert shown.statement.sentence.text.endswith("More.")
        assert len(list(ledger.statements(StatementFilter(current=False)))) == 2


def test_a_new_run_over_an_older_version_does_not_bring_it_back(path: Path) -> None:
    with filled(path, an_outcome(TEXT), an_outcome(TEXT + " More.")) as ledger, ledger.writer() as writer:
        writer.add(an_outcome(TEXT, run=a_run("two")), a_run("two"))
        (shown,) = ledger.statements()
        assert shown.statement.sentence.text.endswith("More.")


def test_unpinning_shows_the_last_reading_again(path: Path) -> None:
    first, second = an_outcome().reading, an_outcome(run=a_run("two")).reading
    assert first
    assert second
    with filled(path, an_outcome()) as ledger, ledger.writer() as writer:
        writer.add(an_outcome(run=a_run("two")), a_run("two"))
        ledger.pin(first.id)
        assert ledger.reading(first.version_id) == first
        ledger.unpin(first.version_id)
        assert ledger.reading(first.version_id) == second
        assert ledger.reading(first.version_id, a_run().id) == first


@pytest.mark.parametrize("act", ["pin", "unpin"])
def test_only_what_is_there_can_be_pinned(path: Path, act: str) -> None:
    with Ledger(path) as ledger, pytest.raises(UsageError, match="in this ledger"):
        getattr(ledger, act)("re1_0")


def test_a_row_carries_its_article_and_the_decision_that_stands(path: Path) -> None:
    metadata = Metadata(title="Héron", publisher="Herald", authors=("A", "B"), weight=0.5, genre="letter")
    outcome = an_outcome(metadata=metadata)
    assert outcome.reading
    with filled(path, outcome) as ledger:
        (row,) = ledger.statements()
        assert row.metadata == metadata
        assert (row.article_id, row.version_id) == (outcome.reading.article_id, outcome.reading.version_id)
        assert (row.statement, row.run_id, row.decision) == (outcome.reading.statements[0], a_run().id, None)
        ledger.judge(Judgement(judgement_id(), row.statement.id, "reject", "ada", "2031-01-01T00:00:00Z"))
        (row,) = ledger.statements()
        assert row.decision == "reject"


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2031-02", None, ["day", "month", "year"]),
        ("2031-02-15", None, ["month", "year"]),
        (None, "2031-01", ["early", "year"]),
        (None, "2031-02-13", ["early", "month", "year"]),
        ("2031-02-14", "2031-02-14", ["day", "month", "year"]),
        ("2032", None, []),
    ],
)
def test_dates_are_compared_as_far_as_both_are_precise(
    path: Path, since: str | None, until: str | None, found: list[str]
) -> None:
    dates = {"early": "2031-01-05", "day": "2031-02-14T10:00:00Z", "month": "2031-02", "year": "2031", "none": None}
    with filled(path, *(an_outcome(given_id=n, metadata=Metadata(published=d)) for n, d in dates.items())) as ledger:
        assert given_ids(ledger, since=since, until=until) == found


@pytest.mark.parametrize("wrong", [{"since": "May"}, {"until": "2031-1-1"}, {"limit": -1}, {"source": "..."}])
def test_a_filter_that_means_nothing_is_refused_before_reading(path: Path, wrong: dict[str, str]) -> None:
    with Ledger(path) as ledger, pytest.raises(UsageError):
        ledger.statements(StatementFilter(**wrong))  # type: ignore[arg-type]  # wrong on purpose


def test_an_article_is_named_by_its_id_its_url_or_its_given_id(path: Path) -> None:
    at = "https://herald.example/1"
    with filled(path, an_outcome(given_id="a", metadata=Metadata(url=at)), an_outcome(given_id="b")) as ledger:
        (first, _second) = ledger.articles()
        assert given_ids(ledger, article=first.article_id) == ["a"]
        assert given_ids(ledger, article=at) == ["a"]
        assert given_ids(ledger, article="b") == ["b"]


def test_pages_follow_each_other(path: Path) -> None:
    with filled(path, *(an_outcome(given_id=str(number)) for number in range(5))) as ledger:
        assert given_ids(ledger, limit=2, offset=1) == ["1", "2"]
        assert given_ids(ledger, offset=4) == ["4"]


def test_a_filter_by_run_looks_at_what_is_shown_unless_told(path: Path) -> None:
    with filled(path, an_outcome()) as ledger, ledger.writer() as writer:
        writer.add(an_outcome(run=a_run("two")), a_run("two"))
        assert given_ids(ledger, run=a_run().id) == []
        assert given_ids(ledger, run=a_run().id, current=False) == ["a"]


def test_words_are_found_whatever_their_case_and_diacritics(path: Path) -> None:
    with filled(path, an_outcome()) as ledger:
        assert given_ids(ledger, source="ada réne") == ["a"]
        assert given_ids(ledger, source="RENE") == ["a"]
        assert given_ids(ledger, source="ren") == []
        assert given_ids(ledger, content="we stay") == ["a"]
        assert given_ids(ledger, content="Ada") == []


def test_a_name_is_looked_for_in_content_and_sentence(path: Path) -> None:
    with filled(path, an_outcome()) as ledger:
        assert [len(list(ledger.naming(term))) for term in ("stay", "go", "ada", "nobody")] == [1, 1, 1, 0]


def test_articles_are_found_by_text_and_by_any_title_they_had(path: Path) -> None:
    outcomes = [an_outcome(metadata=Metadata(title=title)) for title in ("Storks", "Herons")]
    with filled(path, *outcomes, an_outcome(TEXT + " Owls.", given_id="b")) as ledger:
        found = {word: [row.given_id for row in ledger.articles(word)] for word in ("storks", "herons", "owls", "go")}
    assert found == {"storks": ["a"], "herons": ["a"], "owls": ["b"], "go": ["a", "b"]}


def test_an_article_counts_its_versions_and_statements(path: Path) -> None:
    with filled(path, an_outcome(), an_outcome(TEXT + " More.")) as ledger:
        (row,) = ledger.articles()
    assert (row.versions, row.statements) == (2, 1)


def test_a_statement_is_found_by_id_also_when_it_is_not_shown(path: Path) -> None:
    old = an_outcome().reading
    assert old
    with filled(path, an_outcome(), an_outcome(TEXT + " More.")) as ledger:
        found = ledger.statement(old.statements[0].id)
        assert found
        assert found.statement == old.statements[0]
        assert ledger.statement("st1_0") is None


def test_a_version_is_named_by_its_headline_or_its_first_words(path: Path) -> None:
    plain, headed = an_outcome(), an_outcome("Storks\n\n" + TEXT, given_id="b")
    assert plain.reading
    assert headed.reading
    parts: dict[BlockKind, tuple[int, int]] = {"furniture": (0, 3), "body": (8, 12), "headline": (0, 6)}
    blocks = tuple(Block(kind, Span.of(headed.reading.text, *where)) for kind, where in parts.items())
    headed = replace(headed, reading=replace(headed.reading, blocks=blocks))
    with filled(path, plain, headed) as ledger:
        (first, second) = ledger.articles()
        found = ledger.headlines([first.version_id, second.version_id, "ve1_0"])
    assert found == {first.version_id: " ".join(TEXT.split()), second.version_id: "Storks"}
    assert first.metadata.title is None


def test_headlines_are_found_for_more_versions_than_one_query_takes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(headlines, "BATCH", 2)
    with filled(path, *(an_outcome(given_id=str(n)) for n in range(5))) as ledger:
        versions = [row.version_id for row in ledger.articles()]
        assert list(ledger.headlines(versions)) == versions


def test_the_corpus_counts_what_is_known_and_what_is_not(path: Path) -> None:
    known = Metadata(publisher="Herald", published="2031-01-05", language="en")
    with filled(path, an_outcome(given_id="a", metadata=known), an_outcome(given_id="b")) as ledger:
        corpus = ledger.corpus()
    assert corpus.publishers == (Count(None, 1, 1), Count("Herald", 1, 1))
    assert corpus.languages == (Count(None, 1, 1), Count("en", 1, 1))
    assert corpus.runs == (Count(a_run().id, 2, 2),)
    assert (corpus.first_published, corpus.last_published, corpus.undated) == ("2031-01-05", "2031-01-05", 1)


def test_an_empty_ledger_counts_nothing(path: Path) -> None:
    with Ledger(path) as ledger:
        assert (ledger.corpus().articles, ledger.corpus().statements, list(ledger.statements())) == (0, 0, [])


def test_runs_say_how_much_of_them_is_shown(path: Path) -> None:
    with filled(path, an_outcome()) as ledger, ledger.writer() as writer:
        writer.add(an_outcome(run=a_run("two")), a_run("two"))
        assert [(row.run, row.readings, row.current) for row in ledger.runs()] == [
            (a_run(), 1, 0),
            (a_run("two"), 1, 1),
        ]


def test_a_listing_is_of_one_state_whatever_is_written_meanwhile(path: Path) -> None:
    with filled(path, *(an_outcome(given_id=str(n)) for n in range(3))) as ledger, ledger.writer() as writer:
        listing = ledger.statements()
        next(listing)
        writer.add(an_outcome(given_id="late"), a_run())
        assert [row.given_id for row in listing] == ["1", "2"]
        assert len(list(ledger.statements())) == 4


def test_a_listing_that_is_closed_lets_go(path: Path) -> None:
    with filled(path, *(an_outcome(given_id=str(n)) for n in range(3))) as ledger:
        for _ in range(40):
            listing = ledger.statements()
            next(listing)
            listing.close()  # type: ignore[attr-defined]  # a generator, typed as an iterator


def test_a_damaged_row_is_said_to_be_damaged(path: Path, raw: Raw) -> None:
    filled(path, an_outcome()).close()
    raw("DROP TRIGGER span_no_delete", "DELETE FROM span WHERE part = 'content'")
    with Ledger(path) as ledger, pytest.raises(LedgerError, match="sayso verify"):
        list(ledger.statements())
