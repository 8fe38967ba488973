"""Lines of an import as entities: what the formats share. A line that cannot be read is told and passed over; the rest is taken."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sayso.errors import InputError
from sayso.records.dates import is_date
from sayso.records.registry import Entity, Scheme, Tenure

LONGEST_NAME = 500
"""Code points of a name; the longest of offices in Wikidata have about 250."""
LONGEST_LINE = 64 * 2**20
"""Code points of a line: the largest items of Wikidata have some millions."""

QID = re.compile(r"Q[1-9][0-9]*")


@dataclass(frozen=True, slots=True)
class Broken:
    """Line ``line`` (from 1) cannot be taken, and why."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class TenureOf:
    """A tenure of an entity that another line describes; ``line`` is the one that says so."""

    scheme: Scheme
    identifier: str
    tenure: Tenure
    line: int


Imported = Entity | TenureOf | Broken


def clean(name: Any, what: str = "name") -> str:
    """``name`` with blanks made one; InputError for no words, control characters and what is too long for a name."""
    if not isinstance(name, str) or not name.strip():
        raise InputError(f"no {what}")
    if len(name) > LONGEST_NAME:
        raise InputError(f"a {what} of {len(name):,} characters; at most {LONGEST_NAME}: {name[:40]!r}…")
    bad = next((each for each in name if unicodedata.category(each) in ("Cc", "Cs") and each not in "\t\n\r"), None)
    if bad is not None:
        raise InputError(f"the {what} {name[:60]!r} has U+{ord(bad):04X}, a control character: remove it")
    return " ".join(name.split())


def day(value: Any, what: str) -> str | None:
    """An ISO 8601 date to any precision, None for none; InputError for anything else."""
    if value in (None, ""):
        return None
    if not isinstance(value, str) or not is_date(value.strip()):
        raise InputError(f"{what} {value!r:.40} is no date; write 2019, 2019-04 or 2019-04-05")
    return value.strip()[:10]


def tenure_days(first: str | None, last: str | None) -> tuple[str | None, str | None]:
    """The two ends; InputError where the last lies before the first as far as both are precise."""
    if first and last and last[: min(len(first), len(last))] < first[: min(len(first), len(last))]:
        raise InputError(f"it ends on {last}, before it begins on {first}")
    return first, last


def json_objects(lines: Iterable[str]) -> Iterator[tuple[int, dict[str, Any] | Broken]]:
    """(line number, object) of JSON Lines, or of an array with one object a line, as Wikidata dumps are written."""
    for number, line in enumerate(lines, 1):
        text = line.strip().removeprefix("\ufeff").rstrip(",")
        if text in ("", "[", "]"):
            continue
        if len(text) > LONGEST_LINE:
            yield number, Broken(number, f"a line of {len(text):,} characters; at most {LONGEST_LINE:,}")
            continue
        try:
            value = json.loads(text)
        except (ValueError, RecursionError) as error:
            yield number, Broken(number, f"no JSON: {error}")
            continue
        yield number, value if isinstance(value, dict) else Broken(number, "no JSON object")


def others(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """``names`` each once, without ``name``."""
    return tuple(each for each in dict.fromkeys(names) if each != name)
