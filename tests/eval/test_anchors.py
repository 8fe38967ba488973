"""An anchor names one place or is refused."""

import pytest

from eval.anchors import AnchorError, compile_line, locate

TEXT = "He said no. He said yes, and she said no."


@pytest.mark.parametrize(
    ("anchor", "span"),
    [("⟦He⟧ said yes", (12, 14)), ("she ⟦said⟧", (33, 37)), ("⟦yes, ~~ no.⟧", (20, 41)), ("and ⟦she⟧", (29, 32))],
)
def test_the_words_between_the_marks(anchor: str, span: tuple[int, int]) -> None:
    found = locate(TEXT, anchor)
    assert (found.start, found.end) == span
    assert found.holds_in(TEXT)


@pytest.mark.parametrize("anchor", ["⟦said⟧", "⟦nobody⟧", "he said", "⟦a⟧ ⟦b⟧"])
def test_none_or_many_are_refused(anchor: str) -> None:
    with pytest.raises(AnchorError):
        locate(TEXT, anchor)


def test_every_bad_anchor_of_an_article_is_named() -> None:
    coding = {"statements": [{"source": ["⟦x⟧"], "cue": ["⟦said⟧ yes"], "content": ["⟦z⟧"]}]}
    with pytest.raises(AnchorError, match=r"(?s)source.*content"):
        compile_line({"id": "t1", "text": TEXT}, coding, codebook="1.0", coder="a")


def test_a_parent_is_named_by_its_number() -> None:
    outer = {"source": [], "cue": ["⟦said⟧ yes"], "content": ["⟦yes, and she said no⟧"], "parent": None}
    inner = {
        "source": ["and ⟦she⟧"],
        "cue": ["she ⟦said⟧"],
        "content": ["she said ⟦no⟧"],
        "parent": 1,
    }
    line = compile_line({"id": "t1", "text": TEXT}, {"statements": [outer, inner]}, codebook="1.0", coder="a")
    ids = {each["id"]: each for each in line["statements"]}
    assert [each["parent"] in ids for each in line["statements"]] == [False, True]
