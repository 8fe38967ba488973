"""The bytes an article was made of: kept when asked for, proved, and gone with what they tell. Dates keep their bases."""

import hashlib
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.ledger.raw_bytes import LEVEL
from sayso.ledger.store import Ledger
from sayso.records import ids
from sayso.records.article import Metadata
from sayso.records.reading import Outcome
from tests.ledger.conftest import Raw
from tests.ledger.factory import TEXT, a_judged_outcome, a_run, an_outcome

PAGE = b"<p>We stay, said Ada R\xc3\xa9ne.</p>" * 40
DIGEST = hashlib.sha256(PAGE).hexdigest()


def made_of(outcome: Outcome, data: bytes = PAGE) -> Outcome:
    article = outcome.item.article
    assert article
    article = replace(article, raw_sha256=hashlib.sha256(data).hexdigest())
    return replace(outcome, item=replace(outcome.item, article=article))


def version_of(outcome: Outcome) -> str:
    assert outcome.item.article
    return ids.of_article(outcome.item.article)[1]


def test_bytes_are_kept_once_and_given_back(path: Path, raw: Raw) -> None:
    one, two = made_of(an_outcome()), made_of(an_outcome(f"{TEXT} Again.", given_id="b"))
    with Ledger(path) as ledger, ledger.writer() as writer:
        for each in (one, two):
            writer.add(each, a_run(), raw=PAGE)
            assert ledger.raw(version_of(each)) == PAGE
        assert list(ledger.verify()) == []
    assert raw("SELECT count(*) FROM raw") == [(1,)]


def test_the_digest_is_there_whether_the_bytes_are_or_not(path: Path, raw: Raw) -> None:
    one = made_of(an_outcome())
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(one, a_run())
        assert ledger.raw(version_of(one)) is None
    assert raw("SELECT raw_sha256 FROM version") == [(DIGEST,)]


def test_bytes_can_be_kept_of_what_was_read_before(path: Path) -> None:
    one = made_of(an_outcome())
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(one, a_run())
        assert writer.add(replace(one, ending="skipped", reading=None, reason="read"), a_run(), raw=PAGE)
        assert ledger.raw(version_of(one)) == PAGE


def test_bytes_of_something_else_are_not_kept(path: Path) -> None:
    one = made_of(an_outcome())
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(one, a_run(), raw=b"something else")
        assert ledger.raw(version_of(one)) is None


def test_bytes_of_what_cannot_be_stored_are_not_there_either(path: Path, raw: Raw) -> None:
    one = made_of(an_outcome(metadata=Metadata(title="a\0b")))
    with Ledger(path) as ledger, ledger.writer() as writer, pytest.raises(InputError):
        writer.add(one, a_run(), raw=PAGE)
    assert raw("SELECT count(*) FROM raw") == [(0,)]


def test_bytes_of_a_bundle_go_with_the_first_article_that_is_retracted(path: Path) -> None:
    one, two = made_of(an_outcome()), made_of(an_outcome(f"{TEXT} Again.", given_id="b"))
    with Ledger(path) as ledger:
        with ledger.writer() as writer:
            for each in (one, two):
                writer.add(each, a_run(), raw=PAGE)
        assert one.reading
        ledger.removals().retract(one.reading.article_id)
        assert ledger.raw(version_of(two)) is None
        assert list(ledger.verify()) == []
    assert zlib.compress(PAGE, LEVEL) not in path.read_bytes()


def test_bytes_that_name_somebody_go_when_they_are_forgotten(path: Path) -> None:
    furniture = b"<li>Ada Re&#769;ne again</li>"
    told = made_of(a_judged_outcome(), PAGE)
    other = made_of(an_outcome("Bo said no.", given_id="b", source="Bo", said=("said", "no")), furniture)
    plain = made_of(an_outcome("Bo said yes.", given_id="c", source="Bo", said=("said", "yes")), b"<p>Bo said yes.")
    with Ledger(path) as ledger:
        with ledger.writer() as writer:
            for each, data in ((told, PAGE), (other, furniture), (plain, b"<p>Bo said yes.")):
                writer.add(each, a_run(), raw=data)
        ledger.removals().forget("Ada Re\u0301ne")
        assert [ledger.raw(version_of(each)) is None for each in (told, other, plain)] == [True, True, False]
        assert list(ledger.verify()) == []


def test_verify_finds_bytes_that_were_changed_or_belong_to_nothing(path: Path, raw: Raw) -> None:
    one = made_of(an_outcome())
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(one, a_run(), raw=PAGE)
    raw("DROP TRIGGER raw_no_update", "UPDATE raw SET packed = x'00'")
    raw("INSERT INTO raw (sha256, packed, added_at) VALUES ('0', x'789c030000000001', '2031-01-01T00:00:00Z')")
    with Ledger(path) as ledger:
        told = [problem.message for problem in ledger.verify()]
    assert any("unpacked" in each for each in told)
    assert any("no version" in each for each in told)


def test_dates_come_back_with_what_they_rest_on(path: Path, raw: Raw) -> None:
    known = Metadata(
        published="2031-04-05",
        published_basis="text",
        updated="2031-04-06",
        updated_basis="metadata",
        retrieved="2031-05",
    )
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(an_outcome(metadata=known), a_run())
        writer.add(an_outcome(metadata=Metadata(title="Mill")), a_run())
    columns = "published, published_basis, updated, updated_basis, retrieved, retrieved_basis"
    assert raw(f"SELECT {columns} FROM article_metadata ORDER BY key") == 2 * [
        ("2031-04-05", "text", "2031-04-06", "metadata", "2031-05", None)
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        Metadata(published="2031", published_basis="guessed"),  # type: ignore[arg-type]  # wrong on purpose
        Metadata(updated_basis="text"),
    ],
)
def test_a_guess_is_no_basis_and_a_basis_needs_a_date(path: Path, wrong: Metadata) -> None:
    with Ledger(path) as ledger, ledger.writer() as writer, pytest.raises(InputError, match="no basis"):
        writer.add(an_outcome(metadata=wrong), a_run())
