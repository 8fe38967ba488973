"""Many items: the same outcomes in the same order however many read, and no more in memory than a few."""

from collections.abc import Iterator
from multiprocessing import active_children

import pytest

from sayso.pipeline import ALREADY_READ, LONGEST, Reader, read_items
from sayso.records.article import Article
from sayso.records.ids import of_article
from sayso.records.reading import Item, Outcome
from tests.languages import PROSE

NOTE, OTHER = Article("“We stay,” said Ada Roe."), Article("“We leave,” said Bo Lund.")
EMPTY, FRENCH = Article(" \n"), Article(PROSE["fr"])
ARTICLES = (NOTE, OTHER, NOTE, EMPTY, FRENCH, FRENCH, NOTE, OTHER)


def items(*articles: Article) -> list[Item]:
    return [Item("test", line, article=article) for line, article in enumerate(articles, 1)]


def stored(given: list[Item], workers: int) -> list[Outcome]:
    """Outcomes where each is stored before the next is asked for, as a ledger does."""
    versions: set[str] = set()
    outcomes = []
    for outcome in read_items(given, workers=workers, is_read=versions.__contains__):
        outcomes.append(outcome)
        if outcome.reading is not None:
            versions.add(outcome.reading.version_id)
    return outcomes


def test_an_article_that_comes_again_ends_alike_with_one_worker_and_with_two() -> None:
    one, two = (stored(items(*ARTICLES), workers) for workers in (1, 2))
    assert two == one
    assert [each.ending for each in one] == ["done", "done", *["skipped"] * 6]
    assert [each.reason for each in one[2::4]] == [ALREADY_READ] * 2


def test_what_the_ledger_has_is_passed_without_a_process_that_reads() -> None:
    given = [*items(*[NOTE, OTHER] * 50), Item("test", error="broken"), Item("test", skip="no text")]
    known = {of_article(each)[1] for each in (NOTE, OTHER)}
    outcomes = []
    for outcome in read_items(given, workers=2, is_read=known.__contains__):
        outcomes.append(outcome)
        assert active_children() == []
    assert [each.reason for each in outcomes] == [*[ALREADY_READ] * 100, "broken", "no text"]


@pytest.mark.parametrize(("kept", "most"), [(0, 8), (1 << 40, 1)])
def test_few_items_are_on_their_way_and_of_large_ones_one(kept: int, most: int) -> None:
    taken = 0

    def counted() -> Iterator[Item]:
        nonlocal taken
        for item in items(*[Article(f"{NOTE.text} {n}") for n in range(20)]):
            taken += 1
            yield item

    ahead = [taken - done for done, _ in enumerate(read_items(counted(), workers=2, kept=lambda: kept))]
    assert max(ahead) <= most
    assert len(ahead) == 20


def test_a_text_beyond_the_bound_fails_alone_and_says_so(reader: Reader) -> None:
    outcome = reader.read(Item("test", article=Article("a " * (LONGEST // 2) + "b")))
    assert (outcome.ending, outcome.reading) == ("failed", None)
    assert "2,000,001 characters, an article at most 2,000,000" in str(outcome.reason)
