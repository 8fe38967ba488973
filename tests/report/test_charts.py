"""What is drawn: every mark leads to its statements, dates of publication are no dates said, nothing is drawn of too little."""

import re

from sayso.answers.matrix import matrix
from sayso.report import timeline, who_on_whom
from sayso.report.choice import Numbering
from sayso.report.values import Figure
from tests.answers.facts import DASK, answer, fact
from tests.report.made import many, material, row_of, text_of


def shown(*facts: object) -> tuple[Figure | None, Numbering]:
    made = material(*facts)  # type: ignore[arg-type]
    numbering = Numbering(made.shown.rows)
    return timeline.figure(made.found, numbering), numbering


def links(svg: str) -> list[str]:
    return re.findall(r'href="#([^"]+)"', svg)


def test_every_statement_is_a_mark_that_leads_to_it() -> None:
    facts = many(12)
    made, _ = shown(*facts)
    assert made
    assert sorted(links(made.wide)) == sorted(links(made.narrow)) == sorted(each.statement for each in facts)
    assert 'aria-label="Speaker Boe, critical, said 2 February 2031"' in made.wide


def test_a_date_of_publication_is_told_as_such() -> None:
    made, _ = shown(
        fact(1, told="2031-04-01"), fact(2, article="b", speaker="Ada Roe"), fact(3, article="c", speaker="Bo Lund")
    )
    assert made
    assert "1 of 3 statements have a date said" in made.note
    assert "Ada Roe, critical, published 2 May 2031" in made.wide
    assert "date said not given" in made.wide
    assert [cell.text for cell in made.table.rows[-1].cells] == ["May 2031", "", "", "2", ""]


def test_two_dates_are_no_timeline() -> None:
    assert shown(fact(1), fact(2, article="b", speaker="Ada Roe"))[0] is None


def test_many_statements_become_bars_that_lead_to_rows_with_their_numbers() -> None:
    facts = many(timeline.MARKS + 10)
    made, _ = shown(*facts)
    assert made
    anchors = {row.anchor for row in made.table.rows}
    assert set(links(made.wide)) == anchors
    assert sum(cell.refs.count for row in made.table.rows for cell in row.cells) == len(facts)


def test_speakers_by_objects_lead_to_their_statements() -> None:
    facts = [
        *(fact(n, article=f"a{n}", speaker="Ada Roe") for n in (1, 2)),
        fact(3, article="b", speaker="Bo Lund", label="supportive", object="Orla Venn"),
        fact(4, article="c", speaker="Bo Lund", label="none", object="Orla Venn"),
        fact(5, article="d", speaker="Bo Lund", object="men"),
    ]
    found = matrix(["Ada Roe", "Bo Lund"], DASK, (DASK,), facts, ("actual",), 5)
    assert found.objects == (DASK, "Orla Venn"), "who is only named or described is no object"
    numbering = Numbering({each.statement: row_of(each, text_of(each)) for each in facts})
    made = who_on_whom.figure(found, numbering)
    assert made
    assert sorted(links(made.wide)) == ["matrix-1", facts[2].statement], "two statements: the row that lists them"
    assert [[cell.text for cell in row.cells] for row in made.table.rows] == [
        ["Ada Roe", "▼ 2", ""],
        ["Bo Lund", "", "▲ 1"],
    ]


def test_one_object_is_no_matrix() -> None:
    found = matrix(["Mira Tolven"], DASK, (DASK,), [fact(1)], ("actual",), 5)
    assert who_on_whom.figure(found, Numbering({})) is None
    assert answer(fact(1)).timeline == ()
