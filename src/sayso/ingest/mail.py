"""Mail (EML) and pages saved as mail (MHT, MHTML) to articles. Attachments are not opened.

The ``Date`` of a mail is when it was sent, which is when what it says was published; that of a saved page is when it was saved.
"""

import hashlib
import re
from dataclasses import replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from itertools import islice
from typing import Any

from sayso.errors import InputError
from sayso.ingest.assembled import folded, storable, tidy
from sayso.ingest.dates import iso_date
from sayso.ingest.html_page import read_html
from sayso.ingest.limits import Limits
from sayso.ingest.text import decode
from sayso.records.article import Article, Metadata

MOST_PARTS = 1_000
"""Parts of a mail that are looked at."""
LONGEST = 500
"""Code points of a subject or a name."""
NESTED = 200
"""Parts of parts; the time to take them apart grows with their square."""
LONGEST_HEADER = 20_000
"""Bytes; the time to take apart a header of what a part is grows with its square."""

_NESTED = re.compile(rb"multipart/|message/", re.IGNORECASE)
_HEADERS = re.compile(rb"^content-[a-z-]{1,40}:[^\n]*+(?:\n[ \t][^\n]*+)*+", re.IGNORECASE | re.MULTILINE)


def mail_article(data: bytes, limits: Limits) -> Article:
    """The article of a mail: its subject as the headline, then its plain text, else the main text of its HTML.

    InputError if there is neither.
    """
    message = _parsed(data)
    subject = _header(message, "Subject")
    sender = _sender(message)
    sent = iso_date(_header(message, "Date") or "")
    known = Metadata(title=subject, authors=(sender,) if sender else (), published=sent).with_basis("metadata")
    plain = _part(message, "text/plain")
    body = _text(plain).strip() if plain is not None else ""
    if body:
        text = f"{subject}\n\n{body}" if subject and folded(subject) != folded(body.split("\n", 1)[0]) else body
        return Article(text, known)
    page = _part(message, "text/html")
    if page is None:
        raise InputError("the mail has no text of its own: if an attachment is the article, save it and add that")
    found = read_html(_payload(page), charset=_charset(page), limits=limits)
    return replace(found, metadata=known.filled_from(found.metadata), raw_sha256=_digest(data))


def saved_page(data: bytes, limits: Limits) -> Article:
    """The article of a page saved as one file with all it shows. InputError as of ``read_html``."""
    message = _parsed(data)
    page = _part(message, "text/html")
    if page is None:
        raise InputError("the file holds no HTML page: save it again, as HTML")
    address = next(
        (at for at in (_header(message, "Snapshot-Content-Location"), _header(page, "Content-Location")) if at), None
    )
    url = address if address and address.startswith(("http://", "https://")) else None
    found = read_html(_payload(page), url=url, charset=_charset(page), limits=limits)
    known = replace(found.metadata, retrieved=iso_date(_header(message, "Date") or "")).with_basis("metadata")
    return replace(found, metadata=known, raw_sha256=_digest(data))


def _parsed(data: bytes) -> Any:
    if sum(1 for _ in islice(_NESTED.finditer(data), NESTED + 1)) > NESTED:
        raise InputError(f"the mail has more than {NESTED} parts of parts: save its text alone")
    if any(found.end() - found.start() > LONGEST_HEADER for found in _HEADERS.finditer(data)):
        raise InputError(f"a header of the mail has more than {LONGEST_HEADER:,} bytes: save its text alone")
    try:
        return message_from_bytes(data)
    except Exception as error:  # what is nested too deeply or is no mail at all raises whatever it leads to
        raise InputError(f"the mail cannot be read ({type(error).__name__}): save it again") from None


def _part(message: Any, kind: str) -> Any:
    """The first part of this kind that is no attachment; not recursive, as the mail decides how deep it is nested."""
    waiting, seen = [message], 0
    while waiting and seen < MOST_PARTS:
        part = waiting.pop()
        seen += 1
        if part.is_multipart():
            if part.get_content_type() != "message/rfc822":
                waiting.extend(reversed(part.get_payload()))
        elif part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            return part
    return None


def _text(part: Message) -> str:
    return storable(decode(_payload(part), [_charset(part)])).replace("\r\n", "\n")


def _payload(part: Message) -> bytes:
    try:
        held = part.get_payload(decode=True)
    except (LookupError, ValueError):
        return b""
    return held if isinstance(held, bytes) else b""


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, ValueError, UnicodeError):
        return None


def _header(message: Any, name: str) -> str | None:
    """The header as one line; None if there is none, or it cannot be decoded."""
    held = str(message[name] or "")[:LONGEST_HEADER]
    try:
        return tidy(str(make_header(decode_header(held))))[:LONGEST] or None
    except (HeaderParseError, LookupError, ValueError):
        return None


def _sender(message: Any) -> str | None:
    """Name of who sent it; an address is no name, and is not kept."""
    name, _ = parseaddr((_header(message, "From") or "")[:LONGEST])
    return tidy(name) or None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
