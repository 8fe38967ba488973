"""Which kind of file something is: by the end of its name, else by how it begins."""

from pathlib import PurePosixPath
from typing import Literal

Kind = Literal[
    "json_lines", "json", "csv", "tsv", "parquet", "html", "saved_page", "mail", "pdf", "word", "rtf", "plain", "zip"
]

_ENDINGS: dict[str, Kind] = {
    ".jsonl": "json_lines",
    ".ndjson": "json_lines",
    ".jsonlines": "json_lines",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".parquet": "parquet",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mht": "saved_page",
    ".mhtml": "saved_page",
    ".eml": "mail",
    ".pdf": "pdf",
    ".docx": "word",
    ".rtf": "rtf",
    ".txt": "plain",
    ".text": "plain",
    ".md": "plain",
    "": "plain",
    ".zip": "zip",
}
STREAMS: frozenset[Kind] = frozenset({"json_lines", "csv", "tsv"})
"""Kinds read piece by piece; every other is read whole."""

SEVERAL: frozenset[Kind] = frozenset({"json_lines", "json", "csv", "tsv", "parquet", "word", "rtf", "plain", "zip"})
"""Kinds that may hold more than one article."""

ARCHIVES = frozenset({".zip", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".tar", ".7z", ".rar"})

_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "it is a file of old Office programs, or one with a password: save it as DOCX without one"),
    (b"\x89PNG", "it is a picture"),
    (b"\xff\xd8\xff", "it is a picture"),
    (b"GIF8", "it is a picture"),
    (b"\x1f\x8b", "it is packed (gzip): unpack it first"),
    (b"7z\xbc\xaf", "it is packed (7z): unpack it first, or make it a zip file"),
    (b"Rar!", "it is packed (RAR): unpack it first, or make it a zip file"),
    (b"SQLite format 3", "it is a database"),
    (b"\x7fELF", "it is a program"),
    (b"MZ\x90", "it is a program"),
)
READABLE = "plain text, HTML, PDF, DOCX, RTF, EML, CSV, TSV, JSON, JSON Lines, Parquet and zip files are"


def by_name(name: str) -> Kind | None:
    """The kind that the name says; None if it says none that is read."""
    return _ENDINGS.get(PurePosixPath(name).suffix.casefold())


def by_content(head: bytes, named: Kind | None) -> Kind | None:
    """The kind of a file that begins with ``head``. What a name says stands, unless the beginning plainly says another."""
    if head.startswith(b"%PDF"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return named if named in ("zip", "word") else ("word" if b"word/" in head else "zip")
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.lstrip()[:5].lower() == b"{\\rtf":
        return "rtf"
    if named in (None, "plain") and head.lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return "html"
    return named


def other(head: bytes) -> str | None:
    """What a file is that begins with ``head``, if it is plainly none that is read."""
    return next((what for mark, what in _OTHERS if head.startswith(mark)), None)
