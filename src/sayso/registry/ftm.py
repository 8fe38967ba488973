"""Entities of FollowTheMoney, one JSON object a line, as its command line and OpenSanctions write them.

People, bodies and media become actors. Occupancies and memberships are lines of their own that point to a holder and a post or body;
they are kept until the end, since the lines they point to may come later.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sayso.errors import InputError
from sayso.records.actor import ActorKind
from sayso.records.registry import Entity, Held, Tenure
from sayso.registry.imports import QID, Broken, Imported, TenureOf, clean, day, json_objects, others, tenure_days

_KINDS: dict[str, ActorKind] = {
    "Person": "person",
    "LegalEntity": "unknown",
    "Organization": "organization",
    "Company": "organization",
    "PublicBody": "government",
    "Position": "office",
}
"""Schemata that are actors; lines of others are passed over."""
_LINKS: dict[str, tuple[Held, str, str]] = {
    "Occupancy": ("office", "holder", "post"),
    "Membership": ("member", "member", "organization"),
}
_NAMES = ("name", "alias", "weakAlias", "previousName")


def entities(lines: Iterable[str]) -> Iterator[Imported]:
    """Entities in the order of the lines, then the tenures that link two of them."""
    captions: dict[str, str] = {}
    qids: dict[str, str] = {}
    links: list[tuple[int, Mapping[str, Any], str]] = []
    for number, found in json_objects(lines):
        if isinstance(found, Broken):
            yield found
            continue
        try:
            schema = found.get("schema")
            if not isinstance(schema, str):
                raise InputError("no schema: a FollowTheMoney entity has id, schema and properties")
            if schema in _LINKS:
                links.append((number, _properties(found), schema))
            elif schema in _KINDS:
                made = _entity(found, _KINDS[schema])
                key = str(found["id"])
                captions[key], qids[key] = made.name, made.identifier if made.scheme == "qid" else ""
                yield replace(made, line=number)
        except InputError as error:
            yield Broken(number, str(error))
    for number, properties, schema in links:
        try:
            yield from _tenures(number, properties, schema, captions, qids)
        except InputError as error:
            yield Broken(number, str(error))


def _entity(found: Mapping[str, Any], kind: ActorKind) -> Entity:
    given = found.get("id")
    if not isinstance(given, str) or not given:
        raise InputError("no id: a FollowTheMoney entity has id, schema and properties")
    properties = _properties(found)
    names = [clean(each) for prop in _NAMES for each in _values(properties, prop)]
    caption = found.get("caption")
    if isinstance(caption, str) and caption in names:
        names.insert(0, caption)
    if not names:
        raise InputError("no name")
    known = [each for each in (*_values(properties, "wikidataId"), given) if QID.fullmatch(each)]
    held = tuple(Tenure("office", clean(each, "position")) for each in _values(properties, "position"))
    scheme, identifier = ("qid", known[0]) if known else ("ftm", given)
    return Entity(scheme, identifier, names[0], kind, others(names[0], names), held)  # type: ignore[arg-type]  # it is one of the two


def _tenures(
    number: int, properties: Mapping[str, Any], schema: str, captions: Mapping[str, str], qids: Mapping[str, str]
) -> Iterator[TenureOf]:
    held, of, to = _LINKS[schema]
    first, last = (next(iter(_values(properties, each)), None) for each in ("startDate", "endDate"))
    days = tenure_days(day(first, "startDate"), day(last, "endDate"))
    holders, posts = _values(properties, of), _values(properties, to)
    missing = next((each for each in (*holders, *posts) if each not in captions), None)
    if missing is not None or not holders or not posts:
        raise InputError(
            f"{schema} points to {missing!r}, which no line describes" if missing else f"{schema} without {of} or {to}"
        )
    for holder in holders:
        for post in posts:
            tenure = Tenure(held, captions[post], *days, qid=qids[post] or None)
            yield TenureOf("qid" if qids[holder] else "ftm", qids[holder] or holder, tenure, number)


def _properties(found: Mapping[str, Any]) -> Mapping[str, Any]:
    properties = found.get("properties")
    if not isinstance(properties, dict):
        raise InputError("no properties: a FollowTheMoney entity has id, schema and properties")
    return properties


def _values(properties: Mapping[str, Any], name: str) -> list[str]:
    found = properties.get(name, [])
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []
