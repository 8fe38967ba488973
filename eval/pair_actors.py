"""What a side of a minimal pair has in the fields that turn on actors, in its gold and as it was found.

A field is read of a statement, by its number, or of an actor, by its name. Found actors are called by their gold names first,
so that one reading of a field serves both.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from eval.given import Answered, bare
from eval.speaker_gold import WRITER
from eval.speaking import is_same
from sayso.records.contract import schema

Line = dict[str, Any]

FIELDS = ("speakers", "speakers.kind", "speakers.size", "speakers.labels", "on_behalf_of", "judged", "labels")
"""The fields that turn on actors; ``speakers.kind`` and its like are those of the speakers of a statement."""

SELF, NOBODY = "self", ""
"""The actor itself, where it uses or disputes a label; nobody, where none does."""


def value_of(side: Line, field: str, of: str | int) -> Any:
    """What ``side`` has in one of FIELDS; None for a statement or an actor that it has not got.

    Names and labels stand in alphabetical order, so that the order of speakers in a text does not matter.
    """
    actors = {each["id"]: each for each in side["actors"]}
    if isinstance(of, str):
        found = [each for each in side["actors"] if each["name"] == of]
        return sorted(_labels(found, actors)) if found else None
    if of > len(side["statements"]):
        return None
    statement = side["statements"][of - 1]
    said = [actors[each["actor"]] for each in statement["speakers"]]
    match field:
        case "speakers":
            return sorted(each["name"] for each in said)
        case "on_behalf_of":
            return _principals(statement, actors)
        case "judged":
            return sorted(_judged(side, statement["id"], actors))
        case "speakers.labels":
            return sorted(_labels(said, actors))
        case _:
            return [each.get(field.removeprefix("speakers.")) for each in said]


def folded(value: Any) -> Any:
    """A value as it is compared: words without article and case."""
    if isinstance(value, list):
        return [folded(each) for each in value]
    return bare(value) if isinstance(value, str) else value


def is_in_output(field: str) -> bool:
    """Whether the output has what the field is made of; labels, say, may not be given yet."""
    known: Mapping[str, Any] = schema()["$defs"]["actor"]["properties"]
    part = part_of_actor(field)
    return part not in ("size", "labels") or part in known


def part_of_actor(field: str) -> str:
    """What of an actor a field is made of: ``labels`` of ``speakers.labels``."""
    return field.rpartition(".")[2]


def called_as_gold(answered: Answered) -> Line:
    """The found line with the statements in the order of the gold and every gold actor called by its gold name.

    A found actor that is none of the gold, or more than one, is called what it is not, so it equals no gold name.
    """
    gold, found = answered.gold, answered.found
    everybody = [_by_its_words(each) for each in gold["actors"]]
    records = {each.id: each for each in answered.actors}
    actors = []
    for each in found["actors"]:
        fits = [one["name"] for one in everybody if is_same(one, records[each["id"]], everybody)]
        actors.append({**each, "name": fits[0] if len(fits) == 1 else f"{each['name']} (none of the gold)"})
    by_id = {each["id"]: each for each in found["statements"]}
    return {**found, "actors": actors, "statements": [by_id[each["id"]] for each in gold["statements"]]}


def _by_its_words(actor: Line) -> Line:
    """The gold actor with its pronouns last: "I" in a quotation comes before the words that say whose it is."""
    return {**actor, "mentions": sorted(actor["mentions"], key=lambda each: each["kind"] == "pronoun")}


def _principals(statement: Line, actors: Mapping[str, Line]) -> str | list[str] | None:
    names = sorted({actors[each["on_behalf_of"]]["name"] for each in statement["speakers"] if each["on_behalf_of"]})
    return names[0] if len(names) == 1 else names or None


def _judged(side: Line, statement: str, actors: Mapping[str, Line]) -> Iterator[str]:
    """Whom a statement judges: a found position knows its actor, one of the gold only the name."""
    for each in side.get("positions", ()):
        if each["statement"] == statement and each["role"] == "object":
            yield actors[each["actor"]]["name"] if "actor" in each else each["object"]


def _labels(said: Sequence[Line], actors: Mapping[str, Line]) -> Iterator[list[str]]:
    """Text, who uses it and who disputes it, of each label. The output has null for the writer where gold says so in words."""
    for actor in said:
        for each in actor.get("labels", ()):
            by, against = each["by"] or WRITER, each["disputed_by"] or NOBODY
            yield [each["text"], *(SELF if who == actor["id"] else _name(who, actors) for who in (by, against))]


def _name(who: str, actors: Mapping[str, Line]) -> str:
    return str(actors[who]["name"]) if who in actors else who
