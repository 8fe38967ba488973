"""The one registry of what ``sayso export`` writes: formats of tables, and formats of annotation tools.

A new format of tables is a module beside this one and an entry in ``TABLE_FORMATS``; a new annotation tool is a module of
``annotations`` and an entry in ``annotations/formats.py``. Nothing else needs to know.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from sayso.annotations.formats import TOOLS, Tool
from sayso.errors import UsageError
from sayso.export import csv_file, json_lines, parquet_file
from sayso.export.dictionary import Field

Rows = Iterable[Mapping[str, Any]]
Write = Callable[[Rows, Path, Mapping[str, Field]], int]


def _json_lines(rows: Rows, path: Path, _: Mapping[str, Field]) -> int:
    with path.open("w", encoding="utf-8", newline="") as file:
        return json_lines.write(rows, file)


def _csv(rows: Rows, path: Path, _: Mapping[str, Field]) -> int:
    with path.open("w", encoding="utf-8", newline="") as file:
        return csv_file.write(rows, file)


def _parquet(rows: Rows, path: Path, fields: Mapping[str, Field]) -> int:
    parquet_file.require()
    with path.open("wb") as file:
        return parquet_file.write(rows, file, fields)


TABLE_FORMATS: dict[str, Write] = {"jsonl": _json_lines, "csv": _csv, "parquet": _parquet}
"""By name, which is also the file ending that selects it."""

NAMES = (*TABLE_FORMATS, *TOOLS)


def chosen(name: str | None, output: str) -> str | Tool:
    """The name of a format of tables, or a tool: as asked, else by the ending of ``output``, else JSON Lines. UsageError for neither."""
    if name is None:
        ending = Path(output).suffix.lower().removeprefix(".")
        return ending if ending in TABLE_FORMATS else "jsonl"
    if name not in NAMES:
        raise UsageError(f"{name!r} is no format: choose one of {', '.join(NAMES)}")
    return TOOLS.get(name, name)
