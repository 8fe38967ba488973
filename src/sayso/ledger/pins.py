"""Choosing by hand which reading of a version is shown."""

from sqlalchemy import Engine, select, update

from sayso.errors import UsageError
from sayso.ledger.connection import transaction
from sayso.ledger.schema import current, reading, version


def pin(engine: Engine, reading_id: str) -> None:
    """Shows the reading from now on; UsageError if there is none with this id."""
    with transaction(engine, write=True) as connection:
        found = connection.execute(
            select(reading.c.key, reading.c.version).where(reading.c.id == reading_id)
        ).one_or_none()
        if found is None:
            raise UsageError(f"no reading {reading_id} is in this ledger")
        connection.execute(
            update(current).where(current.c.version == found.version).values(reading=found.key, pinned=1)
        )


def unpin(engine: Engine, version_id: str) -> None:
    """Shows the last reading of the version, and later ones as they come; UsageError if there is no such version."""
    with transaction(engine, write=True) as connection:
        key = connection.scalar(select(version.c.key).where(version.c.id == version_id))
        if key is None:
            raise UsageError(f"no version {version_id} is in this ledger")
        last = select(reading.c.key).where(reading.c.version == key).order_by(reading.c.key.desc()).limit(1)
        connection.execute(
            update(current).where(current.c.version == key).values(reading=last.scalar_subquery(), pinned=0)
        )
