"""The whole answer: what stands in which block, and what must not."""

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.answers.as_json import COLUMNS, answer_fields, flat_rows, schema, unanswered_fields
from sayso.answers.choose import Ambiguous, Unknown
from sayso.answers.coverage import Gap, gaps
from sayso.answers.positions import Question
from sayso.project import Camp, Member, Part, Scheme
from sayso.records.position import FLAGS, LABELS, ROLES
from sayso.records.position_filter import PositionFilter
from sayso.records.row import PositionFact
from sayso.records.statement import MOVES, STATUSES
from tests.answers.facts import CHOSEN, DASK, answer, fact, name_row, names, statement_id

GROUP = {"speaker": "300 supporters of Otto Brenn", "speaker_kind": "group"}
LETTERS = (
    fact(1, occasion="oc_1"),
    fact(2, occasion="oc_1", flags=("implied",)),
    fact(3, occasion="oc_1", move="demand", role="addressee", label="none"),
    fact(4, occasion="oc_1", wording="undecided"),
    fact(5, occasion="oc_2", **GROUP),
    fact(6, occasion="oc_2", move="demand", label="none", **GROUP),
    fact(7, flags=("summary_only",), speaker="leftists", speaker_kind="group"),
)


def test_two_letters_are_two_speakers_whatever_their_size() -> None:
    found = answer(*LETTERS)
    assert names(found.critics) == ["Mira Tolven", "300 supporters of Otto Brenn"]
    assert [(row.occasions, row.numbers.critical, row.numbers.demands, row.quoted) for row in found.critics] == [
        (1, 2, 1, 0),
        (1, 1, 1, 0),
    ]
    assert found.supporters == ()
    assert [(each.speaker, each.label, each.reason) for each in found.said_to] == [
        ("leftists", "critical", "summary_only")
    ]
    assert found.shares == ()
    assert "Otto Brenn" not in {row.speaker for row in found.rows}


def test_what_is_not_counted_is_named_with_numbers_and_statements() -> None:
    left = {each.reason: (each.positions, each.statements) for each in answer(*LETTERS).left}
    assert left["undecided"] == (1, (statement_id(4),))
    assert left["summary_only"] == (1, (statement_id(7),))


def test_withheld_is_a_finding_and_the_object_s_own_refusal_is_none() -> None:
    refused = {"status": "withheld", "label": "none"}
    found = answer(fact(1, **refused), fact(2, speaker=DASK, **refused), fact(3, flags=("own_side",), **refused))
    assert [(each.speaker, each.statements) for each in found.withheld] == [("Mira Tolven", (statement_id(1),))]
    assert found.rows == ()


def test_mixed_is_neither_criticism_nor_support() -> None:
    found = answer(fact(1, label="mixed"))
    assert (found.critics, found.supporters, names(found.mixed)) == ((), (), ["Mira Tolven"])


def test_a_demand_alone_makes_no_critic() -> None:
    found = answer(fact(1, label="none", move="demand", role="addressee"))
    assert (found.critics, names(found.only_demand)) == ((), ["Mira Tolven"])


def test_whoever_names_without_judging_is_quoted_on_other_things() -> None:
    found = answer(
        fact(1, label="none", speaker="Otto Brenn"),
        fact(2),
        fact(3, label="none"),
        fact(4, label="none", speaker="an aide"),
    )
    assert [(each.speaker, each.statements, each.named) for each in found.elsewhere] == [
        ("Otto Brenn", (statement_id(1),), 1)
    ]
    assert found.named_only == (statement_id(1), statement_id(3), statement_id(4))


def test_a_rejected_statement_is_gone_but_counted_as_rejected() -> None:
    found = answer(fact(1, decision="reject"), fact(2, decision="accept", speaker="Otto Brenn"))
    assert names(found.critics) == ["Otto Brenn"]
    assert (found.reviewed, found.rejected, found.critics[0].reviewed) == (2, 1, 1)


def test_dates_said_and_published_are_kept_apart() -> None:
    (row,) = answer(fact(1, told="2027", published="2033-01-01"), fact(2, "b", published="2033-02-01")).rows
    assert row.first_said == row.last_said
    assert row.first_said
    assert (row.first_said.date, row.undated) == ("2027", 1)
    assert (row.first_published, row.last_published) == ("2033-01-01", "2033-02-01")


@pytest.mark.parametrize(
    ("published", "found"),
    [
        (["2031-01-05", "2031-02-01", "2031-06-30"], (Gap("2031-03", "2031-05", 3),)),
        (["2030-12-31", "2031-02"], (Gap("2031-01", "2031-01", 1),)),
        (["2031", "2033"], ()),
        ([], ()),
    ],
)
def test_gaps_are_whole_months(published: list[str], found: tuple[Gap, ...]) -> None:
    assert gaps(published) == found


FACTS = st.lists(
    st.builds(
        fact,
        st.integers(0, 9),
        st.sampled_from("abc"),
        st.sampled_from([None, "2031", "2031-04", "2031-05-01", "W1", "D-1", "--04-04"]),
        speaker=st.sampled_from([None, "Mira Tolven", "Tolven", "an aide", DASK, "Otto Brenn"]),
        label=st.sampled_from(LABELS),
        role=st.sampled_from(ROLES),
        status=st.sampled_from(STATUSES),
        move=st.sampled_from(MOVES),
        flags=st.lists(st.sampled_from(FLAGS), max_size=2, unique=True).map(lambda flags: tuple(sorted(flags))),
        decision=st.sampled_from([None, "accept", "reject"]),
    ),
    max_size=12,
)
EVERYTHING = Question(
    CHOSEN,
    schemes=(Scheme("party", (Camp("coast", (Member("Mira Tolven", None),)),)),),
    parts=(Part(DASK, "Upper Court"),),
)


@given(FACTS)
def test_every_answer_fits_the_schema_and_every_row_has_statements(facts: list[PositionFact]) -> None:
    found = answer(*facts, question=EVERYTHING, on_parts=[fact(99, object="Upper Court")])
    fields = json.loads(json.dumps(answer_fields("Dask", found, PositionFilter(since="2031"))))
    jsonschema.validate(fields, schema())
    assert all(row.statements for row in found.rows)
    assert {row.speaker for row in found.rows} <= {"Mira Tolven", "Tolven", "an aide", "Otto Brenn"}
    for row in flat_rows(found):
        assert row["statements"]
        assert set(row) <= set(COLUMNS)


@given(FACTS)
def test_every_position_is_counted_or_left_with_a_reason(facts: list[PositionFact]) -> None:
    found = answer(*facts)
    assert found.counted + sum(each.positions for each in found.left) == found.positions == len(facts)


def test_what_is_no_answer_fits_the_schema_too() -> None:
    jsonschema.validate(unanswered_fields("x", Unknown(), ("Otto Brenn",)), schema())
    jsonschema.validate(unanswered_fields("x", Ambiguous((name_row("Otto Brenn"),))), schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"schema": 1, "outcome": "answer", "asked": "x"}, schema())
