"""CSV and TSV to articles, a row at a time: memory does not grow with the table.

Lines are read in pieces of bounded size, so one without an end, or a quotation mark that is never closed, fails for itself alone.
"""

import codecs
import csv
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from sayso.errors import InputError
from sayso.ingest.columns import article_of, chosen, row_bytes
from sayso.ingest.limits import Limits, told
from sayso.ingest.sourced import Sourced, Wanted, failed, read
from sayso.ingest.text import SAMPLE, decode

DELIMITERS = (",", ";", "\t", "|")

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class _TooLong(Exception):
    """A line is longer than is read."""


def sourced(stream: BinaryIO, name: str, wanted: Wanted, delimiter: str | None = None) -> Iterator[Sourced]:
    """One item a row that is not blank; ``line`` is where the row begins, counted from 1. The first row names the columns.

    ``delimiter`` is what a file's name says; without it, what cuts the first line into most parts.
    """
    lines = _Lines(stream, wanted.limits)
    csv.field_size_limit(wanted.limits.line)
    try:
        first = next(lines)
        mark = delimiter or max(DELIMITERS, key=lambda each: first.count(each))
        rows = csv.reader(lines.after(first), delimiter=mark)
        header = _header(next(rows), wanted.limits)
        taken = chosen(header, wanted, name)
    except StopIteration:
        yield failed(name, "the table is empty: its first row must name the columns")
        return
    except (InputError, _TooLong, csv.Error) as error:
        yield failed(name, _why(error, wanted.limits))
        return
    seen: set[str] = set()
    while True:
        line = lines.number + 1
        try:
            cells = next(rows)
            if not any(cell.strip() for cell in cells):
                continue
            row = _row(header, cells)
            article = article_of(row, taken, wanted, name)
            if article.given_id in seen:
                raise InputError(
                    f"the id {article.given_id!r} has been used on an earlier line; map another column to id"
                )
        except StopIteration:
            return
        except (InputError, _TooLong, csv.Error) as error:
            yield failed(name, _why(error, wanted.limits), line)
            continue
        if article.given_id is not None:
            seen.add(article.given_id)
        yield read(name, article, row_bytes(row), line)


class _Lines(Iterator[str]):
    """The lines of a stream with their ends, decoded; ``number`` of them were given so far."""

    def __init__(self, stream: BinaryIO, limits: Limits) -> None:
        self._stream = stream
        self._limit = limits.line
        self._sample = stream.read(SAMPLE)
        self._encoding, self._held = _encoding(self._sample)
        self._again: list[str] = []
        self.number = 0

    def after(self, line: str) -> "_Lines":
        """This, giving ``line`` once more first."""
        self._again.append(line)
        self.number -= 1
        return self

    def __next__(self) -> str:
        if self._again:
            self.number += 1
            return self._again.pop()
        raw = self._line()
        if not raw:
            raise StopIteration
        self.number += 1
        if len(raw) > self._limit:
            while raw and not raw.endswith(b"\n"):
                raw = self._stream.readline(1 << 20)
            raise _TooLong
        try:
            return raw.decode(self._encoding)
        except UnicodeDecodeError:
            return decode(raw, detect=False)

    def _line(self) -> bytes:
        at = self._held.find(b"\n")
        if at >= 0:
            line, self._held = self._held[: at + 1], self._held[at + 1 :]
            return line
        held, self._held = self._held, b""
        return held + self._stream.readline(max(1, self._limit + 1 - len(held)))


def _encoding(sample: bytes) -> tuple[str, bytes]:
    """The encoding, and the sample without its mark. InputError for one whose lines cannot be told apart byte by byte."""
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            if encoding != "utf-8":
                raise InputError("the table is in UTF-16: save it as CSV in UTF-8")
            return encoding, sample[len(mark) :]
    if b"\r" in sample and b"\n" not in sample:
        raise InputError("the lines of the table end with carriage returns alone: save it with the line ends of today")
    return "utf-8", sample


def _header(cells: list[str], limits: Limits) -> list[str]:
    if len(cells) > limits.cells:
        raise InputError(f"the table has {len(cells):,} columns, more than {limits.cells:,}: is it a table?")
    header = [cell.strip() for cell in cells]
    double = next((cell for n, cell in enumerate(header) if cell and cell in header[:n]), None)
    if double is not None:
        raise InputError(f"two columns are named {double!r}: name each once")
    return header


def _row(header: list[str], cells: list[str]) -> Mapping[str, str]:
    """The cells by column. InputError if there are more than columns, which a stray delimiter makes."""
    if len(cells) > len(header):
        raise InputError(f"the row has {len(cells):,} cells for {len(header):,} columns: is a quotation mark missing?")
    return dict(zip(header, cells, strict=False))


def _why(error: Exception, limits: Limits) -> str:
    if isinstance(error, _TooLong):
        return f"the line is longer than {told(limits.line)}; split the input"
    if isinstance(error, csv.Error):
        return f"the row cannot be read ({error}): is a quotation mark not closed?"
    return str(error)
