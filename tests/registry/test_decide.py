"""Who may be one and who is not: the identity traps of the codebook, and what evidence adds."""

from itertools import combinations

import pytest

from sayso.records.actor import ActorKind
from sayso.registry.decide import Outcome, decide
from sayso.registry.keys import keys_of
from sayso.registry.profiles import Profile

SPELLINGS = ("Qorbali", "Ghorbaly", "Qorbaly", "Ghorbali", "Ghorbal")
"""Of one name, as five papers of Varn may write it."""
MAYOR = frozenset({"mayor"})
COMPANY = frozenset({"edda okun", "bo lund"})


def outcome(one: str, one_kind: ActorKind, other: str, other_kind: ActorKind) -> Outcome:
    first = decide(Profile((one,), one_kind), Profile((other,), other_kind))
    second = decide(Profile((other,), other_kind), Profile((one,), one_kind))
    assert (first.outcome, first.score) == (second.outcome, second.score)
    assert first.reason
    return first.outcome


@pytest.mark.parametrize(("one", "other"), list(combinations(SPELLINGS, 2)))
@pytest.mark.parametrize("first", ["", "Yahzed "])
def test_spellings_of_one_name_meet_and_only_as_suggestions(one: str, other: str, first: str) -> None:
    one, other = first + one, first + other
    assert set(keys_of(one, "person")) & set(keys_of(other, "person"))
    everything = {"roles": MAYOR, "affiliations": MAYOR, "company": COMPANY, "first": 2031, "last": 2031}
    for known in ({}, everything):
        found = decide(Profile((one,), "person", **known), Profile((other,), "person", **known))  # type: ignore[arg-type]
        assert found.outcome == "suggestion", found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Varnian Mojadin Organisation", "People’s Mojadin"),
        ("Mojadin", "Mojadin of the Varnian Revolution"),
        ("Dawn Movement", "Dawn Committee"),
        ("Union of Miners", "Union of Nurses"),
        ("Reform Front", "Reform Front Youth"),
    ],
)
def test_organisations_that_share_a_word_never_join(one: str, other: str) -> None:
    assert outcome(one, "organization", other, "organization") == "different"
    assert outcome(one, "organization", other, "unknown") == "different"


@pytest.mark.parametrize("kind", ["group", "organization", "unknown", "person"])
def test_a_self_label_never_joins_the_organisation_of_that_name(kind: ActorKind) -> None:
    assert outcome("Hezb", "organization", "Hezb activists", kind) == "different"


@pytest.mark.parametrize("other", ["Ana Roe", "an official", "official"])
def test_an_unnamed_source_never_gains_a_name(other: str) -> None:
    assert outcome("an official", "unnamed", other, "person") == "different"
    found = decide(Profile(("a baker in Norr",), "person", described=True), Profile((other,), "person"))
    assert found.outcome == "different"


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Ana Roe", "Ben Roe", "person"),
        ("Ana Roe", "Ana Holm", "person"),
        ("Ana Maria Roe", "Ana Lise Roe", "person"),
        ("Ivo Holm Jr", "Ivo Holm Sr", "person"),
        ("Roe", "Lund", "person"),
        ("😀", "…", "person"),
        ("Roe " * 2_500, "Roe " * 2_500, "person"),
    ],
)
def test_names_that_contradict_are_two(one: str, other: str, kind: ActorKind) -> None:
    assert outcome(one, kind, other, kind) == "different"


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Bob Holm", "Robert Holm", "person"),
        ("A. Roe", "Ana Roe", "person"),
        ("Roe", "Ana Roe", "person"),
        ("Ana M. Roe", "Ana Roe", "person"),
        ("Roe Ana", "Ana Roe", "person"),
        ("Ivo Holm", "Ivo Holm Jr", "person"),
        ("قربالی", "Qorbali", "person"),
        ("Norr Dyke Board", "NDB", "organization"),
        ("Ministry of Works", "Works Ministry", "government"),
        ("Norsund", "Norsund Holdings", "organization"),
        ("Hezbolam", "Hizbulam", "organization"),
    ],
)
def test_the_doubtful_is_suggested(one: str, other: str, kind: ActorKind) -> None:
    assert outcome(one, kind, other, kind) == "suggestion"
    assert set(keys_of(one, kind)) & set(keys_of(other, kind))


@pytest.mark.parametrize(
    ("one", "other"), [("J.R. Holm", "J. R. Holm"), ("Roe, Ana", "Ana Roe"), ("Ana al-Roe", "Ana Al Roe")]
)
def test_the_same_words_written_otherwise_are_one(one: str, other: str) -> None:
    assert outcome(one, "person", other, "person") == "same"


def test_two_kinds_of_evidence_make_a_left_out_middle_name_one_and_one_does_not() -> None:
    one = Profile(("Ana M. Roe",), "person", roles=MAYOR, company=COMPANY)
    assert decide(one, Profile(("Ana Roe",), "person", roles=MAYOR, company=COMPANY)).outcome == "same"
    assert decide(one, Profile(("Ana Roe",), "person", roles=MAYOR)).outcome == "suggestion"


def test_the_reason_names_what_was_found() -> None:
    one = Profile(("Bob Holm",), "person", roles=MAYOR, affiliations=frozenset({"norr"}), company=COMPANY)
    told = decide(
        one, Profile(("Robert Holm",), "person", roles=MAYOR, affiliations=frozenset({"norr"}), company=COMPANY)
    ).reason
    for part in ("bob may be short for robert", "both mayor", "both of norr", "2 others in both companies"):
        assert part in told


def test_what_speaks_against_it_lowers_the_score() -> None:
    one = Profile(("Bob Holm",), "person", first=2031, last=2031)
    near, far = (Profile(("Robert Holm",), "person", first=year, last=year) for year in (2030, 1911))
    assert decide(one, near).score > decide(one, far).score
    assert decide(one, far).outcome == "different"
    smith = Profile(("Roe, Ana",), "person", roles=frozenset({"baker"}))
    assert decide(smith, Profile(("Ana Roe",), "person", roles=MAYOR)).outcome == "suggestion"


def test_identifiers_decide() -> None:
    one = Profile(("Ana Roe",), "person", qids=frozenset({"Q1"}))
    assert decide(one, Profile(("Zoe Lund",), "person", qids=frozenset({"Q1"}))).outcome == "same"
    assert decide(one, Profile(("Ana Roe",), "person", qids=frozenset({"Q2"}))).outcome == "different"


def test_a_place_is_the_government_that_speaks_from_it_and_no_person() -> None:
    assert outcome("al Norr", "place", "al-Norr", "government") == "same"
    assert outcome("al Norr", "place", "al-Norr", "person") == "different"
