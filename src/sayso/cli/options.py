"""Options that several commands share, spelled once."""

import os
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.output import Format

LedgerOption = Annotated[
    str, typer.Option("--ledger", "-l", envvar="SAYSO_LEDGER", help="The ledger: a path or sqlite:/// URL.")
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How the result is written.")]
WorkersOption = Annotated[
    int, typer.Option("--workers", "-w", min=0, help="Processes that read; 0 chooses by cores and input.")
]
CollectionOption = Annotated[
    str | None,
    typer.Option(help="Scope of the articles' ids where there is no publisher. [default: the input's name]"),
]
PublisherOption = Annotated[str | None, typer.Option(help="Publisher, where the input does not say.")]
PublishedOption = Annotated[
    str | None, typer.Option(help="Date of publication (ISO 8601), where the input does not say.")
]

DEFAULT_LEDGER = "sayso.db"
WORTH_A_POOL = 20
"""Items from which on a second worker is worth its start."""


def workers_for(asked: int, items: int | None) -> int:
    """Workers to use: as asked, or two where there are two cores and enough to do."""
    if asked:
        return asked
    return min(2, os.cpu_count() or 1) if items is None or items >= WORTH_A_POOL else 1


def existing(ledger: str) -> bool:
    return ledger.startswith("sqlite:") or Path(ledger).exists()
