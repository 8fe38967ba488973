"""Irony that the words show by their form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.classify.irony import meant
from tests.classify.marked import marked


def says(content: str, form: str = "direct") -> str | None:
    """What ``content``, in quotation, means for the one marked in it."""
    line = marked(f"[x “{content}”] [c said] [s Ada Roe].", form=form)
    assert line.mention is not None
    return meant(line.statement, line.mention)


@pytest.mark.parametrize(
    "question",
    [
        "Has [o the council] no shame?",
        "Who could trust [o Bo Holm] after this?",
        "What has [o Bo Holm] ever done for the valley?",
        "Does [o the minister] think we are fools?",
        "How dare [o he] lecture the nurses?",
        "How many more patients must die before [o the ministry] acts?",
        "Is this what [o the mayor] calls a plan?",
        "We waited for years. When will [o Holm] finally listen?",
    ],
)
def test_a_question_that_expects_no_answer_blames(question: str) -> None:
    assert says(question) == "critical"


@pytest.mark.parametrize(
    "question",
    [
        "Has [o the council] an answer?",
        "Who could replace [o Bo Holm] in May?",
        "What has [o Bo Holm] planned for the valley?",
        "When will [o Holm] arrive?",
        "Where does [o the minister] live?",
        "How much does [o the ministry] pay?",
    ],
)
def test_a_question_that_asks_says_nothing(question: str) -> None:
    assert says(question) is None


def test_a_question_can_defend() -> None:
    assert says("Who has done more for the poor than [o Bo Holm]?") == "supportive"


@pytest.mark.parametrize(
    "praise",
    [
        "Congratulations to [o Bo Holm], who has wrecked two banks in a year.",
        "Thank you, [o Mr Holm], for the darkest winter of our lives.",
        "How generous of [o the bank] to keep only half of it.",
        "A genius, our [o Holm]: three mills, three bankruptcies.",
    ],
)
def test_praise_that_the_next_words_take_back_blames(praise: str) -> None:
    assert says(praise) == "critical"


@pytest.mark.parametrize(
    "praise", ["Congratulations to [o Bo Holm], who has saved the bank.", "Thank you, [o Mr Holm]."]
)
def test_praise_that_stands_is_left_to_the_model(praise: str) -> None:
    assert says(praise) is None


def test_indirect_speech_is_not_looked_at() -> None:
    assert says("Has [o the council] no shame?", form="indirect") is None


@given(
    st.lists(
        st.sampled_from(["who", "has", "ever", "?", "trust", "thank you", "only half", "the", "Holm", ".", "no shame"])
    )
)
def test_whatever_stands_there_it_ends(words: list[str]) -> None:
    assert says(f"[o Holm] {' '.join(words)}") in (None, "critical", "supportive")
