"""What stands for a title where an article has none."""

import pytest

from sayso.records.article import Block, BlockKind
from sayso.records.headline import LONGEST, WIDTH, headline
from sayso.records.span import Span


def block(kind: BlockKind, text: str) -> Block:
    return Block(kind, Span(0, len(text), text))


BODY = "The harbour stays open through the winter, the council said on Monday evening."


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        ([], None),
        ([block("furniture", "Home News")], None),
        ([block("furniture", "Home News"), block("body", "One."), block("headline", "Two")], "Two"),
        ([block("furniture", "Home News"), block("caption", "A\n  quay"), block("body", "One.")], "A quay"),
        ([block("body", BODY)], "The harbour stays open through the winter, the council said…"),
        ([block("headline", BODY)], BODY),
    ],
)
def test_the_headline_or_the_first_words(blocks: list[Block], words: str | None) -> None:
    assert headline(blocks) == words


@pytest.mark.parametrize(("kind", "width"), [("headline", LONGEST), ("body", WIDTH)])
def test_a_text_without_spaces_is_cut_where_the_line_ends(kind: BlockKind, width: int) -> None:
    assert headline([block(kind, "語" * (width + 1))]) == "語" * width + "…"
    assert headline([block(kind, "語" * width)]) == "語" * width
