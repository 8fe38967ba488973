"""Passages that say that somebody was asked and did not answer."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.classify.silences import SilenceKind, silences


@pytest.mark.parametrize(
    ("text", "kind", "asked"),
    [
        ("Roe declined to comment.", "declined", None),
        ("Roe refused repeated requests for an interview.", "declined", None),
        ("Roe would not be drawn on it.", "declined", None),
        ("Roe turned down several requests.", "declined", None),
        ("Roe could not immediately be reached.", "unreachable", None),
        ("Roe was not available for comment.", "unreachable", None),
        ("Efforts to reach Ms Roe failed.", "unreachable", "Ms Roe"),
        ("Roe did not return phone calls.", "no_answer", None),
        ("Roe did not immediately respond.", "no_answer", None),
        ("Roe had not replied by Friday evening.", "no_answer", None),
        ("Roe has yet to respond.", "no_answer", None),
        ("Emails to the firm were not returned.", "no_answer", "the firm"),
        ("There was no response from the palace.", "no_answer", "the palace"),
        ("The firm has been approached for comment.", "no_answer", None),
    ],
)
def test_kinds(text: str, kind: SilenceKind, asked: str | None) -> None:
    found = silences(text)
    assert [(each.kind, each.asked.text if each.asked else None) for each in found] == [(kind, asked)]


@pytest.mark.parametrize(
    "text",
    [
        "Agreement could not be reached without the miners.",
        "The valley could not be reached by road.",
        "They did not respond to treatment.",
        "Roe declined the award.",
        "Roe refused to resign.",
        "The answer was not returned.",
        "Roe made no statement about wages.",
    ],
)
def test_what_looks_like_it_and_is_none(text: str) -> None:
    assert silences(text) == ()


@given(
    st.lists(
        st.sampled_from(
            ["Roe declined to comment. ", "😀 ", "He\r\n", "Calls to Ada Réne went unanswered. ", "“No,” she said. "]
        )
    )
)
def test_spans_are_exact_and_apart(parts: list[str]) -> None:
    text = "".join(parts)
    found = silences(text)
    for each in found:
        assert each.span.holds_in(text)
        assert each.asked is None or each.asked.holds_in(text)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
