"""When a speaker counts as right."""

from typing import Any

import pytest

from eval import speakers_report
from eval.speaking import is_same, judge, of_class, share
from sayso.records.actor import Actor, ActorKind, Mention, MentionKind, Speaker
from sayso.records.span import Span

TEXT = "Mayor Ana Roe came. She said no. A baker agreed. Ben Holm left."
Line = dict[str, Any]


def mention(words: str, kind: MentionKind) -> Mention:
    at = TEXT.index(words)
    return Mention(Span.of(TEXT, at, at + len(words)), kind)


def gold(words: dict[str, str], kind: str, name: str) -> Line:
    spans = [(TEXT.index(word), TEXT.index(word) + len(word), form) for word, form in words.items()]
    return {"id": name, "name": name, "kind": kind, "mentions": [{"span": [s, e], "kind": k} for s, e, k in spans]}


ACTORS = [
    gold({"Ana Roe": "name", "She": "pronoun"}, "person", "Ana Roe"),
    gold({"A baker": "unnamed"}, "unnamed", "a baker"),
    gold({"Ben Holm": "name"}, "person", "Ben Holm"),
]


def line(*speakers: str, form: str = "pronoun") -> Line:
    said = [{"actor": each, "on_behalf_of": None} for each in speakers]
    return {"id": "x1", "text": TEXT, "actors": ACTORS, "statements": [{"speakers": said, "source_form": form}]}


def found(kind: ActorKind, *mentions: Mention) -> Actor:
    return Actor("ac_1", "x", kind, mentions)


SHE = mention("She", "pronoun")
NAMED = mention("Ana Roe", "name")


@pytest.mark.parametrize(
    ("who", "actor", "right"),
    [
        ("Ana Roe", found("person", NAMED, SHE), True),
        ("Ana Roe", found("person", mention("Mayor Ana Roe", "name"), SHE), True),
        ("Ana Roe", found("person", SHE), False),
        ("Ana Roe", found("group", NAMED, SHE), False),
        ("Ana Roe", found("person", NAMED, SHE, mention("Ben Holm", "name")), False),
        ("a baker", found("unnamed", mention("A baker", "unnamed")), True),
        ("a baker", found("unnamed", mention("A baker", "unnamed"), NAMED), False),
    ],
)
def test_the_first_name_in_the_cluster_and_the_kind(who: str, actor: Actor, right: bool) -> None:
    (judged,) = judge(line(who), [actor], [[Speaker("ac_1", "pronoun")]])
    assert judged.right is right


def test_joint_speakers_must_all_be_found() -> None:
    actor = found("person", NAMED, SHE)
    (judged,) = judge(line("Ana Roe", "Ben Holm"), [actor], [[Speaker("ac_1", "name")]])
    assert not judged.right


def test_nobody_is_right_where_nobody_speaks() -> None:
    (nobody,) = judge(line(form="none"), [], [[]])
    (missing,) = judge(line(form="none"), [], [None])
    assert (nobody.right, missing.right, missing.found) == (True, False, False)


def test_classes_follow_the_form() -> None:
    judged = list(judge(line("Ana Roe"), [found("person", NAMED)], [[Speaker("ac_1", "pronoun")]]))
    assert share(of_class(judged, "pronoun and nominal")) == 1
    assert of_class(judged, "named") == []


def test_figures_have_floors_for_three_classes() -> None:
    judged = list(judge(line("Ana Roe"), [found("person", NAMED)], [[Speaker("ac_1", "pronoun")]]))
    assert speakers_report.figures_of([judged])["pronoun_and_nominal"] == 100


def test_a_description_that_holds_anothers_name_is_not_that_other() -> None:
    text = "Backers of Ana Roe agreed."
    group = {"id": "g", "name": "backers", "kind": "group", "mentions": [{"span": [0, 18], "kind": "collective"}]}
    roe = {"id": "r", "name": "Ana Roe", "kind": "person", "mentions": [{"span": [11, 18], "kind": "name"}]}
    backers = Actor("ac_1", "Backers of Ana Roe", "group", (Mention(Span.of(text, 0, 18), "collective"),))
    assert is_same(group, backers, [group, roe])
    named = Actor("ac_1", "x", "group", (*backers.mentions, Mention(Span.of(text, 11, 18), "name")))
    assert not is_same(group, named, [group, roe])
