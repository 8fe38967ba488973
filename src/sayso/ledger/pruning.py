"""Names that nothing uses any more after a removal, and the registry actors that only those names stood for."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, or_, select, update

from sayso.ledger.batches import batches
from sayso.ledger.correction_tables import corrected_position
from sayso.ledger.position_tables import actor, name, position_finding
from sayso.ledger.registry_log import refresh
from sayso.ledger.registry_names import COMPARED, NAMES
from sayso.ledger.registry_tables import (
    actor_judgement,
    actor_shown,
    actor_standing,
    alias,
    identifier,
    registry_actor,
    registry_key,
    registry_mark,
    registry_name,
    tenure,
)
from sayso.ledger.removing import delete_where, keys_where
from sayso.ledger.voice_tables import voice_finding


def prune_names(connection: Connection, candidates: Iterable[int]) -> None:
    """Deletes those of the names (keys) that no actor and no position has, then the actors of the registry that are left without one."""
    gone = [key for key in sorted(set(candidates)) if not _used(connection, key)]
    actors = keys_where(connection, registry_name.c.actor, registry_name.c.name, gone)
    delete_where(connection, registry_name, "name", gone)
    delete_where(connection, name, "key", gone)
    left = set(keys_where(connection, registry_name.c.actor, registry_name.c.actor, actors))
    imported = registry_actor.c["import"]
    known = set(keys_where(connection, registry_actor.c.key, registry_actor.c.key, actors))
    brought = {
        key
        for batch in batches(actors)
        for key in connection.execute(
            select(registry_actor.c.key).where(registry_actor.c.key.in_(batch), imported.is_not(None))
        ).scalars()
    }
    delete_actors(connection, known - left - brought)
    _lower_marks(connection)


def delete_actors(connection: Connection, keys: Iterable[int]) -> None:
    """Deletes actors of the registry with all that is known of them and was decided about them; other sets are computed anew."""
    gone = sorted(keys)
    others: set[int] = set()
    for table in (actor_judgement, actor_standing):
        for batch in batches(gone):
            about = or_(table.c.one.in_(batch), table.c.other.in_(batch))
            for one, other in connection.execute(select(table.c.one, table.c.other).where(about)):
                others |= {one, other}
    members = keys_where(connection, actor_shown.c.root, actor_shown.c.actor, gone)
    others |= set(keys_where(connection, actor_shown.c.actor, actor_shown.c.root, members))
    for batch in batches(gone):
        for table in (actor_judgement, actor_standing):
            connection.execute(delete(table).where(or_(table.c.one.in_(batch), table.c.other.in_(batch))))
    for table, column in (
        *((each, "actor") for each in (actor_shown, registry_key, registry_name, identifier, alias, tenure)),
        (registry_actor, "key"),
    ):
        delete_where(connection, table, column, gone)
    refresh(connection, sorted(others - set(gone) - {None}))
    _lower_marks(connection)


def _used(connection: Connection, key: int) -> bool:
    columns = (
        actor.c.name,
        position_finding.c.speaker_name,
        position_finding.c.object_name,
        corrected_position.c.speaker_name,
        corrected_position.c.object_name,
        voice_finding.c.object_name,
    )
    return any(connection.scalar(select(1).where(column == key).limit(1)) is not None for column in columns)


def _lower_marks(connection: Connection) -> None:
    """A key that is free again may be given again: a mark above the last row would pass the new one over."""
    for what, table in ((NAMES, name), (COMPARED, registry_actor)):
        last = connection.scalar(select(func.max(table.c.key))) or 0
        connection.execute(
            update(registry_mark).where(registry_mark.c.what == what, registry_mark.c.upto > last).values(upto=last)
        )
