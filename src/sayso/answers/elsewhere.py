"""Who is quoted on other things only."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sayso.answers.camps import Camps, Place
from sayso.answers.names import described
from sayso.records.folding import folded
from sayso.records.row import PositionFact
from sayso.records.statement import Status

_BARRING = frozenset(["second_hand", "own_side", "summary_only"])


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Somebody who is quoted, and judges the one asked about nowhere; ``named`` counts statements that name them all the same."""

    speaker: str
    camps: tuple[Place, ...]
    statements: tuple[str, ...]
    named: int


def elsewhere(
    silent: Sequence[PositionFact],
    others: Iterable[PositionFact],
    known: Collection[str],
    camps: Camps,
    statuses: Collection[Status],
) -> tuple[Elsewhere, ...]:
    """Members of camps first, then those with most statements.

    ``silent`` are positions that name the one asked about without judging, ``others`` those of declared members on whomever. Left
    out are the folded names ``known``, who judge, and descriptions, of which it cannot be told whether two are one speaker.
    """
    about = {fact.id for fact in silent}
    forms: dict[str, str] = {}
    held: dict[str, tuple[str, dict[str, None], dict[str, None]]] = {}
    for fact in (*silent, *others):
        if fact.speaker is None or fact.decision == "reject" or fact.status not in statuses:
            continue
        form = forms.get(fact.speaker)
        if form is None:
            form = forms[fact.speaker] = "" if described(fact.speaker, fact.speaker_kind) else folded(fact.speaker)
        if not form or form in known or not _BARRING.isdisjoint(fact.flags):
            continue
        _, ids, named = held.setdefault(form, (fact.speaker, {}, {}))
        ids[fact.statement] = None
        if fact.id in about:
            named[fact.statement] = None
    made = [Elsewhere(name, camps.ever(name), tuple(ids), len(named)) for name, ids, named in held.values()]
    return tuple(sorted(made, key=lambda each: (not each.camps, -len(each.statements), each.speaker.casefold())))
