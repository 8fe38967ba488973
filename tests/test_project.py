"""``sayso.toml``: what it means, and which key is wrong."""

from datetime import date
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.project import NONE, Camp, Days, Member, Part, Scheme, project_of, read_project

GOOD = """
[schemes.alignment.camps.reform]
members = [{ name = "Edda  Okun", qid = "Q1", from = 2016-01-01, to = 2019-06-30, cited = "register" }, { affiliation = "Front" }]
[schemes.alignment.camps.guard]
members = [{ name = "Edda Okun", from = 2019-07-01 }]
[schemes.region.camps.north]
members = []
[[parts]]
whole = "Aurel Tarr"
part = "the Guardian Court"
from = 2012-05-01
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "sayso.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_schemes_camps_members_and_parts(tmp_path: Path) -> None:
    project = read_project(written(tmp_path, GOOD))
    okun = Member("Edda Okun", None, Days(date(2016, 1, 1), date(2019, 6, 30)), "Q1", "register")
    assert project.schemes == (
        Scheme(
            "alignment",
            (
                Camp("reform", (okun, Member(None, "Front"))),
                Camp("guard", (Member("Edda Okun", None, Days(date(2019, 7, 1))),)),
            ),
        ),
        Scheme("region", (Camp("north", ()),)),
    )
    assert project.parts == (Part("Aurel Tarr", "the Guardian Court", Days(date(2012, 5, 1))),)


def test_it_is_found_beside_the_ledger_unless_named(tmp_path: Path) -> None:
    beside = tmp_path / "sayso.db"
    assert project_of(None, beside) == NONE
    file = written(tmp_path, GOOD)
    assert project_of(None, beside) == read_project(file)
    assert project_of(file, tmp_path / "elsewhere" / "sayso.db") == read_project(file)


MEMBERS = "[schemes.a.camps.b]\nmembers = "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("schemas = 1", "schemas: not a key here; known are schemes, parts"),
        ("schemes = 3", "schemes: a table is expected, not 3"),
        ("[schemes.a]", "schemes.a: a scheme needs camps"),
        ("[schemes.a.camps.b]", r"schemes\.a\.camps\.b\.members: missing"),
        (f"{MEMBERS}'x'", "members: a list is expected"),
        (f"{MEMBERS}['x']", r"members\[0\]: a table is expected, not 'x'"),
        (f"{MEMBERS}[{{ nam = 'x' }}]", r"schemes\.a\.camps\.b\.members\[0\]\.nam: not a key here"),
        (f"{MEMBERS}[{{ name = ' ' }}]", r"members\[0\]\.name: words are expected"),
        (f"{MEMBERS}[{{ name = 'x', affiliation = 'y' }}]", "either a name or an affiliation"),
        (f"{MEMBERS}[{{ cited = 'x' }}]", "either a name or an affiliation, or a QID alone"),
        (f"{MEMBERS}[{{ qid = 'q1' }}]", r"members\[0\]\.qid: 'q1' is no QID"),
        (f"{MEMBERS}[{{ name = 'x', from = '2016-01-01' }}]", r"members\[0\]\.from: '2016-01-01' is not a day"),
        (f"{MEMBERS}[{{ name = 'x', from = 2016-01-01T00:00:00 }}]", "is not a day"),
        (
            f"{MEMBERS}[{{ name = 'x', from = 2016-01-02, to = 2016-01-01 }}]",
            r"members\[0\]\.to: 2016-01-01 lies before",
        ),
        (f"{MEMBERS}[{{ name = 'X' }}]\n[schemes.a.camps.c]\nmembers = [{{ name = 'x' }}]", "on the same days"),
        ("[[parts]]\nwhole = 'x'", r"parts\[0\]\.part: missing"),
        ("[[parts]]\nwhole = 'x'\npart = 'X'", "part of itself"),
        ("a = ", "is not TOML"),
    ],
)
def test_a_mistake_names_the_file_and_the_key(tmp_path: Path, text: str, told: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(UsageError, match=told) as raised:
        read_project(path)
    assert str(path) in str(raised.value)


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        project_of(tmp_path / "none.toml", tmp_path / "sayso.db")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a = ", 1, 5),
        ("# camps\n\nschemas = 1", 3, 1),
        (f"{MEMBERS}[{{ name = 'x' }}, {{ name = 'y', form = 2016-01-01 }}]", 2, 42),
        (f"{MEMBERS}[\n  {{ name = 'x' }}, # a ] and a '\n  {{ name = 3 }},\n]", 4, 5),
        ("[schemes.a.camps.b]\r\n# x\r\nmembers = 3", 3, 1),
        ('[schemes."a.b".camps.c]\nmembers = []\nname = 1', 3, 1),
        ('[[parts]]\nwhole = \'x\'\npart = \'y\'\n[[parts]]\nwhole = """z\n]"""\nfrom = 2016-01-01', 4, 3),
        (f"{MEMBERS}[{{ name = 'X' }}]\n[schemes.a.camps.c]\nmembers = [{{ qid = 'Q1' }}, {{ name = 'x' }}]", 4, 28),
        ("\ufeff[schemes.a]", 1, 10),
    ],
)
def test_a_mistake_is_told_with_line_column_and_what_to_do(tmp_path: Path, text: str, line: int, column: int) -> None:
    path = tmp_path / "sayso.toml"
    path.write_bytes(text.encode())
    with pytest.raises(UsageError, match=f"line {line}, column {column}") as raised:
        read_project(path)
    assert "sayso camps --help" in str(raised.value)


def test_a_member_may_be_declared_by_a_qid_alone(tmp_path: Path) -> None:
    project = read_project(written(tmp_path, f"{MEMBERS}[{{ qid = 'Q7', from = 2016-01-01 }}]"))
    (member,) = project.schemes[0].camps[0].members
    assert (member.called, member.name, member.days.first) == ("Q7", None, date(2016, 1, 1))
