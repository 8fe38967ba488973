"""Fields of pairs that turn on actors: how they read, and by whose names found actors go."""

from typing import Any

import pytest

from eval.given import Answered
from eval.pair_actors import called_as_gold, folded, is_in_output, value_of
from sayso.records.actor import Actor, ActorKind, Mention, MentionKind
from sayso.records.span import Span

TEXT = "“I know,” said an aide of Ada Roe. A nurse and Ben Holm wrote."
ROE, NURSE, HOLM = (26, 33), (35, 42), (47, 55)
ASKED = (15, 22)


def actor(number: int, name: str, kind: str, *mentions: tuple[tuple[int, int], str], **more: Any) -> dict[str, Any]:
    spans = [{"span": list(span), "kind": what} for span, what in mentions]
    return {"id": f"ac_{number}", "name": name, "kind": kind, "size": None, "labels": [], "mentions": spans, **more}


def said(number: int, *speakers: str, behalf: str | None = None) -> dict[str, Any]:
    return {"id": f"st1_{number}", "speakers": [{"actor": each, "on_behalf_of": behalf} for each in speakers]}


SIDE: dict[str, Any] = {
    "text": TEXT,
    "statements": [said(1, "ac_1", behalf="ac_2"), said(2, "ac_4", "ac_3")],
    "actors": [
        actor(1, "an aide", "unnamed", ((1, 2), "pronoun"), (ASKED, "unnamed")),
        actor(2, "Ada Roe", "person", (ROE, "name")),
        actor(3, "a nurse", "unnamed", (NURSE, "unnamed"), size=3),
        actor(4, "Ben Holm", "person", (HOLM, "name"),
              labels=[{"text": "a dove", "by": "ac_4", "disputed_by": "ac_2"}, {"text": "crank", "by": "writer", "disputed_by": None}]),
    ],
    "positions": [
        {"statement": "st1_1", "role": "object", "object": "Ada Roe"},
        {"statement": "st1_1", "role": "mentioned", "object": "Ben Holm"},
    ],
}  # fmt: skip  # two labels of one actor


@pytest.mark.parametrize(
    ("field", "of", "expected"),
    [
        ("speakers", 2, ["Ben Holm", "a nurse"]),
        ("speakers", 3, None),
        ("on_behalf_of", 1, "Ada Roe"),
        ("on_behalf_of", 2, None),
        ("judged", 1, ["Ada Roe"]),
        ("judged", 2, []),
        ("speakers.kind", 2, ["person", "unnamed"]),
        ("speakers.size", 2, [None, 3]),
        ("labels", "Ben Holm", [["a dove", "self", "Ada Roe"], ["crank", "writer", ""]]),
        ("speakers.labels", 1, []),
        ("labels", "Cato Lund", None),
    ],
)
def test_a_field_is_read(field: str, of: str | int, expected: Any) -> None:
    assert value_of(SIDE, field, of) == expected


def test_a_label_that_the_output_gives_to_nobody_is_the_writers() -> None:
    found = {"actors": [actor(1, "Roe", "person", labels=[{"text": "dove", "by": None, "disputed_by": None}])]}
    assert value_of(found, "labels", "Roe") == [["dove", "writer", ""]]


def test_articles_and_case_make_no_difference() -> None:
    assert folded([["A Dove", "self", ""], 3, None]) == [["dove", "self", ""], 3, None]


def test_what_the_output_has() -> None:
    assert is_in_output("speakers")
    assert is_in_output("speakers.kind")


def record(number: int, name: str, kind: ActorKind, *mentions: tuple[tuple[int, int], MentionKind]) -> Actor:
    return Actor(f"ac_{number}", name, kind, tuple(Mention(Span.of(TEXT, *span), what) for span, what in mentions))


def names(*actors: Actor) -> list[str]:
    """What the found actors are called."""
    found = {
        "actors": [{"id": each.id, "name": each.name, "kind": each.kind} for each in actors],
        "statements": [said(2), said(1)],
    }
    return [each["name"] for each in called_as_gold(Answered(SIDE, found, actors))["actors"]]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (record(9, "Roe", "person", (ROE, "name")), "Ada Roe"),
        (record(9, "aide", "unnamed", (ASKED, "unnamed")), "an aide"),
        (record(9, "aide", "person", (ASKED, "unnamed")), "aide (none of the gold)"),  # of another kind
        (record(9, "I", "unnamed", ((1, 2), "pronoun")), "I (none of the gold)"),  # never led to its words
        (record(9, "aide", "unnamed", (ASKED, "unnamed"), (NURSE, "unnamed")), "aide (none of the gold)"),  # two in one
        (record(9, "Roe", "unnamed", (ASKED, "unnamed"), (ROE, "name")), "Roe (none of the gold)"),  # gained a name
    ],
)
def test_a_found_actor_goes_by_its_gold_name(found: Actor, expected: str) -> None:
    assert names(found) == [expected]


def test_statements_stand_in_the_order_of_the_gold() -> None:
    found = {"actors": [], "statements": [said(2), said(1)]}
    assert [each["id"] for each in called_as_gold(Answered(SIDE, found))["statements"]] == ["st1_1", "st1_2"]
