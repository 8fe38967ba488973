"""``sayso.toml``: what a user declares beside a ledger, camps by scheme and parts of a whole.

    [schemes.alignment.camps.reform]
    members = [{ name = "Edda Okun", from = 2016-01-01, to = 2019-06-30, cited = "party register" }]

    [[parts]]
    whole = "Aurel Tarr"
    part = "the Guardian Court"
    from = 2012-05-01

Days are inclusive; an open end is left out. A key that is not known is an error, so that a slip of the pen never drops a camp.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sayso.errors import UsageError
from sayso.records.folding import folded
from sayso.records.toml_places import place_of

FILE = "sayso.toml"
_TOP = ("schemes", "parts")
_MEMBER = ("name", "qid", "from", "to", "cited", "affiliation")
_PART = ("whole", "part", "from", "to")
_QID = re.compile(r"Q[1-9]\d*")
_MORE = "`sayso camps --help` shows how it is written"


class Wrong(UsageError):
    """A value that cannot be meant, and the key it stands at."""

    def __init__(self, key: str, told: str) -> None:
        super().__init__(f"{key}: {told}")
        self.key = key


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
    """Somebody in a camp, by name, QID or affiliation, on ``days``; ``cited`` says where that is from.

    ``qid`` may stand alone or beside a name. ``through`` is the affiliation that a member was found by, None for one who was declared.
    """

    name: str | None
    affiliation: str | None
    days: Days = Days()
    qid: str | None = None
    cited: str | None = None
    through: str | None = None

    @property
    def called(self) -> str:
        return self.name or self.affiliation or self.qid or ""


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
    """The project in ``path``; UsageError with line, column and key of what is wrong."""
    text = ""
    try:
        text = path.read_text(encoding="utf-8-sig")
        loaded = tomllib.loads(text)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}; name the file with --project") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} is not TOML: {_placed(error, text)}; mend that line: {_MORE}") from error
    try:
        return project_from(loaded)
    except Wrong as error:
        place = place_of(text.replace("\r\n", "\n"), error.key)
        where = f" line {place[0]}, column {place[1]}:" if place else ""
        raise UsageError(f"{path}:{where} {error}; {_MORE}") from None


def _placed(error: ValueError, text: str) -> str:
    """What ``tomllib`` says, with a line and a column also where it says that the file ends too early."""
    last = text.split("\n")
    return str(error).replace(
        "at end of document", f"at line {len(last)}, column {len(last[-1]) + 1}, where the file ends"
    )


def project_from(loaded: Mapping[str, Any]) -> Project:
    """The project that a parsed file means; Wrong with the key that is wrong."""
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
        raise Wrong(key, f"a scheme needs camps; write [{key}.camps.NAME]")
    made = tuple(_camp(camp, each, f"{key}.camps.{camp}") for camp, each in camps.items())
    _no_one_in_two(made, key)
    return Scheme(name, made)


def _camp(name: str, value: Any, key: str) -> Camp:
    table = _table(value, key)
    _only(table, ("members",), key)
    if "members" not in table:
        raise Wrong(f"{key}.members", "missing; an empty camp has members = []")
    members = _list(table["members"], f"{key}.members")
    return Camp(name, tuple(_member(each, f"{key}.members[{at}]") for at, each in enumerate(members)))


def _member(value: Any, key: str) -> Member:
    table = _table(value, key)
    _only(table, _MEMBER, key)
    if ("name" in table) + ("affiliation" in table) != 1 and (
        set(table) & {"name", "affiliation"} or "qid" not in table
    ):
        raise Wrong(key, "a member has either a name or an affiliation, or a QID alone")
    texts = {
        each: _text(table[each], f"{key}.{each}") for each in ("name", "affiliation", "qid", "cited") if each in table
    }
    if "qid" in texts and not _QID.fullmatch(texts["qid"]):
        raise Wrong(f"{key}.qid", f"{texts['qid']!r} is no QID; write it as Wikidata does: Q42")
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
            raise Wrong(f"{key}.{each}", "missing; a part has a whole and a part")
    whole, part = _text(table["whole"], f"{key}.whole"), _text(table["part"], f"{key}.part")
    if folded(whole) == folded(part):
        raise Wrong(key, f"{part!r} is declared as part of itself; name two")
    return Part(whole, part, _days(table, key))


def _days(table: Mapping[str, Any], key: str) -> Days:
    first, last = _day(table, "from", key), _day(table, "to", key)
    if _before(last, first):
        raise Wrong(f"{key}.to", f"{last} lies before {first}; both days are included")
    return Days(first, last)


def _day(table: Mapping[str, Any], name: str, key: str) -> date | None:
    value = table.get(name)
    if value is None:
        return None
    if isinstance(value, datetime) or not isinstance(value, date):
        raise Wrong(f"{key}.{name}", f"{value!r} is not a day; write 2016-01-01, without quotation marks")
    return value


def _before(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one < other


def _no_one_in_two(camps: Sequence[Camp], key: str) -> None:
    held: dict[str, list[tuple[Camp, Member]]] = {}
    for camp in camps:
        for at, member in enumerate(camp.members):
            others = held.setdefault(folded(member.called), [])
            for other, theirs in others:
                if other is not camp and theirs.days.meet(member.days):
                    raise Wrong(
                        f"{key}.camps.{camp.name}.members[{at}]",
                        f"{member.called!r} is in {other.name!r} and in {camp.name!r} on the same days; say with from and to when",
                    )
            others.append((camp, member))


def _table(value: Any, key: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Wrong(key, f"a table is expected, not {_shown(value)}")
    return value


def _list(value: Any, key: str) -> list[Any]:
    if not isinstance(value, list):
        raise Wrong(key, f"a list is expected, not {_shown(value)}")
    return value


def _text(value: Any, key: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Wrong(key, f"words are expected, not {_shown(value)}")
    return " ".join(value.split())


def _only(table: Mapping[str, Any], known: Sequence[str], key: str) -> None:
    for name in _others(table, known):
        raise Wrong(f"{key}.{name}" if key else name, f"not a key here; known are {', '.join(known)}")


def _others(table: Mapping[str, Any], known: Sequence[str]) -> Iterator[str]:
    return (name for name in table if name not in known)


def _shown(value: Any) -> str:
    return f"{value!r:.40}"
