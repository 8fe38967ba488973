"""Statements with coded positions, from every set, as one kind of item. Ranges are half-open, in code points of the text."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.anchors import read_lines
from eval.minimal_pairs import read_pairs
from eval.public_pairs import STANCES, Pair
from eval.splits import part_of
from sayso.records.position import LABELS, ROLES
from sayso.records.statement import MOVES, STATUSES
from training.positions.written import FLAGS, Range, Written, read_written

NOTHING = "nothing"
"""The role of a mention that is no position: not an actor, or one the statement says nothing of."""
ALL_ROLES = (*ROLES, NOTHING)
KNOWN_MOVES = tuple(move for move in MOVES if move != "unknown")
UNKNOWN = -1
GOLD = [Path("eval/positions") / name for name in ("coverage.jsonl", "wikinews.jsonl")]

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """One mention in a statement: numbers of role and label, UNKNOWN where not coded; ``flags`` None where not coded."""

    mention: Range
    role: int
    label: int
    flags: tuple[bool, ...] | None
    evidence: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One statement with what is known of it; ``name`` finds it again in its set, items of a ``group`` differ in one change."""

    text: str
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    status: int
    move: int
    judged: tuple[Judged, ...]
    set: str
    name: str
    group: str


def written_items(paths: Iterable[Path]) -> Iterator[Item]:
    """The sentences of our own writing."""
    for path in paths:
        for number, each in enumerate(read_written(path), 1):
            yield _of_written(each, f"{path.stem}/{number}")


def is_held_out(item: Item) -> bool:
    """Whether the item is in the tenth of the groups of our own writing that choices are made on, by a hash of its name."""
    return hashlib.sha256(item.group.encode()).digest()[0] < 26


def gold_items(lines: Iterable[Line], kind: str = "gold") -> Iterator[Item]:
    """The statements of gold lines with positions."""
    for line in lines:
        for statement in line["statements"]:
            found = [each for each in line["positions"] if each["statement"] == statement["id"]]
            yield Item(
                line["text"],
                *(tuple((start, end) for start, end in statement[part]) for part in ("source", "cue", "content")),
                STATUSES.index(statement["status"]),
                KNOWN_MOVES.index(statement["move"]) if statement.get("move") else UNKNOWN,
                tuple(_of_gold(each) for each in found),
                kind,
                f"{line['id']}/{statement['id']}",
                line["id"],
            )


def gold_of(part: str) -> list[Item]:
    """The statements of one part of our gold."""
    return list(gold_items(line for path in GOLD for line in read_lines(path) if part_of(line) == part))


def pair_items() -> Iterator[Item]:
    """Both sides of the minimal pairs: to measure on, never to train on."""
    for pair in read_pairs():
        yield from gold_items([side for side in (pair.a, pair.b) if "positions" in side], "pairs")


def public_items(pairs: Iterable[Pair], name: str) -> Iterator[Item]:
    """Pairs of a public set: the holder as source, the label alone known."""
    for number, each in enumerate(pairs):
        label = LABELS.index(STANCES[each.stance])
        holder = (each.holder,) if each.holder else ()
        judged = Judged(each.object, UNKNOWN, label, None)
        yield Item(each.text, holder, (), (), UNKNOWN, UNKNOWN, (judged,), name, str(number), str(number))


def _of_written(each: Written, name: str) -> Item:
    judged = tuple(
        Judged(
            p.mention,
            ALL_ROLES.index(p.role),
            LABELS.index(p.label),
            tuple(flag in p.flags for flag in FLAGS),
            each.evidence if p.label != "none" else (),
        )
        for p in each.positions
    )
    return Item(
        each.text, each.source, each.cue, each.content,
        STATUSES.index(each.status), KNOWN_MOVES.index(each.move), judged, "written", name, each.group,
    )  # fmt: skip


def _of_gold(position: Line) -> Judged:
    return Judged(
        (position["mention"][0], position["mention"][1]),
        ALL_ROLES.index(position["role"]),
        LABELS.index(position["label"]),
        tuple(flag in position["flags"] for flag in FLAGS),
        tuple((start, end) for start, end in position["evidence"]),
    )
