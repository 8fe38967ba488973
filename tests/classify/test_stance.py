"""How one statement is judged, with a model that goes by plain words: what stands in the content it is given, and nothing else."""

import re
from collections.abc import Sequence
from typing import cast

import numpy as np
import numpy.typing as npt
import pytest

from sayso.classify.stance import judge
from sayso.model.attribution import Tokens
from sayso.model.positions import Judgements, PositionModel
from sayso.model.states import States
from sayso.model.stretches import CONTENT, Range, Stretch
from sayso.records.actor import Actor, Mention
from sayso.records.position import Position
from tests.classify.marked import marked

SIGNS = {"honest": 1, "superb": 1, "lied": 0, "useless": 0, "pocketed": 0, "soured": 0}
"""The column of each judging word: critical 0, supportive 1."""


def states_of(text: str) -> States:
    words = [(each.start(), each.end()) for each in re.finditer(r"\w+", text)]
    starts, ends = (np.array(each, dtype=np.int64) for each in zip(*words, strict=True))
    count = len(words)
    tokens = Tokens(np.arange(count), starts, ends)
    return States(tokens, np.zeros((count, 6), dtype=np.int64), np.zeros((count, 1), dtype=np.float16))


class Words:
    """A model for one text: a judging word inside the content decides, the last one wins."""

    def __init__(self, text: str) -> None:
        self.words = re.findall(r"\w+", text)

    def judge(
        self, states: States, found: Stretch, mentions: Sequence[Range], seen: npt.NDArray[np.bool_] | None = None
    ) -> Judgements:
        inside = found.layout[:, 0] == CONTENT
        if seen is not None:
            inside &= seen
        marked_ = [n for n in np.flatnonzero(inside).tolist() if self.words[found.start + n] in SIGNS]
        label = np.full((len(mentions), 4), 0.05, dtype=np.float32)
        evidence = np.zeros((len(mentions), len(inside)), dtype=np.float32)
        label[:, SIGNS[self.words[found.start + marked_[-1]]] if marked_ else 3] = 0.85
        evidence[:, marked_] = 1.0
        role = np.tile(np.array([[1, 0, 0, 0, 0, 0]], dtype=np.float32), (len(mentions), 1))
        nothing = [np.zeros(size, dtype=np.float32) for size in (7, 10, 5 * len(mentions))]
        return Judgements(nothing[0], nothing[1], role, label, nothing[2].reshape(-1, 5), evidence)


def positions(line: str) -> tuple[Position, ...]:
    given = marked(line, form="indirect")
    assert given.mention is not None
    actor = Actor("ac_1", given.mention.text, "person", (Mention(given.mention, "name"),))
    model = cast("PositionModel", Words(given.text))
    found = judge(given.text, given.statement, [actor], states_of(given.text), model)
    assert found is not None
    return found.positions


def test_two_issues_are_two_positions_with_their_own_words() -> None:
    found = positions("[s Ada Roe] [c said] [x [o Bo Holm] was superb on the trams and useless on the canals].")
    assert [(each.label, [span.text for span in each.evidence]) for each in found] == [
        ("supportive", ["superb"]),
        ("critical", ["useless"]),
    ]
    assert len({each.id for each in found}) == 2
    assert all(each.wording for each in found)


@pytest.mark.parametrize("cue", ["denied", "has always denied"])
def test_a_denied_charge_stays_denied_in_each_of_its_clauses(cue: str) -> None:
    found = positions(f"[s Ada Roe] [c {cue}] [x that [o Bo Holm] had pocketed the money and soured the mood].")
    assert [each.label for each in found] == ["supportive"]


def test_what_the_verb_says_of_somebody_holds_for_the_whole() -> None:
    found = positions("[s Ada Roe] [c accused] [x [o Bo Holm] of being honest on the trams and superb on the canals].")
    assert [each.label for each in found] == ["critical"]
