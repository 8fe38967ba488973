"""Sayso: who said what, about whom, on whose say-so.

    import sayso

    reading = sayso.read(text)
    for statement in reading.statements:
        print(statement.source_text, statement.cue_text, statement.content_text, statement.confidence)

Names are loaded when they are first used, so that reading does not load what only the ledger needs.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.answers.about import about
    from sayso.api import read, read_many
    from sayso.errors import SaysoError
    from sayso.ledger.store import Ledger
    from sayso.records.article import Article, Block, Metadata
    from sayso.records.reading import Outcome, Reading
    from sayso.records.span import Span
    from sayso.records.statement import Statement

__version__ = "0.1.0"

_HOMES = {
    "about": "sayso.answers.about",
    "read": "sayso.api",
    "read_many": "sayso.api",
    "SaysoError": "sayso.errors",
    "Ledger": "sayso.ledger.store",
    "Article": "sayso.records.article",
    "Block": "sayso.records.article",
    "Metadata": "sayso.records.article",
    "Outcome": "sayso.records.reading",
    "Reading": "sayso.records.reading",
    "Span": "sayso.records.span",
    "Statement": "sayso.records.statement",
}

__all__ = [
    "Article",
    "Block",
    "Ledger",
    "Metadata",
    "Outcome",
    "Reading",
    "SaysoError",
    "Span",
    "Statement",
    "about",
    "read",
    "read_many",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
