"""The tables of a ledger as rows for export, an article at a time."""

from collections.abc import Iterator
from typing import Any

from sayso.export.annotated import corrections_of
from sayso.export.rows import article_fields, label_row, position_rows, run_fields, statement_row
from sayso.ledger.store import Ledger
from sayso.records.filter import StatementFilter

Fields = dict[str, Any]


def statements(ledger: Ledger) -> Iterator[Fields]:
    """Every statement shown, in the order added."""
    return (statement_row(each) for each in ledger.statements())


def positions(ledger: Ledger) -> Iterator[Fields]:
    """Every position in them, under the names that the registry shows."""
    registry = ledger.registry()
    for article in ledger.articles():
        reading = ledger.reading(article.version_id, article.run_id)
        if reading is None:
            continue
        rows = list(ledger.statements(StatementFilter(article=article.article_id)))
        corrections = corrections_of(ledger, rows)
        names = {each.name for each in reading.actors} | {
            name
            for correction in corrections.values()
            for each in correction.positions
            for name in (each.object.name, each.speaker.name if each.speaker else None)
            if name
        }
        yield from position_rows(reading, rows, corrections, registry.called(sorted(names)))


def labels(ledger: Ledger) -> Iterator[Fields]:
    """Every label shown, under the names that the registry shows."""
    return (label_row(each) for each in ledger.labels())


def articles(ledger: Ledger) -> Iterator[Fields]:
    """Every article in its newest version, in the order added."""
    return (article_fields(each) for each in ledger.articles())


def runs(ledger: Ledger) -> Iterator[Fields]:
    """Every run, the first one first."""
    return (run_fields(each) for each in ledger.runs())
