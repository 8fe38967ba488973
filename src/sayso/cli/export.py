"""``sayso export``: everything the ledger shows, for other programs."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import messages
from sayso.errors import UsageError
from sayso.export import csv_file, json_lines
from sayso.export.rows import article_fields, run_fields, statement_row
from sayso.ledger.store import Ledger

EXAMPLES = """Examples:

  sayso export statements --output statements.csv

  sayso export statements --format jsonl > statements.jsonl

  sayso export articles --output articles.jsonl

In CSV a cell that a spreadsheet would run as a formula is preceded by an apostrophe; JSON Lines is verbatim."""


class What(StrEnum):
    statements = "statements"
    articles = "articles"
    runs = "runs"


class Written(StrEnum):
    jsonl = "jsonl"
    csv = "csv"


def register(app: typer.Typer) -> None:
    app.command("export", help="Statements, articles or runs as JSON Lines or CSV.", epilog=EXAMPLES)(export)


def export(
    what: Annotated[What, typer.Argument(help="What is written.")] = What.statements,
    ledger: LedgerOption = DEFAULT_LEDGER,
    output: Annotated[str, typer.Option("--output", "-o", help="A file, or - for standard output.")] = "-",
    how: Annotated[
        Written | None, typer.Option("--format", "-f", help="By default what the file's name says, else jsonl.")
    ] = None,
) -> None:
    writer = csv_file.write if _format(how, output) is Written.csv else json_lines.write
    with Ledger(ledger, create=False) as opened:
        if what is What.statements:
            rows = (statement_row(each) for each in opened.statements())
        elif what is What.articles:
            rows = (article_fields(each) for each in opened.articles())
        else:
            rows = (run_fields(each) for each in opened.runs())
        if output == "-":
            writer(rows, sys.stdout)
            return
        try:
            with Path(output).open("w", encoding="utf-8", newline="") as file:
                count = writer(rows, file)
        except OSError as error:
            raise UsageError(f"cannot write {output}: {error.strerror}; name another file") from error
    messages().print(f"{count:,} {what} -> {output}")


def _format(how: Written | None, output: str) -> Written:
    if how is not None:
        return how
    return Written.csv if output.lower().endswith(".csv") else Written.jsonl
