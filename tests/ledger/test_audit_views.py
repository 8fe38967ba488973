"""What an audit reads of a ledger: articles by what is asked, each whole, after decisions."""

from pathlib import Path

import pytest

from sayso.answers.shown_article import shown_article
from sayso.errors import UsageError
from sayso.ledger.correcting import Wish
from sayso.ledger.store import Ledger
from sayso.records.article import Metadata
from sayso.records.audited import AuditFilter
from tests.ledger.factory import ACCUSED, a_judged_outcome, a_run, fix

HERALD = Metadata(publisher="Herald", published="2031-04-05", genre="news", url="https://herald.example/1")
BEACON = Metadata(publisher="Beacon", published="2031-06-05")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    made = Ledger(tmp_path / "sayso.db")
    with made.writer() as writer:
        writer.add(a_judged_outcome("one", metadata=HERALD), a_run())
        writer.add(
            a_judged_outcome("two", metadata=BEACON, text=f"{ACCUSED} It rained.", labels=("none", "supportive")),
            a_run(),
        )
    return made


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (AuditFilter(), ["one", "two"]),
        (AuditFilter(publisher="Herald"), ["one"]),
        (AuditFilter(article="two"), ["two"]),
        (AuditFilter(article="https://herald.example/1"), ["one"]),
        (AuditFilter(since="2031-05"), ["two"]),
        (AuditFilter(until="2031-05"), ["one"]),
        (AuditFilter(genre="news"), ["one"]),
        (AuditFilter(versions=()), []),
    ],
)
def test_articles_are_those_asked_for(ledger: Ledger, wanted: AuditFilter, found: list[str]) -> None:
    assert [each.given_id for each in ledger.audits().articles(wanted)] == found


def test_a_date_that_is_none_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="is not a date"):
        ledger.audits().articles(AuditFilter(since="spring"))


def test_an_article_comes_whole_and_equal_to_its_reading(ledger: Ledger) -> None:
    audits = ledger.audits()
    for each in audits.each(audits.articles(AuditFilter())):
        reading = ledger.reading(each.article.version_id)
        assert reading
        assert (each.text, each.blocks, each.positions) == (reading.text, reading.blocks, reading.positions)
        assert tuple(row.statement for row in each.rows) == reading.statements
        assert [actor.mentions for actor in each.actors] == [actor.mentions for actor in reading.actors]


def test_a_correction_stands_for_what_it_replaces(ledger: Ledger) -> None:
    audits = ledger.audits()
    rows = audits.articles(AuditFilter(article="one"))
    before = shown_article(next(audits.each(rows)))
    fix(ledger, before.statements[0].id, Wish(source="Bo Lund"))
    after = shown_article(next(audits.each(rows)))
    assert after.statements[0].source_text == "Bo Lund"
    assert after.statements[0].id != before.statements[0].id
    assert after.reviewed == 1
    assert {each.statement for each in after.positions} == {each.id for each in after.statements}
    assert after.sure[next(each.id for each in after.positions if each.statement == after.statements[0].id)] > 0.8


def test_what_is_heard_elsewhere_leaves_the_article_out(ledger: Ledger) -> None:
    audits = ledger.audits()
    one, two = audits.articles(AuditFilter())
    heard = audits.heard(["bo lund"], but=one.article_id)
    assert [(each.article_id, each.name, each.published) for each in heard] == [
        (two.article_id, "Bo Lund", "2031-06-05")
    ]
    assert [each.article_id for each in audits.heard(["Aurel Tarr"], but=two.article_id)] == [one.article_id]
    assert audits.heard(["nobody"], but="") == []


def test_articles_critical_of_somebody_come_last_published_first(ledger: Ledger) -> None:
    found, of = ledger.audits().criticising(["Aurel Tarr"], AuditFilter(), 10)
    assert ([each.given_id for each in found], of) == (["one"], 1)
    assert ledger.audits().criticising(["Aurel Tarr"], AuditFilter(publisher="Beacon"), 10) == ([], 0)
    assert ledger.audits().publishers() == {"Beacon": 1, "Herald": 1}
