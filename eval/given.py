"""Gold lines read again with their statements given: what the later stages make of statements that are right.

A predicted position answers a gold one of the same statement if their mentions overlap or their objects have one name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.extract.layout import lay_out
from sayso.pipeline import Reader
from sayso.records.actor import Actor
from sayso.records.article import Article, Metadata
from sayso.records.contract import reading_fields
from sayso.records.span import Span
from sayso.records.statement import Statement

Line = dict[str, Any]
_ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Answered:
    """A gold line and the same line as it was predicted; positions of the prediction name their object as the gold does.

    ``actors`` are those of the prediction, with the kinds of their mentions.
    """

    gold: Line
    found: Line
    actors: tuple[Actor, ...] = ()


def read_given(line: Line) -> Answered:
    """The line with everything after attribution predicted."""
    metadata = Metadata(
        publisher=line.get("publisher"),
        agency=line.get("agency"),
        authors=tuple(line.get("authors") or ()),
        genre=line.get("genre", "unknown"),
        published=line.get("published"),
    )
    statements = [statement_of(line["text"], each) for each in line["statements"]]
    reading = _reader().read_given(Article(line["text"], metadata), statements)
    fields = reading_fields(reading, metadata)
    names = {each["id"]: each["name"] for each in fields["actors"]}
    found = {**fields, "text": line["text"], "id": line["id"]}
    found["positions"] = list(_named(fields["positions"], names, line.get("positions", ())))
    return Answered(line, found, reading.actors)


def paired(answered: Answered) -> Iterator[tuple[Line, Line | None]]:
    """Each gold position with the predicted one that answers it, or None."""
    left = list(answered.found["positions"])
    for gold in answered.gold["positions"]:
        match = next((each for each in left if same(gold, each)), None)
        if match is not None:
            left.remove(match)
        yield gold, match


def same(gold: Line, found: Line) -> bool:
    """Whether both are about one actor in one statement."""
    if gold["statement"] != found["statement"]:
        return False
    overlap = gold["mention"][0] < found["mention"][1] and found["mention"][0] < gold["mention"][1]
    return overlap or bare(gold["object"]) == bare(found["object"])


def bare(name: str) -> str:
    """A name as it is compared: without article, case and the kind of apostrophe."""
    folded = " ".join(name.casefold().replace("’", "'").split())
    return next((folded[len(each) :] for each in _ARTICLES if folded.startswith(each)), folded)


def _named(positions: list[Line], names: dict[str, str], gold: Sequence[Line]) -> Iterator[Line]:
    """The predicted positions; of those that answer a gold one, the closest takes the name that the gold gives its object."""
    named = [{**each, "object": names[each["object"]], "actor": each["object"]} for each in positions]
    taken: dict[int, str] = {}
    for each in gold:
        rivals = [n for n, found in enumerate(named) if n not in taken and same(each, found)]
        if rivals:
            taken[max(rivals, key=lambda n: _closeness(each, named[n]))] = each["object"]
    yield from ({**each, "object": taken.get(n, each["object"])} for n, each in enumerate(named))


def _closeness(gold: Line, found: Line) -> int:
    """Characters that the two mentions share."""
    return int(min(gold["mention"][1], found["mention"][1]) - max(gold["mention"][0], found["mention"][0]))


def statement_of(text: str, coded: Line) -> Statement:
    source, cue, content = (
        tuple(Span.of(text, *each) for each in coded[part]) for part in ("source", "cue", "content")
    )
    content = content or cue  # a refusal may be all there is
    told = [*cue, *content]
    hull = lay_out(text).sentence_range(min(span.start for span in told), max(span.end for span in told))
    return Statement(
        id=coded["id"],
        source=source,
        cue=cue,
        content=content,
        form=coded["form"],
        marks=coded["marks"],
        confidence=1.0,
        sentence=Span.of(text, *hull),
        parent=coded.get("parent"),
    )


@cache
def _reader() -> Reader:
    return Reader()
