"""How often each name speaks in what is shown."""

from sqlalchemy import Connection, func, select

from sayso.ledger.position_tables import actor, name, speaker
from sayso.ledger.schema import finding, reading, version
from sayso.ledger.shown import current_only


def quoted(connection: Connection) -> dict[str, int]:
    """By name, the statements shown that it is a speaker of; a name of several kinds of actor is one."""
    query = (
        select(name.c.name, func.count(finding.c.statement.distinct()).label("statements"))
        .select_from(speaker)
        .join(finding, finding.c.key == speaker.c.finding)
        .join(reading, reading.c.key == finding.c.reading)
        .join(version, version.c.key == reading.c.version)
        .join(actor, (actor.c.reading == reading.c.key) & (actor.c.number == speaker.c.actor))
        .join(name, name.c.key == actor.c.name)
        .group_by(name.c.key)
    )
    found: dict[str, int] = {}
    for row in connection.execute(current_only(query)):
        found[row.name] = found.get(row.name, 0) + row.statements
    return found
