"""What people are called: each label once for each who uses it of whom, those of the one asked about first; no camp comes of it."""

from dataclasses import replace

import pytest

from sayso.answers.labels import NO_LABELS, labels
from sayso.records.article import Metadata
from sayso.records.label_fact import LabelFact
from sayso.records.span import Span
from tests.answers.facts import DASK

TOLVEN = "Mira Tolven"


def used(
    number: int, words: str = "moderates", of: str = "self-styled moderates", by: str | None = None, **more: object
) -> LabelFact:
    made = LabelFact(
        Span(number, number + len(words), words), of, "group", False, by, False, None, None, f"ar_{number}", f"ve_{number}", "ru",
        None, Metadata(),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def test_a_label_is_one_for_each_who_uses_it_of_whom() -> None:
    facts = [used(1), used(2, "Moderates"), used(3, by=TOLVEN), used(4, of="others"), used(5, disputed_by=TOLVEN)]
    found = labels(facts, (DASK,), ())
    assert [(row.of, row.first.by, row.first.disputed_by, row.articles) for row in found.rows] == [
        ("self-styled moderates", None, None, 2), ("self-styled moderates", TOLVEN, None, 1), ("others", None, None, 1),
        ("self-styled moderates", None, TOLVEN, 1),
    ]  # fmt: skip
    assert (found.uses, found.articles) == (5, 5)


def test_a_use_that_is_given_twice_counts_once() -> None:
    assert labels([used(1), used(1)], (), ()).uses == 1


@pytest.mark.parametrize("who", ["of", "by", "disputed_by"])
def test_those_of_the_one_asked_about_come_first_then_those_of_speakers(who: str) -> None:
    facts = [used(1), used(2), used(3, "liars", **{who: TOLVEN}), used(4, "fools", **{who: DASK.upper()})]
    found = labels(facts, (DASK,), [TOLVEN])
    assert [(row.words, row.concerns) for row in found.rows] == [
        ("fools", "asked"),
        ("liars", "speaker"),
        ("moderates", "other"),
    ]


def test_words_of_distance_stand_with_the_label_and_marks_around_it_do_not() -> None:
    before, around = used(12, distance=Span(0, 11, "self-styled")), used(1, distance=Span(0, 11, "“moderates”"))
    assert [labels([each], (), ()).rows[0].words for each in (before, around)] == ["self-styled moderates", "moderates"]


@pytest.mark.parametrize(
    ("of", "told"), [("moderates", True), ("many moderates of Norr", True), ("the Norr Party", False)]
)
def test_of_whom_is_told_unless_the_words_say_it(of: str, told: bool) -> None:
    assert labels([used(1, of=of)], (), ()).rows[0].told is told


def test_nothing_is_no_label() -> None:
    assert labels([], (DASK,), ()) == NO_LABELS
