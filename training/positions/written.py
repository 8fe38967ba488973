"""Sentences of our own writing in which every part is marked and every actor coded.

    python -m training.positions.written FILE…       # checks each line and counts the codes

One JSON object a line: ``{"t": text with marks, "st": status, "mv": move, "p": {"o1": [role, label, [flag, …]], …}, "g": group}``.
Marks, nested at will: ``[s …]`` source, ``[c …]`` cue, ``[x …]`` content (several if it is interrupted), ``[o1 …]``, ``[o2 …]`` the
mentions of actors, ``[e …]`` the words that judge. What stands outside the marks is context. Items of one group differ in one change.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

STATUSES = ("actual", "withheld", "negated", "anticipated", "hypothetical", "attitude", "measurement")
MOVES = ("accuse", "demand", "deny", "threaten", "promise", "concede", "admit", "warn", "predict", "inform")
ROLES = ("object", "addressee", "beneficiary", "comparand", "mentioned")
LABELS = ("critical", "supportive", "mixed", "none")
FLAGS = ("implied", "conditional", "irony", "own_side", "second_hand")

Range = tuple[int, int]

_MARK = re.compile(r"\[(s|c|x|e|o[0-9]) |\]")


class WrittenError(ValueError):
    """A line that does not fit the format; the message says what to mend."""


@dataclass(frozen=True, slots=True)
class Coded:
    """What is coded of one actor in one statement; ``mention`` half-open, in code points of the text."""

    mention: Range
    role: str
    label: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """One text with one statement; all ranges half-open, in code points of ``text``."""

    text: str
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    evidence: tuple[Range, ...]
    status: str
    move: str
    positions: tuple[Coded, ...]
    group: str


def parse(line: str) -> Written:
    """One item of a line. WrittenError says what does not fit."""
    record = json.loads(line)
    text, marks = _unmarked(record["t"])
    if "[" in text or "]" in text:
        raise WrittenError("a bracket is left over")
    for part, name in (("c", "cue"), ("x", "content")):
        if part not in marks:
            raise WrittenError(f"no {name}")
    coded, marked = record.get("p", {}), {name for name in marks if name.startswith("o")}
    if set(coded) != marked:
        raise WrittenError(f"marked {sorted(marked)}, coded {sorted(coded)}")
    _check(record["st"], STATUSES)
    _check(record["mv"], MOVES)
    positions = []
    for name, (role, label, flags) in coded.items():
        _check(role, ROLES)
        _check(label, LABELS)
        for flag in flags:
            _check(flag, FLAGS)
        if len(marks[name]) > 1:
            raise WrittenError(f"{name} is marked twice")
        positions.append(Coded(marks[name][0], role, label, tuple(flags)))
    return Written(
        text, *(tuple(marks.get(part, ())) for part in "scxe"), record["st"], record["mv"], tuple(positions), str(record["g"])
    )  # fmt: skip


def read_written(path: Path) -> Iterator[Written]:
    """All items of a file. WrittenError names the first line that does not fit."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield parse(line)
            except (WrittenError, KeyError, ValueError, TypeError) as error:
                raise WrittenError(f"{path}:{number}: {error}") from error


def _check(value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise WrittenError(f"{value!r} is none of {', '.join(known)}")


def _unmarked(marked: str) -> tuple[str, dict[str, list[Range]]]:
    text, marks, open_marks, at = "", {}, [], 0
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        at = found.end()
        if found.group(1):
            open_marks.append((found.group(1), len(text)))
            continue
        if not open_marks:
            raise WrittenError("a mark is closed that was not opened")
        name, start = open_marks.pop()
        if start == len(text):
            raise WrittenError(f"[{name} ] is empty")
        marks.setdefault(name, []).append((start, len(text)))
    if open_marks:
        raise WrittenError(f"[{open_marks[-1][0]} is not closed")
    return text + marked[at:], {name: sorted(found) for name, found in marks.items()}


def main(paths: list[str]) -> int:
    """Problems of every line, and what is coded how often; 1 if there are problems."""
    counts: Counter[str] = Counter()
    bad = 0
    for path in paths:
        for number, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
            try:
                item = parse(line)
            except (WrittenError, KeyError, ValueError, TypeError) as error:
                bad += 1
                print(f"{path}:{number}: {type(error).__name__} {error}")
                continue
            counts.update([f"status {item.status}", f"move {item.move}", "items"])
            counts.update(f"{each.role} {each.label}" for each in item.positions)
            counts.update(f"flag {flag}" for each in item.positions for flag in each.flags)
    for name, count in sorted(counts.items()):
        print(f"{count:6} {name}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
