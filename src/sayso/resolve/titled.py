"""The titles of actors: offices and roles that the text gives them beside their names, each at its first place."""

from collections.abc import Sequence

from sayso.records.span import Span
from sayso.resolve.heads import POSSESSIVES
from sayso.resolve.label_words import LABELS
from sayso.resolve.linking import Links
from sayso.resolve.listed import word_set
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.refs import Ref
from sayso.resolve.titles import ADJECTIVES, PLACES, TITLES
from sayso.resolve.tokens import POSSESSIVE, SPACE, Tokens

REACH = 6
"""Words before a title that may belong to it."""

_COURTESY = word_set("mr mrs ms miss mx dr sir dame lord lady madam messrs hon rev")
_ARTICLES = word_set("the a an this that")
_TIME = word_set("former ex then late acting interim outgoing incoming current incumbent deputy vice prime")
_KIN = word_set("suspect victim gunman killer attacker man woman boy girl child national native")
"""Persons are called so, but hold no such office or role."""


def titles_of(found: Tokens, listed: Sequence[Ref], links: Links) -> dict[int, list[Span]]:
    """The titles of each cluster in text order; article and possessor are left off, nation, time and complement are kept."""
    made: dict[int, dict[str, Span]] = {}
    for n, ref in enumerate(listed):
        number = links.of[n]
        if number < 0 or not links.clusters[number].names:
            continue
        first, last = _words(found, n, ref, links)
        if first < last:
            span = Span.of(found.text, found.starts[first], found.ends[last - 1])
            made.setdefault(number, {}).setdefault(" ".join(span.text.lower().split()), span)
    return {number: sorted(titles.values()) for number, titles in made.items()}


def _words(found: Tokens, n: int, ref: Ref, links: Links) -> tuple[int, int]:
    """The words of a title that a mention has or is; an empty range where there is none."""
    what = ref.what
    if isinstance(what, Name) and what.titles:
        return _before(found, what)
    if not isinstance(what, Nominal) or what.of.kind != "person" or what.of.plural or n not in links.apposed:
        return 0, 0
    if what.key in _KIN or what.key in LABELS:
        return 0, 0
    return _inner(found, what), what.last if n not in links.titles else what.core


def _before(found: Tokens, name: Name) -> tuple[int, int]:
    """The titles right before a name, with nation and time."""
    first = name.outer
    while first < name.first and found.lower[first] in _ARTICLES:
        first += 1
    while (
        first > 0 and name.first - first < REACH and found.joins[first] == SPACE and _goes_with(found.lower[first - 1])
    ):
        first -= 1
    words = found.lower[first : name.first]
    return (0, 0) if all(word in _COURTESY or word in LABELS for word in words) else (first, name.first)


def _goes_with(word: str) -> bool:
    return word in _TIME or word in ADJECTIVES or word in PLACES or word in TITLES - _COURTESY


def _inner(found: Tokens, what: Nominal) -> int:
    """Where a description begins without its article or possessor."""
    first = what.first
    if what.determiner == "'":
        owned = [n for n in range(what.first, what.head + 1) if found.joins[n] == POSSESSIVE]
        return owned[-1] if owned else first
    while first < what.head and (found.lower[first] in _ARTICLES or found.lower[first] in POSSESSIVES):
        first += 1
    return first
