"""JSON Lines: one row a line, verbatim."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, TextIO


def write(rows: Iterable[Mapping[str, Any]], stream: TextIO) -> int:
    """Write every row; returns their number."""
    count = 0
    for row in rows:
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")
        count += 1
    return count
