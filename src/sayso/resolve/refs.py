"""What may refer to an actor, all forms in one order, with its place in the text and in the statements."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.records.statement import Statement
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.tokens import Tokens

_RELATIVE = frozenset(["who", "whom", "which", "that"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source in which no rule finds a mention ("Some in the party"): taken as it stands."""

    first: int
    last: int
    relative: bool = False
    """Whether it is "who" or "which", which means what stands right before it."""


@dataclass(frozen=True, slots=True)
class Ref:
    """``[start, end)`` in code points, its words ``[first, last)``; ``outer`` is where title and article begin."""

    start: int
    end: int
    first: int
    last: int
    outer: int
    what: Name | Nominal | Pronoun | Phrase


def refs(found: Tokens, things: Iterable[Name | Nominal | Pronoun | Phrase]) -> list[Ref]:
    """In text order, of two that begin together the longer first."""
    made = [_ref(found, each) for each in things]
    made.sort(key=lambda each: (each.first, -each.last))
    return made


def _ref(found: Tokens, what: Name | Nominal | Pronoun | Phrase) -> Ref:
    if isinstance(what, Pronoun):
        return Ref(found.starts[what.at], what.end, what.at, what.at + 1, found.starts[what.at], what)
    outer = what.outer if isinstance(what, Name) else what.first
    return Ref(found.starts[what.first], found.ends[what.last - 1], what.first, what.last, found.starts[outer], what)


def sources_without(found: Tokens, statements: Sequence[Statement], taken: Sequence[Ref]) -> list[Phrase]:
    """The sources in which nothing is found yet, up to their first comma."""
    starts = [each.start for each in taken]
    made: dict[int, Phrase] = {}
    for statement in statements:
        for span in statement.source[:1]:
            at = bisect_left(starts, span.start)
            if at < len(taken) and taken[at].start < span.end:
                continue
            if at and any(each.end > span.start for each in taken[max(0, at - 4) : at]):
                continue
            first = bisect_left(found.starts, span.start)
            last = bisect_left(found.starts, span.start + len(span.text.split(",")[0]))
            if first < last:
                made.setdefault(first, Phrase(first, last, found.lower[first] in _RELATIVE))
    return list(made.values())
