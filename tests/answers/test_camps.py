"""Camps count on the date said; parts are kept apart."""

from datetime import date

import pytest

from sayso.answers.camps import schemes_of
from sayso.answers.parts import names_of, parts_of
from sayso.answers.positions import Question
from sayso.errors import UsageError
from sayso.project import Camp, Days, Member, Part, Project, Scheme
from tests.answers.facts import CHOSEN, DASK, answer, fact, names, statement_id

TOLVEN = Member("Mira Tolven", None, Days(date(2030, 1, 1), date(2031, 3, 31)))
BRENN, UNION = Member("otto brenn", None), Member(None, "Ferry Union")
PARTIES = Scheme("party", (Camp("coast", (TOLVEN, UNION)), Camp("hills", (BRENN,))))


def asked(*schemes: Scheme, camp: str | None = None) -> Question:
    return Question(CHOSEN, schemes=schemes, camp=camp)


def test_every_declared_camp_has_a_row_with_its_members() -> None:
    found = answer(fact(1, told="2031-02-01"), question=asked(PARTIES))
    assert [(row.camp, row.declared, row.quoted, row.critics) for row in found.camps] == [
        ("coast", 2, 1, ("Mira Tolven",)),
        ("hills", 1, 0, ()),
    ]
    assert found.camps[0].statements == (statement_id(1),)


@pytest.mark.parametrize("told", ["2031-05-01", "2031", "2029-12", None])
def test_a_member_does_not_count_outside_the_declared_days(told: str | None) -> None:
    found = answer(fact(1, told=told), question=asked(PARTIES))
    assert found.rows[0].camps == ()
    assert found.camps[0].quoted == 0


@pytest.mark.parametrize("told", ["2031-03-31", "2030", "2031-02", "2030-01-01"])
def test_a_member_counts_where_all_the_days_said_lie_inside(told: str) -> None:
    (row,) = answer(fact(1, told=told), question=asked(PARTIES)).rows
    assert [place.camp for place in row.camps] == ["coast"]


def test_a_member_without_days_counts_whenever() -> None:
    (row,) = answer(fact(1, speaker="Otto Brenn"), question=asked(PARTIES)).rows
    assert [(place.scheme, place.camp) for place in row.camps] == [("party", "hills")]


def test_one_camp_asked_about_leaves_the_others_with_a_reason() -> None:
    facts = [fact(1, told="2031-02-01"), fact(2, speaker="Otto Brenn")]
    found = answer(*facts, question=asked(PARTIES, camp="hills"))
    assert names(found.critics) == ["Otto Brenn"]
    assert [(each.reason, each.statements) for each in found.left] == [("camp", (statement_id(1),))]


def test_members_who_speak_on_others_only_are_listed_with_their_camp() -> None:
    other = fact(3, speaker="Otto Brenn", object="Upper Court")
    found = answer(fact(1, told="2031-02-01"), question=asked(PARTIES), by_members=[other])
    (row,) = found.elsewhere
    assert (row.speaker, [place.camp for place in row.camps], row.named) == ("Otto Brenn", ["hills"], 0)


def test_a_scheme_or_camp_that_is_not_declared_is_an_error_that_lists_those_that_are() -> None:
    project = Project((PARTIES, Scheme("other", (Camp("coast", ()),))))
    with pytest.raises(UsageError, match="party, other"):
        schemes_of(project, "parties", None)
    with pytest.raises(UsageError, match=r"party\.hills"):
        schemes_of(project, None, "hill")
    with pytest.raises(UsageError, match="--scheme"):
        schemes_of(project, None, "coast")
    assert schemes_of(project, "party", "coast") == (PARTIES,)


COURT = Part("the Ruben Dask", "the Upper Court", Days(date(2030, 1, 1)))


def test_parts_are_found_and_never_added_to_the_whole() -> None:
    (part,) = parts_of([DASK], [COURT, Part("Otto Brenn", "Ferry Union")])
    assert part is COURT
    assert names_of([part]) == ("the Upper Court", "Upper Court")
    on_it = [fact(7, told="2031-02-01", object="Upper Court"), fact(8, told="2029", object="Upper Court")]
    found = answer(fact(1, speaker="Otto Brenn"), question=Question(CHOSEN, parts=(part,)), on_parts=on_it)
    assert names(found.critics) == ["Otto Brenn"]
    assert [(row.part, row.speaker, row.label, row.statements) for row in found.parts] == [
        ("the Upper Court", "Mira Tolven", "critical", (statement_id(7),))
    ]


def test_a_part_that_praises_itself_is_its_own_side() -> None:
    part = Part(DASK, "Upper Court")
    praise = fact(7, speaker="Upper Court", object="Upper Court", label="supportive")
    assert answer(question=Question(CHOSEN, parts=(part,)), on_parts=[praise]).parts == ()
