"""What the registry joins, in the words of an answer: one actor is asked, shown and declared under one name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from sayso.answers.choose import Ambiguous, Chosen, Unknown, choose
from sayso.project import Member, Project
from sayso.records.registry import RegistryActor
from sayso.records.row import NameRow


class Known(Protocol):
    """What is asked of a registry."""

    def called(self, names: Iterable[str]) -> dict[str, str]: ...

    def together(self, names: Iterable[str]) -> tuple[str, ...]: ...

    def meant(self, term: str) -> list[RegistryActor]: ...

    def apart(self, one: str, other: str) -> bool: ...


def choose_among(
    asked: str, rows: Iterable[NameRow], registry: Known, *, exact: bool = False
) -> Chosen | Ambiguous | Unknown:
    """What ``asked`` means, as ``choose``, with every name of an actor that ``registry`` knows it under."""
    held = list(rows)
    called = registry.called(row.name for row in held)
    chosen = choose(asked, held, exact=exact, one=called)
    if isinstance(chosen, Unknown):
        return _by_other_name(asked, registry) or chosen
    if isinstance(chosen, Ambiguous):
        return chosen
    own = tuple(each for each in chosen.names if each != chosen.bare)
    if chosen.bare is not None and registry.apart(chosen.name, chosen.bare):
        chosen = replace(chosen, names=own, bare=None)
    shown = called.get(chosen.name, chosen.name)
    names = dict.fromkeys([*registry.together(chosen.names), shown])
    return replace(chosen, name=shown, names=tuple(names))


def declared_as(project: Project, registry: Known) -> Project:
    """``project`` with members and parts under the names that their actors are shown under."""
    called = registry.called(_declared(project))
    if not called:
        return project
    schemes = tuple(
        replace(
            scheme,
            camps=tuple(
                replace(camp, members=tuple(_member(each, called) for each in camp.members)) for camp in scheme.camps
            ),
        )
        for scheme in project.schemes
    )
    parts = tuple(
        replace(each, whole=called.get(each.whole, each.whole), part=called.get(each.part, each.part))
        for each in project.parts
    )
    return replace(project, schemes=schemes, parts=parts)


def _by_other_name(asked: str, registry: Known) -> Chosen | None:
    """An actor of another name in articles: renamed by a person, or with an alias of an import that was accepted."""
    meant = registry.meant(asked)
    if len(meant) != 1 or not meant[0].names:
        return None
    return Chosen(meant[0].name, tuple(dict.fromkeys([*registry.together([asked]), meant[0].name])))


def _declared(project: Project) -> Iterator[str]:
    yield from (each.called for scheme in project.schemes for camp in scheme.camps for each in camp.members)
    yield from (name for part in project.parts for name in (part.whole, part.part))


def _member(member: Member, called: Mapping[str, str]) -> Member:
    name = member.name and called.get(member.name, member.name)
    affiliation = member.affiliation and called.get(member.affiliation, member.affiliation)
    return replace(member, name=name, affiliation=affiliation)
