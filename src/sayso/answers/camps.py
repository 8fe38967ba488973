"""Camps: who is in one on the day something was said, and how many of its members are quoted. Declared, never inferred."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.answers.times import days_of
from sayso.errors import UsageError
from sayso.project import Camp, Member, Project, Scheme
from sayso.records.folding import folded
from sayso.records.said import Said


@dataclass(frozen=True, slots=True)
class Place:
    """A camp of a scheme."""

    scheme: str
    camp: str


class Camps:
    """The camps of ``schemes``, by the folded name of a member."""

    def __init__(self, schemes: Iterable[Scheme] = ()) -> None:
        self.schemes = tuple(schemes)
        self._members: dict[str, list[tuple[Place, Member]]] = {}
        for scheme in self.schemes:
            for camp in scheme.camps:
                for member in camp.members:
                    self._members.setdefault(folded(member.called), []).append((Place(scheme.name, camp.name), member))

    def names(self) -> tuple[str, ...]:
        """Every member's name, each once."""
        every = (member.called for held in self._members.values() for _, member in held)
        return tuple(dict.fromkeys(every))

    def on(self, name: str, said: Said) -> tuple[Place, ...]:
        """The camps that ``name`` is in for all of the days that ``said`` may mean; a dated membership needs a date said."""
        held = self._members.get(folded(name))
        if not held:
            return ()
        days = days_of(said)
        return tuple(
            place for place, member in held if not member.days.bounded or (days is not None and member.days.hold(*days))
        )

    def ever(self, name: str) -> tuple[Place, ...]:
        return tuple(dict.fromkeys(place for place, _ in self._members.get(folded(name), ())))


@dataclass(frozen=True, slots=True)
class CampRow:
    """A camp with its ``declared`` members, and speakers by what they were counted for while in it; ``statements`` are theirs."""

    scheme: str
    camp: str
    declared: int
    critics: tuple[str, ...]
    supporters: tuple[str, ...]
    statements: tuple[str, ...]

    @property
    def quoted(self) -> int:
        """Members with a counted position, each once."""
        return len(set(self.critics) | set(self.supporters))


def schemes_of(project: Project, scheme: str | None, camp: str | None) -> tuple[Scheme, ...]:
    """The schemes asked about: that called ``scheme``, else all; with ``camp`` those that have it. UsageError where there is none."""
    known = [each.name for each in project.schemes]
    if scheme is not None and scheme not in known:
        raise UsageError(f"no scheme is called {scheme!r}; {_declared('schemes', known)}")
    chosen = [each for each in project.schemes if scheme in (None, each.name)]
    if camp is None:
        return tuple(chosen)
    having = tuple(each for each in chosen if any(one.name == camp for one in each.camps))
    if not having:
        names = [f"{each.name}.{one.name}" for each in chosen for one in each.camps]
        raise UsageError(f"no camp is called {camp!r}; {_declared('camps', names)}")
    if len(having) > 1:
        raise UsageError(f"{camp!r} is a camp of {', '.join(each.name for each in having)}; choose one with --scheme")
    return having


def camp_rows(
    schemes: Sequence[Scheme], held: Mapping[Place, tuple[Sequence[str], Sequence[str], Sequence[str]]]
) -> tuple[CampRow, ...]:
    """A row for every declared camp, also where nobody of it is quoted. ``held`` gives critics, supporters and statements."""
    return tuple(_row(scheme.name, camp, held) for scheme in schemes for camp in scheme.camps)


def _row(scheme: str, camp: Camp, held: Mapping[Place, tuple[Sequence[str], Sequence[str], Sequence[str]]]) -> CampRow:
    critics, supporters, statements = held.get(Place(scheme, camp.name), ((), (), ()))
    declared = len({folded(member.called) for member in camp.members if member.through is None})
    return CampRow(scheme, camp.name, declared, tuple(critics), tuple(supporters), tuple(statements))


def _declared(what: str, names: Sequence[str]) -> str:
    return f"{what} declared in sayso.toml: {', '.join(names)}" if names else f"sayso.toml declares no {what}"
