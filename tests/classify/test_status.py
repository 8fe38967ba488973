"""Whether it was said at all, by the grammar around the cue."""

import pytest

from sayso.classify.status import status
from tests.classify.marked import marked


def coded(line: str) -> str:
    found = marked(line)
    return status(found.text, found.statement)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[s Okun] [c said] [x he would resign].", "actual"),
        ("[s Okun] [c said] [x he could not say whether Tarr had refused to comment].", "actual"),
        ("[s Okun] [c said] [x he thinks Tarr lied].", "actual"),
        ("[s Okun] [c denied] [x that Tarr lied].", "actual"),
        ("[s Okun] [c not only accused] [x Tarr of lying].", "actual"),
        ("[s Okun] [c never ceased to praise] [x Tarr].", "actual"),
        ("[s We] [c believe] [x that the ministry lied].", "actual"),
        ("[s Okun] [c thinks] [x Tarr lied].", "attitude"),
        ("[s Okun] [c is furious] [x that Tarr lied].", "attitude"),
        ("[s Okun] [c has never forgiven] [x Tarr].", "attitude"),
        ("[s Okun] [c does not believe] [x that Tarr lied].", "attitude"),
        ("[s Okun] [c is said to be bitter about] [x Tarr].", "attitude"),
        ("[s Okun] [c will say] on Monday [x that Tarr lied].", "anticipated"),
        ("[s Okun] [c is expected to attack] [x Tarr] tonight.", "anticipated"),
        ("[s Okun] [c plans to tell] the house [x that Tarr lied].", "anticipated"),
        ("[s Okun] [c would have called] [x Tarr a liar].", "hypothetical"),
        ("[s Okun] [c might say] [x that Tarr lied].", "hypothetical"),
        ("Had he been asked, [s Okun] [c would have said] [x no].", "hypothetical"),
        ("If [s Okun] [c says] [x that Tarr lied], the house will fall.", "hypothetical"),
        ("[s Okun] [c declined to say] [x whether Tarr lied].", "withheld"),
        ("[s Okun] [c would not comment on] [x Tarr].", "withheld"),
        ("[s Okun] [c refused to be drawn on] [x Tarr].", "withheld"),
        ("[s Okun] [c declined] [x the request to release the film].", "actual"),
        ("[s Okun] [c did not say] [x that Tarr lied].", "negated"),
        ("[s Okun] [c has never called] [x Tarr a liar].", "negated"),
        ("[s Okun] [c made no mention of] [x Tarr].", "negated"),
        ("[s Nobody in the cabinet] [c has criticised] [x Tarr].", "negated"),
        ("At no point did [s Okun] [c suggest] [x that Tarr lied].", "negated"),
        ("[s A Quill poll] [c found] [x that 61 percent distrust Tarr].", "measurement"),
        ("[s Okun's lawyer] [c said] [x that a third of the staff had seen Tarr].", "actual"),
    ],
)
def test_status(line: str, expected: str) -> None:
    assert coded(line) == expected


def test_auxiliaries_outside_the_cue_are_read() -> None:
    assert coded("[s Okun] has never [c said] [x that Tarr lied].") == "negated"
    assert coded("[s Okun] is expected to [c say] [x that Tarr lied].") == "anticipated"


def test_a_neighbour_clause_is_not_read() -> None:
    assert coded("Lenz will not speak, but [s Okun] [c said] [x that Tarr lied].") == "actual"


def test_a_statement_without_cue_is_actual() -> None:
    assert coded("[s Okun]: [x Tarr will not comment].") == "actual"
