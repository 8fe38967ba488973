import pytest

from sayso.classify.verbs import critical, supportive
from tests.classify.marked import marked


def carried(line: str) -> tuple[bool, bool]:
    given = marked(line)
    assert given.mention is not None
    return critical(given.statement, given.mention), supportive(given.statement, given.mention)


@pytest.mark.parametrize(
    "line",
    ["[s Roe] [c criticised] [x [o him] for the cuts].", "[s Roe] [c accused] [x the [o ministry] of hiding it]."],
)
def test_a_verb_of_blame_criticises_the_one_it_is_said_of(line: str) -> None:
    assert carried(line) == (True, False)


@pytest.mark.parametrize(
    "line", ["[s Roe] [c thanked] [x [o Holm] for his help].", "[s Roe] [c defended] [x [o Holm]]."]
)
def test_a_verb_of_praise_supports_the_one_it_is_said_of(line: str) -> None:
    assert carried(line) == (False, True)


@pytest.mark.parametrize(
    "line",
    [
        "[s Roe] [c said] [x [o Holm] had been criticised].",
        "[s Roe] [c did not criticise] [x [o Holm]].",
        "[s Roe] [c criticised] [x the plan that was drawn up in March by [o Holm]].",
        "[s Roe] [c congratulated] [x [o Holm] on his birthday].",
        "[x “[o Holm] lied”], [s Roe] [c said].",
    ],
)
def test_other_verbs_refusals_and_others_in_the_content_carry_nothing(line: str) -> None:
    assert carried(line) == (False, False)
