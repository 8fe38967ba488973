import pytest

from sayso.classify.denials import denies
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
