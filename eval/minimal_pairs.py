"""Minimal pairs: two short texts that differ in one change, which flips one code.

    python -m eval.minimal_pairs          # compiles every pair and counts them by decision

The format is described in ``POSITIONS.md``, what the pairs on speakers add to it in ``SPEAKERS.md``.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval import pair_actors
from eval.anchors import AnchorError, read_lines
from eval.anchors import compile_line as compile_statements
from eval.position_gold import compile_line as compile_positions
from eval.speaker_gold import compile_line as compile_speakers

FOLDER = Path(__file__).parent / "pairs"
CODEBOOK = "1.0"
WITH_VOICE = (17, 20, 21)
"""Decisions that turn on the writer's voice or on the headline; ``eval.voice_pairs`` reads their pairs."""

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Flip:
    """What changes from side ``a`` to side ``b``: ``field`` of the object, actor or statement ``of``.

    None where that side has no such object or statement.
    """

    field: str
    of: str | int
    a: Any
    b: Any


@dataclass(frozen=True, slots=True)
class Pair:
    """One minimal pair; both sides are gold lines with spans."""

    decision: int
    number: int
    change: str
    a: Line
    b: Line
    flip: Flip


def read_pairs(folder: Path = FOLDER) -> Iterator[Pair]:
    """All pairs but those of WITH_VOICE, in the order of their decisions; AnchorError names one that does not compile or flip."""
    others = (path for path in sorted(folder.glob("*.jsonl")) if int(path.stem) not in WITH_VOICE)
    for path in others:
        for number, line in enumerate(read_lines(path), 1):
            try:
                pair = _pair(line, number)
            except (AnchorError, KeyError) as error:
                raise AnchorError(f"{path.name}:{number}: {error}") from error
            if value_of(pair.a, pair.flip) == value_of(pair.b, pair.flip):
                raise AnchorError(f"{path.name}:{number}: nothing flips")
            if pair.flip.field in pair_actors.FIELDS:
                _check_told(pair, f"{path.name}:{number}")
            yield pair


def value_of(side: Line, flip: Flip) -> Any:
    """What a side has in the field that flips; a list where the object has several positions; None where it has none."""
    if flip.field in pair_actors.FIELDS:
        return pair_actors.value_of(side, flip.field, flip.of)
    if isinstance(flip.of, int):
        if flip.of > len(side["statements"]):
            return None
        statement = side["statements"][flip.of - 1]
        return _objects(side, statement["id"]) if flip.field == "object" else _inside(statement, flip.field)
    found = [_inside(each, flip.field) for each in side["positions"] if each["object"] == flip.of]
    return found[0] if len(found) == 1 else found or None


def _objects(side: Line, statement: str) -> list[str]:
    """Whom a statement judges."""
    return sorted(
        each["object"] for each in side["positions"] if each["statement"] == statement and each["role"] == "object"
    )


def _inside(record: Line, field: str) -> Any:
    value: Any = record
    for name in field.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _check_told(pair: Pair, where: str) -> None:
    """The flip says of both sides what their codes say; AnchorError if not."""
    for name, side, told in (("a", pair.a, pair.flip.a), ("b", pair.b, pair.flip.b)):
        coded = value_of(side, pair.flip)
        if coded != told:
            raise AnchorError(f"{where}: the flip says {told!r} of side {name}, which has {coded!r}")


def _pair(line: Line, number: int) -> Pair:
    sides = {side: _side(line[side], f"p{line['decision']:02d}-{number}{side}") for side in ("a", "b")}
    return Pair(line["decision"], number, line["change"], sides["a"], sides["b"], Flip(**line["flip"]))


def _side(side: Line, name: str) -> Line:
    """A side as a gold line; its statements stand in text order in the file, as in gold. What it does not code is left out."""
    article = {"id": name, "text": side["text"], "published": side.get("published")}
    gold = compile_statements(article, side, codebook=CODEBOOK, coder="adjudicated")
    coded = [{"n": n, "status": "actual", **each} for n, each in enumerate(side["statements"], 1)]
    coding = {"statements": coded, "occasions": [], "positions": side.get("positions", [])}
    line = compile_positions(gold, coding, coder="adjudicated")
    if "positions" not in side:
        del line["positions"], line["occasions"]
    if "actors" not in side:
        return line
    _check_names(side)
    return compile_speakers(line, side, coder="adjudicated")


def _check_names(side: Line) -> None:
    """A flip finds an actor by its name, so no two have one."""
    twice = [name for name, times in Counter(each["name"] for each in side["actors"]).items() if times > 1]
    if twice:
        raise AnchorError(f"two actors are called {', '.join(twice)}")


def main() -> None:
    counted = Counter(pair.decision for pair in read_pairs())
    for decision, count in sorted(counted.items()):
        print(f"decision {decision:2d}: {count} pairs")
    print(f"{sum(counted.values())} pairs")


if __name__ == "__main__":
    main()
