"""A table of the user's own: ``name`` and, as far as known, ``kind, id, qid, aliases, office, member, from, to``.

Aliases are separated by semicolons. One actor may have several lines, one for each office or membership; ``qid``, else ``id``, else
name and kind tell that they are of one.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sayso.errors import InputError, UsageError
from sayso.records.actor import ACTOR_KINDS
from sayso.records.folding import folded
from sayso.records.registry import Entity, Scheme, Tenure
from sayso.registry.imports import QID, Broken, Imported, clean, day, others, tenure_days

COLUMNS = ("name", "kind", "id", "qid", "aliases", "office", "member", "from", "to")


def entities(lines: Iterable[str]) -> Iterator[Imported]:
    """An entity or a Broken for each line; UsageError where the first line does not name the columns."""
    numbered = enumerate(lines, 1)
    _, head = next(numbered, (1, ""))
    columns = [each.strip().casefold() for each in next(csv.reader([head.removeprefix("\ufeff")]), [])]
    if "name" not in columns or len(set(columns)) < len(columns):
        raise UsageError(f"the first line must name the columns, name among them; known are {', '.join(COLUMNS)}")
    unknown = [each for each in columns if each not in COLUMNS]
    if unknown:
        raise UsageError(f"{unknown[0]!r} is no column of an import; known are {', '.join(COLUMNS)}")
    for number, line in numbered:
        if not line.strip():
            continue
        try:
            yield replace(_entity(_fields(columns, line)), line=number)
        except InputError as error:
            yield Broken(number, str(error))


def _fields(columns: list[str], line: str) -> Mapping[str, str]:
    """One line alone: an open quotation mark spoils it and none after it."""
    try:
        found = next(csv.reader([line.rstrip("\r\n")], strict=True), [])
    except csv.Error as error:
        raise InputError(f"no CSV: {error}") from None
    if len(found) != len(columns):
        raise InputError(f"{len(found)} fields, and {len(columns)} columns")
    return {column: value.strip() for column, value in zip(columns, found, strict=True)}


def _entity(fields: Mapping[str, str]) -> Entity:
    name = clean(fields["name"])
    kind = fields.get("kind") or "unknown"
    if kind not in ACTOR_KINDS or kind == "unnamed":
        raise InputError(
            f"{kind!r} is no kind; choose one of {', '.join(each for each in ACTOR_KINDS if each != 'unnamed')}"
        )
    scheme, identifier = _identifier(fields, name, kind)
    aliases = [clean(each, "alias") for each in fields.get("aliases", "").split(";") if each.strip()]
    first, last = tenure_days(day(fields.get("from"), "from"), day(fields.get("to"), "to"))
    tenures = []
    if fields.get("office"):
        tenures.append(Tenure("office", clean(fields["office"], "office"), first, last))
    if fields.get("member"):
        tenures.append(Tenure("member", clean(fields["member"], "body"), first, last))
    if (first or last) and not tenures:
        raise InputError("dates without an office or a body to hold them for")
    return Entity(scheme, identifier, name, kind, others(name, aliases), tuple(tenures))  # type: ignore[arg-type]  # kind is one of them


def _identifier(fields: Mapping[str, str], name: str, kind: str) -> tuple[Scheme, str]:
    qid = fields.get("qid")
    if qid:
        if not QID.fullmatch(qid):
            raise InputError(f"{qid!r} is no identifier of Wikidata; write Q42")
        return "qid", qid
    return "csv", clean(fields["id"], "id") if fields.get("id") else f"{kind}:{folded(name)}"
