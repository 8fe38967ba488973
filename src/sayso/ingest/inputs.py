"""What the user names on the command line, to items: files, folders, ``-`` for standard input."""

import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sayso.ingest.json_lines import items as json_lines_items
from sayso.ingest.text import clean, decode
from sayso.records.article import Article, Metadata
from sayso.records.reading import Item

JSON_LINES = frozenset({".jsonl", ".ndjson", ".jsonlines"})
PLAIN = frozenset({".txt", ".text", ".md", ""})
LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of a plain text file; a larger one is hardly one article."""


def items(paths: Iterable[str], known: Metadata = Metadata(), collection: str | None = None) -> Iterator[Item]:
    """Items in the order named; a folder's files in the order of their paths. ``known`` fills what a file does not say."""
    for path in paths:
        for item in _of_path(path, collection):
            yield _completed(item, known)


def count(paths: Iterable[str]) -> int | None:
    """How many items ``items`` will yield, or None if that takes reading a stream."""
    total = 0
    for path in paths:
        if path == "-":
            return None
        for file in _files(Path(path)):
            total += _line_count(file) if file.suffix.lower() in JSON_LINES else 1
    return total


def one_article(paths: Sequence[str]) -> bool:
    """Whether ``paths`` can be no more than one article: a single file, and of JSON Lines one with a single line."""
    if len(paths) != 1 or paths[0] == "-" or Path(paths[0]).is_dir():
        return False
    return (count(paths) or 0) <= 1


def _of_path(path: str, collection: str | None) -> Iterator[Item]:
    if path == "-":
        yield from json_lines_items(sys.stdin.buffer, "stdin", collection)
        return
    place = Path(path)
    if not place.exists():
        yield Item(path, error=f"there is no file or folder {path}; check the name")
        return
    named = place.is_file()
    for file in _files(place):
        yield from _of_file(file, collection, named=named)


def _files(place: Path) -> list[Path]:
    if not place.is_dir():
        return [place] if place.exists() else []
    return sorted(file for file in place.rglob("*") if file.is_file() and not _hidden(file.relative_to(place)))


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _of_file(file: Path, collection: str | None, *, named: bool) -> Iterator[Item]:
    suffix = file.suffix.lower()
    try:
        if suffix in JSON_LINES:
            with file.open("rb") as stream:
                yield from json_lines_items(stream, file.name, collection)
        elif named or suffix in PLAIN:
            yield _plain(file)
        else:
            yield Item(file.name, skip=f"not a kind of file that is read yet ({suffix}); plain text and JSON Lines are")
    except OSError as error:
        yield Item(file.name, error=f"cannot read the file: {error.strerror or error}")


def _plain(file: Path) -> Item:
    size = file.stat().st_size
    if size > LARGEST_FILE:
        return Item(file.name, error=f"the file has {size:,} bytes, more than {LARGEST_FILE:,}; split it into articles")
    raw = file.read_bytes()
    if raw[:4] == b"%PDF" or raw[:2] == b"PK":
        return Item(file.name, error="the file is no plain text (it begins like a PDF or zip file)")
    text = clean(decode(raw))
    return Item(file.name, article=Article(text, raw_sha256=hashlib.sha256(raw).hexdigest()))


def _completed(item: Item, known: Metadata) -> Item:
    if item.article is None:
        return item
    return replace(item, article=replace(item.article, metadata=item.article.metadata.filled_from(known)))


def _line_count(file: Path) -> int:
    lines = 0
    with file.open("rb") as stream:
        while piece := stream.read(1 << 20):
            lines += piece.count(b"\n")
            last = piece
        return lines + (1 if stream.tell() and not last.endswith(b"\n") else 0)
