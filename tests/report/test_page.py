"""The page as a whole: well formed, closed in itself, every number with its statements, hostile text only text."""

import re

import pytest

from sayso.answers.matrix import matrix
from sayso.answers.positions import Question
from sayso.project import Camp, Member, Part, Scheme
from sayso.report.html import POLICY, css_string
from tests.answers.facts import CHOSEN, DASK, answer, fact
from tests.report.made import html, many
from tests.report.parsed import Parsed

HOSTILE = '</p><script>alert(1)</script><img src=http://x.test/a onerror="alert(2)">\x1b[31m\x00{{ 7*7 }} \u202eevil'
EVERYTHING = [
    *many(24),
    fact(90, article="b", label="supportive", flags=("second_hand",), speaker="Told Of"),
    fact(91, article="c", status="withheld", label="none", speaker="Silent One"),
    fact(92, article="d", label="none", speaker="Only Names"),
    fact(93, article="e", told="2031-02-01", speaker="Turned Coat"),
    fact(94, article="f", told="2031-06-01", speaker="Turned Coat", label="supportive"),
    fact(95, article="g", move="demand", label="none", speaker="Asks Only"),
]
SCHEME = Scheme("alignment", (Camp("reform", (Member("Speaker Aoe", None), Member("Nobody Quoted", None))),))


@pytest.fixture(scope="module")
def everything() -> Parsed:
    """A page with every block."""
    question = Question(CHOSEN, schemes=(SCHEME,), parts=(Part(DASK, "the Chamber"),))
    on_part = [fact(80, article="p", object="the Chamber", speaker="Speaker Boe")]
    found = answer(*EVERYTHING, question=question, on_parts=on_part)
    others = [*many(24), fact(70, article="o", object="Orla Venn", speaker="Speaker Aoe")]
    judged = matrix(["Speaker Aoe", "Speaker Boe"], DASK, (DASK,), others, ("actual",), 5)
    return Parsed(html(*EVERYTHING, *on_part, *others[-1:], found=found, matrix=judged))


def test_it_is_well_formed_and_no_id_stands_twice(everything: Parsed) -> None:
    assert everything.wrong == []
    assert len(everything.ids) == len(set(everything.ids))


def test_every_link_leads_to_a_place_in_the_page(everything: Parsed) -> None:
    inside = [each for each in everything.links if each != "data:,"]
    assert len(inside) > 100
    assert {each.removeprefix("#") for each in inside} <= set(everything.ids)
    assert all(each.startswith("#") for each in inside)


def test_there_is_no_script_and_nothing_is_fetched(everything: Parsed) -> None:
    assert not {"script", "iframe", "object", "embed", "img", "form", "base"} & set(everything.tags)
    assert not [
        each for each in everything.attributes if each[1].startswith("on") or each[1] in ("src", "srcset", "action")
    ]
    assert ("meta", "content", POLICY) in everything.attributes
    assert [value for _, name, value in everything.attributes if name == "xmlns"]
    values = (value for _, name, value in everything.attributes if name != "xmlns")
    assert not [value for value in values if "://" in value or "javascript:" in value]


def test_every_block_is_there(everything: Parsed) -> None:
    sections = {value for tag, name, value in everything.attributes if tag == "section" and name == "id"}
    assert sections >= {
        *("critics", "supporters", "only-demand", "said-to", "withheld", "parts", "time", "objects", "camps", "moved"),
        *("elsewhere", "shares", "not-counted", "statements", "method", "limits", "corpus"),
    }  # fmt: skip
    assert "machine-coded, unreviewed" in everything.text


def test_every_number_of_statements_opens(everything: Parsed) -> None:
    numbers = [(number, opens) for number, opens in everything.numbers if re.search(r"[1-9]", number)]
    assert len(numbers) > 60
    assert [number for number, opens in numbers if not opens] == []


def test_statements_stand_in_context_with_their_parts_marked() -> None:
    page = html(fact(1))
    parsed = Parsed(page)
    assert "Before it. [source: Mira Tolven]  [cue: said] " in parsed.text
    assert '<span class="p content object">Ruben Dask</span>' in page
    assert "[issue: let us down" in parsed.text
    assert "After it.Mira Tolven, critical" in re.sub(r"\s*\n\s*", "", parsed.text), "what it counts for, below it"
    assert "Another paragraph" not in parsed.text


def test_hostile_text_stays_text() -> None:
    hostile = {"title": HOSTILE, "publisher": HOSTILE, "agency": HOSTILE}
    page = html(
        fact(1, speaker=f"Ada {HOSTILE}"), fact(2, article="b", speaker="Bo Lund"), said=HOSTILE, metadata=hostile
    )
    parsed = Parsed(page)
    assert parsed.wrong == []
    assert not {"script", "img"} & set(parsed.tags)
    assert "<script>alert(1)</script>" in parsed.text
    assert "{{ 7*7 }}" in parsed.text
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", page)


def test_a_hostile_name_ends_neither_the_style_sheet_nor_a_string() -> None:
    told = css_string('x"; } </style><script> \\ é\n')
    assert re.fullmatch(r"[A-Za-z0-9\\]*", told)
    assert told.startswith("x\\000022\\00003b\\000020")


def test_what_is_not_shown_is_counted_and_the_way_to_it_is_named() -> None:
    page = html(*many(40), most=10)
    parsed = Parsed(page)
    assert "Showing 10 of 40 statements: --statements 40 shows all" in parsed.text
    assert page.count('class="clipping"') == 10
    assert {each.removeprefix("#") for each in parsed.links if each != "data:,"} <= set(parsed.ids)


def test_an_answer_without_anybody_is_a_page_too() -> None:
    parsed = Parsed(html(fact(1, label="none")))
    assert parsed.wrong == []
    assert "None found in 9 articles." in parsed.text


def test_a_report_of_statements_by_the_hundred_stays_small() -> None:
    assert len(html(*many(200)).encode()) < 500_000
