"""Bundles: one file, many articles, each with its own paper, date, byline and section. Papers and articles are invented."""

from collections.abc import Callable

import pytest

from sayso.ingest.sourced import Wanted
from sayso.records.article import Article, Metadata
from tests.ingest.files import LAST, LEDE, MORE, articles_of, docx, items_of

NEWER = f"""User Name: A. Reader
Date and Time: Monday, April 14, 2031 10:00:00 AM CEST
Job Number: 12345678
Documents (2)
1. Mill stays open
Client/Matter: -None-
Search Terms: mill
2. Bridge closed

Mill stays open
The Herald
April 5, 2031 Saturday
Late Edition

Copyright 2031 The Herald Company All Rights Reserved
Section: NEWS; Pg. 3
Length: 540 words
Byline: By Ada Roe and Bo Holm
Highlight: The workers of Varn can breathe again, for a year.
Dateline: VARN
Body

{LEDE}
{MORE}

Graphic

The mill at Varn in spring.

Classification

Language: ENGLISH
Publication-Type: Newspaper
Subject: MILLS (90%)
Load-Date: April 6, 2031

End of Document

Bridge closed
The Mirror (Varn)
5 April 2031
Length: 30 words
Body
{LAST}
Classification
Language: GERMAN; DEUTSCH
End of Document
"""

OLDER = f"""                               1 of 2 DOCUMENTS


                                   The Herald

                             April 5, 2031 Saturday
                              Late Edition - Final

Mill stays open for
another year

BYLINE: By ADA ROE

SECTION: Section A; Column 0; Region Desk; Pg. 1

LENGTH: 540 words

DATELINE: VARN, April 4

{LEDE[:60]}
{LEDE[60:]}

{MORE[:70]}
{MORE[70:]}

LOAD-DATE: April 6, 2031

LANGUAGE: ENGLISH

GRAPHIC: PHOTO: The mill at Varn in spring.

PUBLICATION-TYPE: Newspaper

                     Copyright 2031 The Herald Company
                              All Rights Reserved


                               2 of 2 DOCUMENTS


                                   The Mirror

                                  April 2031

HEADLINE: Bridge closed

LENGTH: 30 words

{LAST}

LANGUAGE: English
"""


def rtf(text: str) -> bytes:
    coded = "".join(each if each < "\x80" else f"\\u{ord(each)}?" for each in text.replace("😀", "it"))
    return b"{\\rtf1\\ansi " + coded.replace("\n", "\\par\n").encode() + b"}"


def as_docx(text: str) -> bytes:
    return docx(*text.split("\n"))


def written(make: Callable[[str], bytes], text: str, name: str) -> list[Article]:
    return articles_of(name, make(text))


@pytest.mark.parametrize(("make", "name"), [(as_docx, "a.docx"), (rtf, "a.rtf"), (str.encode, "a.txt")])
def test_the_newer_layout(make: Callable[[str], bytes], name: str) -> None:
    mill, bridge = written(make, NEWER, name)
    more = MORE.replace("😀", "it") if name == "a.rtf" else MORE
    assert mill.text.split("\n\n") == [
        "Mill stays open",
        "The workers of Varn can breathe again, for a year.",
        LEDE,
        more,
        "Caption: The mill at Varn in spring.",
    ]
    assert mill.metadata == Metadata(
        title="Mill stays open",
        publisher="The Herald",
        authors=("Ada Roe", "Bo Holm"),
        section="NEWS; Pg. 3",
        language="en",
        published="2031-04-05",
        published_basis="text",
    )
    assert bridge.text == f"Bridge closed\n\n{LAST}"
    assert (bridge.metadata.publisher, bridge.metadata.published) == ("The Mirror (Varn)", "2031-04-05")
    assert bridge.metadata.language == "de"


@pytest.mark.parametrize(("make", "name"), [(as_docx, "a.docx"), (rtf, "a.rtf"), (str.encode, "a.txt")])
def test_the_older_layout(make: Callable[[str], bytes], name: str) -> None:
    mill, bridge = written(make, OLDER, name)
    more = MORE.replace("😀", "it") if name == "a.rtf" else MORE
    first, *_ = mill.text.split("\n\n")
    assert first == "Mill stays open for another year"
    assert " ".join(mill.text.split()).count(" ".join(f"{LEDE[:60].strip()} {LEDE[60:]}".split())) == 1
    assert "LENGTH" not in mill.text
    assert "Herald" not in mill.text
    assert mill.text.endswith("PHOTO: The mill at Varn in spring.")
    assert (mill.metadata.publisher, mill.metadata.authors) == ("The Herald", ("ADA ROE",))
    assert (mill.metadata.published, mill.metadata.published_basis) == ("2031-04-05", "text")
    assert mill.metadata.section == "Section A; Column 0; Region Desk; Pg. 1"
    assert bridge.text == f"Bridge closed\n\n{LAST}"
    assert (bridge.metadata.published, bridge.metadata.language) == ("2031-04", "en")
    assert more[:40] in mill.text


def test_each_article_is_named_by_its_place_and_has_the_bytes_of_the_bundle() -> None:
    data = as_docx(NEWER)
    found = items_of("a.docx", data)
    assert [each.item.name for each in found] == ["a.docx#1", "a.docx#2"]
    assert {each.raw for each in found} == {data}
    assert len({each.item.article.raw_sha256 for each in found if each.item.article}) == 1


def test_an_article_without_text_fails_alone() -> None:
    broken = NEWER.replace(f"{LAST}\n", "")
    mill, bridge = items_of("a.docx", as_docx(broken))
    assert mill.item.article
    assert "no text" in str(bridge.item.error)
    without = NEWER.replace("Length: 30 words\nBody", "Length: 30 words")
    assert "no body" in str(items_of("a.docx", as_docx(without))[1].item.error)


def test_a_date_in_two_ways_is_no_date() -> None:
    mill, _ = written(as_docx, NEWER.replace("April 5, 2031 Saturday", "04/05/2031"), "a.docx")
    assert (mill.metadata.published, mill.metadata.published_basis) == (None, None)


@pytest.mark.parametrize(
    "text", ["Mill stays open\nBody\nText.", "1 of 3 DOCUMENTS were signed.", "Length: 3 miles\n" + LEDE]
)
def test_what_is_no_bundle_is_one_article(text: str) -> None:
    assert len(items_of("a.txt", text.encode(), Wanted())) == 1
