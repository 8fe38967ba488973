"""Items of a Wikidata JSON dump, one a line: people and bodies with their aliases, offices held and parties, with dates.

An office is named in another item than its holder's, so a tenure carries the office's QID; its title is the QID until that item is read.
Items that are neither people, bodies nor offices are passed over.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sayso.errors import InputError
from sayso.records.actor import ActorKind
from sayso.records.registry import Entity, Held, Tenure
from sayso.registry.imports import LONGEST_NAME, QID, Broken, Imported, clean, json_objects, others

_INSTANCE, _START, _END = "P31", "P580", "P582"
_HELD: dict[str, Held] = {"P39": "office", "P102": "member", "P463": "member"}
"""Position held; member of political party; member of."""
_KINDS: dict[str, ActorKind] = {
    "Q5": "person",
    "Q43229": "organization",
    "Q7278": "organization",
    "Q4830453": "organization",
    "Q163740": "organization",
    "Q48204": "organization",
    "Q178790": "organization",
    "Q49773": "organization",
    "Q327333": "government",
    "Q192350": "government",
    "Q35749": "government",
    "Q11204": "government",
    "Q41487": "government",
    "Q6256": "place",
    "Q3624078": "place",
    "Q11032": "publisher",
    "Q1110794": "publisher",
    "Q192283": "agency",
    "Q4164871": "office",
    "Q294414": "office",
    "Q303618": "office",
    "Q83307": "office",
    "Q48352": "office",
    "Q2285706": "office",
    "Q30461": "office",
}
"""What an item is an instance of: human; organization, party, business, nonprofit, ... ; ministry, parliament, court; country; office."""
_HOLDER = "P1308"
"""Officeholder: only offices have it."""
_PRECISION = {11: 10, 10: 7, 9: 4}
"""Characters of an ISO date by Wikidata's precision of time: day, month, year."""


def entities(lines: Iterable[str], language: str = "en") -> Iterator[Imported]:
    """Entities by their label in ``language``, else in any; a Broken for a line that is no item."""
    for number, found in json_objects(lines):
        if isinstance(found, Broken):
            yield found
            continue
        try:
            made = _entity(found, language)
        except InputError as error:
            yield Broken(number, str(error))
            continue
        if made is not None:
            yield replace(made, line=number)


def _entity(item: Mapping[str, Any], language: str) -> Entity | None:
    qid = item.get("id")
    if not isinstance(qid, str) or not item.get("type"):
        raise InputError("no item of Wikidata: it has neither id nor type")
    claims = item.get("claims")
    if item["type"] != "item" or not QID.fullmatch(qid) or not isinstance(claims, dict):
        return None
    kind = _kind(claims)
    labels = item.get("labels")
    if kind is None or not isinstance(labels, dict) or not labels:
        return None
    name = clean(_value(labels.get(language) or labels.get("mul") or next(iter(labels.values()))), "label")
    aliases = item.get("aliases")
    listed = aliases.get(language, []) if isinstance(aliases, dict) else []
    return Entity("qid", qid, name, kind, others(name, _aliases(listed)), tuple(_tenures(claims)))


def _aliases(listed: Any) -> Iterator[str]:
    """An alias that is no name is left out: thousands of items have one, and the rest of them is sound."""
    for each in listed if isinstance(listed, list) else []:
        value = _value(each)
        if isinstance(value, str) and 0 < len(value) <= LONGEST_NAME:
            try:
                yield clean(value)
            except InputError:
                continue


def _kind(claims: Mapping[str, Any]) -> ActorKind | None:
    kinds = [_KINDS[of] for of in map(_item, _statements(claims, _INSTANCE)) if of in _KINDS]
    if kinds:
        return kinds[0]
    return "office" if _HOLDER in claims else None


def _tenures(claims: Mapping[str, Any]) -> Iterator[Tenure]:
    for number, held in _HELD.items():
        for statement in _statements(claims, number):
            qid = _item(statement)
            qualifiers = statement.get("qualifiers")
            known = qualifiers if isinstance(qualifiers, dict) else {}
            first, last = _time(known, _START), _time(known, _END)
            if qid is not None and "" not in (first, last):
                yield Tenure(held, qid, first, last, qid)


def _statements(claims: Mapping[str, Any], number: str) -> list[dict[str, Any]]:
    found = claims.get(number, [])
    listed = found if isinstance(found, list) else []
    return [each for each in listed if isinstance(each, dict) and each.get("rank") != "deprecated"]


def _item(statement: Mapping[str, Any]) -> str | None:
    value = _snak_value(statement.get("mainsnak"))
    qid = value.get("id") if isinstance(value, dict) else None
    return qid if isinstance(qid, str) and QID.fullmatch(qid) else None


def _time(qualifiers: Mapping[str, Any], number: str) -> str | None:
    """The date, None where there is none, empty where there is one that nobody knows to the year: an open end it is not."""
    if number not in qualifiers:
        return None
    snaks = qualifiers.get(number)
    value = _snak_value(snaks[0]) if isinstance(snaks, list) and snaks else None
    if not isinstance(value, dict):
        return ""
    time, kept = str(value.get("time", "")), _PRECISION.get(value.get("precision", 0), 0)
    return time[1 : 1 + kept] if time.startswith("+") and kept and len(time) > kept else ""


def _snak_value(snak: Any) -> Any:
    if not isinstance(snak, dict) or snak.get("snaktype") != "value":
        return None
    held = snak.get("datavalue")
    return held.get("value") if isinstance(held, dict) else None


def _value(labelled: Any) -> Any:
    return labelled.get("value") if isinstance(labelled, dict) else None
