"""The parts our own articles belong to: train, gate, unseen. Articles of other sets belong to none."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SETS = {"t": "coverage", "w": "wikinews", "v": "voice"}
"""The set an article of ours is in, by the letter its id begins with."""

Line = dict[str, Any]


def part_of(line: Line) -> str | None:
    """The part of a gold line, or None if it is none of ours."""
    if "statements" not in line and "voice" not in line:
        return None
    return _parts().get(f"{SETS.get(line['id'][0], '')}/{line['id']}")


@cache
def _parts() -> dict[str, str]:
    parts = json.loads((HERE / "splits.json").read_text(encoding="utf-8"))
    return {name: part for part, names in parts.items() for name in names}


def seen(lines: Iterable[Line]) -> list[Line]:
    """All but the unseen."""
    return [line for line in lines if part_of(line) != "unseen"]


def unseen(lines: Iterable[Line]) -> list[Line]:
    """The unseen alone."""
    return [line for line in lines if part_of(line) == "unseen"]
