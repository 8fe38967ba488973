"""``sayso export``: everything the ledger shows, for other programs."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.answers.camps import Camps
from sayso.answers.membership import known_members
from sayso.answers.merged import declared_as
from sayso.answers.times import Times
from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import messages
from sayso.errors import UsageError
from sayso.export import csv_file, json_lines
from sayso.export.protected import protected_rows
from sayso.export.rows import article_fields, run_fields, statement_row
from sayso.ledger.store import Ledger
from sayso.project import project_of
from sayso.records.position_filter import PositionFilter
from sayso.records.row import PositionFact

EXAMPLES = """Examples:

  sayso export statements --output statements.csv

  sayso export statements --format jsonl > statements.jsonl

  sayso export articles --output articles.jsonl

  sayso export --protected --output positions.csv

Protected: positions alone, without a name, a quote, an address, an offset or an id; numbers are drawn anew each time. What is left and
what it may still tell: docs/people-at-risk.md.

In CSV a cell that a spreadsheet would run as a formula is preceded by an apostrophe; JSON Lines is verbatim."""


class What(StrEnum):
    statements = "statements"
    articles = "articles"
    runs = "runs"


class Written(StrEnum):
    jsonl = "jsonl"
    csv = "csv"


def register(app: typer.Typer) -> None:
    app.command(
        "export",
        help="Statements, articles or runs as JSON Lines or CSV; or positions that lead to nobody.",
        epilog=EXAMPLES,
    )(export)


def export(
    what: Annotated[What | None, typer.Argument(help="What is written; statements by default.")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    output: Annotated[str, typer.Option("--output", "-o", help="A file, or - for standard output.")] = "-",
    how: Annotated[
        Written | None, typer.Option("--format", "-f", help="By default what the file's name says, else jsonl.")
    ] = None,
    protected: Annotated[
        bool, typer.Option("--protected", help="Positions that lead to nobody: no name, quote, address, offset or id.")
    ] = False,
    project: Annotated[
        Path | None,
        typer.Option(help="A sayso.toml with camps, for --protected; by default the one beside the ledger."),
    ] = None,
) -> None:
    if protected and what is not None:
        raise UsageError(f"a protected export holds positions alone: leave out {what.value!r}, or --protected")
    writer = csv_file.write if _format(how, output) is Written.csv else json_lines.write
    with Ledger(ledger, create=False) as opened:
        rows = _protected(opened, project) if protected else _rows(opened, what or What.statements)
        if output == "-":
            writer(rows, sys.stdout)
            return
        try:
            with Path(output).open("w", encoding="utf-8", newline="") as file:
                count = writer(rows, file)
        except OSError as error:
            raise UsageError(f"cannot write {output}: {error.strerror}; name another file") from error
    messages().print(f"{count:,} {'positions' if protected else what or What.statements} -> {output}")


def _rows(opened: Ledger, what: What) -> Iterator[dict[str, Any]]:
    if what is What.statements:
        return (statement_row(each) for each in opened.statements())
    if what is What.articles:
        return (article_fields(each) for each in opened.articles())
    return (run_fields(each) for each in opened.runs())


def _protected(opened: Ledger, project: Path | None) -> Iterator[dict[str, Any]]:
    """Every position that is shown, with the camps that its speaker was in on the day said."""
    registry = opened.registry()
    declared = declared_as(known_members(project_of(project, Path(opened.path)), registry), registry)
    camps, times = Camps(declared.schemes), Times()

    def camps_of(fact: PositionFact) -> list[tuple[str, str]]:
        return [(place.scheme, place.camp) for place in camps.on(fact.speaker or "", times.said(fact))]

    facts = opened.positions(PositionFilter(), [each.name for each in opened.all_names()])
    return protected_rows(facts, camps_of)


def _format(how: Written | None, output: str) -> Written:
    if how is not None:
        return how
    return Written.csv if output.lower().endswith(".csv") else Written.jsonl
