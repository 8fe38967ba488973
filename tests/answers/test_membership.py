"""Who is in a camp: by name, QID or an imported membership on its days; never by what somebody is called."""

from datetime import date

from sayso.answers.camps import Camps
from sayso.answers.membership import Roll, known_members, resolved
from sayso.project import Camp, Days, Member, Part, Project, Scheme
from sayso.records.registry import RegistryActor, Tenure
from sayso.records.said import Said

FRONT = "Reform Front"
OKUN = RegistryActor("ra1_1", "Edda Okun", "person", ("Edda Okun", "E. Okun"), 3, identifiers=(("qid", "Q7"),))
LENZ = RegistryActor(
    "ra1_2", "Abel Lenz", "person", ("Abel Lenz",), 2, tenures=(Tenure("member", FRONT, "2016", "2018-06"),)
)
CHIEF = RegistryActor("ra1_3", "Ida Quill", "person", ("Ida Quill",), 1, tenures=(Tenure("office", FRONT, "2016"),))
BODY = RegistryActor("ra1_4", FRONT, "organization", (FRONT,), 1)
LABELLED = RegistryActor("ra1_5", "Reform Front activists", "group", ("Reform Front activists",), 9)
ACTORS = (OKUN, LENZ, CHIEF, BODY, LABELLED)
QUOTED = {"Edda Okun": 2, "E. Okun": 1, "Abel Lenz": 4, FRONT: 1, "Reform Front activists": 9, "Ida Quill": 5}


def scheme(*members: Member, name: str = "side", camp: str = "reform") -> Scheme:
    return Scheme(name, (Camp(camp, members),))


def found(*members: Member) -> list[tuple[str, int]]:
    roll = Roll([scheme(*members)], ACTORS, QUOTED)
    return [(one.actor.name, one.quoted) for each in roll.enrolled() for one in each.found]


def test_a_member_is_found_by_any_name_of_the_actor() -> None:
    assert found(Member("e. okun", None)) == [("Edda Okun", 3)]


def test_a_member_is_found_by_a_qid_whatever_the_name_is() -> None:
    assert found(Member(None, None, qid="Q7")) == [("Edda Okun", 3)]
    assert found(Member("E. D. Okun", None, qid="Q7")) == [("Edda Okun", 3)]
    assert found(Member(None, None, qid="Q8")) == []


def test_an_affiliation_brings_the_body_and_its_imported_members_on_the_days_of_both() -> None:
    member = Member(None, FRONT, Days(date(2017, 1, 1)))
    (each,) = Roll([scheme(member)], ACTORS, QUOTED).enrolled()
    assert [(one.actor.name, one.days) for one in each.found] == [
        ("Abel Lenz", Days(date(2017, 1, 1), date(2018, 6, 30))),
        (FRONT, Days(date(2017, 1, 1))),
    ]
    assert found(Member(None, FRONT, Days(date(2019, 1, 1)))) == [(FRONT, 1)]


def test_a_label_is_never_a_membership() -> None:
    names = {name for name, _ in found(Member(None, FRONT), Member(None, "reform"), Member("activists", None))}
    assert names == {FRONT, "Abel Lenz"}
    assert "Reform Front activists" not in names, "what a text calls a group"
    assert "Ida Quill" not in names, "an office in a body"


def test_words_that_are_declared_and_speak_are_found_though_they_are_nobody_across_articles() -> None:
    roll = Roll([scheme(Member("300 Backers", None))], ACTORS, {**QUOTED, "300 backers": 2})
    (each,) = roll.enrolled()
    assert [(one.actor.id, one.actor.name, one.quoted) for one in each.found] == [("", "300 backers", 2)]


def test_who_is_not_in_the_ledger_is_listed_as_not_found() -> None:
    (each,) = Roll([scheme(Member("Nobody Here", None))], ACTORS, QUOTED).enrolled()
    assert each.found == ()


def test_actors_without_a_camp_stand_by_how_often_they_are_quoted_with_their_camps_in_other_schemes() -> None:
    schemes = [scheme(Member("Edda Okun", None)), scheme(Member("Ida Quill", None), name="region", camp="north")]
    rows = Roll(
        schemes, [*ACTORS, RegistryActor("ra1_6", "Silent One", "person", ("Silent One",), 1)], QUOTED
    ).outside()
    assert [(row.actor.name, row.quoted, row.camps) for row in rows] == [
        ("Reform Front activists", 9, ((), ())),
        ("Ida Quill", 5, ((), ("north",))),
        ("Abel Lenz", 4, ((), ())),
        ("Edda Okun", 3, (("reform",), ())),
        (FRONT, 1, ((), ())),
    ]


def test_parts_and_wholes_are_found_with_or_without_their_article() -> None:
    (part,) = Roll([], ACTORS, QUOTED).parts([Part("Edda Okun", "the Reform Front")])
    assert ([each.name for each in part.whole_found], [each.name for each in part.part_found]) == (
        ["Edda Okun"],
        [FRONT],
    )


def test_answers_count_members_by_qid_and_affiliation_on_their_days_and_declare_them_once() -> None:
    project = Project((scheme(Member(None, None, qid="Q7"), Member(None, FRONT)),))
    made = resolved(project, ACTORS)
    camps = Camps(made.schemes)
    assert [place.camp for place in camps.on("edda okun", Said("2031", "year", "text"))] == ["reform"]
    assert [place.camp for place in camps.on("Abel Lenz", Said("2017", "year", "text"))] == ["reform"]
    assert camps.on("Abel Lenz", Said("2019", "year", "text")) == ()
    assert camps.on("Reform Front activists", Said("2017", "year", "text")) == ()
    assert [member.through for member in made.schemes[0].camps[0].members] == [None, None, FRONT]


def test_the_registry_is_asked_for_everybody_only_where_an_affiliation_is_declared() -> None:
    class Asked:
        def meant(self, term: str) -> list[RegistryActor]:
            return [OKUN] if term == "Q7" else []

        def actors(self, limit: int | None = None, *, imported: bool = False) -> list[RegistryActor]:
            raise AssertionError

    plain = Project((scheme(Member("Edda Okun", None)),))
    assert known_members(plain, Asked()) is plain
    by_qid = known_members(Project((scheme(Member(None, None, qid="Q7")),)), Asked())
    assert by_qid.schemes[0].camps[0].members[0].name == "Edda Okun"
