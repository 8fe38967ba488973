"""``sayso.toml``: what a user declares beside a ledger, camps by scheme and parts of a whole.

    [schemes.alignment.camps.reform]
    members = [{ name = "Edda Okun", from = 2016-01-01, to = 2019-06-30, cited = "party register" }]

    [[parts]]
    whole = "Aurel Tarr"
    part = "the Guardian Court"
    from = 2012-05-01

Days are inclusive; an open end is left out. A key that is not known is an error, so that a slip of the pen never drops a camp.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sayso.errors import UsageError
from sayso.records.folding import folded

FILE = "sayso.toml"
_TOP = ("schemes", "parts")
_MEMBER = ("name", "qid", "from", "to", "cited", "affiliation")
_PART = ("whole", "part", "from", "to")


@dataclass(frozen=True, slots=True)
class Days:
    """From ``first`` to ``last``, both included; None is an open end."""

    first: date | None = None
    last: date | None = None

    @property
    def bounded(self) -> bool:
        return self.first is not None or self.last is not None

    def hold(self, first: date, last: date) -> bool:
        """Whether every day from ``first`` to ``last`` is among these."""
        return (self.first is None or self.first <= first) and (self.last is None or last <= self.last)

    def meet(self, other: "Days") -> bool:
        """Whether the two have a day in common."""
        return not (_before(self.last, other.first) or _before(other.last, self.first))


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a camp, by name or by affiliation, on ``days``; ``cited`` says where that is from."""

    name: str | None
    affiliation: str | None
    days: Days = Days()
    qid: str | None = None
    cited: str | None = None

    @property
    def called(self) -> str:
        return self.name or self.affiliation or ""


@dataclass(frozen=True, slots=True)
class Camp:
    name: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to divide speakers into camps; several stand side by side and are never mixed."""

    name: str
    camps: tuple[Camp, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """``part`` is declared to be part of ``whole`` on ``days``."""

    whole: str
    part: str
    days: Days = Days()


@dataclass(frozen=True, slots=True)
class Project:
    schemes: tuple[Scheme, ...] = ()
    parts: tuple[Part, ...] = ()


NONE = Project()


def project_of(file: Path | None, beside: Path) -> Project:
    """The project in ``file``, else in the folder of the ledger ``beside``, else an empty one; UsageError as ``read_project``."""
    if file is not None:
        return read_project(file)
    found = beside.parent / FILE
    return read_project(found) if found.is_file() else NONE


def read_project(path: Path) -> Project:
    """The project in ``path``; UsageError with the key that is wrong."""
    try:
        loaded = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}; name the file with --project") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} is not TOML: {error}") from error
    try:
        return project_from(loaded)
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from None


def project_from(loaded: Mapping[str, Any]) -> Project:
    """The project that a parsed file means; UsageError with the key that is wrong."""
    _only(loaded, _TOP, "")
    schemes = tuple(_scheme(name, value) for name, value in _table(loaded.get("schemes", {}), "schemes").items())
    parts = _list(loaded.get("parts", []), "parts")
    return Project(schemes, tuple(_part(each, f"parts[{at}]") for at, each in enumerate(parts)))


def _scheme(name: str, value: Any) -> Scheme:
    key = f"schemes.{name}"
    table = _table(value, key)
    _only(table, ("camps",), key)
    camps = _table(table.get("camps", {}), f"{key}.camps")
    if not camps:
        raise UsageError(f"{key}: a scheme needs camps; write [{key}.camps.NAME]")
    made = tuple(_camp(camp, each, f"{key}.camps.{camp}") for camp, each in camps.items())
    _no_one_in_two(made, key)
    return Scheme(name, made)


def _camp(name: str, value: Any, key: str) -> Camp:
    table = _table(value, key)
    _only(table, ("members",), key)
    if "members" not in table:
        raise UsageError(f"{key}.members: missing; an empty camp has members = []")
    members = _list(table["members"], f"{key}.members")
    return Camp(name, tuple(_member(each, f"{key}.members[{at}]") for at, each in enumerate(members)))


def _member(value: Any, key: str) -> Member:
    table = _table(value, key)
    _only(table, _MEMBER, key)
    if ("name" in table) == ("affiliation" in table):
        raise UsageError(f"{key}: a member has either a name or an affiliation")
    texts = {
        each: _text(table[each], f"{key}.{each}") for each in ("name", "affiliation", "qid", "cited") if each in table
    }
    return Member(
        name=texts.get("name"),
        affiliation=texts.get("affiliation"),
        days=_days(table, key),
        qid=texts.get("qid"),
        cited=texts.get("cited"),
    )


def _part(value: Any, key: str) -> Part:
    table = _table(value, key)
    _only(table, _PART, key)
    for each in ("whole", "part"):
        if each not in table:
            raise UsageError(f"{key}.{each}: missing")
    whole, part = _text(table["whole"], f"{key}.whole"), _text(table["part"], f"{key}.part")
    if folded(whole) == folded(part):
        raise UsageError(f"{key}: {part!r} is declared as part of itself")
    return Part(whole, part, _days(table, key))


def _days(table: Mapping[str, Any], key: str) -> Days:
    first, last = _day(table, "from", key), _day(table, "to", key)
    if _before(last, first):
        raise UsageError(f"{key}.to: {last} lies before {first}")
    return Days(first, last)


def _day(table: Mapping[str, Any], name: str, key: str) -> date | None:
    value = table.get(name)
    if value is None:
        return None
    if isinstance(value, datetime) or not isinstance(value, date):
        raise UsageError(f"{key}.{name}: {value!r} is not a day; write 2016-01-01, without quotation marks")
    return value


def _before(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one < other


def _no_one_in_two(camps: Sequence[Camp], key: str) -> None:
    held: dict[str, list[tuple[Camp, Member]]] = {}
    for camp in camps:
        for member in camp.members:
            others = held.setdefault(folded(member.called), [])
            for other, theirs in others:
                if other is not camp and theirs.days.meet(member.days):
                    raise UsageError(
                        f"{key}: {member.called!r} is in {other.name!r} and in {camp.name!r} on the same days"
                    )
            others.append((camp, member))


def _table(value: Any, key: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError(f"{key}: a table is expected, not {_shown(value)}")
    return value


def _list(value: Any, key: str) -> list[Any]:
    if not isinstance(value, list):
        raise UsageError(f"{key}: a list is expected, not {_shown(value)}")
    return value


def _text(value: Any, key: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise UsageError(f"{key}: words are expected, not {_shown(value)}")
    return " ".join(value.split())


def _only(table: Mapping[str, Any], known: Sequence[str], key: str) -> None:
    for name in _others(table, known):
        where = f"{key}.{name}" if key else name
        raise UsageError(f"{where}: not a key here; known are {', '.join(known)}")


def _others(table: Mapping[str, Any], known: Sequence[str]) -> Iterator[str]:
    return (name for name in table if name not in known)


def _shown(value: Any) -> str:
    return f"{value!r:.40}"
