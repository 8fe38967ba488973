"""Coding lines become gold, or every fault is named; agreement beyond chance."""

from typing import Any

import pytest

from eval.anchors import AnchorError
from eval.position_gold import ac1, agreement, compile_line

TEXT = "Ada Roe said that Ben Holm lies about the wall."
GOLD: dict[str, Any] = {
    "id": "t1",
    "text": TEXT,
    "statements": [{"id": "st1_x", "source": [[0, 7]], "cue": [[8, 12]], "content": [[13, 46]]}],
}
POSITION = {
    "statement": 1, "object": "Ben Holm", "mention": "⟦Ben Holm⟧", "role": "object", "label": "critical",
    "wording": "paraphrased", "flags": [], "issue": "⟦the wall⟧", "evidence": ["⟦lies⟧"],
}  # fmt: skip  # one row as a coder writes it
SAID = {"n": 1, "status": "actual", "move": "accuse", "said_on": None, "occasion": "o1"}


def coding(**changes: Any) -> dict[str, Any]:
    return {"id": "t1", "statements": [SAID], "occasions": [], "positions": [{**POSITION, **changes}]}


def test_a_position_has_spans_of_the_text() -> None:
    (found,) = compile_line(GOLD, coding(), coder="a")["positions"]
    assert [TEXT[slice(*found[part])] for part in ("mention", "issue")] == ["Ben Holm", "the wall"]
    assert [TEXT[slice(*span)] for span in found["evidence"]] == ["lies"]
    assert found["id"].startswith("po1_")


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"label": "hostile"}, "hostile"),
        ({"role": "target"}, "target"),
        ({"mention": "⟦nobody⟧"}, "nobody"),
        ({"statement": 2}, "2"),
        ({"flags": ["sad"]}, "sad"),
    ],
)
def test_a_fault_is_named(changes: dict[str, Any], named: str) -> None:
    with pytest.raises(AnchorError, match=named):
        compile_line(GOLD, coding(**changes), coder="a")


def test_a_statement_left_out_is_named() -> None:
    with pytest.raises(AnchorError, match="statement 1 is not coded"):
        compile_line(GOLD, {**coding(), "statements": []}, coder="a")


def test_agreement_beyond_chance_where_one_value_prevails() -> None:
    """Of 125 units 118 agree: kappa would be negative here, AC1 is (.944 - .0544) / (1 - .0544)."""
    pairs = [("+", "+")] * 118 + [("+", "-")] * 5 + [("-", "+")] * 2
    assert ac1(pairs) == pytest.approx(0.941, abs=0.001)


def test_two_coders_of_one_article() -> None:
    one, other = compile_line(GOLD, coding(), coder="a"), compile_line(GOLD, coding(label="none"), coder="b")
    found = agreement([one], [other])
    assert found["positions_f1"] == 100.0
    assert found["label"]["agree"] == 0.0
    assert found["move"] == {"agree": 100.0, "ac1": 1.0, "n": 1}
