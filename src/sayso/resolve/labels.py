"""Labels: words that judge or place somebody and are used as a name for them, with who uses them and who rejects them."""

from collections.abc import Sequence

from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.resolve.linking import Links
from sayso.resolve.listed import word_set
from sayso.resolve.nominals import Nominal
from sayso.resolve.quoting import Quoting
from sayso.resolve.refs import Ref
from sayso.resolve.speakers import Voice
from sayso.resolve.tokens import Tokens

Called = tuple[Span, int, int]
"""The label, the cluster that uses it (-1: the writer) and the one that rejects it (-1: nobody)."""

LABELS = word_set(
    """
    hardliner hard-liner moderate radical extremist reformist populist nationalist fascist marxist communist socialist
    leftist rightist centrist conservative liberal progressive islamist secularist separatist anarchist tyrant dictator
    despot autocrat strongman traitor hero villain liar thief criminal crook fraudster cheat coward hypocrite fool
    puppet stooge crony henchman cult terrorist militant rebel heretic apostate infidel oligarch saint genius monster
    racist sexist bigot demagogue warmonger clown idiot enemy patriot martyr butcher ruler
    """
)
"""Nouns that say what somebody is thought of rather than what office or task he has."""

_NAMING = word_set(
    "call calls called calling brand branded brands label labels labelled labeled dub dubbed describe described describes"
)
_REJECTING = word_set(
    "deny denies denied rejects rejected reject dispute disputes disputed refuted refutes dismissed dismisses"
)
_SELF = word_set("self-styled self-described self-proclaimed self-declared self-identified")
_BETWEEN = frozenset(["a", "an", "the", "as"])
_NEAR = 3


def labels_of(
    found: Tokens,
    statements: Sequence[Statement],
    listed: Sequence[Ref],
    links: Links,
    spoken: Sequence[tuple[Voice, ...]],
) -> dict[int, list[Called]]:
    """The labels of each cluster, in text order."""
    quoting = Quoting(found.text, statements)
    made: dict[int, list[Called]] = {}
    for n, ref in enumerate(listed):
        what = ref.what
        if not isinstance(what, Nominal):
            continue
        modified = _SELF.intersection(what.modifiers)
        if what.of.key not in LABELS and not modified:
            continue
        number, named = _of_whom(found, n, listed, links)
        if number < 0:
            continue
        by, against = _users(ref, quoting, statements, spoken, named=named)
        span = Span.of(found.text, found.starts[_first(found, what)], found.ends[what.core - 1])
        made.setdefault(number, []).append((span, number if modified else by, against))
    return made


def _first(found: Tokens, what: Nominal) -> int:
    """Where a label begins: without article, possessor and "self-styled"."""
    first = what.head
    while first > what.first and found.lower[first - 1] in what.modifiers and found.lower[first - 1] not in _SELF:
        first -= 1
    return first


def _of_whom(found: Tokens, n: int, listed: Sequence[Ref], links: Links) -> tuple[int, bool]:
    """Whom a description labels, and whether a verb of naming says so: who stands before it, else who is described by it."""
    ref = listed[n]
    for k in range(n - 1, max(-1, n - 1 - _NEAR), -1):
        between = found.lower[listed[k].last : ref.first]
        if links.of[k] >= 0 and listed[k].last <= ref.first and all(word in _BETWEEN for word in between):
            verb = found.lower[listed[k].first - 1] if listed[k].first else ""
            if verb in _NAMING:
                return links.of[k], True
    number = links.of[n]
    names = number >= 0 and bool(links.clusters[number].names)
    collective = number >= 0 and links.clusters[number].plural
    return (number if names or collective else -1), False


def _users(
    ref: Ref, quoting: Quoting, statements: Sequence[Statement], spoken: Sequence[tuple[Voice, ...]], *, named: bool
) -> tuple[int, int]:
    """Who uses a label and who rejects it: the speaker that is quoted with it or said to call somebody so, else the writer."""
    holder = quoting.holder(ref.start)
    if holder < 0 or not spoken[holder]:
        return -1, -1
    speaker = spoken[holder][0].cluster
    cue = {word for span in statements[holder].cue for word in span.text.lower().split()}
    if _REJECTING & cue:
        return -1, speaker
    quoted = bool(quoting.around(ref.start, holder))
    return (speaker if quoted or named or _NAMING & cue else -1), -1
