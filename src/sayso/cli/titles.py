"""How a listing names an article to a person; fields written for programs keep an unknown title unknown."""

from collections.abc import Iterable, Mapping

from sayso.cli.output import plain
from sayso.ledger.store import Ledger
from sayso.records.row import StatementRow


def headlines(opened: Ledger, rows: Iterable[StatementRow]) -> dict[str, str]:
    """By version id, what stands for the title of those articles of ``rows`` that have none."""
    return opened.headlines({row.version_id for row in rows if not row.metadata.title})


def article_name(row: StatementRow, known: Mapping[str, str]) -> str:
    """Publisher, date and title; for the title its headline from ``known``, and an id only where there is nothing."""
    metadata = row.metadata
    title = metadata.title or known.get(row.version_id)
    parts = [part for part in (metadata.publisher, metadata.published, title) if part]
    return plain(" · ".join(parts) or row.given_id or row.article_id)
