"""What every listing shares: formats, columns, exit codes, and how a terminal is used."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.export import csv_file

DONE, SOME_FAILED, USAGE, UNUSABLE = 0, 1, 2, 3
"""Exit codes: done; some articles failed; the call is wrong; ledger or model cannot be used."""


class Format(StrEnum):
    """How a listing is written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


def console() -> Console:
    """Standard output; colours only on a terminal, and no markup read from article text."""
    return Console(markup=False, highlight=False, soft_wrap=not sys.stdout.isatty())


def messages() -> Console:
    """Standard error, for progress, summaries and errors."""
    return Console(stderr=True, markup=False, highlight=False)


def show(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], how: Format, empty: str = "nothing found") -> None:
    """Write ``rows`` in the format asked for; all formats but the table hold every field."""
    if how is Format.jsonl:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
    elif how is Format.json:
        print(json.dumps(list(rows), ensure_ascii=False, indent=2))
    elif how is Format.csv:
        _csv(rows, columns)
    else:
        _table(list(rows), columns, empty)


def _csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> None:
    print(",".join(columns))
    csv_rows = ({column: row.get(column) for column in columns} for row in rows)
    csv_file.write(csv_rows, sys.stdout, header=False)


def _table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], empty: str) -> None:
    if not rows:
        messages().print(empty)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(plain(row.get(column))) for column in columns))
    console().print(table)


def plain(value: Any) -> str:
    """One line without control characters, so that article text cannot steer a terminal."""
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return " ".join("".join(c if c.isprintable() or c.isspace() else "�" for c in text).split())
