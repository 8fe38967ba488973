"""Exact and near copies of a text are printings of one report."""

import random

import pytest

from sayso.answers.printings import reports_of

WORDS = [f"word{number}" for number in range(2000)]


def text(seed: int, size: int = 300) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=size))


def groups(*texts: str, agencies: dict[str, str | None] | None = None) -> list[list[int]]:
    found = reports_of(((str(number), each) for number, each in enumerate(texts)), agencies)
    held: dict[str, list[int]] = {}
    for version, report in found.items():
        held.setdefault(report, []).append(int(version))
    return list(held.values())


def test_copies_are_one_report_and_others_are_not() -> None:
    assert groups(text(1), text(2), text(1)) == [[0, 2], [1]]


def test_house_style_and_a_headline_do_not_make_another_report() -> None:
    story = text(1)
    assert groups(f"'{story}'", f"Premier falls\n\n“{story.upper()}”") == [[0, 1]]


@pytest.mark.parametrize("kept", [240, 150, 60])
def test_a_cut_copy_is_the_same_report(kept: int) -> None:
    story = text(1)
    assert groups(story, " ".join(story.split()[:kept])) == [[0, 1]]


def test_one_shared_paragraph_is_not_a_report() -> None:
    shared = text(9, 60)
    assert groups(f"{text(1)} {shared}", f"{text(2)} {shared}") == [[0], [1]]


def test_two_agencies_are_two_reports_and_one_agency_may_be_rewritten() -> None:
    story, rewritten = text(1), f"{' '.join(text(1).split()[:160])} {text(5, 140)}"
    assert groups(story, story, agencies={"0": "MPS", "1": "ONA"}) == [[0], [1]]
    assert groups(story, rewritten) == [[0], [1]]
    assert groups(story, rewritten, agencies={"0": "MPS", "1": "mps"}) == [[0, 1]]


def test_short_texts_are_one_only_when_equal() -> None:
    assert groups("He lied.", "he lied", "He lied again.") == [[0, 1], [2]]


def test_the_same_texts_give_the_same_reports() -> None:
    texts = [text(number % 7) for number in range(30)]
    assert groups(*texts) == groups(*texts)
    assert len(groups(*texts)) == 7
