"""Who of a ledger is in a declared camp, and who is in none. By name, QID or a membership that was imported; never by a label.

What an article calls somebody ("hardliner", "Reform Front activists") makes nobody a member: a member's name is compared whole, and
of what is known about an actor only imported memberships with their days count, neither offices nor words of the text.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from sayso.project import Days, Member, Part, Project, Scheme
from sayso.records.folding import folded
from sayso.records.registry import RegistryActor, Tenure
from sayso.registry.holders import days_of


@dataclass(frozen=True, slots=True)
class Found:
    """An actor of the ledger who is in a camp by one of its ``members``, on ``days``, with the ``quoted`` statements."""

    actor: RegistryActor
    days: Days
    quoted: int


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A member as declared, and the actors of the ledger that it means: none where the ledger has nobody of it."""

    scheme: str
    camp: str
    member: Member
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """An actor with no camp in at least one scheme; ``camps`` has those of the others, in the order of the schemes."""

    actor: RegistryActor
    quoted: int
    camps: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PartFound:
    """A declared part, and the actors of the ledger that part and whole mean."""

    part: Part
    whole_found: tuple[RegistryActor, ...]
    part_found: tuple[RegistryActor, ...]


class Roll:
    """The camps of ``schemes`` among ``actors``. ``quoted`` has statements by the name that articles use."""

    def __init__(self, schemes: Sequence[Scheme], actors: Sequence[RegistryActor], quoted: Mapping[str, int]) -> None:
        self._schemes, self._actors, self._quoted = tuple(schemes), tuple(actors), quoted
        self._by_name = _indexed((folded(name), actor) for actor in actors for name in _names(actor))
        self._by_qid = _indexed(
            (value, actor) for actor in actors for kind, value in actor.identifiers if kind == "qid"
        )
        self._in = _indexed((folded(each.title), actor) for actor in actors for each in _memberships(actor))

    def enrolled(self) -> Iterator[Enrolled]:
        """Every declared member, in the order of the file."""
        for scheme in self._schemes:
            for camp in scheme.camps:
                for member in camp.members:
                    found = sorted(self._found(member), key=lambda each: (-each.quoted, each.actor.name))
                    yield Enrolled(scheme.name, camp.name, member, tuple(found))

    def outside(self) -> list[Outside]:
        """Named actors without a camp in one of the schemes, the most quoted first; nobody who is never quoted."""
        camps = self._camps()
        rows = []
        for actor in self._actors:
            own = tuple(tuple(camps.get((scheme.name, actor.id), ())) for scheme in self._schemes)
            quoted = self._said(actor)
            if quoted and not all(own):
                rows.append(Outside(actor, quoted, own))
        return sorted(rows, key=lambda row: (-row.quoted, -row.actor.readings, row.actor.name))

    def parts(self, declared: Iterable[Part]) -> Iterator[PartFound]:
        for part in declared:
            yield PartFound(part, self._named(part.whole), self._named(part.part))

    def _camps(self) -> dict[tuple[str, str], list[str]]:
        camps: dict[tuple[str, str], list[str]] = {}
        for each in self.enrolled():
            for found in each.found:
                held = camps.setdefault((each.scheme, found.actor.id), [])
                if each.camp not in held:
                    held.append(each.camp)
        return camps

    def _found(self, member: Member) -> Iterator[Found]:
        own = self._by_qid.get(member.qid, []) if member.qid else []
        called = member.name or member.affiliation
        actors = own or (list(self._named(called)) if called else [])
        for actor in actors or self._only_described(called or ""):
            yield Found(actor, member.days, self._said(actor))
        if member.affiliation is None:
            return
        for actor in self._in.get(folded(member.affiliation), []):
            for tenure in _memberships(actor):
                days = _both(member.days, _days(tenure))
                if folded(tenure.title) == folded(member.affiliation) and days is not None and actor not in actors:
                    yield Found(actor, days, self._said(actor))

    def _named(self, called: str) -> tuple[RegistryActor, ...]:
        bare = called[4:] if called[:4].casefold() == "the " else called
        found = [*self._by_name.get(folded(called), []), *self._by_name.get(folded(bare), [])]
        return tuple({actor.id: actor for actor in found}.values())

    def _only_described(self, called: str) -> Iterator[RegistryActor]:
        """Speakers of exactly these words who are nobody across articles; answers count them where the words are declared."""
        for name in self._quoted:
            if called and folded(name) == folded(called):
                yield RegistryActor(id="", name=name, kind="unknown", names=(name,), readings=0)

    def _said(self, actor: RegistryActor) -> int:
        return sum(self._quoted.get(name, 0) for name in actor.names)


def resolved(project: Project, actors: Sequence[RegistryActor]) -> Project:
    """``project`` with a name for every member declared by QID alone, and with the members that imports know of an affiliation.

    Answers compare names; who came in through an affiliation is not counted among the declared.
    """
    roll = Roll(project.schemes, actors, {})
    held: dict[tuple[str, str], list[Member]] = {}
    for each in roll.enrolled():
        held.setdefault((each.scheme, each.camp), []).extend(_resolved(each))
    schemes = tuple(
        replace(
            scheme,
            camps=tuple(replace(camp, members=tuple(held.get((scheme.name, camp.name), ()))) for camp in scheme.camps),
        )
        for scheme in project.schemes
    )
    return replace(project, schemes=schemes)


class Known(Protocol):
    """What is asked of a registry."""

    def meant(self, term: str) -> list[RegistryActor]: ...

    def actors(self, limit: int | None = None, *, imported: bool = False) -> list[RegistryActor]: ...


def known_members(project: Project, registry: Known) -> Project:
    """``resolved`` with what ``registry`` knows; it is asked for everybody only where an affiliation is declared."""
    members = [member for scheme in project.schemes for camp in scheme.camps for member in camp.members]
    if any(each.affiliation for each in members):
        return resolved(project, registry.actors())
    alone = [each.qid for each in members if each.qid and not each.name]
    return resolved(project, [actor for qid in alone for actor in registry.meant(qid)]) if alone else project


def _resolved(each: Enrolled) -> Iterator[Member]:
    member = each.member
    if member.name is None and member.affiliation is None:
        yield replace(member, name=each.found[0].actor.name) if each.found else member
        return
    yield member
    if member.affiliation is not None:
        for found in each.found:
            if folded(found.actor.name) != folded(member.affiliation):
                yield Member(found.actor.name, None, found.days, cited=member.cited, through=member.affiliation)


def _indexed(pairs: Iterable[tuple[str, RegistryActor]]) -> dict[str, list[RegistryActor]]:
    held: dict[str, dict[str, RegistryActor]] = {}
    for key, actor in pairs:
        held.setdefault(key, {})[actor.id] = actor
    return {key: list(actors.values()) for key, actors in held.items()}


def _names(actor: RegistryActor) -> Iterator[str]:
    yield from (actor.name, *actor.names, *actor.aliases)


def _memberships(actor: RegistryActor) -> list[Tenure]:
    return [each for each in actor.tenures if each.held == "member"]


def _days(tenure: Tenure) -> Days:
    first = None if tenure.first is None else days_of(tenure.first)
    last = None if tenure.last is None else days_of(tenure.last)
    return Days(first and first[0], last and last[1])


def _both(one: Days, other: Days) -> Days | None:
    """The days that the two have in common; None if there are none."""
    if not one.meet(other):
        return None
    firsts: list[date] = [each for each in (one.first, other.first) if each is not None]
    lasts: list[date] = [each for each in (one.last, other.last) if each is not None]
    return Days(max(firsts, default=None), min(lasts, default=None))
