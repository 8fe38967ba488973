"""What came back against what was given out and what is shown now: the changes that a person made, and what stands in their way.

Each of words, form, decision and stances is compared by itself. What the person left as it was given out is left as it is shown now;
what they changed is taken, unless somebody else changed the same since, to something else.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeVar

from sayso.annotations.document import Given, GivenPosition, Range, Told
from sayso.annotations.grouping import Returned
from sayso.records.judgement import Decision
from sayso.records.position import Label
from sayso.records.statement import Form

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Words:
    """The parts of a statement, each in text order."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What a person changed in one statement; None and empty for what they left alone. ``labels`` by the id of the position."""

    words: Words | None = None
    form: Form | None = None
    labels: tuple[tuple[str, Label], ...] = ()
    decision: Decision | None = None

    @property
    def fixes(self) -> bool:
        return self.words is not None or self.form is not None or bool(self.labels)


@dataclass(slots=True)
class Compared:
    """The change to make, what was already made, and what cannot be: each in a sentence."""

    change: Change = field(default_factory=Change)
    already: bool = False
    refused: list[str] = field(default_factory=list)


def compare(
    back: Returned | None, given: Given, now: Given, tells: frozenset[Told], *, accept: bool = False
) -> Compared:
    """``back`` None: all marks of the statement were deleted, which rejects it. ``accept``: what was left alone is accepted."""
    made = Compared()
    if back is None:
        _decide(made, "reject", given, now)
        return made
    words = _words(made, back, given, now)
    form = None
    if "form" in tells and back.form is not None:
        form = _taken(made, "form", back.form, given.form, now.form)
    labels = tuple(_labels(made, back, given, now))
    made.change = Change(words=words, form=form, labels=labels)
    if "decision" in tells:
        _decide(made, back.decision, given, now)
    nothing = not (made.change.fixes or made.change.decision or made.already or made.refused)
    if accept and nothing and now.decision is None:
        made.change = Change(decision="accept")
    return made


def _words(made: Compared, back: Returned, given: Given, now: Given) -> Words | None:
    if not back.content:
        made.refused.append("it has no content left: mark what is said, or delete all its marks to reject it")
        return None
    for part in ("source", "cue", "content"):
        ranges = getattr(back, part)
        if any(one[1] > other[0] for one, other in pairwise(ranges)):
            made.refused.append(f"two marks of its {part} overlap: make them one")
            return None
    return _taken(made, "words", _of(back), _of(given), _of(now))


def _of(each: Given | Returned) -> Words:
    return Words(each.source, each.cue, each.content)


def _taken(made: Compared, what: str, back: T, given: T, now: T) -> T | None:
    """``back`` where a person changed it and nobody else did since."""
    if back == given:
        return None
    if back == now:
        made.already = True
        return None
    if now != given:
        made.refused.append(f"its {what} was changed in the ledger since it was given out: export again")
        return None
    return back


def _decide(made: Compared, wanted: Decision | None, given: Given, now: Given) -> None:
    if wanted == given.decision:
        return
    if wanted is None:
        made.refused.append(
            f"its decision, {given.decision}, was cleared: left alone; `sayso judge {given.id} undo` takes it back"
        )
        return
    if wanted == now.decision:
        made.already = True
    elif now.decision != given.decision:
        made.refused.append(
            f"{now.decision or 'nothing'} was decided since it was given out, where it was {given.decision or 'nothing'}:"
            " export again"
        )
    elif wanted == "fix":
        if not made.change.fixes and not made.already:
            made.refused.append("it says fix, and nothing is changed: change what is wrong")
    else:
        made.change = replace(made.change, decision=wanted)


def _labels(made: Compared, back: Returned, given: Given, now: Given) -> Iterator[tuple[str, Label]]:
    """The stances that changed, by the id of the position, found by where its object is named."""
    shown = {each.id: each.label for each in now.positions}
    places = Counter((each.start, each.end) for each in given.positions)
    left = {place: sorted(_at(back, place), key=str) for place in places}
    for place in sorted({place for place, _ in back.objects} - places.keys()):
        made.refused.append(
            f"an object at [{place[0]}, {place[1]}) was added or moved: left alone; `sayso judge` adds one"
        )
    for place, count in places.items():
        if len(left[place]) != count:
            made.refused.append(
                f"an object at [{place[0]}, {place[1]}) is gone: left alone; set its stance to none instead"
            )
            continue
        own = [each for each in given.positions if (each.start, each.end) == place]
        for each, label in _paired(own, left[place]):
            if label is None:
                continue
            if each.id not in shown and label != each.label:
                made.refused.append(f"the position {each.id} is no longer shown: export again")
            elif each.id in shown:
                taken = _taken(made, f"stance at [{place[0]}, {place[1]})", label, each.label, shown[each.id])
                if taken is not None:
                    yield each.id, taken


def _at(back: Returned, place: Range) -> list[Label | None]:
    return [label for where, label in back.objects if where == place]


def _paired(own: Sequence[GivenPosition], labels: Sequence[Label | None]) -> list[tuple[GivenPosition, Label | None]]:
    """Positions of one place with their labels: those that still have theirs first, then the others in order."""
    rest = list(labels)
    kept: list[tuple[GivenPosition, Label | None]] = []
    changed: list[GivenPosition] = []
    for each in own:
        if each.label in rest:
            rest.remove(each.label)
            kept.append((each, each.label))
        else:
            changed.append(each)
    return [*kept, *zip(changed, rest, strict=True)]
