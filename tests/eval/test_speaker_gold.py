"""Coding lines become actors and speakers, or every fault is named; agreement of two coders."""

from pathlib import Path
from typing import Any

import pytest

from eval.anchors import AnchorError, read_lines
from eval.speaker_gold import agreement, b_cubed, compile_line, matched

SPEAKERS = Path(__file__).parents[2] / "eval" / "speakers"
TEXT = "A letter asks for peace. Premier Ada Roe said no, her aide Ben Holm said. She wept, he said."
GOLD: dict[str, Any] = {
    "id": "t1",
    "text": TEXT,
    "statements": [
        {"id": "st1_x", "source": [[0, 8]], "cue": [[9, 17]], "content": [[18, 23]]},
        {"id": "st1_y", "source": [[33, 40]], "cue": [[41, 45]], "content": [[46, 48]]},
        {"id": "st1_z", "source": [[84, 86]], "cue": [[87, 91]], "content": [[74, 82]]},
    ],
}
ROE: dict[str, Any] = {
    "id": "a1", "name": "Ada Roe", "kind": "person", "size": None, "of": None,
    "mentions": [{"at": "⟦Ada Roe⟧", "kind": "name"}, {"at": "⟦She⟧", "kind": "pronoun"}],
    "titles": ["⟦Premier⟧"], "labels": [],
}  # fmt: skip  # one actor as a coder writes it
HOLM: dict[str, Any] = {
    "id": "a2", "name": "Ben Holm", "kind": "person", "size": None, "of": None,
    "mentions": [{"at": ", ⟦he⟧ said", "kind": "pronoun"}, {"at": "⟦Ben Holm⟧", "kind": "name"}],
    "titles": [], "labels": [{"at": "⟦aide⟧", "by": "a1", "disputed_by": None}],
}  # fmt: skip  # as above
SAID: list[dict[str, Any]] = [
    {"n": 1, "actors": [], "on_behalf_of": None, "form": "document"},
    {"n": 2, "actors": ["a1"], "on_behalf_of": None, "form": "name"},
    {"n": 3, "actors": ["a2"], "on_behalf_of": "a1", "form": "pronoun"},
]


def coding(*, actors: list[Any] | None = None, speakers: list[Any] | None = None) -> dict[str, Any]:
    return {"id": "t1", "actors": actors or [HOLM, ROE], "speakers": speakers or SAID}


def test_actors_stand_in_text_order_with_spans() -> None:
    roe, holm = compile_line(GOLD, coding(), coder="a")["actors"]
    assert [roe["id"], holm["id"]] == ["ac_1", "ac_2"]
    assert [TEXT[slice(*each["span"])] for each in roe["mentions"]] == ["Ada Roe", "She"]
    assert roe["titles"] == [{"text": "Premier", "span": [25, 32]}]
    assert holm["labels"] == [{"text": "aide", "span": [54, 58], "by": "ac_1", "disputed_by": None}]


def test_a_spokesperson_speaks_for_its_principal() -> None:
    letter, _, aide = compile_line(GOLD, coding(), coder="a")["statements"]
    assert (letter["speakers"], letter["source_form"]) == ([], "document")
    assert (aide["speakers"], aide["source_form"]) == ([{"actor": "ac_2", "on_behalf_of": "ac_1"}], "pronoun")


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"kind": "king"}, "t1 actor a1 'Ada Roe' of statements 2: kind 'king'"),
        ({"mentions": [{"at": "⟦nobody⟧", "kind": "name"}]}, "a1 .*nobody"),
        ({"mentions": [{"at": "⟦Ada Roe⟧", "kind": "surname"}]}, "surname"),
        ({"mentions": []}, "has no mention"),
        ({"mentions": [{"at": "⟦She⟧", "kind": "pronoun"}] * 2}, "'She' at 74"),
        ({"titles": ["⟦Queen⟧"]}, "Queen"),
        ({"labels": [{"at": "⟦Premier⟧", "by": "a9", "disputed_by": None}]}, "a9"),
        ({"id": "a2"}, "used twice"),
    ],
)
def test_a_fault_of_an_actor_is_named(changes: dict[str, Any], named: str) -> None:
    with pytest.raises(AnchorError, match=named):
        compile_line(GOLD, coding(actors=[HOLM, {**ROE, **changes}]), coder="a")


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"actors": ["a7"]}, "t1 statement 2: no actor a7"),
        ({"on_behalf_of": "a8"}, "no actor a8"),
        ({"form": "rumour"}, "rumour"),
        ({"form": "none"}, "1 spans"),
        ({"actors": []}, "needs a speaker"),
        ({"n": 4}, "statement 2 is not coded\nt1 statement 4 is not in"),
        ({"n": 3}, "statement 3 is coded twice"),
    ],
)
def test_a_fault_of_a_statement_is_named(changes: dict[str, Any], named: str) -> None:
    with pytest.raises(AnchorError, match=named):
        compile_line(GOLD, coding(speakers=[SAID[0], {**SAID[1], **changes}, SAID[2]]), coder="a")


def clusters(*actors: str) -> dict[tuple[str, int], frozenset[str]]:
    """Sources of one article; each argument names the actors of one, by a letter each."""
    return {("t1", n): frozenset(each) for n, each in enumerate(actors, 1) if each}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (clusters("x", "x", "y"), clusters("p", "p", "q"), 1.0),
        (clusters("x", "x", "x", "x"), clusters("p", "p", "q", "q"), 2 / 3),  # one merges: precision 1/2, recall 1
        (clusters("x", "y"), clusters("p", ""), 2 / 3),  # one speaker too many: precision 1/2, recall 1
        (clusters("xy", "x"), clusters("pq", "p"), 1.0),  # joint speakers
        (clusters("xy"), clusters("p"), 2 / 3),
        (clusters("x"), {}, 0.0),
    ],
)
def test_b_cubed(one: dict[Any, Any], other: dict[Any, Any], expected: float) -> None:
    assert b_cubed(one, other) == pytest.approx(expected)
    assert b_cubed(other, one) == pytest.approx(expected)


def test_two_coders_of_one_article() -> None:
    """The other has the aide speak for himself, as unnamed, and the actors in another order."""
    other_said = [SAID[0], SAID[1], {**SAID[2], "on_behalf_of": None, "form": "nominal"}]
    other_actors = [{**ROE, "id": "x"}, {**HOLM, "id": "a2", "kind": "unnamed", "labels": []}]
    other_said[1] = {**SAID[1], "actors": ["x"]}
    one = compile_line(GOLD, coding(), coder="a")
    other = compile_line(GOLD, coding(actors=other_actors, speakers=other_said), coder="b")
    found = agreement([one], [other])
    assert found["actors_f1"] == 100.0
    assert [found[name]["agree"] for name in ("kind", "form", "speakers", "on_behalf_of")] == [50.0, 66.7, 100.0, 50.0]
    assert [found[name]["n"] for name in ("kind", "form", "speakers", "on_behalf_of")] == [2, 3, 2, 2]


def test_actors_are_matched_by_the_most_mentions_in_common() -> None:
    roe, holm = compile_line(GOLD, coding(), coder="a")["actors"]
    merged = {**holm, "mentions": [*roe["mentions"], holm["mentions"][0]]}
    assert matched({"actors": [holm, roe]}, {"actors": [merged]}) == [(roe, merged)]


def test_the_gold_of_wikinews_is_its_coding_compiled() -> None:
    texts = {line["id"]: line for line in read_lines(SPEAKERS.parent / "attribution" / "wikinews.jsonl")}
    coded = read_lines(SPEAKERS / "coding" / "adjudicated.jsonl")
    expected = [compile_line(texts[line["id"]], line, coder="adjudicated") for line in coded]
    assert list(read_lines(SPEAKERS / "wikinews.jsonl")) == expected
    assert [line["id"] for line in expected] == list(texts)


def test_every_speaker_of_wikinews_is_mentioned_in_its_source() -> None:
    silent = [
        (line["id"], statement["id"], speaker["actor"])
        for line in read_lines(SPEAKERS / "wikinews.jsonl")
        for statement in line["statements"]
        for speaker in statement["speakers"]
        if not any(
            mention["span"][0] < end and start < mention["span"][1]
            for mention in next(each for each in line["actors"] if each["id"] == speaker["actor"])["mentions"]
            for start, end in statement["source"]
        )
    ]
    assert silent == []
