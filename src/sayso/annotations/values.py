"""Values as tools write them, checked: a word out of a closed list, an offset, a base that belongs to its text."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from sayso.annotations.base import unpacked
from sayso.annotations.document import Given
from sayso.errors import InputError
from sayso.records.judgement import DECISIONS

_STATEMENT = re.compile(r"st1_[0-9a-f]{32}")

Base = tuple[str | None, tuple[Given, ...] | None]
"""The version and what was given out of it; None where the file lost it."""

DECIDABLE = tuple(each for each in DECISIONS if each != "undo")
"""What a person can say of a statement in a tool."""

UNREADABLE = (AttributeError, IndexError, KeyError, TypeError, ValueError, OverflowError, RecursionError, InputError)
"""What reading an item that has another shape than expected raises; the item fails, those after it go on."""


def one_of(value: Any, values: Sequence[str], what: str) -> Any:
    """The value, None for an empty one; InputError if it is none of ``values``."""
    if value in (None, "", []):
        return None
    if value not in values:
        raise InputError(f"{what} {value!r} is none of {', '.join(values)}")
    return value


def integer(value: Any) -> int:
    """An offset; InputError for anything but a whole number."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise InputError(f"the offset {value!r} is no whole number")
    return value


def statement_in(text: Any) -> str | None:
    """The first id of a statement in ``text``."""
    found = _STATEMENT.search(text) if isinstance(text, str) else None
    return found.group() if found else None


def remark_in(text: Any) -> str | None:
    """``text`` without an id of a statement at its beginning; None if nothing is left."""
    if not isinstance(text, str):
        return None
    return (_STATEMENT.sub("", text, count=1) if _STATEMENT.match(text) else text).strip() or None


def base_of(packed: Any, text: str) -> Base:
    """What was given out, where the file still says it."""
    return unpacked(packed, text) if isinstance(packed, str) and packed else (None, None)


def why(error: BaseException) -> str:
    """One line: the message of a deliberate error, else what has another shape than expected."""
    if isinstance(error, InputError):
        return str(error)
    return f"it has another shape than this format has ({type(error).__name__}: {error})"


def read_offset(convert: Callable[[int], int], start: Any, end: Any) -> tuple[int, int]:
    """A range in code points; InputError where it is none."""
    first, last = convert(integer(start)), convert(integer(end))
    if not 0 <= first < last:
        raise InputError(f"[{start}, {end}) holds no character")
    return first, last
