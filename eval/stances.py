"""Figures of positions, status and minimal pairs, all with the statements given."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from eval import pair_actors
from eval.given import Answered, paired, read_given
from eval.minimal_pairs import Pair, value_of

Line = dict[str, Any]
Coded = tuple[str, str]
"""(gold, found)."""

STANCES = ("critical", "supportive", "none")
MISSING = "missing"


def answers(lines: Iterable[Line]) -> list[Answered]:
    return [read_given(line) for line in lines]


def labels(found: Sequence[Answered]) -> list[Coded]:
    """Stance of every gold position; one that was not found counts as none. Gold ``mixed`` is left out."""
    pairs = [(gold, each) for answered in found for gold, each in paired(answered)]
    return [(gold["label"], each["label"] if each else "none") for gold, each in pairs if gold["label"] != "mixed"]


def statuses(found: Sequence[Answered]) -> list[Coded]:
    return _of_statements(found, "status")


def moves(found: Sequence[Answered]) -> list[Coded]:
    return _of_statements(found, "move")


def roles(found: Sequence[Answered]) -> list[Coded]:
    pairs = [(gold, each) for answered in found for gold, each in paired(answered)]
    return [(gold["role"], each["role"] if each else MISSING) for gold, each in pairs]


def wordings(found: Sequence[Answered]) -> list[Coded]:
    """Whose words, of the evaluations that both have."""
    pairs = [(gold, each) for answered in found for gold, each in paired(answered)]
    return [(g["wording"], e["wording"]) for g, e in pairs if e and g["wording"] and e["wording"]]


def brier(found: Sequence[Answered]) -> float:
    """Mean squared distance of the probabilities from the gold label (Brier 1950), over the positions that were found."""
    pairs = [(gold, each) for answered in found for gold, each in paired(answered) if each]
    return sum(
        sum((probability - (name == gold["label"])) ** 2 for name, probability in each["stance"].items())
        for gold, each in pairs
    ) / max(1, len(pairs))


def f1(codes: Sequence[Coded], value: str) -> float:
    """F1 of one value; 0 where it is neither there nor found."""
    right = sum(gold == found == value for gold, found in codes)
    either = sum((gold == value) + (found == value) for gold, found in codes)
    return 2 * right / either if either else 0.0


def macro_f1(codes: Sequence[Coded], values: Iterable[str] | None = None) -> float:
    """Mean F1 over ``values``, by default all that the gold has."""
    chosen = sorted({gold for gold, _ in codes}) if values is None else list(values)
    return sum(f1(codes, value) for value in chosen) / max(1, len(chosen))


def recall(codes: Sequence[Coded], value: str) -> float:
    wanted = [found for gold, found in codes if gold == value]
    return sum(found == value for found in wanted) / max(1, len(wanted))


def accuracy(codes: Sequence[Coded]) -> float:
    return sum(gold == found for gold, found in codes) / max(1, len(codes))


def pair_is_right(pair: Pair) -> bool:
    """Whether the code that flips is right on both sides."""
    return all(_side_is_right(side, pair) for side in (pair.a, pair.b))


def _side_is_right(side: Line, pair: Pair) -> bool:
    answered = read_given(side)
    if pair.flip.field in pair_actors.FIELDS:
        gold, seen = (value_of(line, pair.flip) for line in (side, pair_actors.called_as_gold(answered)))
        return bool(pair_actors.folded(gold) == pair_actors.folded(seen))
    found = answered.found
    gold, seen = value_of(side, pair.flip), value_of({**found, "statements": _numbered(side, found)}, pair.flip)
    if pair.flip.field != "flags":
        return bool(gold == seen)
    differ = set(pair.flip.a or ()) ^ set(pair.flip.b or ())
    return _flat(gold) & differ == _flat(seen) & differ


def _flat(flags: Any) -> set[str]:
    """Flags of one position, or of several positions on the same object."""
    each = flags or []
    return (
        set(each) if all(isinstance(flag, str) for flag in each) else {flag for inner in each for flag in inner or []}
    )


def _numbered(side: Line, found: Line) -> list[Line]:
    """The predicted statements in the order of the gold ones, which is what a flip counts by."""
    by_id = {each["id"]: each for each in found["statements"]}
    return [by_id[each["id"]] for each in side["statements"]]


def is_scored(pair: Pair) -> bool:
    """Whether the output has the field that flips at all."""
    return pair.flip.field not in pair_actors.FIELDS or pair_actors.is_in_output(pair.flip.field)


def by_decision(pairs: Iterable[Pair]) -> dict[int, list[bool]]:
    """Which pairs are right, of those that can be scored."""
    right: dict[int, list[bool]] = defaultdict(list)
    for pair in filter(is_scored, pairs):
        right[pair.decision].append(pair_is_right(pair))
    return dict(sorted(right.items()))


def _of_statements(found: Sequence[Answered], field: str) -> list[Coded]:
    codes = []
    for answered in found:
        by_id = {each["id"]: each[field] for each in answered.found["statements"]}
        codes += [(each[field], by_id[each["id"]]) for each in answered.gold["statements"] if each.get(field)]
    return codes


def confusion(codes: Sequence[Coded]) -> Counter[Coded]:
    """What was taken for what."""
    return Counter(each for each in codes if each[0] != each[1])
