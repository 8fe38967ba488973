import pytest

from sayso.classify.denials import Outcome, denies, outcome
from tests.classify.marked import marked


@pytest.mark.parametrize(
    "line",
    [
        "[s Roe] [c denied] [x that Holm took money].",
        "[s Roe] [c dismissed] [x claims that Holm took money].",
        "[s Roe] [c rejected] [x the charge against Holm].",
        "[s Roe’s] [c denial] [x of any part in it].",
    ],
)
def test_a_charge_is_denied(line: str) -> None:
    assert denies(marked(line).statement)


@pytest.mark.parametrize(
    "line",
    [
        "[s Roe] [c said] [x that Holm denied it].",
        "[s Roe] [c rejected] [x the offer of a coalition].",
        "[s Roe] [c confirmed] [x that Holm took money].",
    ],
)
def test_an_offer_or_somebody_elses_denial_is_none(line: str) -> None:
    assert not denies(marked(line).statement)


@pytest.mark.parametrize(
    "line",
    [
        "[s Roe] [c never denied] [x that Holm took money].",
        "[s Roe] [c did not deny] [x that Holm took money].",
        "[s The ministry] [c denied] [x Holm a visa].",
        "[s The prison] [c denied] [x access to the yard].",
    ],
)
def test_what_is_not_denied_and_what_is_no_charge(line: str) -> None:
    assert not denies(marked(line).statement)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[s Roe] [c denied] [x that [o Holm] took bribes].", "cleared"),
        ("[s Roe] [c brushed off] [x the smear that [o Holm] informed on them].", "cleared"),
        ("[s Roe] [c called baseless] [x the allegation that [o Holm] was drunk].", "cleared"),
        ("[s Roe] [c denied] [x that [o Holm] had ever been honest].", "charged"),
        ("[s Roe] [c denied] [x that [o Holm] was leaving].", "untouched"),
        ("[s Roe] [c denied] [x [o Holm]'s charge that he took bribes].", "accuser"),
        ("[s Roe] [c rejected] [x the accusations made by [o Holm]].", "accuser"),
        ("[s Roe] [c said] [x it was untrue that [o Holm] underpaid them].", "cleared"),
        ("[s Roe] [c said] [x the charges against [o Holm] were baseless].", "cleared"),
        ("[s Roe] [c said] [x that [o Holm] had never cheated anybody].", "cleared"),
        ("[s Roe] [c said] [x that [o Holm] had never apologised for the fraud].", None),
        ("[s Roe] [c said] [x that [o Holm] had not stolen but lied].", None),
        ("[s Roe] [c said] [x that [o Holm] stole].", None),
        ("[x “[o Holm] stole. The board did nothing wrong,”] [c said] [s Roe].", None),
    ],
)
def test_what_a_denial_does_to_those_it_names(line: str, expected: Outcome | None) -> None:
    given = marked(line)
    assert given.mention is not None
    assert outcome(given.text, given.statement, given.mention) == expected
