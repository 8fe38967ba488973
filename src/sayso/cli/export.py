"""``sayso export``: everything the ledger shows, for other programs and for annotators."""

import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.annotations.formats import TOOLS, Tool
from sayso.answers.camps import Camps
from sayso.answers.membership import known_members
from sayso.answers.merged import declared_as
from sayso.answers.times import Times
from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import messages
from sayso.errors import UsageError
from sayso.export import csv_file, json_lines, tables
from sayso.export.annotated import documents, write_folder, write_text, write_together
from sayso.export.dictionary import TABLES, markdown
from sayso.export.formats import NAMES, TABLE_FORMATS, chosen
from sayso.export.protected import protected_rows
from sayso.ledger.store import Ledger
from sayso.project import project_of
from sayso.records.position_filter import PositionFilter
from sayso.records.row import ArticleRow, PositionFact

EXAMPLES = """Examples:

  sayso export statements --output statements.csv

  sayso export positions --output positions.parquet

  sayso export articles --format jsonl > articles.jsonl

  sayso export --format inception --output for-annotators/

  sayso export --format label-studio --article https://… --output tasks.json

  sayso export --protected --output positions.csv

  sayso export --dictionary

Tables are jsonl, csv or parquet; docs/data-dictionary.md says what each field is. For annotators: inception, brat and web-annotation
write files for each article into a folder, label-studio, doccano, prodigy and conll one file. What they correct comes back with
`sayso import`; see docs/exporting.md.

Protected: positions alone, without a name, a quote, an address, an offset or an id; numbers are drawn anew each time. What is left and
what it may still tell: docs/people-at-risk.md.

In CSV a cell that a spreadsheet would run as a formula is preceded by an apostrophe; the other formats are verbatim."""


class What(StrEnum):
    statements = "statements"
    positions = "positions"
    labels = "labels"
    articles = "articles"
    runs = "runs"


ROWS: dict[What, Callable[[Ledger], Iterator[dict[str, Any]]]] = {
    What.statements: tables.statements,
    What.positions: tables.positions,
    What.labels: tables.labels,
    What.articles: tables.articles,
    What.runs: tables.runs,
}
HELP = "Statements, positions, labels, articles or runs as tables; texts with their statements for annotators."


def register(app: typer.Typer) -> None:
    app.command("export", help=HELP, epilog=EXAMPLES)(export)


def export(
    what: Annotated[What | None, typer.Argument(help="The table that is written; statements by default.")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", help="A file (a folder where each article has its own), or - for standard output."
        ),
    ] = "-",
    how: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", help=f"One of {', '.join(NAMES)}; by default what the file's name says, else jsonl."
        ),
    ] = None,
    article: Annotated[
        list[str] | None,
        typer.Option("--article", help="For annotators: only this one, by id, url or given id; repeatable."),
    ] = None,
    dictionary: Annotated[
        bool, typer.Option("--dictionary", help="Print the data dictionary; with a file named, write it beside that.")
    ] = False,
    protected: Annotated[
        bool, typer.Option("--protected", help="Positions that lead to nobody: no name, quote, address, offset or id.")
    ] = False,
    project: Annotated[
        Path | None,
        typer.Option(help="A sayso.toml with camps, for --protected; by default the one beside the ledger."),
    ] = None,
) -> None:
    if dictionary and output == "-":
        sys.stdout.write(markdown())
        return
    if protected and what is not None:
        raise UsageError(f"a protected export holds positions alone: leave out {what.value!r}, or --protected")
    form = chosen(how, output)
    if isinstance(form, Tool):
        if protected or what is not None or dictionary:
            raise UsageError(
                f"{form.name} holds whole texts, no table: leave out what else you named, or choose another format"
            )
        with Ledger(ledger, create=False) as opened:
            _annotated(opened, form, output, article or [])
        return
    if article:
        raise UsageError(f"--article is for annotators: add --format with one of {', '.join(TOOLS)}")
    with Ledger(ledger, create=False) as opened:
        rows = _protected(opened, project) if protected else ROWS[what or What.statements](opened)
        _table(rows, form, output, "protected" if protected else (what or What.statements).value)
    if dictionary:
        beside = Path(f"{output}.dictionary.md")
        _written(beside, lambda: write_text(beside, markdown()))


def _table(rows: Iterator[dict[str, Any]], form: str, output: str, table: str) -> None:
    if output == "-":
        if form == "parquet":
            raise UsageError("Parquet is no text: name a file with --output")
        (csv_file if form == "csv" else json_lines).write(rows, sys.stdout)
        return
    count = _written(Path(output), lambda: TABLE_FORMATS[form](rows, Path(output), TABLES[table]))
    messages().print(f"{count:,} {'positions' if table == 'protected' else table} -> {output}")


def _annotated(opened: Ledger, tool: Tool, output: str, wanted: list[str]) -> None:
    items = documents(opened, _articles(opened, wanted))
    if not tool.together:
        if output == "-":
            raise UsageError(f"{tool.name} writes files for each article: name a folder with --output")
        count = _written(Path(output), lambda: write_folder(items, tool, Path(output)))
    elif output == "-":
        write_together(items, tool, sys.stdout)
        return
    else:
        count = _written(Path(output), lambda: _together(items, tool, Path(output)))
    messages().print(f"{count:,} articles -> {output}")


def _together(items: Iterator[Any], tool: Tool, path: Path) -> int:
    with path.open("w", encoding="utf-8", newline="") as file:
        count = write_together(items, tool, file)
    for name, text in tool.beside().items():
        write_text(path.with_name(name), text)
    return count


def _articles(opened: Ledger, wanted: list[str]) -> Iterator[ArticleRow]:
    """All articles, or those that ``wanted`` name; UsageError for one that names none."""
    left = dict.fromkeys(wanted)
    for row in opened.articles():
        names = {row.article_id, row.metadata.url, row.given_id}
        if not wanted or names & set(wanted):
            yield row
        for name in names & left.keys():
            del left[name or ""]
    if left:
        raise UsageError(
            f"no article {', '.join(left)} is in this ledger: `sayso export articles` lists those that are"
        )


def _written(path: Path, write: Callable[[], Any]) -> Any:
    try:
        return write()
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}; name another file") from error


def _protected(opened: Ledger, project: Path | None) -> Iterator[dict[str, Any]]:
    """Every position that is shown, with the camps that its speaker was in on the day said."""
    registry = opened.registry()
    declared = declared_as(known_members(project_of(project, Path(opened.path)), registry), registry)
    camps, times = Camps(declared.schemes), Times()

    def camps_of(fact: PositionFact) -> list[tuple[str, str]]:
        return [(place.scheme, place.camp) for place in camps.on(fact.speaker or "", times.said(fact))]

    facts = opened.positions(PositionFilter(), [each.name for each in opened.all_names()])
    return protected_rows(facts, camps_of)
