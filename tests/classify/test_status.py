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


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[s Okun] [c came away convinced] [x that Tarr lied].", "attitude"),
        ("In [s Okun's] [c eyes], [x Tarr is a liar].", "attitude"),
        ("[s Okun] [c could not stand] [x Tarr].", "attitude"),
        ("[s Okun] [c is said to despise] [x Tarr].", "attitude"),
        ("[s Okun] [c is said to have told] them [x that Tarr lied].", "actual"),
        ("[s Okun] [c wants] [x Tarr to resign].", "actual"),
        ("[s Okun] [c wanted to know] [x whether Tarr lied].", "actual"),
        ("A year later [s she] [c would describe] [x Tarr as a traitor].", "actual"),
        ("The vote had failed when [s Okun] [c said] [x that Tarr lied].", "actual"),
        ("Her office said [s Okun] [c would tell] the house on Monday [x that Tarr lied].", "anticipated"),
        ("Allies expect [s Okun] [c to denounce] [x Tarr].", "anticipated"),
        ("[s Okun] [c has promised to reveal] [x who paid Tarr].", "anticipated"),
        ("[s Okun] [c has kept his promise to reveal] [x who paid Tarr].", "actual"),
        ("Next week [s Okun] [c publishes] [x her verdict on Tarr].", "anticipated"),
        ("[s Okun] [c would never have called] [x Tarr a liar].", "hypothetical"),
        ("It is unclear whether [s Okun] [c blamed] [x Tarr].", "hypothetical"),
        ("Lawyers want [s Okun] [c to testify] [x that Tarr lied].", "hypothetical"),
        ("In a forged post, [s Okun] [c calls] [x Tarr a liar].", "hypothetical"),
        ("[s Okun] [c came close to calling] [x Tarr a liar].", "hypothetical"),
        ("Should [s Okun] [c find] [x that Tarr lied], he will fall.", "hypothetical"),
        ("[s Okun] [c left open] [x whether Tarr lied].", "withheld"),
        ("“[x No comment],” [s Okun] [c said].", "withheld"),
        ("[s Okun] [c walked off when asked] [x about Tarr].", "withheld"),
        ("[s Okun] [c invoked her right not to answer] [x for Tarr].", "withheld"),
        ("[s Okun] [c broke her silence about] [x Tarr].", "actual"),
        ("[s Okun] [c left no doubt] [x that Tarr lied].", "actual"),
        ("Not one of [s the judges] [c has condemned] [x Tarr].", "negated"),
        ("[s Okun] [c shied away from criticising] [x Tarr].", "negated"),
        ("Without [c accusing] [x Tarr of theft], [s Okun] left.", "negated"),
        ("[s Okun] [c did not omit to say] [x that Tarr lied].", "actual"),
        ("[s Okun] [c could not help calling] [x Tarr a liar].", "actual"),
        ("[s None other than Okun] [c called] [x Tarr a liar].", "actual"),
    ],
)
def test_status_of_rarer_shapes(line: str, expected: str) -> None:
    assert coded(line) == expected
