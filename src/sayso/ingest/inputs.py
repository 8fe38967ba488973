"""What the user names on the command line, to items: files, folders, archives, addresses, ``-`` for JSON Lines on standard input."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.fetch.settings import Fetching
from sayso.fetch.shown import shown
from sayso.ingest import documents, json_lines
from sayso.ingest.folders import Found, files
from sayso.ingest.kinds import SEVERAL, by_name
from sayso.ingest.sourced import Sourced, Wanted, failed, skipped
from sayso.records.article import Metadata
from sayso.records.reading import Item

if TYPE_CHECKING:
    from sayso.ingest.fetched import Addresses

_ADDRESS = re.compile(r"feed:|https?://", re.IGNORECASE)


def items(
    paths: Iterable[str],
    known: Metadata = Metadata(),
    collection: str | None = None,
    wanted: Wanted | None = None,
) -> Iterator[Item]:
    """Items in the order named; a folder's files in the order of their paths. ``known`` fills what a file does not say.

    ``wanted`` says how files are read; its collection counts where it is given.
    """
    return (each.item for each in sourced(paths, known, wanted or Wanted(collection)))


def sourced(paths: Iterable[str], known: Metadata, wanted: Wanted) -> Iterator[Sourced]:
    """As ``items``, with the bytes that each was made of."""
    told = known.with_basis("given")
    with ExitStack() as opened:
        addresses: Addresses | None = None
        for path in paths:
            if not is_address(path):
                yield from (_completed(each, told) for each in _of_path(path, wanted))
            elif wanted.fetching is None:
                yield failed(
                    shown(path), "only `sayso add` and `sayso read` fetch addresses: save the page and name the file"
                )
            else:
                addresses = addresses or opened.enter_context(_fetched(wanted, wanted.fetching, told))
                yield from addresses.sourced(path)


def _fetched(wanted: Wanted, fetching: Fetching, told: Metadata) -> "Addresses":
    from sayso.ingest.fetched import Addresses  # loads a client in 0.2 s, which files need not wait for

    return Addresses(wanted, fetching, told)


def is_address(path: str) -> bool:
    """Whether what the user names is to be fetched; a feed may have ``feed:`` before its address."""
    return _ADDRESS.match(path) is not None


def count(paths: Iterable[str]) -> int | None:
    """How many items ``items`` will yield, or None if that takes reading what is named."""
    total = 0
    for path in paths:
        if path == "-" or is_address(path):
            return None
        for found in _files(Path(path)):
            kind = by_name(found.path.name)
            if kind == "json_lines":
                total += _line_count(found.path)
            elif kind in SEVERAL and kind not in ("plain", "word", "rtf"):
                return None
            else:
                total += 1
    return total


def one_article(paths: Sequence[str]) -> bool:
    """Whether ``paths`` can be no more than one article: a single file, and of a kind that can hold several one with only one.

    An address is not asked for that, and may be a feed's.
    """
    if len(paths) != 1 or paths[0] == "-" or is_address(paths[0]) or Path(paths[0]).is_dir():
        return False
    return len(list(islice(_of_path(paths[0], Wanted()), 2))) <= 1


def _of_path(path: str, wanted: Wanted) -> Iterator[Sourced]:
    if path == "-":
        yield from json_lines.sourced(sys.stdin.buffer, "stdin", wanted)
        return
    place = Path(path)
    if not place.exists():
        yield failed(path, f"there is no file or folder {path}; check the name")
    elif place.is_dir():
        for found in files(place):
            yield from _of_file(found, wanted, named=False)
    elif place.is_file():
        yield from _of_file(Found(place), wanted, named=True)
    else:
        yield failed(path, f"{path} is no file: copy what it gives into one, or pass JSON Lines to -")


def _of_file(found: Found, wanted: Wanted, *, named: bool) -> Iterator[Sourced]:
    name = found.path.name
    if found.skip is not None:
        yield skipped(name, found.skip)
        return
    try:
        with found.path.open("rb") as stream:
            yield from documents.sourced(stream, name, wanted, named=named)
    except OSError as error:
        yield failed(name, f"cannot read the file: {error.strerror or error}")


def _files(place: Path) -> Iterator[Found]:
    if place.is_dir():
        yield from files(place)
    elif place.exists():
        yield Found(place)


def _completed(each: Sourced, known: Metadata) -> Sourced:
    article = each.item.article
    if article is None:
        return each
    metadata = article.metadata.filled_from(known)
    return replace(each, item=replace(each.item, article=replace(article, metadata=metadata)))


def _line_count(file: Path) -> int:
    lines, last = 0, b"\n"
    try:
        with file.open("rb") as stream:
            while piece := stream.read(1 << 20):
                lines += piece.count(b"\n")
                last = piece
    except OSError:
        return 1
    return lines + (0 if last.endswith(b"\n") else 1)
