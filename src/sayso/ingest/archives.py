"""Zip files to the items of the files in them. Nothing is written to the disk, and archives in archives are not opened.

Each file is bounded by itself and all of them together, by what is unpacked in fact and not by what the archive says.
"""

import stat
import zipfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from io import BufferedIOBase, BytesIO
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from sayso.errors import InputError
from sayso.ingest.documents import HEAD
from sayso.ingest.documents import sourced as document
from sayso.ingest.kinds import ARCHIVES, STREAMS, by_content, by_name
from sayso.ingest.limits import told
from sayso.ingest.packed import BROKEN, check_ratio, opened
from sayso.ingest.sourced import Sourced, Wanted, failed, skipped

NESTED = "archives in archives are not opened: unpack it first"
_HIDDEN = ("__MACOSX",)


class _Spent(OSError):
    """The archive has given all it may."""


class _Damaged(OSError):
    """What is packed is not what was packed."""


@contextmanager
def _sound() -> Iterator[None]:
    """Any of the errors that unpacking raises as one that a reader of files knows."""
    try:
        yield
    except _Spent:
        raise
    except BROKEN as error:
        raise _Damaged(_damage(error)) from None


def _damage(error: Exception) -> str:
    return f"it is damaged in the archive ({str(error)[:120] or type(error).__name__})"


class _Counted(BufferedIOBase):
    """A file in the archive that is read piece by piece, up to ``limit`` bytes; ``taken`` were read so far."""

    def __init__(self, file: IO[bytes], limit: int) -> None:
        self._file = file
        self._limit = limit
        self.taken = 0

    def read(self, size: int | None = -1, /) -> bytes:
        with _sound():
            return self._passed(self._file.read(-1 if size is None else size))

    def readline(self, size: int | None = -1, /) -> bytes:
        with _sound():
            return self._passed(self._file.readline(-1 if size is None else size))

    def seek(self, offset: int, whence: int = 0, /) -> int:
        self.taken = 0
        return self._file.seek(offset, whence)

    def _passed(self, piece: bytes) -> bytes:
        self.taken += len(piece)
        if self.taken > self._limit:
            raise _Spent(f"with it the archive unpacks to more than {told(self._limit)}")
        return piece


def sourced(stream: BinaryIO, name: str, wanted: Wanted) -> Iterator[Sourced]:
    """The items of every file in the archive, in the order of their paths; hidden files are passed over.

    InputError if it cannot be opened. Once the archive has given all it may, what is left fails together.
    """
    left = wanted.limits.archive
    with opened(stream, wanted.limits) as packed:
        members = sorted((each for each in packed.infolist() if not _passed_over(each)), key=_order)
        for n, member in enumerate(members):
            if left <= 0:
                most = told(wanted.limits.archive)
                yield failed(name, f"it unpacks to more than {most}; the last {len(members) - n:,} files are not read")
                return
            left -= yield from _member(packed, member, f"{name}/{member.filename}", wanted, left)


def _member(
    packed: zipfile.ZipFile, member: zipfile.ZipInfo, place: str, wanted: Wanted, left: int
) -> Generator[Sourced, None, int]:
    """Yields the items of one file; returns how many bytes were unpacked for it."""
    why = _not_read(member)
    if why is not None:
        yield skipped(place, why)
        return 0
    try:
        check_ratio(member, wanted.limits)
        with packed.open(member) as file:
            counted = _Counted(file, left)
            if by_name(member.filename) in STREAMS:
                yield from document(cast(BinaryIO, counted), place, wanted, named=False)
                return counted.taken
            data = counted.read(min(left, wanted.limits.file) + 1)
    except InputError as error:
        yield failed(place, error)
        return 0
    except BROKEN as error:
        yield failed(place, error if isinstance(error, _Spent | _Damaged) else _damage(error))
        return left if isinstance(error, _Spent) else 0
    if len(data) > wanted.limits.file:
        yield failed(place, f"the file has more than {told(wanted.limits.file)}; split it into articles")
    elif by_content(data[:HEAD], None) == "zip" and by_name(member.filename) != "word":
        yield skipped(place, NESTED)
    else:
        yield from document(BytesIO(data), place, wanted, named=False)
    return len(data)


def _passed_over(member: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(member.filename).parts
    return not parts or member.filename.endswith("/") or any(part.startswith(".") or part in _HIDDEN for part in parts)


def _order(member: zipfile.ZipInfo) -> tuple[str, ...]:
    return PurePosixPath(member.filename).parts


def _not_read(member: zipfile.ZipInfo) -> str | None:
    """Why a file is not read whatever is in it."""
    if stat.S_ISLNK(member.external_attr >> 16):
        return "a link, which is not followed"
    if PurePosixPath(member.filename).suffix.casefold() in ARCHIVES:
        return NESTED
    return None
