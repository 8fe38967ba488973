"""Actors across articles, as other packages ask for them and decide about them."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Engine, select

from sayso.errors import UsageError
from sayso.ledger import registry_evidence, registry_imports, registry_log, registry_rows, registry_suggestions
from sayso.ledger.batches import batches
from sayso.ledger.connection import transaction
from sayso.ledger.position_tables import name
from sayso.ledger.registry_names import behind, catch_up
from sayso.ledger.registry_tables import registry_actor, registry_name
from sayso.records.folding import folded
from sayso.records.registry import ActorJudgement, Conflict, RegistryActor, Sighting, Suggestion, Tenure
from sayso.registry.imports import Imported


class Registry:
    """The registry of one ledger. Actors are given and asked for by id; what an id means includes all it is one with."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def catch_up(self) -> int:
        """Takes in the names of articles that were added since the last time; how many."""
        with transaction(self._engine) as connection:
            if not behind(connection):
                return 0
        with transaction(self._engine, write=True) as connection:
            return catch_up(connection)

    def actors(self, limit: int | None = None, *, imported: bool = False) -> list[RegistryActor]:
        """Actors in what is shown, those in most readings first; with ``imported`` also those that no article names."""
        with transaction(self._engine) as connection:
            return registry_rows.rows(connection, registry_rows.listed(connection, limit, imported=imported))

    def meant(self, term: str) -> list[RegistryActor]:
        """The actors that ``term`` means: an id, a QID, or any name of theirs, case and diacritics aside."""
        with transaction(self._engine) as connection:
            return registry_rows.rows(connection, registry_rows.of_term(connection, term))

    def alone(self, term: str, found: RegistryActor) -> RegistryActor:
        """The one actor of the set ``found`` that ``term`` is an id, QID or name of, without the others; else ``found`` itself."""
        with transaction(self._engine) as connection:
            members = _members(connection, found.id)
            for each in registry_rows.rows(connection, members, alone=True):
                values = {value for _, value in each.identifiers}
                names = {folded(name) for name in (*each.names, *each.aliases)}
                if term == each.id or term in values or folded(term) in names:
                    return each
        return found

    def near(self, called: str) -> list[RegistryActor]:
        """Actors called so, then candidates that have a key of the name in common; each set once."""
        with transaction(self._engine) as connection:
            keys = registry_rows.of_term(connection, called)
            for kind in ("person", "organization"):
                keys += registry_rows.candidates(connection, called, kind)
            roots = dict.fromkeys(registry_rows.root_of(connection, key) for key in keys)
            return registry_rows.rows(connection, list(roots))

    def holders(self, office: str, said: str) -> list[tuple[RegistryActor, Tenure]]:
        """Who held ``office`` on every day that ``said`` (ISO 8601 to any precision) may mean; several where imports say so."""
        with transaction(self._engine) as connection:
            found = registry_rows.holders(connection, office, said)
            actors = registry_rows.rows(connection, [root for root, _ in found])
            return [(actor, tenure) for actor, (_, tenure) in zip(actors, found, strict=True)]

    def sightings(self, actor_id: str, limit: int = registry_evidence.SIGHTINGS) -> list[Sighting]:
        """Articles that name the actor, under any of its names, the first added first."""
        with transaction(self._engine) as connection:
            return registry_evidence.sightings(connection, _members(connection, actor_id), limit)

    def compare(self, *, again: bool = False) -> registry_suggestions.Compared:
        """Compares actors that are new: edges of a run for those that are plainly one, suggestions for those that may be."""
        return registry_suggestions.compare(self._engine, again=again)

    def suggestions(self, limit: int | None = None) -> list[Suggestion]:
        """Pairs that nobody has decided about or that a person is unsure of, the likeliest first."""
        with transaction(self._engine) as connection:
            return registry_suggestions.suggestions(connection, limit)

    def conflicts(self) -> list[Conflict]:
        """Chains of *same* between two that are kept apart."""
        with transaction(self._engine) as connection:
            return registry_suggestions.conflicts(connection)

    def judge(self, made: ActorJudgement) -> None:
        """Appends a decision, safe from a power loss; UsageError for one that means nothing."""
        with transaction(self._engine, write=True, durable=True) as connection:
            registry_log.append(connection, made)

    def judgements(self, actor_id: str) -> Sequence[ActorJudgement]:
        """Everything ever decided about the actor and those it is one with, undone or not, in the order written."""
        with transaction(self._engine) as connection:
            return registry_log.log_of(connection, _members(connection, actor_id))

    def judgement(self, judgement_id: str) -> ActorJudgement | None:
        with transaction(self._engine) as connection:
            return registry_log.by_id(connection, judgement_id)

    def store(self, found: Iterable[Imported], *, name: str, form: str, judge: str) -> registry_imports.Stored:
        """Stores what an import says; again, nothing is added."""
        return registry_imports.store(self._engine, found, name=name, form=form, judge=judge)

    def called(self, names: Iterable[str]) -> dict[str, str]:
        """By name, what an actor is called now that is one with others or was renamed; a name of several such is left out."""
        names = list(names)
        with transaction(self._engine) as connection:
            shown = registry_rows.shown_by_form(connection, {folded(each) for each in names} - {""})
        found = {each: shown.get(folded(each), set()) for each in names}
        return {each: next(iter(called)) for each, called in found.items() if len(called) == 1}

    def apart(self, one: str, other: str) -> bool:
        """Whether a decision keeps actors of the two names apart."""
        with transaction(self._engine) as connection:
            first, second = registry_rows.of_name(connection, one), registry_rows.of_name(connection, other)
            return any(registry_suggestions.apart(connection, a, b) for a in first for b in second if a != b)

    def together(self, names: Iterable[str]) -> tuple[str, ...]:
        """``names``, then the names that articles have for the actors of these names and for those they are one with."""
        wanted = tuple(dict.fromkeys(names))
        with transaction(self._engine) as connection:
            roots = sorted({root for each in wanted for root in registry_rows.of_name(connection, each)})
            every = [key for members in registry_rows.members_of(connection, roots).values() for key in members]
            query = select(name.c.name).join(registry_name, registry_name.c.name == name.c.key).order_by(name.c.key)
            found = (
                each
                for batch in batches(every)
                for each in connection.execute(query.where(registry_name.c.actor.in_(batch))).scalars()
            )
            return tuple(dict.fromkeys([*wanted, *found]))


def _members(connection: Connection, actor_id: str) -> list[int]:
    key = connection.scalar(select(registry_actor.c.key).where(registry_actor.c.id == actor_id))
    if key is None:
        raise UsageError(f"no actor {actor_id} is in this ledger: `sayso actors list` lists those that are")
    root = registry_rows.root_of(connection, key)
    return registry_rows.members_of(connection, [root])[root]
