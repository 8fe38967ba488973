"""Labels: words that judge or place somebody and are used as a name for them, with who uses them and who rejects them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.resolve.heads import BREAKS, DETERMINERS, HEADS
from sayso.resolve.label_words import FOLLOWERS, LABELS
from sayso.resolve.labelling import NAMING, QUOTED, WORDS_FOR_LABELS, Grammar, grammar_of
from sayso.resolve.linking import Links
from sayso.resolve.listed import word_set
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.refs import Ref
from sayso.resolve.speakers import Voice
from sayso.resolve.titles import TITLES
from sayso.resolve.tokens import POSSESSIVE, SPACE, Tokens


@dataclass(frozen=True, slots=True)
class Called:
    """The label, the cluster that uses it (-1: the writer), the one that rejects it (-1: nobody), and what holds it at a distance."""

    span: Span
    by: int
    against: int
    distance: Span | None = None


SELF = word_set("self-styled self-described self-proclaimed self-declared self-identified self-appointed self-avowed")
_IRREGULAR = {"heroes": "hero", "thieves": "thief", "cronies": "crony", "bullies": "bully", "enemies": "enemy"}
_DISTANT = SELF | word_set("so-called supposed purported ostensible alleged pretended")
_APART = _DISTANT | WORDS_FOR_LABELS
_CALLING = word_set("call calls called calling brand brands branded dub dubs dubbed label labels labelled labeled")
_VERBS = word_set(
    "is are was were am be been has have had do does did will would can could shall should may might must"
)
"""Words that make a quotation more than a name: "the most honest this country has had"."""
_MARKS = ("“”", '""', "‘’", "''")
LONGEST_OBJECT = 8
"""Words between a verb that calls and the label."""
LONGEST = 3
"""Words before the noun that may belong to a label."""


def labels_of(
    found: Tokens,
    statements: Sequence[Statement],
    listed: Sequence[Ref],
    links: Links,
    spoken: Sequence[tuple[Voice, ...]],
) -> dict[int, list[Called]]:
    """The labels of each cluster, in text order."""
    grammar = grammar_of(found, statements, listed, links, spoken)
    nominals = {each.what.head: n for n, each in enumerate(listed) if isinstance(each.what, Nominal)}
    things = {links.of[n] for n in nominals.values() if _is_thing(listed[n].what)}
    named = {n for each in listed if isinstance(each.what, Name) for n in range(each.first, each.last)}
    made: dict[int, list[Called]] = {}
    for number, called in sorted(
        [
            *_by_word(grammar, nominals, named),
            *_by_verb(grammar),
            *_by_noun(grammar, nominals),
            *_in_quotes(grammar),
            *_by_following(grammar, nominals),
        ],
        key=lambda each: each[1].span,
    ):
        if number not in things:
            made.setdefault(number, []).append(_at_distance(grammar, called))
    return {number: _merged(_longest(called)) for number, called in made.items()}


def _is_thing(what: object) -> bool:
    """Whether it is nobody: what is said of a budget or a deal is no label."""
    return isinstance(what, Nominal) and what.of.kind == "unknown"


def _longest(called: Sequence[Called]) -> list[Called]:
    """Without those that stand inside another of the same user: "tenant" in "tenant of Norr"."""
    kept: set[Called] = set()
    longest: dict[int, Span] = {}
    for each in sorted(called, key=lambda one: (one.span.start, -one.span.end)):
        last = longest.get(each.by)
        if last is None or each.span.end > last.end or each.span == last:
            kept.add(each)
            longest[each.by] = each.span
    return [each for each in called if each in kept]


def _merged(called: Sequence[Called]) -> list[Called]:
    """Each label once for each who uses it; who only rejects a word that somebody uses rejects that use of it."""
    made: list[Called] = []
    for each in called:
        word = each.span.text.casefold()
        same = [n for n, other in enumerate(made) if other.span.text.casefold() == word]
        if each.by < 0 and each.against >= 0 and same:
            made[same[-1]] = replace(made[same[-1]], against=each.against)
        elif not any(made[n].by == each.by for n in same):
            made.append(each)
        elif each.against >= 0:
            made = [
                replace(other, against=each.against) if n in same and other.by == each.by else other
                for n, other in enumerate(made)
            ]
    return made


def _at_distance(grammar: Grammar, called: Called) -> Called:
    """With "self-styled" or "so-called" before it, or the marks of the writer around it, those that quote nobody."""
    found = grammar.found
    n = bisect_left(found.starts, called.span.start)
    if 0 < n < len(found) and found.lower[n - 1] in _DISTANT:
        return replace(called, distance=Span.of(found.text, found.starts[n - 1], found.ends[n - 1]))
    start, end = called.span.start - 1, called.span.end + 1
    marked = start >= 0 and found.text[start:end][:1] + found.text[end - 1 : end] in _MARKS
    if marked and called.by < 0 and called.against < 0 and grammar.quoting.holder(called.span.start) < 0:
        return replace(called, distance=Span.of(found.text, start, end))
    return called


def _by_word(grammar: Grammar, nominals: dict[int, int], named: set[int]) -> Iterator[tuple[int, Called]]:
    """Labels known by their noun, or by "self-styled" before it."""
    found, listed = grammar.found, grammar.listed
    for n, word in enumerate(found.lower):
        at = nominals.get(n, -1)
        own = _own(found, n, listed[at].what if at >= 0 else None)
        if n in named or not (_singular(word) in LABELS or own) or _leads(found, n):
            continue
        first = _first(found, n, listed[at].what if at >= 0 else None)
        before = first
        while before > 0 and found.lower[before - 1] in SELF:
            before -= 1
        use = grammar.use(before, n, at, own=own)
        if use is not None:
            yield use.of, Called(Span.of(found.text, found.starts[first], found.ends[n]), use.by, use.against)


def _leads(found: Tokens, n: int) -> bool:
    """Whether a word only stands before another noun for an actor, in small letters: "a liberal party"."""
    after = n + 1
    head = HEADS.get(found.lower[after]) if after < len(found) else None
    return (
        head is not None
        and found.joins[after] == SPACE
        and not found.capital[after]
        and found.lower[after] not in BREAKS
    )


def _singular(word: str) -> str:
    return _IRREGULAR.get(word) or (word if word in LABELS else word.removesuffix("s"))


def _own(found: Tokens, n: int, what: object) -> bool:
    """Whether "self-styled" stands before the noun ``n``."""
    if isinstance(what, Nominal) and SELF.intersection(what.modifiers):
        return True
    if n and found.lower[n - 1] in SELF:
        return found.joins[n] == SPACE
    return n > 1 and found.lower[n - 2] in SELF and found.joins[n] == SPACE and _singular(found.lower[n]) in LABELS


def _first(found: Tokens, n: int, what: object) -> int:
    """Where a label begins: without article, possessor and "self-styled"."""
    first = n
    if isinstance(what, Nominal):
        while first > what.first and found.lower[first - 1] in what.modifiers and not _apart(found.lower[first - 1]):
            first -= 1
    return first


def _apart(word: str) -> bool:
    """Whether a word before a label belongs to no label: "self-styled", "the term", those called so ("the marchers traitors")."""
    head = HEADS.get(word)
    return word in _APART or (head is not None and head.plural)


def _in_quotes(grammar: Grammar) -> Iterator[tuple[int, Called]]:
    """Names in quotation marks that a verb of naming gives: "they call themselves “Sons of the Sea”"."""
    found = grammar.found
    for told in QUOTED.finditer(found.text):
        first = bisect_left(found.starts, told.start(1))
        if first >= len(found) or found.starts[first] != told.start(1) or told.group(1)[-1] in ",.!?":
            continue
        last = bisect_left(found.starts, told.end(1))
        words = found.lower[first:last]
        if any(_singular(word) in LABELS for word in words) or _VERBS.intersection(words):
            continue  # found by its noun, or no name
        use = grammar.called(first)
        if use is not None:
            start = found.starts[first + 1] if words[0] in ("a", "an", "the") and len(words) > 1 else told.start(1)
            yield use.of, Called(Span.of(found.text, start, told.end(1)), use.by, use.against)


def _by_noun(grammar: Grammar, nominals: dict[int, int]) -> Iterator[tuple[int, Called]]:
    """Nouns for persons that are no labels by themselves, after a verb that calls: "the police called the marchers hooligans"."""
    found = grammar.found
    for n, number in nominals.items():
        what = grammar.listed[number].what
        if not isinstance(what, Nominal) or what.of.kind not in ("person", "group") or found.lower[n] in TITLES:
            continue
        if what.determiner not in ("", "a", "an") or _singular(found.lower[n]) in LABELS:
            continue
        first = _first(found, n, what)
        before = found.lower[max(0, first - LONGEST_OBJECT) : first]
        quoted = found.text[found.starts[first] - 1 : found.starts[first]] in ("“", '"', "‘", "'")
        reflexive = any(word.endswith(("self", "selves")) for word in before[-3:])
        if quoted or reflexive or not _CALLING.intersection(before):
            continue
        use = grammar.called(first)
        if use is not None:
            yield use.of, Called(Span.of(found.text, found.starts[first], found.ends[n]), use.by, use.against)


def _by_following(grammar: Grammar, nominals: dict[int, int]) -> Iterator[tuple[int, Called]]:
    """Collectives that are placed by whom they follow: "300 supporters of Ben Holm", "Holm supporters"."""
    found, listed, of = grammar.found, grammar.listed, grammar.links.of
    for n, number in nominals.items():
        what = listed[number].what
        if not isinstance(what, Nominal) or not what.of.plural or what.of.key not in FOLLOWERS or of[number] < 0:
            continue
        first, last = _led(grammar, number, n), _followed(grammar, number, n)
        if last > n + 1 or first < n:
            use = grammar.use(first, n, number, own=False)
            if use is not None:
                yield (
                    use.of,
                    Called(Span.of(found.text, found.starts[first], found.ends[last - 1]), use.by, use.against),
                )


def _led(grammar: Grammar, number: int, n: int) -> int:
    """Where a name begins that stands right before the noun ``n``; ``n`` where none does."""
    for k in range(max(0, number - LONGEST), min(len(grammar.listed), number + LONGEST)):
        name = grammar.listed[k]
        if name.last == n and _named(grammar, k) and grammar.found.joins[n] <= POSSESSIVE:
            return name.first
    return n


def _followed(grammar: Grammar, number: int, n: int) -> int:
    """Where the words end that name, over "of", whom the collective with the noun ``n`` follows; behind the noun if none do."""
    found, listed = grammar.found, grammar.listed
    if found.lower[n + 1 : n + 2] != ["of"]:
        return n + 1
    for k in range(number + 1, min(len(listed), number + 6)):
        lead = found.lower[n + 2 : listed[k].first]
        if listed[k].first > n + 1 and _named(grammar, k) and len(lead) <= LONGEST and not BREAKS.intersection(lead):
            return listed[k].last
    return n + 1


def _named(grammar: Grammar, k: int) -> bool:
    return isinstance(grammar.listed[k].what, Name)


def _by_verb(grammar: Grammar) -> Iterator[tuple[int, Called]]:
    """What people call themselves, whatever the words: "they call themselves democrats"."""
    found = grammar.found
    for n, word in enumerate(found.lower):
        if not word.endswith(("self", "selves")) or n == 0 or found.lower[n - 1] not in NAMING:
            continue
        first = n + 1
        while first < len(found) and found.lower[first] in ("as", "a", "an", "the") and found.joins[first] == SPACE:
            first += 1
        last = first
        while last < len(found) and last - first <= LONGEST and found.joins[last] == SPACE and _names(found, last):
            last += 1
        if last == first or _singular(found.lower[last - 1]) in LABELS:
            continue
        use = grammar.called(first)
        if use is not None:
            yield use.of, Called(Span.of(found.text, found.starts[first], found.ends[last - 1]), use.by, use.against)


def _names(found: Tokens, n: int) -> bool:
    return found.lower[n] not in BREAKS and found.lower[n] not in DETERMINERS
