"""Labels that return make a transcript; every turn is what its speaker said."""

import pytest

from sayso.extract.layout import lay_out
from sayso.extract.turns import turns
from sayso.pipeline import Reader
from sayso.records.article import Article
from sayso.records.reading import Item, Reading

MINUTES = """Third sitting. Extract from the record.

THE CHAIR: The committee will hear Mr Otto Holm.

MR HOLM: I am obliged.

MS ROE (Daybreak Movement): Who told you to send the money?

MR HOLM: I was advised by the chancellery that it would be returned.

It was not.

(Laughter.)

MS ROE: Then I will say it for the record.

THE CHAIR: The request is noted.

The committee rose at noon."""

INTERVIEW = """Ada Roe grows pears. She received the Courier in her kitchen.

Courier: Ms Roe, do you regret it?

Roe: No. I regret nothing.

Courier: Who is to blame?

Roe: The ministry. It said the wall was safe.

Courier: Nia Lund says the office has become a danger.

Roe: There I agree with her.

The conversation was shortened."""


def told(text: str) -> list[tuple[str, list[str]]]:
    """(label, paragraphs) of each turn that is a statement."""
    return [
        (text[slice(*each.parts.source[0])], [text[slice(*span)] for span in each.parts.content])
        for each in turns(text, lay_out(text))
        if each.is_statement
    ]


def reading_of(reader: Reader, text: str) -> Reading:
    reading = reader.read(Item("test", article=Article(text))).reading
    assert reading is not None
    return reading


def test_each_turn_of_minutes_is_told() -> None:
    assert told(MINUTES) == [
        ("THE CHAIR", ["The committee will hear Mr Otto Holm."]),
        ("MR HOLM", ["I am obliged."]),
        ("MS ROE (Daybreak Movement)", ["Who told you to send the money?"]),
        ("MR HOLM", ["I was advised by the chancellery that it would be returned.", "It was not."]),
        ("MS ROE", ["Then I will say it for the record."]),
        ("THE CHAIR", ["The request is noted."]),
    ]


def test_an_interviewer_tells_nothing() -> None:
    assert {label for label, _ in told(INTERVIEW)} == {"Roe"}
    assert len(told(INTERVIEW)) == 3


@pytest.mark.parametrize(("asks", "answers"), [("Q", "A"), ("Question", "Roe"), ("Interviewer", "Lund")])
def test_labels_that_say_who_asks(asks: str, answers: str) -> None:
    text = "\n\n".join(f"{asks}: Tell us about house {n}.\n\n{answers}: It stands." for n in range(3))
    assert {label for label, _ in told(text)} == {answers}


@pytest.mark.parametrize(
    "text",
    [
        "Note: the wall is weak.\n\nThe road is long.\n\nNote: the road is closed.",
        "\n\n".join(f"Roe: {n}47.\n\nLund: {n}12." for n in range(4)),
        "\n\n".join(["Roe: We stay.", *["The road is long and the wall is weak."] * 4] * 4),
        "“We stay,” said Ada Roe.\n\nHe said: “No.”",
    ],
)
def test_other_texts_have_no_turns(text: str) -> None:
    assert turns(text, lay_out(text)) == []


def test_turns_are_direct_without_marks(reader: Reader) -> None:
    found = [each for each in reading_of(reader, MINUTES).statements if each.parent is None]
    assert [each.source_text for each in found] == [label for label, _ in told(MINUTES)]
    assert {(each.form, each.marks) for each in found} == {("direct", "none")}


def test_no_question_of_an_interviewer_is_a_statement(reader: Reader) -> None:
    assert "Courier" not in {each.source_text for each in reading_of(reader, INTERVIEW).statements}
