"""Who a pronoun may mean, and what is told of each: candidates under the hard constraints, with features for a scorer.

Gender, number and kind exclude where they are known, and so does whom the linker bars (the speaker of a quotation, principle B).
Candidates are names and descriptions near the pronoun, before it and, of names, shortly after; their number is bounded.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from math import log1p

import numpy as np

from sayso.model.crf import Floats
from sayso.resolve.antecedents import BODIES
from sayso.resolve.clusters import Cluster
from sayso.resolve.heads import Gender
from sayso.resolve.listed import word_set
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.refs import Ref
from sayso.resolve.tokens import OTHER, POSSESSIVE, SENTENCE, Tokens

BEFORE, AFTER = 40, 8
"""Mentions looked at before and after a pronoun."""
MOST = 24
"""Candidates kept, the nearest."""
FAR = 10
"""Sentences before a pronoun beyond which nobody is meant."""

_NO_PERSON = BODIES | {"place", "group", "agency", "publisher"}
_SUBJECT = frozenset(["he", "she"])
_PREPOSITIONS = word_set(
    "of in on at by for with from to about against between after before under over into as than like"
)

FEATURES = (
    "after", "same sentence", "sentences", "distance", "rank", "nearest", "first in sentence", "name", "several words",
    "gender known", "person", "names", "most named", "first mention", "rule", "preferred", "last meant", "source",
    "possessor", "after preposition", "listed", "before comma", "lesser", "quoted alike", "possessive pronoun",
    "subject pronoun", "pronoun first", "both first", "pronoun is source", "pronoun quoted", "sentence start", "apart",
)  # fmt: skip
"""What is told of a candidate, in this order: numbers near [0, 1]."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the text around a pronoun's decision tells: mentions in text order with the cluster of each so far, -1 for none.

    ``sources`` holds the numbers of mentions that head a statement's source, ``quoted`` those inside direct quotations.
    """

    found: Tokens
    listed: Sequence[Ref]
    of: Sequence[int]
    sources: Container[int]
    quoted: Container[int]


@dataclass(frozen=True, slots=True)
class Wish:
    """One pronoun to be resolved: its mention's number, whom the rules choose, prefer and bar, and who was meant last.

    ``speaker`` is 1 where it is a source, -1 in a quotation.
    """

    number: int
    pronoun: Pronoun
    rule: int
    preferred: int
    last: int
    speaker: int
    barred: Container[int]


def fits(cluster: Cluster, gender: Gender) -> bool:
    """Whether nothing known of an actor forbids that "he" or "she" means it."""
    if cluster.plural or cluster.kind in _NO_PERSON or cluster.written:
        return False
    return not cluster.gender or cluster.gender == gender


def candidates(context: Context, clusters: Sequence[Cluster], wish: Wish) -> list[int]:
    """Numbers of the mentions that a pronoun may mean, in text order."""
    gender, sentence = wish.pronoun.gender, context.found.sentences[wish.pronoun.at]
    near = range(max(0, wish.number - BEFORE), min(len(context.listed), wish.number + AFTER + 1))
    kept = [n for n in near if _may_be(context, clusters, wish, n, gender) and _near(context, n, sentence)]
    kept.sort(key=lambda n: abs(n - wish.number))
    return sorted(kept[:MOST])


def _near(context: Context, n: int, sentence: int) -> bool:
    return -1 <= sentence - context.found.sentences[context.listed[n].first] <= FAR


def _may_be(context: Context, clusters: Sequence[Cluster], wish: Wish, n: int, gender: Gender) -> bool:
    ref, number = context.listed[n], context.of[n]
    if number < 0 or number in wish.barred or not isinstance(ref.what, Name | Nominal):
        return False
    if ref.first <= wish.pronoun.at < ref.last:  # "his brother" is not he
        return False
    return fits(clusters[number], gender)


def features(context: Context, clusters: Sequence[Cluster], wish: Wish, chosen: Sequence[int]) -> Floats:
    """[C, F], one row for each of the ``chosen`` mentions; columns as in ``FEATURES``."""
    most = max((len(clusters[context.of[n]].names) for n in chosen), default=0)
    rows = [_row(context, clusters, wish, chosen, k, most) for k in range(len(chosen))]
    return np.asarray(rows, dtype=np.float32).reshape(len(rows), len(FEATURES))


def _row(
    context: Context, clusters: Sequence[Cluster], wish: Wish, chosen: Sequence[int], k: int, most: int
) -> list[float]:
    found, n = context.found, chosen[k]
    ref, own = context.listed[n], context.listed[wish.number]
    number = context.of[n]
    cluster, what = clusters[number], ref.what
    after = ref.first > own.first
    apart = found.sentences[own.first] - found.sentences[ref.first]
    words = abs(own.first - ref.first)
    between = sum(min(n, wish.number) < each < max(n, wish.number) for each in chosen)
    leads, led = _is_first(context, n), _is_first(context, wish.number)
    nearest = between == 0
    named = len(cluster.names)
    return [
        float(after),
        float(apart == 0),
        min(abs(apart), 5) / 5,
        log1p(words) / 5,
        min(between, 10) / 10,
        float(nearest),
        float(leads),
        float(isinstance(what, Name)),
        float(ref.last - ref.first > 1),
        float(bool(cluster.gender)),
        float(cluster.person),
        log1p(named) / 3,
        float(named == most and most > 1),
        float(bool(cluster.names) and cluster.names[0] == n),
        float(number == wish.rule),
        float(number == wish.preferred),
        float(number == wish.last),
        float(n in context.sources),
        float(ref.last < len(found) and found.joins[ref.last] == POSSESSIVE),
        float(ref.first > 0 and found.lower[ref.first - 1] in _PREPOSITIONS),
        float(ref.first > 0 and found.lower[ref.first - 1] == "and"),
        float(ref.last < len(found) and found.joins[ref.last] == OTHER),
        float(isinstance(what, Nominal) and (what.indefinite or what.possessed or not what.determiner)),
        float((n in context.quoted) == (wish.number in context.quoted)),
        float(wish.pronoun.possessive),
        float(found.lower[own.first] in _SUBJECT),
        float(led),
        float(leads and led),
        float(wish.speaker > 0),
        float(wish.speaker < 0),
        float(found.joins[own.first] >= SENTENCE),
        float(words > 1),
    ]


def _is_first(context: Context, n: int) -> bool:
    """Whether a mention is the first of its sentence, as a subject mostly is."""
    if n == 0:
        return True
    sentences, listed = context.found.sentences, context.listed
    return sentences[listed[n - 1].first] != sentences[listed[n].first]
