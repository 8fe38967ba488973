"""Turns inside running text, and who asks."""

import pytest

from sayso.classify.voice_turns import turns
from sayso.extract.layout import lay_out


def spoken(text: str) -> list[tuple[str, str, bool]]:
    layout = lay_out(text)
    paragraphs = [(each.span.start, each.span.end) for each in layout.blocks]
    found = turns(text, layout.sentences, paragraphs)
    return [(text[slice(*each.label)], text[each.start : each.end].strip(), each.asks) for each in found]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Weekly: Why so late? Aksen: It was the snow.", ["Weekly"]),
        ("Q: Why so late? A: It was the snow.", ["Q"]),
        ("Anna Beck: Why so late? Roe: Snow. Anna Beck: Will it last? Roe: It will.", ["Anna Beck"]),
        ("CHAIR: We begin. ROE: It is late. CHAIR: Then we stop.", []),
        ("Beck: Why so late? Roe: Why not? Beck: Will it last? Roe: Who knows?", []),
    ],
)
def test_who_asks_is_who_has_the_questions_or_the_name_of_a_paper(text: str, asks: list[str]) -> None:
    assert sorted({label for label, _, asking in spoken(text) if asking}) == asks


def test_a_turn_ends_where_the_next_begins_or_with_its_paragraph() -> None:
    text = "Herald: Why? Roe: Snow fell. It fell for days.\n\nThe road was closed. Herald: And now? Roe: Now it thaws."
    assert [(label, words) for label, words, _ in spoken(text)] == [
        ("Herald", "Why?"), ("Roe", "Snow fell. It fell for days."), ("Herald", "And now?"), ("Roe", "Now it thaws."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["Price: Ten crowns. Place: The old harbour.", "Note: It rained.", "He said: no. She said: yes.", ""]
)
def test_labels_that_nobody_answers_are_no_turns(text: str) -> None:
    assert spoken(text) == []
