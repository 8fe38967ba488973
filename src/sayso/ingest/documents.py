"""One file to its items, whatever kind it is and wherever it lies: on the disk or in an archive."""

import hashlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

from sayso.errors import InputError
from sayso.ingest import json_file, json_lines, mail, nexis, parquet, pdf, rtf, tables, word
from sayso.ingest.assembled import assemble, storable, tidy
from sayso.ingest.html_page import read_html
from sayso.ingest.kinds import READABLE, Kind, by_content, by_name, other
from sayso.ingest.limits import Limits, told
from sayso.ingest.sourced import Sourced, Wanted, failed, read, skipped
from sayso.ingest.text import clean, decode
from sayso.records.article import Article, Metadata

_LOG = logging.getLogger(__name__)
HEAD = 4096
"""Bytes at the beginning that tell what a file is."""

_TITLES = frozenset({"title", "titel", "heading1", "berschrift1"})
"""Names of the styles of a headline, in lower case."""

_ARTICLES: dict[Kind, Callable[[bytes, Limits], Article]] = {
    "html": lambda data, limits: read_html(data, limits=limits),
    "saved_page": mail.saved_page,
    "mail": mail.mail_article,
    "pdf": pdf.article_of,
}
"""Kinds of which a file is one article."""


def sourced(stream: BinaryIO, name: str, wanted: Wanted, *, named: bool) -> Iterator[Sourced]:
    """The items of a file from a seekable stream at its beginning. Whatever is in it, nothing is raised for its sake.

    ``named`` by the user, a file of an unknown kind is read as plain text; else it is skipped.
    """
    try:
        head = stream.read(HEAD)
        stream.seek(0)
        kind = by_content(head, by_name(name))
        strange = other(head)
        if strange is not None:
            yield failed(name, strange) if named or kind is not None else skipped(name, strange)
        elif kind is None and not named:
            ending = name.rpartition(".")[2][:20]
            yield skipped(name, f"not a kind of file that is read (.{ending}); {READABLE}")
        else:
            yield from _of_kind(kind or "plain", stream, name, wanted)
    except InputError as error:
        yield failed(name, error)
    except OSError as error:
        yield failed(name, f"cannot read the file: {error.strerror or error}")
    except Exception as error:  # one file must not end the run, whatever is in it
        _LOG.debug("reading a file failed", exc_info=True)
        yield failed(
            name,
            f"the file cannot be read ({type(error).__name__}): open it in the program it is from and save it again",
        )


def _of_kind(kind: Kind, stream: BinaryIO, name: str, wanted: Wanted) -> Iterator[Sourced]:
    if kind == "json_lines":
        yield from json_lines.sourced(stream, name, wanted)
    elif kind in ("csv", "tsv"):
        yield from tables.sourced(stream, name, wanted, "\t" if kind == "tsv" else None)
    elif kind == "parquet":
        yield from parquet.sourced(stream, name, wanted)
    elif kind == "zip":
        from sayso.ingest import archives  # which reads documents in turn

        yield from archives.sourced(stream, name, wanted)
    else:
        yield from of_bytes(kind, whole(stream, wanted.limits.file), name, wanted)


def of_bytes(kind: Kind, data: bytes, name: str, wanted: Wanted) -> Iterator[Sourced]:
    """The items of a file of a kind that is read whole. InputError if it is one article that cannot be read."""
    if kind == "json":
        yield from json_file.sourced(data, name, wanted)
    elif kind in _ARTICLES:
        yield read(name, _ARTICLES[kind](data, wanted.limits), data)
    elif kind == "word":
        yield from _word(data, name, wanted)
    else:
        text = rtf.text_of(data, wanted.limits) if kind == "rtf" else clean(decode(data))
        lines = text.split("\n")
        if nexis.is_bundle(lines):
            yield from _bundle(lines, data, name)
        else:
            yield read(name, Article(text if kind == "plain" else text.strip()), data)


def whole(stream: BinaryIO, limit: int) -> bytes:
    """All bytes of a stream; InputError if there are more than ``limit``, of which no more is held."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(f"the file has more than {told(limit)}; split it into articles")
    return data


def _word(data: bytes, name: str, wanted: Wanted) -> Iterator[Sourced]:
    found = word.paragraphs(data, wanted.limits)
    lines = [line for _, text in found for line in storable(text).split("\n")]
    if nexis.is_bundle(lines):
        yield from _bundle(lines, data, name)
        return
    text = assemble(lines)
    if not text:
        raise InputError("the document has no text")
    title = next((tidy(text) for style, text in found if style.casefold() in _TITLES and text.strip()), None)
    yield read(name, Article(text, Metadata(title=title)), data)


def _bundle(lines: list[str], data: bytes, name: str) -> Iterator[Sourced]:
    """The articles of a bundle, each named by its place in it, all with the bytes of the whole."""
    digest = hashlib.sha256(data).hexdigest()
    for number, article in enumerate(nexis.articles(lines), 1):
        place = f"{name}#{number}"
        if isinstance(article, InputError):
            yield failed(place, article)
        else:
            yield read(place, replace(article, raw_sha256=digest), data)
