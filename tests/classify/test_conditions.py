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


@pytest.mark.parametrize(
    "line",
    [
        "[s Roe] [c said] [x if he signed it, he is [e unfit]].",
        "[s Roe] [c said] [x as long as he hides the list, he is [e no democrat]].",
        "[x “Close the school, and the board will have [e shamed] itself,”] [c said] [s Roe].",
        "[x “What if it is true? Then he is a [e fraud],”] [c said] [s Roe].",
        "[x Assuming the letter is real], [s Roe] [c said], [x he has [e betrayed] them].",
        "[s Roe] [c said] [x that, if guilty, he was a [e monster]].",
    ],
)
def test_conditions_of_other_shapes(line: str) -> None:
    given = marked(line)
    assert conditional(given.text, given.statement, given.evidence)


@pytest.mark.parametrize(
    "line",
    [
        "[s Roe] [c said] [x he was [e honest], if dull].",
        "[s Roe] [c said] [x he was [e wise], if you ask me].",
        "[s Roe] [c said] [x that if it rained they would stay, but he was a [e liar]].",
        "[x “I suppose that he is a [e liar],”] [c said] [s Roe].",
        "[x “At no time had he [e cheated],”] [c said] [s Roe].",
    ],
)
def test_concessions_and_neighbour_clauses_set_none(line: str) -> None:
    given = marked(line)
    assert not conditional(given.text, given.statement, given.evidence)
