import pytest

from sayso.classify.conditions import conditional
from tests.classify.marked import marked


@pytest.mark.parametrize(
    "line",
    [
        "[x “If he signed it, he must [e go],”] [c said] [s Roe].",
        "[s Roe] [c said] [x that unless the board answers, it has [e failed]].",
        "[x “Should she refuse, she is [e unfit]”], [s Roe] [c said].",
    ],
)
def test_a_condition_in_the_sentence_counts(line: str) -> None:
    given = marked(line)
    assert conditional(given.text, given.statement, given.evidence)


@pytest.mark.parametrize(
    "line",
    [
        "[x “Since he signed it, he must [e go],”] [c said] [s Roe].",
        "[s Roe] [c asked] [x if the board had [e failed]].",
        "[x “He acts as if he were [e king],”] [c said] [s Roe].",
        "[x “If it rains, we stay. He is a [e liar],”] [c said] [s Roe].",
    ],
)
def test_asking_comparing_and_other_sentences_set_no_condition(line: str) -> None:
    given = marked(line)
    assert not conditional(given.text, given.statement, given.evidence)
