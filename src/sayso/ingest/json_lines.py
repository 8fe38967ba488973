"""JSON Lines to articles: one object a line, the text verbatim.

The binary stream is split at ``\\n`` alone, since U+2028 and U+0085 are ordinary characters inside JSON. A line that
cannot be read is that line's error, and the lines after it are read.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, NoReturn

from sayso.errors import InputError
from sayso.ingest import columns
from sayso.ingest.sourced import Sourced, Wanted, failed, read
from sayso.ingest.text import check
from sayso.records.article import GENRES, Article, Metadata
from sayso.records.reading import Item

LONGEST_LINE = 16 * 1024 * 1024
"""Bytes of a line, its line end aside."""

_BOM = b"\xef\xbb\xbf"
_STRINGS = (
    *("title", "url", "publisher", "agency", "section", "language", "published", "updated", "retrieved"),
    "supersedes",
)


def items(stream: BinaryIO, name: str, collection: str | None = None) -> Iterator[Item]:
    """As ``sourced``, without the bytes."""
    return (each.item for each in sourced(stream, name, Wanted(collection)))


def sourced(stream: BinaryIO, name: str, wanted: Wanted) -> Iterator[Sourced]:
    """One item for each line that is not blank; ``line`` counts from 1, blank lines too.

    The collection scopes ids of articles without publisher; by default it is ``name``. The second use of an id is an error. Where
    fields are mapped, those that are not keep their own names, and an id is not asked for.
    """
    seen: set[str] = set()
    limit = min(LONGEST_LINE, wanted.limits.line)
    for number, raw in enumerate(_lines(stream, limit), 1):
        if number == 1 and raw is not None:
            raw = raw.removeprefix(_BOM)
        if raw is not None and not raw.strip():
            continue
        given_id = None
        try:
            record = _record(raw)
            given_id = None if wanted.columns else _given_id(record)
            article = mapped(record, wanted, name) if wanted.columns else article_of(record, _collection(wanted, name))
            if article.given_id in seen:
                raise InputError(
                    f"the id {article.given_id!r} has been used on an earlier line; ids are used once in a stream"
                )
        except InputError as error:
            yield failed(name, error, number, given_id)
            continue
        if article.given_id is not None:
            seen.add(article.given_id)
        yield read(name, article, raw or b"", number)


def mapped(record: Mapping[str, Any], wanted: Wanted, name: str) -> Article:
    """The article of an object whose fields have names of their own; fields that no name was given for keep the contract's."""
    taken = {field: field for field in columns.FIELDS if field in record} | dict(wanted.columns)
    if "text" not in taken:
        raise InputError('there is no text: it stands neither in "text" nor is it mapped; say --map text=FIELD')
    return columns.article_of(record, taken, wanted, name)


def _collection(wanted: Wanted, name: str) -> str:
    return wanted.collection if wanted.collection is not None else name


def article_of(record: dict[str, Any], collection: str) -> Article:
    """The article that one object of the contract describes; unknown fields are ignored."""
    text = record.get("text")
    if not isinstance(text, str):
        raise InputError(
            'there is no text: every line needs a string in "text"; if another field holds it, --map text=FIELD'
        )
    check(text)
    return Article(text=text, metadata=_metadata(record), given_id=_given_id(record), collection=collection)


def _metadata(record: dict[str, Any]) -> Metadata:
    values: dict[str, Any] = {field: _string(record, field) for field in _STRINGS}
    authors = record.get("authors") or []
    if not isinstance(authors, list) or not all(isinstance(author, str) for author in authors):
        raise InputError('"authors" must be a list of strings')
    genre: Any = record.get("genre") or "unknown"
    if genre not in GENRES:
        raise InputError(f'"genre" must be one of {", ".join(GENRES)}, not {genre!r}')
    weight = record.get("weight")
    if weight is not None and (isinstance(weight, bool) or not isinstance(weight, int | float)):
        raise InputError('"weight" must be a number')
    for value in (*values.values(), *authors):
        check(value or "")
    weighed = None if weight is None else float(weight)
    return Metadata(**values, authors=tuple(authors), genre=genre, weight=weighed).with_basis("given")


def _string(record: dict[str, Any], field: str) -> str | None:
    value = record.get(field)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise InputError(f'"{field}" must be a string')
    return value


def _given_id(record: dict[str, Any]) -> str:
    given = record.get("id")
    if not isinstance(given, str) or not given:
        raise InputError('there is no id: every line needs a string in "id"; if another field holds it, --map id=FIELD')
    check(given)
    return given


def _record(raw: bytes | None) -> dict[str, Any]:
    if raw is None:
        raise InputError(f"the line is longer than {LONGEST_LINE // 1024 // 1024} MiB; split the input")
    try:
        record = loads(raw)
    except UnicodeDecodeError as error:
        raise InputError(f"the line is not UTF-8: byte {error.start}; convert the input") from None
    except RecursionError:
        raise InputError("the line is not usable JSON: nested too deeply") from None
    except ValueError as error:
        raise InputError(f"the line is not JSON: {error}") from None
    if not isinstance(record, dict):
        raise InputError('the line is JSON but no object: every line needs {"id": …, "text": …}')
    return record


def loads(raw: bytes) -> Any:
    """What the JSON says; ValueError, UnicodeDecodeError and RecursionError if it is none that can be used."""
    return json.loads(raw.decode("utf-8"), parse_constant=_no_constant)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Lines without their end; None for one that is too long, of which no more than the limit is ever held."""
    while line := stream.readline(limit + 2):
        content = line.removesuffix(b"\n").removesuffix(b"\r")
        if len(content) <= limit:
            yield content
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield None
