"""What a report shows of statements: their texts and the places of their positions, asked of the ledger in a few questions."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime

from sayso.cli.titles import headlines
from sayso.ledger.store import Ledger
from sayso.records.folding import folded
from sayso.records.placed import Placed
from sayso.records.row import StatementRow
from sayso.report.setting import Shown
from sayso.report.wording import in_words


def shown(opened: Ledger, rows: Mapping[str, StatementRow], objects: Collection[str] | None = None) -> Shown:
    """``rows`` with their texts and the places of their positions on ``objects``, folded names; None for all."""
    held: dict[str, list[Placed]] = {}
    for each in opened.placed(rows):
        if objects is None or folded(each.object) in objects:
            held.setdefault(each.statement, []).append(each)
    texts = dict(opened.texts(dict.fromkeys(row.version_id for row in rows.values())))
    return Shown(rows, texts, held, headlines(opened, rows.values()))


def today() -> str:
    """The day in UTC, in words."""
    return in_words(datetime.now(UTC).date().isoformat())
