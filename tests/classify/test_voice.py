"""The writer's voice end to end: with the shipped weights, on invented articles."""

import itertools

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.api import read
from sayso.classify.voice import Mentioned
from sayso.records.actor import Actor, Mention
from sayso.records.article import Article, Genre, Metadata
from sayso.records.contract import line_of, schema
from sayso.records.ids import voice_id
from sayso.records.reading import Item, Outcome, Reading
from sayso.records.span import Span

COLUMN = """Go, Tarr

Premier Aurel Tarr has made a shameful mess of the harbour. He must resign, and the sooner the better.

“I have done nothing wrong and I am a great premier,” Tarr told the Herald on Monday.

Edda Okun, who leads the opposition, said that the premier was a disgrace to Varn.

The lease was signed on 3 May 2031. The so-called “reformers” in his party are cowards.
"""
REPORT = """The harbour lease was signed on 3 May 2031 in Port Amary. It runs for forty years. The ferry leaves at six o'clock."""


@pytest.fixture(scope="module")
def column() -> Reading:
    return read(Article(COLUMN, Metadata(genre="opinion", authors=("Kim Ost",))))


def heard(reading: Reading) -> str:
    return " | ".join(each.span.text for each in reading.voices)


def test_what_the_writer_judges_is_heard_and_what_others_say_is_not(column: Reading) -> None:
    words = heard(column)
    assert "shameful mess" in words
    assert "must resign" in words
    assert "cowards" in words
    assert "great premier" not in words
    assert "a disgrace to Varn" not in words
    assert "3 May 2031" not in words


def test_a_report_of_facts_has_no_voice() -> None:
    assert read(REPORT).voices == ()


def test_the_one_who_is_judged_is_found_with_the_sign(column: Reading) -> None:
    names = {each.id: each.name for each in column.actors}
    judged = [
        (names[each.object], each.label) for each in column.voices if each.object and "shameful" in each.span.text
    ]
    assert judged == [("Aurel Tarr", "critical")]


def test_voices_stand_in_order_never_overlap_and_their_ids_are_of_version_and_span(column: Reading) -> None:
    voices = column.voices
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(voices))
    assert all(
        each.span.holds_in(COLUMN) and (each.mention is None or each.mention.holds_in(COLUMN)) for each in voices
    )
    assert [each.id for each in voices] == [voice_id(column.version_id, each.span) for each in voices]


def test_a_voice_lies_in_no_quotation_and_in_no_content(column: Reading) -> None:
    contents = [span for each in column.statements for span in each.content]
    assert not any(each.span.overlaps(span) for each in column.voices for span in contents)


@pytest.mark.parametrize(
    ("genre", "holder"),
    [
        ("news", "author"),
        ("opinion", "author"),
        ("editorial", "publisher"),
        ("letter", "author"),
        ("sponsored", "issuer"),
        ("agency", "agency"),
    ],
)
def test_the_same_text_has_the_holder_of_its_declared_genre(genre: Genre, holder: str) -> None:
    article = Article(COLUMN, Metadata(genre=genre), given_id="a")
    line = line_of(Outcome(Item("in", 1, "a", article=article), "done", read(article)))
    jsonschema.validate(line, schema())
    assert {each["holder"] for each in line["voice"]} == {holder}


def test_the_metadata_of_an_article_changes_no_passage(column: Reading) -> None:
    other = read(Article(COLUMN, Metadata(genre="agency", agency="Norwire")))
    assert [each.span for each in other.voices] == [each.span for each in column.voices]


def test_of_an_actor_a_name_is_asked_about_before_a_description_and_the_writer_never() -> None:
    text = "The premier lied, and Tarr knows it; we know it too."
    spans = {
        words: Span.of(text, text.index(words), text.index(words) + len(words))
        for words in ("The premier", "Tarr", "we")
    }
    tarr = Actor("ac_1", "Tarr", "person", (Mention(spans["The premier"], "nominal"), Mention(spans["Tarr"], "name")))
    writer = Actor("ac_2", "I", "group", (Mention(spans["we"], "pronoun"),))
    found = list(Mentioned([tarr, writer]).within(Span.of(text, 0, len(text))))
    assert [(actor.id, mention.span.text) for actor, mention in found] == [("ac_1", "Tarr")]
    assert next(iter(Mentioned([tarr]).within(Span.of(text, 0, 20))))[1].span.text == "The premier"


PIECES = st.sampled_from(
    [
        "Tarr is a disgrace",
        "“We stay",
        "said Okun.”",
        "😀",
        "e\u0301",
        "\n\n",
        "\r\n",
        "\u200f",
        "He must go!",
        "\t",
        "’",
        "Only fools",
        ".",
    ]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14).map(" ".join))
def test_every_span_is_the_string_it_records(text: str) -> None:
    if not text.strip():
        return
    reading = read(text, any_language=True)
    for each in reading.voices:
        assert each.span.holds_in(text)
        assert each.mention is None or each.mention.holds_in(text)
        assert 0 <= each.confidence <= 1
