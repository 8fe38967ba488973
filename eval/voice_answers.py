"""Minimal pairs on the writer's voice (decisions 17 and 21), with the statements given: right where both sides are.

A field is that of the voice found on the words of the gold one. Where a side has no such voice, none may be found beside those
that it has. Pairs on headlines (decision 20) turn on another part of the output and are left to whoever scores that.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from eval.given import bare, read_given
from eval.minimal_pairs import Flip, Pair
from eval.voice_pairs import value_of

Line = dict[str, Any]


def is_scored(pair: Pair) -> bool:
    return pair.flip.field.startswith("voice.")


def by_decision(pairs: Iterable[Pair]) -> dict[int, list[bool]]:
    """Which pairs are right, of those that turn on a voice."""
    right: dict[int, list[bool]] = defaultdict(list)
    for pair in filter(is_scored, pairs):
        right[pair.decision].append(all(_is_right(side, pair.flip) for side in (pair.a, pair.b)))
    return dict(sorted(right.items()))


def _is_right(side: Line, flip: Flip) -> bool:
    found = read_given(side).found
    names = {each["id"]: each["name"] for each in found["actors"]}
    answer = answering(side, found["voice"], flip.of)
    field = flip.field.removeprefix("voice.")
    wanted = value_of(side, flip)
    if answer is None:
        return wanted is None
    if field != "object":
        return bool(answer[field] == wanted)
    if wanted is None or answer["mention"] is None:
        return wanted is None and answer["mention"] is None
    gold = side["voice"][int(flip.of) - 1]["mention"]
    return _touch(gold, answer["mention"]) or bare(names[answer["object"]]) == bare(wanted)


def answering(side: Line, found: Iterable[Line], of: int | str) -> Line | None:
    """The found voice on the words of gold voice number ``of``, from 1; where there is none, one on no gold voice's words."""
    number = int(of)
    if number <= len(side["voice"]):
        span = side["voice"][number - 1]["span"]
        return next((each for each in found if _touch(span, each["span"])), None)
    return next((each for each in found if not any(_touch(gold["span"], each["span"]) for gold in side["voice"])), None)


def _touch(one: list[int], other: list[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
