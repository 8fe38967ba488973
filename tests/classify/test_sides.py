from dataclasses import replace

import pytest

from sayso.classify.sides import own_side
from sayso.records.actor import Actor, Mention, Speaker
from sayso.records.span import Span
from tests.classify.marked import marked


def sides(line: str, name: str) -> bool:
    """Whether the source belongs to ``name``, whose mentions are all places where the words stand."""
    given = marked(line)
    places, at = [], given.text.find(name)
    while at >= 0:
        places.append(Mention(Span.of(given.text, at, at + len(name)), "name"))
        at = given.text.find(name, at + 1)
    assert given.mention is not None
    return own_side(
        given.text, given.statement, Actor("ac_1", name, "person", tuple(places)), Mention(given.mention, "name")
    )


@pytest.mark.parametrize(
    "line",
    [
        "[s Holm’s office] [c praised] [x [o Holm]].",
        "[s A spokesman for Holm] [c said] [x [o Holm] was right].",
        "[s Ada Roe, a lawyer for Mr Holm,] [c said] [x [o Holm] was right].",
        "[s Holm's press secretary] [c said] [x [o Holm] had won].",
    ],
)
def test_those_who_speak_for_somebody_are_his_side(line: str) -> None:
    assert sides(line, "Holm")


@pytest.mark.parametrize(
    "line",
    [
        "[s Ada Roe] [c praised] [x [o Holm]].",
        "[s Holm’s rival Ada Roe] [c said] [x [o Holm] was right].",
        "[s Ada Roe, who beat Holm in the election,] [c said] [x [o Holm] was right].",
    ],
)
def test_others_are_not(line: str) -> None:
    assert not sides(line, "Holm")


def test_a_speaker_is_his_own_side() -> None:
    given = marked("[s Holm] [c said] [x [o he] was right].")
    assert given.mention is not None
    statement = replace(given.statement, speakers=(Speaker("ac_1", "name"),))
    mention = Mention(given.mention, "pronoun")
    actor = Actor("ac_1", "Holm", "person", (mention,))
    assert own_side(given.text, statement, actor, mention)
    assert not own_side(given.text, statement, replace(actor, id="ac_2"), mention)


@pytest.mark.parametrize(
    "line",
    [
        "[s His own newspaper, The Gull,] [c hailed] [x [o Holm]].",
        "[s Holm's assistant coach] [c said] [x [o Holm] was right].",
        "[s The lawyer who represents Holm] [c said] [x [o Holm] was right].",
        "[s Radio Gull, run by Holm,] [c said] [x [o Holm] was right].",
        "[s Holm] [c praised] [x [o himself]].",
    ],
)
def test_mouths_and_servants_are_his_side(line: str) -> None:
    assert sides(line, "Holm")


@pytest.mark.parametrize(
    "line",
    [
        "[s Holm's former spokeswoman] [c praised] [x [o Holm]].",
        "[s A former aide to Holm] [c praised] [x [o Holm]].",
        "[s Holm's ex-agent] [c praised] [x [o Holm]].",
        "[s The lawyer who sued Holm] [c praised] [x [o Holm]].",
        "[s A lawyer for Holm's victims] [c praised] [x [o Holm]].",
        "Roe resigned. [s His spokesman] [c praised] [x [o Holm]].",
    ],
)
def test_those_who_left_or_stand_against_are_not(line: str) -> None:
    assert not sides(line, "Holm")
