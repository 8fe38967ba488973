"""Imports line by line: what they bring, and that a broken line spoils itself alone."""

import json
from typing import Any

import pytest

from sayso.errors import UsageError
from sayso.records.registry import Entity, Tenure
from sayso.registry import csv_table, ftm, wikidata
from sayso.registry.imports import Broken, TenureOf

ROE = Entity(
    "qid", "Q7", "Ana Roe", "person", ("A. Roe", "Anna Roe"), (Tenure("office", "Mayor of Norr", "2028", "2031-04"),)
)
HEAD = "name,kind,id,qid,aliases,office,member,from,to\n"


def test_a_table() -> None:
    lines = [
        HEAD,
        "Ana Roe,person,,Q7,A. Roe; Anna Roe,Mayor of Norr,,2028,2031-04\n",
        "\n",
        '"Lund, Bo",person,7,,,,Reform Front,,\r\n',
    ]
    one, two = csv_table.entities(lines)
    assert one == ROE
    assert two == Entity("csv", "7", "Lund, Bo", "person", (), (Tenure("member", "Reform Front"),))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (",person,,,,,,,", "no name"),
        ("Ana Roe,king,,,,,,,", "'king' is no kind"),
        ("Ana Roe,unnamed,,,,,,,", "'unnamed' is no kind"),
        ("Ana Roe,person,,7,,,,,", "'7' is no identifier of Wikidata"),
        ("Ana Roe,person", "2 fields, and 9 columns"),
        ("Ana Roe,person,,,,Mayor,,soon,", "'soon' is no date"),
        ("Ana Roe,person,,,,Mayor,,2031,2028", "before it begins"),
        ("Ana Roe,person,,,,,,2031,", "dates without an office"),
        ('"Ana Roe,person,,,,,,,', "no CSV"),
        ("Ana\x07 Roe,person,,,,,,,", "U+0007, a control character"),
        (f"{'Roe ' * 2_500},person,,,,,,,", "characters; at most 500"),
    ],
)
def test_a_broken_line_of_a_table_spoils_itself_alone(line: str, told: str) -> None:
    broken, sound = csv_table.entities([HEAD, line + "\n", "Bo Lund,person,,,,,,,\n"])
    assert isinstance(broken, Broken)
    assert broken.line == 2
    assert told in broken.message
    assert isinstance(sound, Entity)
    assert sound.name == "Bo Lund"


@pytest.mark.parametrize("head", ["", "kind\n", "name,name\n", "name,colour\n"])
def test_a_table_that_does_not_name_its_columns_is_refused(head: str) -> None:
    with pytest.raises(UsageError, match="known are name, kind"):
        list(csv_table.entities([head, "Ana Roe\n"]))


def entity(identifier: str, schema: str, **properties: list[str]) -> str:
    return json.dumps({"id": identifier, "schema": schema, "properties": properties}) + "\n"


def test_follow_the_money_with_posts_that_come_later() -> None:
    lines = [
        entity("o", "Occupancy", holder=["p"], post=["q"], startDate=["2028"], endDate=["2031-04"]),
        entity("p", "Person", name=["Ana Roe"], alias=["Anna Roe"], wikidataId=["Q7"], position=["mayor"]),
        entity("q", "Position", name=["Mayor of Norr"]),
        entity("x", "Vessel", name=["Varn Star"]),
    ]
    person, post, held = ftm.entities(lines)
    assert person == Entity("qid", "Q7", "Ana Roe", "person", ("Anna Roe",), (Tenure("office", "mayor"),))
    assert post == Entity("ftm", "q", "Mayor of Norr", "office")
    assert held == TenureOf("qid", "Q7", Tenure("office", "Mayor of Norr", "2028", "2031-04"), 1)


def test_broken_lines_of_follow_the_money() -> None:
    lines = [
        "{\n",
        "[1]\n",
        json.dumps({"id": "a"}) + "\n",
        entity("p", "Person"),
        entity("o", "Occupancy", holder=["nobody"], post=["p"]),
        entity("p", "Person", name=["Ana Roe"]),
    ]
    found = list(ftm.entities(lines))
    assert [each.line for each in found if isinstance(each, Broken)] == [1, 2, 3, 4, 5]
    assert [each.name for each in found if isinstance(each, Entity)] == ["Ana Roe"]


def claim(qid: str, start: tuple[str, int] | None = None, end: Any = None, rank: str = "normal") -> dict[str, Any]:
    """A statement of Wikidata with a start and an end: (time, precision), or ``unknown``."""
    qualifiers = {}
    for number, value in (("P580", start), ("P582", end)):
        if value == "unknown":
            qualifiers[number] = [{"snaktype": "somevalue"}]
        elif value:
            qualifiers[number] = [
                {"snaktype": "value", "datavalue": {"value": {"time": value[0], "precision": value[1]}}}
            ]
    return {
        "rank": rank,
        "mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": qid}}},
        "qualifiers": qualifiers,
    }


def item(qid: str, label: str, aliases: tuple[str, ...] = (), **claims: list[dict[str, Any]]) -> str:
    value = {
        "id": qid,
        "type": "item",
        "labels": {"en": {"value": label}},
        "aliases": {"en": [{"value": each} for each in aliases]},
        "claims": claims,
    }
    return json.dumps(value) + ",\n"


def test_a_dump_of_wikidata() -> None:
    start, end = ("+2028-05-01T00:00:00Z", 11), ("+2031-04-00T00:00:00Z", 10)
    lines = [
        "[\n",
        item(
            "Q7",
            "Ana Roe",
            ("A. Roe",),
            P31=[claim("Q5")],
            P39=[claim("Q9", start, end)],
            P102=[claim("Q8", ("+2020-00-00T00:00:00Z", 9))],
        ),
        item("Q9", "Mayor of Norr", P31=[claim("Q294414")]),
        item("Q10", "Norr Street", P31=[claim("Q79007")]),
        '{"id": "P1", "type": "property", "claims": {}},\n',
        "]\n",
    ]
    person, office = wikidata.entities(lines)
    held = (Tenure("office", "Q9", "2028-05-01", "2031-04", "Q9"), Tenure("member", "Q8", "2020", None, "Q8"))
    assert person == Entity("qid", "Q7", "Ana Roe", "person", ("A. Roe",), held)
    assert office == Entity("qid", "Q9", "Mayor of Norr", "office")


@pytest.mark.parametrize("end", ["unknown", ("+2030-00-00T00:00:00Z", 8)])
def test_an_end_that_nobody_knows_is_no_open_end(end: Any) -> None:
    lines = [item("Q7", "Ana Roe", P31=[claim("Q5")], P39=[claim("Q9", ("+2028-00-00T00:00:00Z", 9), end)])]
    (person,) = wikidata.entities(lines)
    assert isinstance(person, Entity)
    assert person.tenures == ()


def test_what_is_deprecated_is_not_taken() -> None:
    (person,) = wikidata.entities([item("Q7", "Ana Roe", P31=[claim("Q5")], P39=[claim("Q9", rank="deprecated")])])
    assert isinstance(person, Entity)
    assert person.tenures == ()


def test_broken_lines_of_a_dump() -> None:
    found = list(
        wikidata.entities(
            ["[\n", "{,\n", "{}\n", item("Q7", "A\0na", P31=[claim("Q5")]), item("Q8", "Bo Lund", P31=[claim("Q5")])]
        )
    )
    assert [each.line for each in found if isinstance(each, Broken)] == [2, 3, 4]
    assert [each.name for each in found if isinstance(each, Entity)] == ["Bo Lund"]
