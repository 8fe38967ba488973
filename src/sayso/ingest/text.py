"""Bytes to text: decoded and cleaned once, before any offset exists."""

import codecs
from collections.abc import Sequence

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


_NEVER = frozenset(
    {"utf-8", "utf-8-sig", "utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "mbcs", "oem"}
)
"""Codecs that no page is believed to be in: tried already, or ways to write other text into plain one."""

WHOLE = 8
"""In damaged UTF-8, how many whole sequences there must be for a broken one: other encodings have them by chance alone."""

_SAME_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
"""What is meant by an encoding that is declared, as browsers take it; keys are names of codecs."""


def decode(raw: bytes, declared: Sequence[str | None] = (), *, detect: bool = True) -> str:
    """Byte order mark, else strict UTF-8, else the first of the ``declared`` encodings that the bytes allow, else damaged UTF-8, else
    what the detector finds, else cp1252 (bytes it lacks become U+FFFD).

    A declaration comes after UTF-8 because bytes that are UTF-8 by chance are rarer than headers that are wrong. In damaged UTF-8
    (a file cut in the middle of a character, a byte that got lost) each broken sequence becomes U+FFFD and the rest stays. ``detect``
    is False for bytes too few for the detector.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for encoding in filter(None, map(_codec, declared)):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    damaged = raw.decode("utf-8", errors="replace")
    broken = damaged.count("\ufffd")
    if broken and sum(character >= "\x80" for character in damaged) - broken >= WHOLE * broken:
        return damaged
    best = from_bytes(raw[:SAMPLE]).best() if detect else None
    if best is not None and best.encoding not in ("ascii", "utf_8"):
        decoded = raw.decode(best.encoding, errors="replace")
        if not any("\x80" <= character <= "\x9f" for character in decoded):
            return decoded
    return raw.decode("cp1252", errors="replace")


def _codec(declared: str | None) -> str | None:
    """The codec that is meant; None for one that is unknown, is no encoding of text, or is UTF-8, which has been tried."""
    if not declared or len(declared) > 40:
        return None
    try:
        found = codecs.lookup(declared.strip(" \t\"'"))
    except (LookupError, ValueError):
        return None
    if not found._is_text_encoding or found.name in _NEVER:
        return None
    return _SAME_AS.get(found.name, found.name)


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
