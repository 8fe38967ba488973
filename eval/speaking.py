"""Whether the speakers found in an article are the ones of the gold.

A found actor is the gold one if the gold mention lies among its mentions and their kinds are equal. The gold mention is the
first name of the gold actor, or its first mention where it has no name; a pronoun that leads to a surname only is not yet
resolved. An actor that holds the name of another one too is nobody's. An unnamed source must not have gained a name.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.records.actor import Actor, Mention, Speaker
from sayso.records.span import Span

Line = dict[str, Any]

CLASSES: Mapping[str, tuple[str, ...]] = {
    "named": ("name",),
    "pronoun and nominal": ("pronoun", "nominal"),
    "collective and unnamed": ("collective", "unnamed"),
    "document": ("document",),
    "without a source": ("none",),
}
"""The classes of figures, by the form of the gold source."""

PUBLISHERS = frozenset(["publisher", "agency"])

SAME = 0.5
"""Share of characters (Dice 1945) from which two spans are one mention: titles and complements are cut differently."""

_WIDER = frozenset(["nominal", "collective", "unnamed", "document"])
"""Kinds of mention that may go on after their noun, so a found one may be shorter."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One gold statement. ``number`` counts from 1 in its article; ``found`` says whether there is a statement to judge.

    ``behalf`` is None where nobody speaks for another, in the gold and as found.
    """

    article: str
    number: int
    form: str
    publisher: bool
    found: bool
    right: bool
    behalf: bool | None
    gold: tuple[str, ...]
    said: tuple[str, ...]


def judge(line: Line, actors: Sequence[Actor], speakers: Sequence[Sequence[Speaker] | None]) -> Iterator[Judged]:
    """The gold statements of ``line``; ``speakers`` has those found for each, None where no statement was found."""
    gold = {each["id"]: each for each in line["actors"]}
    found = {each.id: each for each in actors}
    for number, (statement, said) in enumerate(zip(line["statements"], speakers, strict=True), 1):
        wanted = [gold[each["actor"]] for each in statement["speakers"]]
        behalf = {each["on_behalf_of"] for each in statement["speakers"] if each["on_behalf_of"]}
        here = [found[each.actor] for each in said or ()]
        for_whom = {each.on_behalf_of for each in said or () if each.on_behalf_of}
        yield Judged(
            article=line["id"],
            number=number,
            form=statement["source_form"],
            publisher=any(each["kind"] in PUBLISHERS for each in wanted),
            found=said is not None,
            right=said is not None and _paired(wanted, here, line["actors"]),
            behalf=_paired([gold[each] for each in behalf], [found[each] for each in for_whom], line["actors"])
            if behalf or for_whom
            else None,
            gold=tuple(f"{each['name']} ({each['kind']})" for each in wanted),
            said=tuple(f"{each.name} ({each.kind})" for each in here),
        )


def is_same(gold: Line, found: Actor, everybody: Sequence[Line]) -> bool:
    """Whether a found actor is the gold one; ``everybody`` are the gold actors of the article."""
    if gold["kind"] != found.kind or (gold["kind"] == "unnamed" and found.named):
        return False
    if not _holds(found, first_mention(gold)):
        return False
    others = [first_mention(each) for each in everybody if each["id"] != gold["id"]]
    return not any(other["kind"] == "name" and _named_by(found, other) for other in others)


def first_mention(gold: Line) -> Line:
    """The mention that says who a gold actor is."""
    names: list[Line] = [each for each in gold["mentions"] if each["kind"] == "name"]
    return (names or gold["mentions"])[0]


def _paired(wanted: Sequence[Line], found: Sequence[Actor], everybody: Sequence[Line]) -> bool:
    """Whether each wanted actor was found, and nobody else."""
    left = list(found)
    for gold in wanted:
        match = next((each for each in left if is_same(gold, each, everybody)), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def _holds(found: Actor, mention: Line) -> bool:
    start, end = mention["span"]
    return any(_one(mention["kind"], start, end, each) for each in found.mentions)


def _named_by(found: Actor, mention: Line) -> bool:
    """Whether the name is one of the actor's own; a description may hold somebody's name without being his ("backers of Ada Roe")."""
    start, end = mention["span"]
    return any(_one(mention["kind"], start, end, each) for each in found.mentions if each.kind == "name")


def _one(kind: str, start: int, end: int, found: Mention) -> bool:
    span: Span = found.span
    shared = min(end, span.end) - max(start, span.start)
    if shared <= 0:
        return False
    wider = kind in _WIDER and found.kind in _WIDER and span.start - start in range(-4, 5)
    return wider or 2 * shared >= SAME * (end - start + span.end - span.start)


def share(judged: Sequence[Judged]) -> float:
    """How many of the statements are right; 0 of none."""
    return sum(each.right for each in judged) / len(judged) if judged else 0.0


def of_class(judged: Sequence[Judged], name: str) -> list[Judged]:
    """The statements of a class; ``publisher`` takes them by their speaker, whatever the form."""
    if name == "publisher":
        return [each for each in judged if each.publisher]
    return [each for each in judged if each.form in CLASSES[name]]
