"""What a statement is asked about: one mention for each actor its words name or point to."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.classify.asked import BACK, asked, by_statement
from sayso.records.actor import Actor, Mention, MentionKind, Speaker
from sayso.records.span import Span
from sayso.records.statement import Statement
from tests.classify.marked import marked

KINDS: dict[str, MentionKind] = {"He": "pronoun", "she": "pronoun", "her": "pronoun", "the mayor": "nominal"}


def actors(text: str, *names: tuple[str, ...]) -> list[Actor]:
    """For each tuple an actor that all places with one of its words mention."""
    made = []
    for n, words in enumerate(names, 1):
        spans = sorted(
            (Span.of(text, at, at + len(word)) for word in words for at in range(len(text)) if text.startswith(word, at)),
            key=lambda each: each.start,
        )  # fmt: skip
        made.append(Actor(f"ac_{n}", words[0], "person", tuple(Mention(s, KINDS.get(s.text, "name")) for s in spans)))
    return made


def words(line: str, *names: tuple[str, ...], speakers: tuple[Speaker, ...] = ()) -> list[str]:
    told = marked(line)
    statement = replace(told.statement, sentence=_last_sentence(told.text), speakers=speakers)
    return [each.mention.span.text for each in asked(statement, actors(told.text, *names))]


def _last_sentence(text: str) -> Span:
    start = text.rfind(". ", 0, len(text) - 1) + 2
    return Span.of(text, start if start > 1 else 0, len(text))


def test_those_in_the_content_are_asked_about_by_name_before_description() -> None:
    found = words("[s Ana Roe] [c said] [x the mayor lied and Ben Holm knew].", ("Ben Holm", "the mayor"), ("Ana Roe",))
    assert found == ["Ben Holm"]


def test_one_who_is_told_something_is_asked_about() -> None:
    assert words("[s Ana Roe] [c told] Ben Holm [x that it rained].", ("Ben Holm",)) == ["Ben Holm"]
    assert words("Ben Holm [c was told] [x that it rained].", ("Ben Holm",)) == ["Ben Holm"]


def test_one_named_before_an_active_cue_is_not() -> None:
    assert words("With Ben Holm gone, [s Ana Roe] [c said] [x that it rained].", ("Ben Holm",)) == []


def test_a_content_that_points_back_is_about_those_just_mentioned() -> None:
    line = "Cara Lund left. Ben Holm took bribes from Dov Mann. [s Ana Roe] [c denied] [x it]."
    assert words(line, ("Cara Lund",), ("Ben Holm",), ("Dov Mann",), ("Ana Roe",)) == ["Ben Holm", "Dov Mann"]


def test_what_is_called_so_points_back_too() -> None:
    assert words("Ben Holm spoke. [s Ana Roe] [c called] [x it “a joke”].", ("Ben Holm",), ("Ana Roe",)) == ["Ben Holm"]


def test_a_content_of_its_own_does_not_point_back() -> None:
    line = "Ben Holm took bribes. [s Ana Roe] [c said] [x that it had rained all week]."
    assert words(line, ("Ben Holm",), ("Ana Roe",)) == []


def test_a_content_that_names_somebody_does_not_point_back() -> None:
    line = "Ben Holm took bribes. [s Ana Roe] [c blamed] [x the mayor]."
    assert words(line, ("Ben Holm",), ("the mayor",), ("Ana Roe",)) == ["the mayor"]


def test_what_is_denied_for_somebody_is_about_him() -> None:
    line = "Ben Holm and Dov Mann met Cara Lund. [s Ana Roe, speaking for the mayor,] [c denied] [x the charge]."
    found = words(
        line, ("Ben Holm",), ("Dov Mann",), ("Cara Lund",), ("the mayor",), ("Ana Roe",),
        speakers=(Speaker("ac_5", "name", "ac_4"),),
    )  # fmt: skip
    assert found == ["Dov Mann", "Cara Lund", "the mayor"]


def test_nobody_points_back_too_far() -> None:
    line = f"Ben Holm left. {'It rained. ' * (BACK // 11 + 1)}[s Ana Roe] [c denied] [x it]."
    assert words(line, ("Ben Holm",)) == []


def test_the_speaker_is_not_pointed_at() -> None:
    line = "Ana Roe met the mayor. [s Ana Roe] [c denied] [x it]."
    assert words(line, ("Ana Roe",), ("the mayor",), speakers=(Speaker("ac_1", "name"),)) == ["the mayor"]


@given(st.lists(st.sampled_from(["Ben ", "Cara ", "the mayor ", "rain ", ". "]), max_size=40), st.integers(0, 30))
def test_the_actors_near_a_statement_are_enough(pieces: list[str], cut: int) -> None:
    before, after = "".join(pieces[:cut]), "".join(pieces[cut:])
    text = f"{before}Ana denied it. {after}"
    at = len(before)
    statement = Statement(
        "st", (Span.of(text, at, at + 3),), (Span.of(text, at + 4, at + 10),), (Span.of(text, at + 11, at + 13),),
        "indirect", "none", 1.0, Span.of(text, at, at + 14),
    )  # fmt: skip
    known = [each for each in actors(text, ("Ben",), ("Cara",), ("the mayor",), ("Ana",)) if each.mentions]
    near = by_statement([statement], known)[statement.id]
    found = asked(statement, near)
    assert found == asked(statement, known)
    assert all(each.mention in each.actor.mentions and each.mention.span.holds_in(text) for each in found)
    assert len({each.actor.id for each in found}) == len(found)
