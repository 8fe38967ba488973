"""What becomes of a text that is not English: skipped with its reason, or read and flagged, in every process alike."""

from dataclasses import replace

import pytest

import sayso
from sayso.errors import InputError
from sayso.pipeline import Reader, read_items
from sayso.records.article import Article, Metadata
from sayso.records.contract import line_of
from sayso.records.language import UNKNOWN, Language
from sayso.records.reading import Item, Outcome
from tests.languages import PROSE

FRENCH = Article(PROSE["fr"])
NOTE = Article("“We stay,” said Ada Roe.")
GERMAN = replace(NOTE, metadata=Metadata(language="de-AT"))
ARTICLES = (FRENCH, NOTE, GERMAN, Article("Ben Coe denied it, he said."))
REASON = "the text is French (fr), Sayso reads English; --any-language reads it all the same"


def items() -> list[Item]:
    return [Item("test", line, article=article) for line, article in enumerate(ARTICLES, 1)]


def test_a_foreign_text_is_skipped_with_its_reason(reader: Reader) -> None:
    item = items()[0]
    assert reader.read(item) == Outcome(item, "skipped", reason=REASON, language=Language("fr", "detected"))


def test_a_given_language_skips_what_reads_as_english(reader: Reader) -> None:
    outcome = reader.read(items()[2])
    assert outcome.ending == "skipped"
    assert outcome.language == Language("de", "given")


def test_any_language_reads_it_and_says_so(reader: Reader) -> None:
    outcome = reader.read(items()[0], any_language=True)
    assert outcome.ending == "done"
    assert line_of(outcome)["language"] == {"code": "fr", "basis": "detected"}


def test_the_language_changes_nothing_that_is_read(reader: Reader) -> None:
    given, unknown = (reader.read(item, any_language=True).reading for item in (items()[2], items()[1]))
    assert given == unknown


def test_a_short_text_is_read_and_its_language_unknown(reader: Reader) -> None:
    outcome = reader.read(items()[1])
    assert outcome.language == UNKNOWN
    assert line_of(outcome)["language"] == {"code": None, "basis": "detected"}


@pytest.mark.parametrize("any_language", [False, True])
def test_workers_decide_as_one_process_does(any_language: bool) -> None:
    one, two = (list(read_items(items(), workers=workers, any_language=any_language)) for workers in (1, 2))
    assert one == two
    assert [each.ending for each in one] == (["done"] * 4 if any_language else ["skipped", "done", "skipped", "done"])


def test_what_was_read_before_is_not_asked_for_its_language() -> None:
    (outcome,) = read_items(items()[:1], is_read=lambda _: True)
    assert outcome.reason == "already read by this run"


def test_from_python_one_foreign_text_is_an_error_and_one_of_many_is_skipped() -> None:
    with pytest.raises(InputError, match=r"is French \(fr\).*any_language=True reads it"):
        sayso.read(FRENCH)
    assert sayso.read(FRENCH, any_language=True).text == FRENCH.text
    assert [each.ending for each in sayso.read_many([FRENCH, NOTE])] == ["skipped", "done"]
    assert [each.ending for each in sayso.read_many([FRENCH, NOTE], any_language=True)] == ["done", "done"]
