import random

import pytest

from training.corpus import Attribution
from training.nesting import nested

TEXT = "The road is long. The mayor said taxes will rise. It rained."
START = TEXT.index("The mayor")


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


SAID = Attribution((span("The mayor"),), (span("said"),), (span("taxes will rise"),))


def words(text: str, attribution: Attribution) -> tuple[str, ...]:
    parts = (attribution.source, attribution.cue, attribution.content)
    return tuple(" … ".join(text[start:end] for start, end in part) for part in parts)


@pytest.mark.parametrize("seed", range(30))
def test_both_levels_are_annotated(seed: int) -> None:
    text, found = nested(TEXT, (SAID,), ["Ada Roe"], random.Random(seed), 1.0)
    inner, outer = (words(text, each) for each in found)
    assert inner[0].lower() == "the mayor"
    assert inner[1:] == ("said", "taxes will rise")
    assert outer[0] == "Ada Roe"
    assert outer[2].lower().strip("“,”").removeprefix("that ") == "the mayor said taxes will rise"
    assert text.startswith("The road is long. ")
    assert text.endswith(". It rained.")


def test_three_ways_of_telling_it_occur() -> None:
    texts = {nested(TEXT, (SAID,), ["Ada Roe"], random.Random(seed), 1.0)[0] for seed in range(60)}
    assert any("that the mayor said" in text for text in texts)
    assert any("rise, Ada Roe" in text for text in texts)
    assert any("“The mayor said taxes will rise,” Ada Roe" in text for text in texts)


def test_a_sentence_that_reports_nothing_is_left_alone() -> None:
    assert nested(TEXT, (), ["Ada Roe"], random.Random(0), 1.0) == (TEXT, ())


def test_a_sentence_inside_another_statement_is_left_alone() -> None:
    around = Attribution((span("The road"),), (span("is"),), ((START - 2, len(TEXT)),))
    assert nested(TEXT, (SAID, around), ["Ada Roe"], random.Random(0), 1.0) == (TEXT, (SAID, around))
