"""Bodies of answers, unpacked piece by piece, so that a small answer cannot become a large one before somebody notices."""

import zlib
from collections.abc import Iterable, Iterator

from sayso.errors import InputError

ASKED = "gzip, deflate"
"""What is asked for; an answer packed in another way, or twice, is refused."""
PIECE = 1 << 16
"""Bytes that are unpacked at once."""
_PLAIN = frozenset({"", "identity"})
_GZIP = frozenset({"gzip", "x-gzip"})


def whole(pieces: Iterable[bytes], encoding: str, most: int, *, cut: bool = False) -> bytes:
    """The body. InputError if it has more than ``most`` bytes, packed or unpacked, or is damaged; with ``cut`` it ends there instead."""
    held = bytearray()
    for piece in _unpacked(_bounded(pieces, most, cut), encoding.strip().casefold()):
        held += piece
        if len(held) > most:
            if cut:
                break
            raise _too_much(most)
    return bytes(held[:most])


def _bounded(pieces: Iterable[bytes], most: int, cut: bool) -> Iterator[bytes]:
    taken = 0
    for piece in pieces:
        taken += len(piece)
        if taken > most and not cut:
            raise _too_much(most)
        yield piece


def _too_much(most: int) -> InputError:
    return InputError(f"the answer has more than {most:,} bytes")


def _unpacked(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    if encoding in _PLAIN:
        yield from pieces
    elif encoding in _GZIP or encoding == "deflate":
        try:
            yield from _inflated(pieces, gzip=encoding in _GZIP)
        except zlib.error:
            raise InputError("the answer is damaged: what is packed cannot be unpacked") from None
    else:
        raise InputError(f"the answer is packed in a way that was not asked for ({encoding[:40]})")


def _inflated(pieces: Iterable[bytes], *, gzip: bool) -> Iterator[bytes]:
    """What was packed, in pieces of at most ``PIECE`` bytes; gzip may stand there several times, and padding behind it is dropped."""
    machine, ended = None, False
    for given in pieces:
        piece = given
        while piece:
            if machine is None:
                if ended and not (gzip and piece.startswith(b"\x1f")):
                    return
                machine = zlib.decompressobj(zlib.MAX_WBITS | 16 if gzip else _bits(piece))
            yield machine.decompress(piece, PIECE)
            piece = machine.unconsumed_tail
            if machine.eof:
                piece, machine, ended = machine.unused_data, None, True
    while machine is not None and (more := machine.decompress(b"", PIECE)):
        yield more
        if machine.eof:
            return
    if machine is not None and not machine.eof:
        raise InputError("the answer is damaged: it ends before what is packed does")


def _bits(piece: bytes) -> int:
    """Servers send "deflate" with the header of zlib, as they should, and without."""
    return zlib.MAX_WBITS if piece[0] & 15 == zlib.DEFLATED else -zlib.MAX_WBITS
