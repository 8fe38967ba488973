"""CSV (RFC 4180 quoting, ``\\n`` line ends): lists as JSON, and no cell a spreadsheet would run."""

import csv
import json
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make a spreadsheet run a cell; article text is hostile."""


def write(rows: Iterable[Mapping[str, Any]], stream: TextIO, *, header: bool = True) -> int:
    """Write a header, unless told not to, and every row; returns the number of rows. Columns are those of the first row."""
    writer = csv.writer(stream, lineterminator="\n")
    columns: list[str] = []
    count = 0
    for row in rows:
        if not count:
            columns = list(row)
            if header:
                writer.writerow(columns)
        writer.writerow([cell(row.get(name)) for name in columns])
        count += 1
    return count


def cell(value: Any) -> str:
    """The value as text; a string that begins like a formula is preceded by an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if value.startswith(FORMULA) else value
    return json.dumps(value, ensure_ascii=False)
