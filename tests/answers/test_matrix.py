"""Speakers by the objects they judge."""

from sayso.answers.matrix import matrix
from tests.answers.facts import DASK, fact


def test_the_one_asked_about_stands_first_under_one_name() -> None:
    facts = [
        fact(1, object="Dask", speaker="Ada Roe"),
        *(fact(n, article="b", object="Orla Venn", speaker="Ada Roe", label="supportive") for n in (2, 3)),
    ]
    found = matrix(["Ada Roe"], DASK, (DASK, "Dask"), facts, ("actual",), 5)
    assert found.objects == (DASK, "Orla Venn")
    assert [(cell.object, cell.critical, cell.supportive) for cell in found.cells] == [
        (DASK, (facts[0].statement,), ()),
        ("Orla Venn", (), (facts[1].statement, facts[2].statement)),
    ]


def test_what_does_not_count_in_the_answer_does_not_count_here() -> None:
    facts = [
        fact(1, status="negated"),
        fact(2, decision="reject"),
        fact(3, flags=("second_hand",)),
        fact(4, label="none"),
        fact(5, speaker="Somebody Else"),
        fact(6, object="Mira Tolven"),
    ]
    assert matrix(["Mira Tolven"], DASK, (DASK,), facts, ("actual",), 5).cells == ()


def test_objects_beyond_the_most_are_counted() -> None:
    facts = [fact(n, article=f"a{n}", object=f"Orla V{'abcde'[n]}nn") for n in range(5)]
    found = matrix(["Mira Tolven"], DASK, (DASK,), facts, ("actual",), 3)
    assert len(found.objects) == 3
    assert found.more == 2
    assert {cell.object for cell in found.cells} == set(found.objects)
