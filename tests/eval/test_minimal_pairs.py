"""Every minimal pair compiles, flips what it says, and differs in little."""

import json
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from eval.anchors import AnchorError
from eval.minimal_pairs import Pair, read_pairs, value_of

PAIRS = list(read_pairs())
DECISIONS = [*range(2, 17), 18, 19, *range(22, 26)]
FEWEST = 10


def name(pair: Pair) -> str:
    return f"{pair.decision}-{pair.number}"


def test_every_decision_has_enough() -> None:
    counted = Counter(pair.decision for pair in PAIRS)
    assert sorted(counted) == DECISIONS
    assert min(counted.values()) >= FEWEST


@pytest.mark.parametrize("pair", PAIRS, ids=name)
def test_the_sides_flip(pair: Pair) -> None:
    assert value_of(pair.a, pair.flip) != value_of(pair.b, pair.flip)


@pytest.mark.parametrize("pair", PAIRS, ids=name)
def test_the_texts_are_nearly_the_same(pair: Pair) -> None:
    one, other = pair.a["text"].split(), pair.b["text"].split()
    assert one != other
    assert SequenceMatcher(None, one, other, autojunk=False).ratio() > 0.4


def test_no_text_is_used_twice() -> None:
    texts = Counter(side["text"] for pair in PAIRS for side in (pair.a, pair.b))
    assert texts.most_common(1)[0][1] == 1


def speech(name: str) -> dict[str, Any]:
    """A side in which somebody says that it rains."""
    actor: dict[str, Any] = {
        "id": "a1",
        "name": name,
        "kind": "person",
        "size": None,
        "of": None,
        "titles": [],
        "labels": [],
    }
    return {
        "text": f"{name} said it rains.",
        "statements": [
            {"source": [f"⟦{name}⟧"], "cue": ["⟦said⟧"], "content": ["⟦it rains⟧"], "form": "indirect", "marks": "none",
             "move": "inform"}
        ],
        "actors": [{**actor, "mentions": [{"at": f"⟦{name}⟧", "kind": "name"}]}],
        "speakers": [{"n": 1, "actors": ["a1"], "on_behalf_of": None, "form": "name"}],
    }  # fmt: skip  # one statement as a coder writes it


def written(folder: Path, **changes: Any) -> Path:
    pair = {"decision": 15, "change": "who", "a": speech("Ada Roe"), "b": speech("Ben Holm"),
            "flip": {"field": "speakers", "of": 1, "a": ["Ada Roe"], "b": ["Ben Holm"]}}  # fmt: skip  # as in a file
    (folder / "15.jsonl").write_text(json.dumps({**pair, **changes}), encoding="utf-8")
    return folder


def test_a_side_codes_speakers_without_positions(tmp_path: Path) -> None:
    (pair,) = read_pairs(written(tmp_path))
    assert "positions" not in pair.a
    assert pair.a["statements"][0]["speakers"] == [{"actor": "ac_1", "on_behalf_of": None}]


def test_a_flip_says_what_the_sides_have(tmp_path: Path) -> None:
    flip = {"field": "speakers", "of": 1, "a": ["Ada Roe"], "b": ["Cato Lund"]}
    with pytest.raises(AnchorError, match=r"15.jsonl:1: the flip says \['Cato Lund'\] of side b, which has"):
        list(read_pairs(written(tmp_path, flip=flip)))


def test_no_two_actors_of_a_side_have_one_name(tmp_path: Path) -> None:
    side = speech("Ada Roe")
    side["actors"] += [{**side["actors"][0], "id": "a2"}]
    with pytest.raises(AnchorError, match="two actors are called Ada Roe"):
        list(read_pairs(written(tmp_path, a=side)))
