"""Zip files, and documents that are zip files: looked at before anything is unpacked.

What the list of files claims is checked first, and what is then unpacked is counted again, since the list may lie.
"""

import struct
import zipfile
import zlib
from typing import BinaryIO

from sayso.errors import InputError
from sayso.ingest.limits import Limits, told

_END = b"PK\x05\x06"
_END64 = b"PK\x06\x06"
_TAIL = 1 << 16
"""Bytes from the end of a file in which its list of files is announced, a comment behind it included."""

BROKEN = (
    ValueError,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    NotImplementedError,
    EOFError,
    OSError,
    RuntimeError,
    struct.error,
)
"""What reading a damaged zip file raises; NotImplementedError for a compression that is not known."""


def opened(stream: BinaryIO, limits: Limits) -> zipfile.ZipFile:
    """The zip file in a seekable stream. InputError if it is none, lists too many files, or some of them twice.

    Files that share their bytes unpack to more than the archive holds. Newer Pythons refuse them one by one, older ones read them.
    """
    directory = _directory(stream)
    if directory > limits.directory:
        raise InputError(f"the list of files takes {told(directory)}, more than {told(limits.directory)}; pack fewer")
    try:
        packed = zipfile.ZipFile(stream)
    except BROKEN as error:
        raise InputError(f"it cannot be opened as a zip file ({error}): pack it again") from None
    if len(packed.infolist()) > limits.members:
        raise InputError(f"it holds {len(packed.infolist()):,} files, more than {limits.members:,}; pack fewer")
    if len({each.header_offset for each in packed.infolist()}) < len(packed.infolist()):
        raise InputError("files in it share their bytes, as in a zip bomb: it is not unpacked")
    return packed


def check_document(stream: BinaryIO, limits: Limits) -> None:
    """InputError if a document that is a zip file unpacks to too much, or is encrypted."""
    with opened(stream, limits) as packed:
        for member in packed.infolist():
            check_ratio(member, limits)
        total = sum(member.file_size for member in packed.infolist())
        if total > limits.unpacked:
            raise InputError(
                f"the document unpacks to {told(total)}, more than {told(limits.unpacked)}; save its text alone"
            )
    stream.seek(0)


def check_ratio(member: zipfile.ZipInfo, limits: Limits) -> None:
    """InputError for a file that unpacks to far more than is packed, or that needs a password."""
    if member.flag_bits & 1:
        raise InputError("it is encrypted; pack it again without a password")
    if member.file_size > limits.small and member.file_size > limits.ratio * max(1, member.compress_size):
        raise InputError(
            f"it unpacks to {told(member.file_size)}, more than {limits.ratio} times what is packed: it is not unpacked"
        )


def _directory(stream: BinaryIO) -> int:
    """Bytes that the list of files takes, as the file says at its end; 0 if it says nothing."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _TAIL - 22))
    tail = stream.read()
    stream.seek(0)
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 20:
        return 0
    (length,) = struct.unpack_from("<L", tail, at + 12)
    wide = tail.rfind(_END64, 0, at)
    if wide >= 0 and len(tail) >= wide + 48:
        (length,) = struct.unpack_from("<Q", tail, wide + 40)
    return int(length)
