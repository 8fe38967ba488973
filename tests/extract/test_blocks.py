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


@pytest.mark.parametrize("line", ["Exit mobile version", "exit mobile version", "* Exit mobile version *"])
def test_a_mobile_switch_is_furniture_at_the_top_and_at_the_end(line: str) -> None:
    assert kinds(line, "Harbour to close for a month", STORY) == ["furniture", "headline", "body"]
    assert kinds("Harbour to close for a month", STORY, line) == ["headline", "body", "furniture"]


@pytest.mark.parametrize(
    "line",
    [
        "Share this story on Facebook",
        "Facebook | Twitter | WhatsApp",
        "Copy link",
        "Tweet this",
        "Print",
        "Email",
        "Click to share on Telegram",
        "Follow us on Instagram",
        "Subscribe to our newsletter",
        "Leave a comment",
        "Skip to main content",
        "This site uses cookies",
        "Home > World > Asia",
        "World | Business | Sport",
    ],
)
def test_links_and_menus_are_furniture(line: str) -> None:
    assert kinds("Harbour to close for a month", STORY, line, STORY + " And so on.")[2] == "furniture"


def test_a_long_line_of_section_names_is_prose() -> None:
    assert kinds("Harbour to close", STORY, "politics " * 15)[-1] == "body"


def test_a_title_repeated_in_other_quotation_marks_is_the_same_title() -> None:
    found = kinds("Roe: ‘We stay’ in the harbour", "Roe: 'We stay' in the harbour", STORY)
    assert found == ["headline", "furniture", "body"]


def test_a_tail_with_a_sentence_in_it_is_prose() -> None:
    found = kinds(
        "Harbour to close", STORY, STORY + " x", "Related articles", "Wall cracks", "“We stay,” said Ada Roe."
    )
    assert found[-2:] == ["body", "body"]


def test_a_related_heading_in_the_first_half_takes_only_its_own_line() -> None:
    lines = ["Harbour to close", "Related", "Wall cracks", STORY, STORY + " x", STORY + " y", "Nothing more was known"]
    assert kinds(*lines)[1:3] == ["furniture", "body"]


@pytest.mark.parametrize(
    "line",
    ["Ada Roe at the harbour on Monday (Photo: Nia Lund)", "File photo: the harbour wall", "Image | The wall at dusk"],
)
def test_a_credit_makes_a_caption(line: str) -> None:
    assert kinds("Harbour to close", STORY, line, STORY + " x")[2] == "caption"


def test_a_long_paragraph_with_a_credit_is_no_caption() -> None:
    assert kinds("Harbour to close", STORY, f"{STORY} {STORY} {STORY} {STORY} (Photo: Nia Lund)")[2] == "body"


def test_a_sentence_that_stands_once_is_no_pull_quote() -> None:
    assert "pull_quote" not in kinds(
        "Harbour to close", STORY, "“We shall mend the wall before the winter comes,”", STORY
    )


@pytest.mark.parametrize("lines", [(STORY,), ("Harbour to close.", STORY), (STORY, "Harbour to close")])
def test_not_every_first_paragraph_is_a_headline(lines: tuple[str, ...]) -> None:
    assert kinds(*lines) == ["body"] * len(lines)


def test_no_text_has_no_blocks() -> None:
    assert blocks("", []) == []


def test_every_block_holds_its_paragraph() -> None:
    text = f"Exit mobile version\r\n\r\nHarbour to close\r\n{STORY}\u2028Photo: Ro\u0301e 👩‍👩‍👧"
    found = blocks(text, paragraphs(text))
    assert [each.span.text for each in found] == [text[start:end] for start, end in paragraphs(text)]
    assert all(each.span.holds_in(text) for each in found)


@pytest.mark.parametrize(
    "line",
    [
        "Home is where the heart is, she said.",
        "Share prices fell on Monday.",
        "He left.",
        "The opposition said no.",
        "Print workers strike again.",
        "World leaders condemned the vote.",
        "“No,” said Ada Roe.",
        "Sport and politics do not mix, the minister said.",
        "Video of the march reached the court on Friday.",
        "Comments by the minister angered the town.",
        "Politics is not a game, Lund told the council.",
        "The business of the House is closed.",
        "Elections will be held in spring.",
        "Facebook said it would appeal.",
        "Twitter was down for an hour on Sunday.",
        "Advertising is a waste of money, the mayor argued.",
        "Related crimes are rising, police say.",
        "Next, the council will hear the baker.",
        "Women want more, said the writer.",
        "Help is on its way.",
        STORY,
    ],
)
def test_prose_is_never_furniture(line: str) -> None:
    assert kinds("Harbour to close", STORY, line, STORY + " And so on.")[2] != "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "“Read more,” he said.",
        "“Share the wealth,” said Ada Roe.",
        "“Sign up now,” said Roe, “or leave.”",
        "Register to vote, she said.",
        "Copyright law must change, Roe said.",
        "Most read the letter and were silent.",
    ],
)
def test_prose_that_begins_like_a_share_link_is_prose(line: str) -> None:
    assert kinds("Harbour to close", STORY, line, STORY + " And so on.")[2] != "furniture"


def test_entries_set_apart_by_wide_gaps_are_a_menu() -> None:
    text = "Menu  News  Sport  Log in\n\nBishop condemns eviction\n\nForty families were put out of their flats on Thursday."
    assert kinds(text) == ["furniture", "headline", "body"]


@pytest.mark.parametrize("line", ["Karth Rovers 2  Sollen 1", "He paused.  She  Left  Then.", "one  two  three  four"])
def test_a_line_with_gaps_that_is_no_menu_stays(line: str) -> None:
    assert (
        kinds(f"{line}\n\nForty families were put out of their flats on Thursday.\n\nIt rained all day.")[0]
        != "furniture"
    )


def test_a_line_that_ends_no_sentence_after_the_headline_is_a_standfirst() -> None:
    lines = "Dam opens after ten years", "Farmers say the lake will drown their best land"
    assert kinds(*lines, "The dam at Lund opened on Saturday with a band of brass.") == [
        "headline",
        "standfirst",
        "body",
    ]


def test_a_sentence_before_a_byline_is_a_standfirst() -> None:
    text = "Dam opens after ten years\n\nFarmers fear for their land.\n\nBy Karl Moe\n\nThe dam at Lund opened on Saturday."
    assert kinds(text)[:2] == ["headline", "standfirst"]


def test_a_lead_after_the_headline_stays_body() -> None:
    lines = "Dam opens after ten years", "The dam at Lund opened on Saturday with a brass band."
    assert kinds(*lines, "It had been planned since 1990, and cost a million.") == ["headline", "body", "body"]
