"""Rows that lead to nobody: who is criticised or supported, how and when, without a name, a word, an address, a place or an id.

What a row still has is said in ``FIELDS``. Articles, speakers, objects and occasions are told apart by numbers, drawn anew for every
export: a salt that is never written shuffles them, so that neither their order nor two exports side by side say who is who. Whatever
fewer than ``SMALLEST`` actors share (a camp, a kind) is left out of their rows, and dates are cut to the month.
"""

import hashlib
import hmac
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sayso.records.folding import words_of
from sayso.records.row import PositionFact
from sayso.registry.described import described

Fields = dict[str, Any]

SMALLEST = 5
"""Actors from which on a camp or a kind is written: fewer could be counted out."""

FIELDS = {
    "row": "number of the row, from 1 on; the order is drawn",
    "article": "number of the article, drawn for this export",
    "version": "number of the version of the text, drawn",
    "occasion": "number of the act of speaking in the article, drawn; empty where it is unknown",
    "speaker": "number of the speaker, drawn; empty where the source is open, unnamed or only described: these are never linked",
    "speaker_kind": "kind of actor; empty where fewer than five speakers are of it",
    "camps": "declared camps of the speaker on the day said (scheme.camp; a number where the words hold a word of a name); those with"
    " fewer than five speakers are left out",
    "object": "number of the one who is judged, drawn; empty for who is only described",
    "role": "object, addressee, beneficiary, comparand or mentioned",
    "stance": "critical, supportive, mixed or none",
    "wording": "whose words the evaluation is: quoted, paraphrased, writer or undecided",
    "status": "status of the statement",
    "move": "what the speaker does",
    "flags": "flags of the stance",
    "genre": "genre of the article",
    "published": "month of publication",
    "confidence": "probability of statement and stance, to one place",
    "reviewed": "whether a person has decided about the statement",
}
"""What a protected row has: names of the columns, and what stands in them."""

Camp = tuple[str, str]
"""A scheme and a camp of it."""


def protected_rows(
    facts: Iterable[PositionFact],
    camps_of: Callable[[PositionFact], Sequence[Camp]] = lambda _: (),
    salt: bytes | None = None,
) -> Iterator[Fields]:
    """One row a position, in an order that says nothing; what a person rejected is left out.

    ``salt`` is for tests; it is drawn where it is not given, and kept nowhere.
    """
    drawn = _Drawn(salt or secrets.token_bytes(32))
    held = sorted((fact for fact in facts if fact.decision != "reject"), key=lambda fact: drawn.mark("row", fact.id))
    kinds = _shared((fact.speaker, fact.speaker_kind) for fact in held)
    shared = _shared((fact.speaker, camp) for fact in held for camp in camps_of(fact))
    camps = _labels(drawn, shared, held)
    codes = _codes(drawn, held)
    for number, fact in enumerate(held, 1):
        own = sorted(camps[each] for each in camps_of(fact) if each in camps)
        yield _row(number, fact, codes, own, fact.speaker_kind if fact.speaker_kind in kinds else None)


def _row(
    number: int, fact: PositionFact, codes: dict[str, dict[str, int]], camps: list[str], kind: str | None
) -> Fields:
    return {
        "row": number,
        "article": codes["article"][fact.article_id],
        "version": codes["version"][fact.version_id],
        "occasion": codes["occasion"].get(_occasion(fact)),
        "speaker": codes["actor"].get(_speaker(fact)),
        "speaker_kind": kind,
        "camps": camps,
        "object": codes["actor"].get(_linked(fact.object)),
        "role": fact.role,
        "stance": fact.label,
        "wording": fact.wording,
        "status": fact.status,
        "move": fact.move,
        "flags": list(fact.flags),
        "genre": fact.genre,
        "published": fact.published[:7] if fact.published else None,
        "confidence": round(fact.confidence, 1),
        "reviewed": fact.decision is not None,
    }


def _occasion(fact: PositionFact) -> str:
    return f"{fact.reading} {fact.occasion}" if fact.occasion else ""


def _speaker(fact: PositionFact) -> str:
    return _linked(fact.speaker, fact.speaker_kind)


def _linked(name: str | None, kind: str | None = None) -> str:
    """The name if it is one actor's across articles; empty for who is only described, who is never linked (codebook, decision 25)."""
    return "" if name is None or described(name, kind) else name


class _Drawn:
    """Numbers in an order that only the salt decides."""

    def __init__(self, salt: bytes) -> None:
        self._salt = salt

    def mark(self, what: str, value: str) -> bytes:
        return hmac.new(self._salt, f"{what}\0{value}".encode(), hashlib.sha256).digest()

    def numbers(self, what: str, values: Iterable[str]) -> dict[str, int]:
        ordered = sorted(set(values), key=lambda value: self.mark(what, value))
        return {value: number for number, value in enumerate(ordered, 1)}


def _codes(drawn: _Drawn, facts: Sequence[PositionFact]) -> dict[str, dict[str, int]]:
    """Numbers of articles, versions, occasions and actors; nothing that is empty has one."""
    values = {
        "article": {fact.article_id for fact in facts},
        "version": {fact.version_id for fact in facts},
        "occasion": {_occasion(fact) for fact in facts},
        "actor": {name for fact in facts for name in (_speaker(fact), _linked(fact.object))},
    }
    return {what: drawn.numbers(what, held - {""}) for what, held in values.items()}


def _labels(drawn: _Drawn, camps: Iterable[Camp], facts: Sequence[PositionFact]) -> dict[Camp, str]:
    """What each camp is called: as it was declared, or by a number where that holds a word of somebody's name."""
    known = sorted(set(camps))
    numbers = drawn.numbers("camp", (f"{scheme} {camp}" for scheme, camp in known))
    names = {word for fact in facts for name in (fact.speaker, fact.object) if name for word in words_of(name)}
    return {
        (scheme, camp): f"{scheme}.{camp}"
        if names.isdisjoint(words_of(f"{scheme} {camp}"))
        else str(numbers[f"{scheme} {camp}"])
        for scheme, camp in known
    }


def _shared(pairs: Iterable[tuple[str | None, Any]]) -> set[Any]:
    """What SMALLEST speakers or more have in common."""
    counted = Counter(value for _, value in set(pairs))
    return {value for value, count in counted.items() if count >= SMALLEST}
