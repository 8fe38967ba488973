"""What is asked of positions: the options that an answer and its page have in common."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.records.article import GENRES
from sayso.records.statement import STATUSES

ASKED = "What is asked"
LEAST_SURE = 0.5
"""Probability of statement and label together from which a position counts: more likely right than wrong."""

NameArgument = Annotated[str | None, typer.Argument(help="A full name, or the last name of one.", show_default=False)]
SinceOption = Annotated[str | None, typer.Option(help="Published on this day or later.", rich_help_panel=ASKED)]
UntilOption = Annotated[str | None, typer.Option(help="Published on this day or earlier.", rich_help_panel=ASKED)]
GenreOption = Annotated[str | None, typer.Option(help=f"One of {', '.join(GENRES)}.", rich_help_panel=ASKED)]
SchemeOption = Annotated[str | None, typer.Option(help="Camps of this scheme only.", rich_help_panel=ASKED)]
CampOption = Annotated[str | None, typer.Option(help="Speakers of this camp only.", rich_help_panel=ASKED)]
PartsOption = Annotated[
    bool, typer.Option("--include-parts", help="Positions on declared parts too, apart.", rich_help_panel=ASKED)
]
StatusOption = Annotated[
    list[str] | None,
    typer.Option(help=f"Statuses that count: {', '.join(STATUSES)}; else actual.", rich_help_panel=ASKED),
]
SureOption = Annotated[
    float, typer.Option(min=0, max=1, help="Least probability of statement and label.", rich_help_panel=ASKED)
]
ReviewedOption = Annotated[
    bool, typer.Option("--reviewed-only", help="Only what a person has decided about.", rich_help_panel=ASKED)
]
ExactOption = Annotated[
    bool, typer.Option("--exact", help="This name alone, no last name for it.", rich_help_panel=ASKED)
]
ProjectOption = Annotated[Path | None, typer.Option(help="A sayso.toml; by default the one beside the ledger.")]
