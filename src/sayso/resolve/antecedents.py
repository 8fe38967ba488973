"""The nearest fitting antecedent of a pronoun.

Source: salience as in Lappin and Leass (1994), cut down to what case and statements tell: how many sentences away, first in its
sentence, a speaker, named; and gender and number where they are known. Looks back over a bounded number of mentions.
"""

from bisect import bisect_left
from collections.abc import Container
from dataclasses import dataclass, field

from sayso.resolve.clusters import Cluster
from sayso.resolve.heads import Gender
from sayso.resolve.pronouns import Pronoun

LOOK_BACK = 40
"""Mentions looked at."""
FAR = 10
"""Sentences after which nobody is meant any more."""

_PER_SENTENCE = 2.0
_SUBJECT = 1.5
_SPEAKER = 1.5
"""Of a source for the source of another statement; in quotations, who is quoted near by is seldom meant."""
_NAMED = 0.75
_KNOWN_GENDER = 1.0
_LESSER = 1.0
_TOPIC = 0.15
_OFTEN = 10
_PREFERRED = 2.5
_SAME_SPEAKER = 3.5

BODIES = frozenset(["organization", "government", "office"])


@dataclass(slots=True)
class Trail:
    """Mentions passed so far, in text order: word, sentence, cluster, and what makes each prominent.

    ``topics`` are the persons named more than once, the most often first.
    """

    at: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    cluster: list[int] = field(default_factory=list)
    weight: list[float] = field(default_factory=list)
    source: list[bool] = field(default_factory=list)
    topics: tuple[int, ...] = ()

    def add(self, at: int, sentence: int, cluster: int, *, named: bool, source: bool, lesser: bool) -> None:
        """``lesser``: inside another mention, or described as one of many."""
        first = not self.at or self.sentence[-1] != sentence
        self.at.append(at)
        self.sentence.append(sentence)
        self.cluster.append(cluster)
        self.weight.append(_SUBJECT * first + _NAMED * named - _LESSER * lesser)
        self.source.append(source)

    def topic(self, clusters: list[Cluster], pronoun: Pronoun, barred: Container[int]) -> int:
        """For a pronoun with nobody before it, the person named most often; -1 if no one is named twice."""
        fits = [n for n in self.topics if n not in barred and _person_fit(clusters[n], pronoun.gender) is not None]
        return fits[0] if fits else -1

    def best(
        self,
        clusters: list[Cluster],
        pronoun: Pronoun,
        sentence: int,
        barred: Container[int],
        preferred: int,
        speaker: int = 0,
    ) -> int:
        """The cluster that scores highest before the pronoun, or -1; of equals the nearest.

        ``speaker`` is 1 where a speaker is likelier than others, -1 where less likely.
        """
        end = bisect_left(self.at, pronoun.at)
        found, high = -1, -1e9
        for n in range(end - 1, max(-1, end - 1 - LOOK_BACK), -1):
            away = sentence - self.sentence[n]
            if away > FAR:
                break
            number = self.cluster[n]
            if number in barred:
                continue
            fit = _fit(clusters[number], pronoun)
            if fit is None:
                continue
            score = (
                fit
                + self.weight[n]
                + speaker * _SPEAKER * self.source[n]
                + _TOPIC * min(_OFTEN, len(clusters[number].names))
                - _PER_SENTENCE * away
                + (_SAME_SPEAKER if speaker > 0 else _PREFERRED) * (number == preferred)
            )
            if score > high:
                found, high = number, score
        if found < 0 and pronoun.gender:
            return self.topic(clusters, pronoun, barred)
        return found


def may_mean(cluster: Cluster, pronoun: Pronoun) -> bool:
    """Whether nothing known of an actor keeps the pronoun from meaning it."""
    return _fit(cluster, pronoun) is not None


def _fit(cluster: Cluster, pronoun: Pronoun) -> float | None:
    """How well the pronoun suits; None where it cannot mean this actor."""
    if pronoun.person in ("he", "she"):
        return _person_fit(cluster, pronoun.gender)
    if pronoun.person == "they":
        if cluster.plural or cluster.kind == "group":
            return 2.0
        return 0.0 if cluster.kind in BODIES else None
    if pronoun.person == "it":
        return 1.0 if cluster.kind in BODIES and not cluster.plural else None
    return None


def _person_fit(cluster: Cluster, gender: Gender) -> float | None:
    if cluster.plural or cluster.kind in BODIES or cluster.kind in ("place", "group"):
        return None
    if cluster.gender:
        return _KNOWN_GENDER if cluster.gender == gender else None
    return 0.0 if cluster.person else None
