"""What may refer to an actor, all forms in one order, with its place in the text and in the statements."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.records.statement import Statement
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.tokens import SPACE, Tokens

_RELATIVE = frozenset(["who", "whom", "which", "that"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source in which no rule finds a mention ("Some in the party"): taken as it stands."""

    first: int
    last: int
    relative: bool = False
    """Whether it is "who" or "which", which means what stands right before it."""
    bearer: int = -2
    """Of a pseudonym, the first word of the description that bears it, -1 where none does; else -2."""


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


_BEFORE_ANOTHER = frozenset(
    [
        "on",
        "in",
        "from",
        "with",
        "at",
        "for",
        "to",
        "against",
        "behind",
        "near",
        "around",
        "by",
        "among",
        "inside",
        "outside",
        "within",
    ]
)
"""Prepositions after which a mention belongs to a noun before it, which is the head of the source."""

_ONE = frozenset(["a", "an", "one", "another"])
_AMOUNTS = _ONE | frozenset(
    ["number", "majority", "group", "mix", "couple", "lot", "handful", "coalition", "team", "chorus", "half", "third", "quarter",
     "series", "range", "variety", "array", "dozen", "host", "string", "percent", "member", "crowd"]
)  # fmt: skip
"""Nouns before "of" that only tell how many."""
_FAR = 8
"""Words of a source before its first mention."""


def _belongs_to_another(found: Tokens, start: int, end: int, ref: Ref, near: Sequence[Ref]) -> bool:
    """Whether a source begins with a noun that no rule knows, before a preposition and its first mention or after "his"."""
    first = bisect_left(found.starts, start)
    words = found.lower[first : ref.first]
    if _is_in_title(found, ref, near):
        return False
    if (
        isinstance(ref.what, Pronoun)
        and ref.what.possessive
        and ref.first == first
        and found.joins[first + 1 : first + 2] == [SPACE]
    ):
        return found.ends[first + 1] <= end and all(each.first != first or each is ref for each in near)
    if not 0 < len(words) < _FAR or words[0] in _BEFORE_ANOTHER:
        return False
    of_one = words[0] in _ONE and "of" in words[1:] and words[words.index("of") - 1] not in _AMOUNTS
    return of_one or words[:2] == ["one", "of"] or any(word in _BEFORE_ANOTHER for word in words[1:])


def _is_in_title(found: Tokens, ref: Ref, near: Sequence[Ref]) -> bool:
    """Whether a place stands right before a name, so that both belong to one title: "Ambassador to Norr Ana Roe"."""
    placed = isinstance(ref.what, Name) and ref.what.kind == "place"
    return placed and any(
        isinstance(each.what, Name) and each.first == ref.last and found.joins[each.first] == SPACE for each in near
    )


def sources_without(found: Tokens, statements: Sequence[Statement], taken: Sequence[Ref]) -> list[Phrase]:
    """The sources in which nothing is found yet, up to their first comma."""
    starts = [each.start for each in taken]
    made: dict[int, Phrase] = {}
    for statement in statements:
        for span in statement.source[:1]:
            at = bisect_left(starts, span.start)
            inside = at < len(taken) and taken[at].start < span.end
            if inside and not _belongs_to_another(found, span.start, span.end, taken[at], taken[at : at + 3]):
                continue
            if at and any(each.end > span.start for each in taken[max(0, at - 4) : at]):
                continue
            first = bisect_left(found.starts, span.start)
            last = bisect_left(found.starts, span.start + len(span.text.split(",")[0]))
            if first < last:
                made.setdefault(first, Phrase(first, last, found.lower[first] in _RELATIVE))
    return list(made.values())
