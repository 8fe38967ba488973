"""Figures of the development pairs: those that rules are written from, and the third that is held back.

    python -m training.pairs                       # the pairs that may be looked at
    python -m training.pairs --part held           # the held-back third, for a last look
    python -m training.pairs --failures 8 --failures 24

The format is that of ``eval/pairs`` (``eval/POSITIONS.md``); none of these pairs stands there.
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from eval import pair_actors, stances
from eval.given import read_given
from eval.minimal_pairs import Pair, read_pairs, value_of

FOLDER = Path(__file__).parent / "pairs"
PARTS = ("seen", "held")
EVERY = 3
"""Every third pair of a decision is held back."""

Line = dict[str, Any]


def part_of(pair: Pair) -> str:
    """Whether a pair may be looked at while rules are written."""
    return "held" if int(pair.a["id"].split("-")[1][:-1]) % EVERY == 0 else "seen"


def report(pairs: Iterable[Pair]) -> str:
    """Pairs right on both sides, by decision."""
    right = stances.by_decision(pairs)
    told = [f"  decision {decision:2d}: {sum(found)} of {len(found)}" for decision, found in right.items()]
    every = [each for found in right.values() for each in found]
    return "\n".join([*told, f"{sum(every)} of {len(every)} pairs"])


def failures(pairs: Iterable[Pair]) -> Iterator[str]:
    """Each pair that is not right, with what was found on both sides."""
    for pair in pairs:
        if not stances.pair_is_right(pair):
            yield f"{pair.a['id'][:-1]}  {pair.flip.field} of {pair.flip.of}"
            yield from (f"   {_told(side, pair)}" for side in (pair.a, pair.b))


def _told(side: Line, pair: Pair) -> str:
    answered = read_given(side)
    if pair.flip.field in pair_actors.FIELDS:
        gold, seen = (
            pair_actors.folded(value_of(line, pair.flip)) for line in (side, pair_actors.called_as_gold(answered))
        )
        return f"{'  ' if gold == seen else '! '}{gold} found {seen} | {side['text']}"
    found = answered.found
    by_id = {each["id"]: each for each in found["statements"]}
    numbered = {**found, "statements": [by_id[each["id"]] for each in side["statements"]]}
    gold, seen = value_of(side, pair.flip), value_of(numbered, pair.flip)
    sure = value_of(numbered, type(pair.flip)("stance", pair.flip.of, None, None))
    return f"{'  ' if gold == seen else '! '}{gold} found {seen} {sure if sure else ''} | {side['text']}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, default="seen")
    parser.add_argument("--failures", type=int, action="append", default=[], metavar="DECISION")
    chosen = parser.parse_args()
    pairs = [pair for pair in read_pairs(FOLDER) if part_of(pair) == chosen.part]
    print("\n".join(failures(pair for pair in pairs if pair.decision in chosen.failures)) or report(pairs))


if __name__ == "__main__":
    main()
