"""Pronouns by a learned scorer: it chooses among the candidates that the rules leave; without one, the rules decide alone."""

from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.errors import ModelError
from sayso.model.antecedents import AntecedentModel
from sayso.model.crf import Floats
from sayso.model.states import States
from sayso.records.article import Block
from sayso.records.statement import Statement
from sayso.resolve.antecedents import Trail
from sayso.resolve.clusters import Cluster
from sayso.resolve.linking import Linker, Links
from sayso.resolve.names import Name, find_names
from sayso.resolve.nominals import Nominal, find_nominals
from sayso.resolve.pairing import FEATURES, Context, Wish, candidates, features
from sayso.resolve.pronouns import Pronoun, find_pronouns
from sayso.resolve.quoting import Quoting
from sayso.resolve.refs import Phrase, Ref, refs, sources_without
from sayso.resolve.speakers import documents_among, sources
from sayso.resolve.tokens import Tokens, tokens

Range = tuple[int, int]

LEAST = 0.2
"""Probability under which the last speaker is no longer taken for the next: set, not fitted."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One pronoun and whom it may mean: spans in code points, ``clusters`` [C] of the candidates, ``features`` [C, F]."""

    pronoun: Range
    candidates: tuple[Range, ...]
    clusters: tuple[int, ...]
    features: Floats


class Scorer(Protocol):
    """Probabilities of candidates in one text."""

    def probabilities(self, asked: Asked) -> Sequence[float] | None:
        """One for each candidate, in their order; None where the rules are to decide."""


class Antecedents:
    """The antecedent model as the scorer of one text. ModelError if its weights expect other features."""

    def __init__(self, model: AntecedentModel, states: States) -> None:
        if model.features != FEATURES:
            raise ModelError(f"{model.manifest.label} was made for other features of candidates. Install Sayso again.")
        self._model, self._states = model, states

    def probabilities(self, asked: Asked) -> Sequence[float] | None:
        given = self._model.judge(self._states, asked.pronoun, asked.candidates, asked.features)
        return None if given is None else [float(each) for each in given]


class ScoredTrail(Trail):
    """A trail that asks a scorer for "he" and "she", and the rules for all else."""

    def __init__(self, context: Context, scorer: Scorer) -> None:
        super().__init__()
        self._context, self._scorer = context, scorer
        self._starts = [each.first for each in context.listed]
        self._last: dict[str, int] = {}

    def best(
        self,
        clusters: list[Cluster],
        pronoun: Pronoun,
        sentence: int,
        barred: Container[int],
        preferred: int,
        speaker: int = 0,
    ) -> int:
        """The cluster that the pronoun means, or -1."""
        rule = super().best(clusters, pronoun, sentence, barred, preferred, speaker)
        n = self._number(pronoun)
        if not pronoun.gender or n < 0:
            return rule
        wish = Wish(n, pronoun, rule, preferred, self._last.get(pronoun.person, -1), speaker, barred)
        number = self._decided(wish, self._shares(clusters, wish))
        self._last[pronoun.person] = number
        return number

    def _number(self, pronoun: Pronoun) -> int:
        """The number of the pronoun's mention; -1 for a noun that is only resolved like one."""
        listed = self._context.listed
        at = bisect_left(self._starts, pronoun.at)
        while at < len(listed) and listed[at].first == pronoun.at:
            if isinstance(listed[at].what, Pronoun):
                return at
            at += 1
        return -1

    def _decided(self, wish: Wish, shares: Mapping[int, float]) -> int:
        """The likeliest cluster, the rules' choice where nothing is known.

        Who spoke last speaks on in news more often than a scorer learns elsewhere: that is given up only for what is improbable.
        """
        if not shares or (wish.speaker > 0 and wish.rule == wish.preferred and shares.get(wish.rule, 0.0) >= LEAST):
            return wish.rule
        return max(shares, key=shares.__getitem__)

    def _shares(self, clusters: Sequence[Cluster], wish: Wish) -> dict[int, float]:
        """The probability of each cluster that may be meant; of equals the one mentioned first comes first."""
        context = self._context
        chosen = candidates(context, clusters, wish)
        if not chosen:
            return {}
        own = context.listed[wish.number]
        asked = Asked(
            (own.start, own.end),
            tuple((context.listed[n].start, context.listed[n].end) for n in chosen),
            tuple(context.of[n] for n in chosen),
            features(context, clusters, wish, chosen),
        )
        given = self._scorer.probabilities(asked)
        return {} if given is None else totals(asked.clusters, given)


def totals(clusters: Sequence[int], probabilities: Sequence[float]) -> dict[int, float]:
    """The probability of each cluster, that of all its mentions together, in the order of their first mention."""
    made: dict[int, float] = {}
    for number, probability in zip(clusters, probabilities, strict=True):
        made[number] = made.get(number, 0.0) + probability
    return made


class ScoredLinker(Linker):
    """A linker whose pronouns a scorer resolves."""

    def __init__(
        self,
        found: Tokens,
        listed: Sequence[Ref],
        statements: Sequence[Statement],
        sources: dict[int, list[int]],
        documents: Container[int],
        scorer: Scorer,
    ) -> None:
        super().__init__(found, listed, statements, sources, documents)
        quoting = Quoting(found.text, statements)
        quoted = frozenset(n for n, each in enumerate(listed) if quoting.direct(each.start))
        self._trail = ScoredTrail(Context(found, listed, self._of, sources, quoted), scorer)


@dataclass(frozen=True, slots=True)
class Linked:
    """Every mention of one text in its order, and the cluster of each."""

    found: Tokens
    listed: tuple[Ref, ...]
    links: Links


def linked(
    text: str,
    statements: Sequence[Statement],
    blocks: Sequence[Block],
    scorer: Scorer | None = None,
    named: Sequence[Range] = (),
) -> Linked:
    """All mentions of ``text`` linked; ``named`` are spans of names that are given, where the rules find none.

    Takes time linear in the length of the text and raises nothing.
    """
    found = tokens(text, blocks)
    names = _with_given(found, find_names(found), named)
    things: list[Name | Nominal | Pronoun | Phrase] = [*names, *find_nominals(found, names), *find_pronouns(found)]
    listed = refs(found, things)
    missing = sources_without(found, statements, listed)
    listed = refs(found, [*things, *missing]) if missing else listed
    heads = sources(found, statements, listed)
    documents = documents_among(found, statements)
    linker = (
        Linker(found, listed, statements, heads, documents)
        if scorer is None
        else ScoredLinker(found, listed, statements, heads, documents, scorer)
    )
    return Linked(found, tuple(listed), linker.link())


def _with_given(found: Tokens, names: list[Name], given: Sequence[Range]) -> list[Name]:
    """The names with those given that none of them touches, in text order."""
    made = list(names)
    for start, end in given:
        first, last = bisect_left(found.ends, start + 1), bisect_left(found.starts, end)
        if first < last and not any(each.first < last and first < each.last for each in made):
            made.append(Name(first, last, first, (), "unknown", article=False, acronym=False))
    return sorted(made, key=lambda each: each.first)
