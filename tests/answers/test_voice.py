"""Whom writers judge, counted apart from speakers."""

from dataclasses import replace

import pytest

from sayso.answers.shares import FLOOR_ARTICLES
from sayso.answers.voice import NO_VOICES, VoiceHolder, voices
from sayso.answers.voice_json import voice_fields
from sayso.cli.about_voice import voice_lines, voice_title
from sayso.records.article import Metadata
from sayso.records.position import Label
from sayso.records.span import Span
from sayso.records.voice import VoiceFact

OPINION = Metadata(publisher="The Herald", genre="opinion", authors=("Edda Okun",))


def fact(
    number: int,
    judged: str | None,
    label: Label,
    article: int = 1,
    metadata: Metadata = OPINION,
    words: str = "Go, Tarr",
) -> VoiceFact:
    return VoiceFact(
        f"vo1_{number:032x}",
        Span(0, len(words), words),
        0.8,
        judged,
        label,
        f"ar1_{article}",
        f"ve1_{article}",
        None,
        metadata,
    )


def test_the_one_asked_about_comes_first_then_who_is_judged_most() -> None:
    found = voices(
        [
            fact(1, "The Herald", "supportive"), fact(2, "Bo Lund", "critical"), fact(3, "Bo Lund", "mixed"),
            fact(4, "Aurel Tarr", "critical"), fact(5, "the Guardian Court", "critical"),
        ],
        ["Aurel Tarr", "Tarr"],
        ["The Guardian Court"],
    )  # fmt: skip
    assert [(row.object, row.asked, row.count) for row in found.rows] == [
        ("Aurel Tarr", True, 1), ("the Guardian Court", True, 1), ("Bo Lund", False, 2), ("The Herald", False, 1),
    ]  # fmt: skip
    assert list(found.rows[2].passages) == ["critical", "mixed"]


def test_a_passage_that_comes_twice_counts_once_and_one_that_judges_nobody_apart() -> None:
    found = voices([fact(1, "Tarr", "critical"), fact(1, "Tarr", "critical"), fact(2, None, "none")], ["Tarr"])
    assert (found.passages, found.nobody, len(found.facts)) == (2, 1, 1)


def test_holders_are_told_with_their_articles() -> None:
    agency = Metadata(genre="agency", agency="Norwire")
    found = voices(
        [fact(1, "Tarr", "critical"), fact(2, "Tarr", "critical", 2), fact(3, "Tarr", "critical", 3, agency)], ["Tarr"]
    )
    assert found.holders == (VoiceHolder("author", "Edda Okun", 2), VoiceHolder("agency", "Norwire", 1))


@pytest.mark.parametrize(("articles", "shown"), [(FLOOR_ARTICLES - 1, 0), (FLOOR_ARTICLES, 1)])
def test_a_share_is_shown_only_from_the_floor_on(articles: int, shown: int) -> None:
    facts = [fact(n, "Tarr", "critical" if n % 3 else "supportive", n) for n in range(articles)]
    found = voices(facts, ["Tarr"])
    assert len(found.shares) == shown
    for each in found.shares:
        assert (each.part, each.whole) == (articles * 2 // 3, articles)
        assert each.low < each.value < each.high


def test_others_in_the_same_articles_do_not_raise_a_share_over_the_floor() -> None:
    facts = [fact(n, "Bo Lund", "critical", n) for n in range(FLOOR_ARTICLES)]
    assert voices([*facts, fact(99, "Tarr", "critical", 99)], ["Tarr"]).shares == ()


def test_the_page_shows_counts_passages_and_ids_and_lets_no_control_character_through() -> None:
    found = voices([fact(n, "Tarr\x1b[31m", "critical", words=f"Go, \x1b[2JTarr {n}") for n in range(5)], ["Tarr"])
    lines = list(voice_lines(found, 12, whole=False))
    assert "critical 5" in lines[0]
    assert sum("vo1_" in line for line in lines) == 3
    assert "… of 5 critical passages (--evidence shows all)" in lines[-1]
    assert not any("\x1b" in line for line in [*lines, voice_title(found)])
    assert sum("vo1_" in line for line in voice_lines(found, 12, whole=True)) == 5


def test_the_title_says_whose_voice_it_is_and_of_how_much() -> None:
    assert voice_title(voices([fact(1, "Tarr", "critical")], ["Tarr"])) == (
        "THE WRITER'S OWN VOICE (author Edda Okun; 1 passage in 1 article)"
    )
    unknown = voices([fact(1, "Tarr", "critical", metadata=Metadata())], ["Tarr"])
    assert "whose is unknown" in voice_title(unknown)


def test_how_much_of_the_body_is_the_writers_own_is_told_over_all_articles() -> None:
    facts = [replace(fact(n, "Tarr", "critical", n // 2), body=40) for n in range(4)]
    found = voices(facts, ["Tarr"])
    assert found.part == 4 * len("Go, Tarr") / 80
    assert "about 40% of the body" in voice_title(found)
    assert "of the body" not in voice_title(voices([fact(1, "Tarr", "critical")], ["Tarr"]))


def test_passages_that_judge_nobody_are_shown_apart() -> None:
    found = voices([fact(n, None, "none", words=f"Both are true {n}") for n in range(5)], ["Tarr"])
    lines = list(voice_lines(found, 12, whole=False))
    assert lines[0] == "  5 passages more in which the writer evaluates and judges nobody that was found"
    assert len(lines) == 4
    assert [each["label"] for each in voice_fields(found)["others"]] == ["none"] * 5


def test_nothing_found_is_nothing() -> None:
    assert voices([], ["Tarr"]) == NO_VOICES
    assert voice_fields(NO_VOICES)["judged"] == []
