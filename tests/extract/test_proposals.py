"""Proposals: what a colon introduces, and words that attribute nothing."""

import pytest

from sayso.extract.anchoring import Parts
from sayso.extract.layout import lay_out
from sayso.extract.proposals import introduced

BEFORE, AFTER = "“The bridge is closed.”", "“It will be open in May.”"


def content(text: str, cue: str, *told: str) -> list[str]:
    at = text.index(cue)
    parts = Parts((), ((at, at + len(cue)),), tuple((text.index(each), text.index(each) + len(each)) for each in told))
    return [text[start:end] for start, end in introduced(text, parts, lay_out(text)).content]


@pytest.mark.parametrize("cue", ["replied", "replied:"])
def test_a_colon_at_the_end_of_a_paragraph_introduces_the_next_quotation(cue: str) -> None:
    text = f"{BEFORE}\n\nNia Lund replied:\n\n{AFTER}"
    assert content(text, cue, BEFORE) == [AFTER]


@pytest.mark.parametrize("between", [" on Monday:\n\n", ".\n\n", ": "])
def test_otherwise_the_content_stays(between: str) -> None:
    text = f"{BEFORE}\n\nNia Lund replied{between}{AFTER}"
    assert content(text, "replied", BEFORE) == [BEFORE]


def test_what_the_cue_tells_already_stays() -> None:
    text = f"Nia Lund replied:\n\n{AFTER} That was all."
    assert content(text, "replied", "That was all") == ["That was all"]
