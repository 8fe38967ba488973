"""Rows of a table, or objects with names of their own, to articles: which column holds what, as told or as guessed.

A guess goes by the name of a column alone, never by what is in it, and is always told. What was guessed wrong is corrected by naming
columns; nothing is taken from a column that no field of an article stands for.
"""

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sayso.errors import InputError, UsageError
from sayso.ingest.assembled import storable
from sayso.ingest.bylines import byline
from sayso.ingest.dates import NOTHING, given_date
from sayso.ingest.sourced import Wanted
from sayso.records.article import DATES, GENRES, Article, Metadata

FIELDS = (
    *("text", "id", "title", "url", "publisher", "agency", "authors", "genre", "section", "language"),
    *("published", "updated", "retrieved", "supersedes", "weight"),
)
"""Fields of an article that a column can be mapped to."""

_GUESSES = {
    "text": "text body content article articlebody articletext fulltext maintext bodytext story storytext",
    "id": "id articleid docid documentid guid uid uuid",
    "title": "title headline heading articletitle",
    "url": "url link uri weburl articleurl permalink href",
    "publisher": "publisher outlet source sourcename newspaper publication medianame media site sitename",
    "agency": "agency newsagency",
    "authors": "authors author byline creator journalist",
    "section": "section category desk",
    "language": "language lang",
    "published": "published date pubdate publisheddate publicationdate publishdate datepublished publishedat publicationdatetime datetime",
    "updated": "updated modified updatedat datemodified lastmodified modifiedat dateupdated",
    "retrieved": "retrieved retrievedat scrapedat datedownload downloaded fetchedat crawledat accessed dateaccessed",
    "supersedes": "supersedes",
    "weight": "weight",
}
"""By field, the names a column is known by, the likeliest first, without what stands between words."""

_AUTHOR_ENDS = re.compile(r"[;|\n]")


def told_columns(options: Iterable[str]) -> dict[str, str]:
    """By field, the column, from options such as ``text=body,title=headline``; UsageError for one that means nothing."""
    told: dict[str, str] = {}
    for part in (part for option in options for part in option.split(",") if part.strip()):
        name, equals, column = (piece.strip() for piece in part.partition("="))
        if not equals or not column or name not in FIELDS:
            raise UsageError(f"{part.strip()!r} maps nothing: write FIELD=COLUMN, with one of {', '.join(FIELDS)}")
        if name in told:
            raise UsageError(f"{name} is mapped twice, to {told[name]!r} and to {column!r}: say it once")
        told[name] = column
    return told


def chosen(columns: Sequence[str], wanted: Wanted, name: str) -> Mapping[str, str]:
    """By field, the column of a table with these ``columns``. InputError if there is none for the text.

    Without a mapping what is taken is guessed and told, with what is left.
    """
    if wanted.columns:
        missing = [column for column in wanted.columns.values() if column not in columns]
        if missing:
            raise InputError(f"there is no column {missing[0]!r}; there are {_listed(columns)}")
        if "text" in wanted.columns:
            return wanted.columns
    known = {_bare(column): column for column in reversed(columns) if column not in wanted.columns.values()}
    guessed = {
        field: known[each]
        for field, names in _GUESSES.items()
        if field not in wanted.columns and (each := next((each for each in names.split() if each in known), None))
    }
    taken = {**guessed, **wanted.columns}
    if "text" not in taken:
        raise InputError(
            f"no column is known to hold the text: name it with --map text=COLUMN; there are {_listed(columns)}"
        )
    left = [column for column in columns if column not in taken.values()]
    pairs = ", ".join(f"{field}={taken[field]}" for field in FIELDS if field in taken)
    wanted.tell(
        f"{name}: columns guessed: {pairs}" + (f"; not used: {_listed(left)}" if left else "") + "; --map changes it"
    )
    return taken


def article_of(row: Mapping[str, Any], taken: Mapping[str, str], wanted: Wanted, name: str) -> Article:
    """The article of one row. InputError if it has no text, or a value that is not what its field holds."""
    values = {field: value_at(row, column) for field, column in taken.items()}
    text = values.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError(f"there is no text in {taken['text']!r}")
    dates: dict[str, Any] = {
        each: given_date(found, taken[each], wanted.dates)
        for each in DATES
        if each in values and (found := _text(values[each], taken[each])) is not None
    }
    names = ("title", "url", "publisher", "agency", "section", "language", "supersedes")
    strings: dict[str, Any] = {each: _value(values.get(each), taken.get(each, each)) for each in names}
    metadata = Metadata(
        **strings,
        **dates,
        authors=_authors(values.get("authors")),
        genre=_genre(values.get("genre")),
        weight=_weight(values.get("weight")),
    )
    given_id = _value(values.get("id"), taken.get("id", "id"))
    collection = wanted.collection if wanted.collection is not None else name
    return Article(storable(text), metadata.with_basis("given"), given_id=given_id, collection=collection)


def row_bytes(row: Mapping[str, Any]) -> bytes:
    """What stands for the bytes of a row, which has none of its own: its values by column, as JSON."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True, default=str).encode("utf-8", "surrogatepass")


def value_at(row: Mapping[str, Any], column: str) -> Any:
    """The value of a column; ``a.b`` is the field b of an object in a, where no column has this name itself."""
    if column in row:
        return row[column]
    held: Any = row
    for part in column.split("."):
        held = held.get(part) if isinstance(held, Mapping) else None
    return held


def _text(value: Any, column: str) -> str | None:
    """The value as text, as it would be written; None for an empty one. InputError for what is no single value."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str | int | float):
        return storable(str(value))
    raise InputError(f"what stands in {column!r} is no text")


def _value(value: Any, column: str) -> str | None:
    text = (_text(value, column) or "").strip()
    return None if text.casefold() in NOTHING else text


def _authors(value: Any) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(text for each in value if (text := _value(each, "authors")))
    text = _value(value, "authors")
    return (
        tuple(name for part in _AUTHOR_ENDS.split(text) if part.strip() for name in byline(part) or [part.strip()])
        if text
        else ()
    )


def _genre(value: Any) -> Any:
    text = (_value(value, "genre") or "unknown").casefold()
    if text not in GENRES:
        raise InputError(
            f"the genre must be one of {', '.join(GENRES)}, not {text[:40]!r}: map another column, or none"
        )
    return text


def _weight(value: Any) -> float | None:
    text = _value(value, "weight")
    try:
        weight = None if text is None else float(text)
    except ValueError:
        raise InputError(f"the weight must be a number, not {(text or '')[:40]!r}") from None
    if weight is not None and not math.isfinite(weight):
        raise InputError(f"the weight must be a finite number, not {weight}")
    return weight


def _bare(column: str) -> str:
    return re.sub(r"[\W_]", "", column).casefold()


def _listed(columns: Sequence[str]) -> str:
    shown = ", ".join(repr(column[:40]) for column in columns[:20])
    return shown + (f" and {len(columns) - 20:,} more" if len(columns) > 20 else "")
