"""What became of each item, as a file: CSV, JSON or JSON Lines, by the ending of its name.

Rows are written as they come and none is held. The file gets its name when all of them are in it, however the run ended short of a
kill; until then, and after a kill, they stand beside it in ``NAME.part``.
"""

import io
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TextIO

from sayso.errors import UsageError
from sayso.export import csv_file
from sayso.records import ids
from sayso.records.reading import Outcome

FORMATS = (".csv", ".json", ".jsonl")

COLUMNS = (
    "input_name",
    "line",
    "given_id",
    "outcome",
    "reason",
    "article_id",
    "version_id",
    "statements",
    "language",
)
"""As the ledger and the contract call them; ``line`` counts from 1, ``statements`` of this reading."""

_END = {".csv": "", ".json": "\n]\n", ".jsonl": ""}
_NONE = {".csv": ",".join(COLUMNS) + "\n", ".json": "[]\n", ".jsonl": ""}
"""What a file ends with, and what a file without rows holds."""


class SummaryFile:
    """The file at ``path``, or nothing for None. Its ending is one of ``FORMATS``. UsageError if it cannot be written."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._kind = "" if path is None else path.suffix.lower()
        self._part = None if path is None else path.with_name(path.name + ".part")
        self._rows = 0
        self._stream: TextIO | None = None
        if path is not None and self._part is not None:
            with _explained(path):
                self._stream = self._part.open("w", encoding="utf-8", newline="")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._stream is None or self._path is None or self._part is None:
            return
        with _explained(self._path):
            self._stream.write(_END[self._kind] if self._rows else _NONE[self._kind])
            self._stream.close()
            os.replace(self._part, self._path)

    def add(self, outcome: Outcome) -> None:
        """One row, flushed. UsageError if it cannot be written."""
        if self._stream is None or self._path is None:
            return
        with _explained(self._path):
            self._stream.write(_written(row_of(outcome), self._kind, first=not self._rows))
            self._stream.flush()
        self._rows += 1


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(f"cannot write the summary {path}: {error.strerror or error}") from error


def _written(row: dict[str, Any], kind: str, *, first: bool) -> str:
    if kind != ".csv":
        line = json.dumps(row, ensure_ascii=False)
        return line + "\n" if kind == ".jsonl" else ("[\n" if first else ",\n") + line
    text = io.StringIO()
    csv_file.write([row], text, header=first)
    return text.getvalue()


def row_of(outcome: Outcome) -> dict[str, Any]:
    """One item by ``COLUMNS``; what cannot be written as UTF-8 (the name of a file may hold any byte) becomes an escape."""
    item, reading = outcome.item, outcome.reading
    article, version = _ids(outcome)
    row = {
        "input_name": item.name,
        "line": item.line,
        "given_id": item.given_id,
        "outcome": outcome.ending,
        "reason": outcome.reason,
        "article_id": article,
        "version_id": version,
        "statements": None if reading is None else len(reading.statements),
        "language": outcome.language.code,
    }
    return {name: _writable(value) if isinstance(value, str) else value for name, value in row.items()}


def _ids(outcome: Outcome) -> tuple[str | None, str | None]:
    if outcome.item.article is None:
        return None, None
    try:
        return ids.of_article(outcome.item.article)[:2]
    except UnicodeEncodeError:
        return None, None


def _writable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
