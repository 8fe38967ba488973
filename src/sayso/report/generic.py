"""Blocks of an answer that no layout was written for: every field is shown, every statement id becomes a number to follow."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from sayso.report.choice import Numbering
from sayso.report.speakers import Speakers
from sayso.report.values import Facts, Item, Line, Lines, Section
from sayso.report.wording import counted, one_line

_STATEMENT = re.compile(r"st\d+_[0-9a-f]{8,}")


def ids_in(value: Any) -> Iterator[str]:
    """Every statement id in ``value``, whatever holds it, in its order."""
    if isinstance(value, str):
        if _STATEMENT.fullmatch(value):
            yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from ids_in(getattr(value, field.name))
    elif isinstance(value, dict):
        for each in value.values():
            yield from ids_in(each)
    elif isinstance(value, tuple | list | frozenset | set):
        for each in value:
            yield from ids_in(each)


def section(name: str, value: Any, numbering: Numbering, speakers: Speakers) -> Section | None:
    """The block called ``name`` in an answer; None for an empty one."""
    item = _item(value, numbering, speakers)
    return Section(name.replace("_", "-"), titled(name), (item,)) if item else None


def titled(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _item(value: Any, numbering: Numbering, speakers: Speakers) -> Item | None:
    if isinstance(value, tuple | list | frozenset):
        lines = tuple(_line(each, numbering, speakers) for each in value)
        return Lines(lines) if lines else None
    if is_dataclass(value) and not isinstance(value, type):
        nested = [(field.name, getattr(value, field.name)) for field in fields(value)]
        facts = tuple((titled(name), told) for name, each in nested if (told := _told(each)))
        lines = tuple(
            _line(each, numbering, speakers, titled(name))
            for name, held in nested
            if isinstance(held, tuple | list)
            for each in held
            if not isinstance(each, str | int | float)
        )
        if lines:
            return Lines((*(Line(term, told) for term, told in facts), *lines))
        return Facts(facts) if facts else None
    told = _told(value)
    return Facts((("", told),)) if told else None


def _line(value: Any, numbering: Numbering, speakers: Speakers, strong: str = "") -> Line:
    if not is_dataclass(value) or isinstance(value, type):
        return Line(strong, _told(value))
    ids = tuple(dict.fromkeys(ids_in(value)))
    named = [(field.name, _told(getattr(value, field.name))) for field in fields(value)]
    known = [(name, told) for name, told in named if told]
    if not strong and known and known[0][0] in ("speaker", "name", "actor", "holder", "who"):
        strong = known.pop(0)[1]
    quotes = speakers.quotes(ids)
    quoted = {quote.ref.id for quote in quotes if quote.ref}
    rest = numbering.refs(each for each in ids if each not in quoted)
    return Line(strong, " · ".join(f"{titled(name).lower()}: {told}" for name, told in known), quotes, rest)


def _told(value: Any) -> str:
    """A value in words; empty for what is not known and for ids, which become numbers of their own."""
    if value is None or value is False or value == ():
        return ""
    if value is True:
        return "yes"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:.2g}"
    if isinstance(value, str):
        return "" if _STATEMENT.fullmatch(value) else one_line(value.replace("_", " ") if value.islower() else value)
    if hasattr(value, "start") and hasattr(value, "text"):
        return f"“{one_line(value.text)}”"
    if isinstance(value, tuple | list | frozenset):
        told = [each for item in value if (each := _told(item))]
        return ", ".join(told) if len(told) <= 12 else counted(len(told), "entry").replace("entrys", "entries")
    if is_dataclass(value) and not isinstance(value, type):
        return _inside(value)
    return one_line(str(value))


def _inside(value: Any) -> str:
    shown: Sequence[str] = [told for field in fields(value) if (told := _told(getattr(value, field.name)))]
    return " ".join(shown)
