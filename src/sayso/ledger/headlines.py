"""What stands for a title in a listing: words of one block of each article, and no article's text is loaded."""

from collections.abc import Iterable

from sqlalchemy import Connection, and_, func, select

from sayso.ledger.batches import BATCH
from sayso.ledger.schema import block, current, version
from sayso.records.headline import LONGEST, words_of


def headlines_of(connection: Connection, version_ids: Iterable[str]) -> dict[str, str]:
    """By version id, from the current reading; a version without a readable block is left out."""
    wanted = list(version_ids)
    each = block.alias("each")
    chosen = (
        select(each.c.number)
        .where(each.c.reading == current.c.reading, each.c.kind != "furniture")
        .order_by(each.c.kind != "headline", each.c.number)
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(version.c.id, block.c.kind, func.substr(block.c.text, 1, LONGEST + 1).label("words"))
        .join(current, current.c.version == version.c.key)
        .join(block, and_(block.c.reading == current.c.reading, block.c.number == chosen))
    )
    found: dict[str, str] = {}
    for first in range(0, len(wanted), BATCH):
        rows = connection.execute(query.where(version.c.id.in_(wanted[first : first + BATCH])))
        found.update((row.id, words_of(row.kind, row.words)) for row in rows)
    return found
