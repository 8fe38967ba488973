"""Furniture is told from prose."""

import pytest

from sayso.extract.blocks import blocks
from sayso.extract.paragraphs import paragraphs

STORY = "The harbour will be closed for a month, the minister said on Monday, because the wall has to be mended."


def kinds(*lines: str) -> list[str]:
    text = "\n\n".join(lines)
    return [block.kind for block in blocks(text, paragraphs(text))]


@pytest.mark.parametrize(
    "line",
    ["Exit mobile version", "Share this article", "Advertisement", "Read more: the wall", "Home | News | Politics",
     "© 2031 The Herald. All rights reserved", "Facebook Twitter WhatsApp Email", "12 comments", "Home News Politics"],
)  # fmt: skip
def test_furniture(line: str) -> None:
    assert kinds("Harbour to close for a month", STORY, line)[-1] == "furniture"


def test_a_menu_with_the_title_is_furniture_and_the_title_a_headline() -> None:
    found = kinds("Home News World Harbour to close for a month", "Harbour to close for a month", STORY)
    assert found == ["furniture", "headline", "body"]


def test_a_repeated_title_is_furniture_once() -> None:
    assert kinds("Harbour to close for a month", "Harbour to close for a month", STORY) == [
        "headline",
        "furniture",
        "body",
    ]


def test_related_links_at_the_end_are_furniture() -> None:
    found = kinds("Harbour to close for a month", STORY, STORY + " x", "Related articles", "Wall cracks", "Ships wait")
    assert found[-3:] == ["furniture"] * 3


def test_captions_are_captions() -> None:
    assert kinds("Harbour to close", STORY, "Photo: Ada Roe at the harbour on Monday")[-1] == "caption"


def test_a_pull_quote_repeats_the_body() -> None:
    said = "“We shall mend the wall before the winter comes,”"
    assert kinds("Harbour to close", STORY, said, f"{said} the minister said at noon.", STORY + " x")[2] == "pull_quote"


@pytest.mark.parametrize(
    "line",
    ["Home is where the heart is, she said.", "Share prices fell on Monday.", "“Read more,” he said.", "He left.",
     "The opposition said no.", "Print workers strike again.", "World leaders condemned the vote.", STORY],
)  # fmt: skip
def test_prose_is_never_furniture(line: str) -> None:
    assert kinds("Harbour to close", STORY, line, STORY + " And so on.")[2] != "furniture"
