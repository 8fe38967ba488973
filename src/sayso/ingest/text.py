"""Bytes of a plain text file to text: decoded and cleaned once, before any offset exists."""

import codecs

from charset_normalizer import from_bytes

from sayso.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 1 << 16
"""Bytes the detector sees; more makes it slower, not surer."""


def decode(raw: bytes) -> str:
    """Byte order mark, else strict UTF-8, else what the detector finds, else cp1252 (bytes it lacks become U+FFFD)."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    best = from_bytes(raw[:SAMPLE]).best()
    if best is not None and best.encoding not in ("ascii", "utf_8"):
        decoded = raw.decode(best.encoding, errors="replace")
        if not any("\x80" <= character <= "\x9f" for character in decoded):
            return decoded
    return raw.decode("cp1252", errors="replace")


def clean(text: str) -> str:
    """Without NUL characters, which no database keeps whole. Nothing else is changed: line ends, spaces and marks stay."""
    return text.replace("\x00", "")


def check(text: str) -> None:
    """InputError if the text is one that cannot be stored: NUL, or a lone surrogate."""
    at = text.find("\x00")
    if at >= 0:
        raise InputError(f"the text holds a NUL character at {at}; remove it")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"the text holds a lone surrogate (U+{ord(text[error.start]):04X}) at {error.start}; decode it again"
        ) from None
