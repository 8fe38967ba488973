"""Which decision stands: a person's over a run's, the last of those that no undo takes back."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sayso.records.registry import ActorJudgement
from sayso.registry.standing import name_of, of_pair, open_to_runs, untouched


def made(number: int, decision: Any, **more: Any) -> ActorJudgement:
    return ActorJudgement(f"ju1_{number}", decision, "ra1_a", "ra1_b", "ada", "2031-01-01T00:00:00Z", **more)


@st.composite
def logs(draw: st.DrawFn) -> list[ActorJudgement]:
    log: list[ActorJudgement] = []
    for number in range(draw(st.integers(0, 8))):
        if log and draw(st.booleans()):
            log.append(made(number, "undo", undoes=draw(st.sampled_from(log)).id))
        else:
            by_run = draw(st.booleans())
            kinds = ("same", "suggested") if by_run else ("same", "not_same", "unsure")
            log.append(made(number, draw(st.sampled_from(kinds)), by_run=by_run))
    return log


@given(logs())
def test_a_decision_that_is_undone_at_once_leaves_what_stood(log: list[ActorJudgement]) -> None:
    new = made(100, "not_same")
    assert of_pair([*log, new, made(101, "undo", undoes=new.id)]) == of_pair(log)


@given(logs())
def test_an_undo_that_is_undone_brings_the_decision_back(log: list[ActorJudgement]) -> None:
    new, undo = made(100, "not_same"), made(101, "undo", undoes="ju1_100")
    assert of_pair([*log, new, undo, made(102, "undo", undoes=undo.id)]) == new


@given(logs())
def test_no_run_says_over_a_person(log: list[ActorJudgement]) -> None:
    said = made(100, "not_same")
    assert of_pair([*log, said, made(101, "same", by_run=True)]) == said
    assert of_pair([made(99, "not_same"), *log]) is not None


def test_what_a_run_said_last_stands_where_no_person_spoke() -> None:
    first, last = made(1, "suggested", by_run=True), made(2, "same", by_run=True)
    assert of_pair([first, last]) == last
    assert open_to_runs([first, last])
    assert not open_to_runs([first, made(3, "undo", undoes=first.id)])


def test_the_last_name_that_is_given_stands() -> None:
    one, two = made(1, "rename", name="Ana"), made(2, "rename", name="Bo")
    assert name_of([one, two]) == "Bo"
    assert name_of([one, two, made(3, "undo", undoes=two.id)]) == "Ana"
    assert name_of([]) is None
    assert next(untouched([one])) == one
