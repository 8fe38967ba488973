"""What the pronouns of a text tell of the gender of those it names."""

from collections.abc import Sequence

from sayso.resolve.clusters import Cluster
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.refs import Ref
from sayso.resolve.tokens import Tokens

ENOUGH = 2
"""Sentences that must agree, three for each one against."""


def vote_genders(found: Tokens, listed: Sequence[Ref], of: Sequence[int], clusters: Sequence[Cluster]) -> None:
    """Sets the gender of persons that pronouns follow in sentences where nobody else is mentioned."""
    votes: dict[int, int] = {}
    sentence, alone, pronoun = -1, -1, 0
    for n, ref in enumerate(listed):
        if found.sentences[ref.first] != sentence:
            _cast(votes, alone, pronoun)
            sentence, alone, pronoun = found.sentences[ref.first], -1, 0
        what = ref.what
        if isinstance(what, Pronoun) and what.gender:
            pronoun = pronoun or (0 if alone == -1 else 1 if what.gender == "m" else -1)
        elif isinstance(what, Name) and of[n] >= 0 and clusters[of[n]].person:
            alone = of[n] if alone in (-1, of[n]) else -2
        elif isinstance(what, Nominal) and what.of.kind == "person" and of[n] != alone:
            alone = -2
    _cast(votes, alone, pronoun)
    for number, vote in votes.items():
        if abs(vote) >= ENOUGH and not clusters[number].gender:
            clusters[number].gender = "m" if vote > 0 else "f"


def _cast(votes: dict[int, int], number: int, vote: int) -> None:
    if number >= 0 and vote:
        known = votes.get(number, 0)
        votes[number] = known + (vote if known * vote >= 0 else 3 * vote)
