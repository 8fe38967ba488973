"""``sayso statements``: the statement table, filtered."""

from collections.abc import Sequence
from typing import Annotated

import typer

from sayso.cli.about import COLUMNS, row
from sayso.cli.options import DEFAULT_LEDGER, FormatOption, LedgerOption
from sayso.cli.output import Format, show
from sayso.cli.speaker_words import who_speaks
from sayso.cli.titles import article_name, headlines
from sayso.ledger.store import Ledger
from sayso.records.filter import StatementFilter
from sayso.records.row import StatementRow
from sayso.records.statement import Statement

EXAMPLES = """Examples:

  sayso statements --source Qadiani

  sayso statements --content election --since 2019-01-01 --format csv

  sayso statements --publisher "The Herald" --limit 0 --format jsonl"""

SHORT = ("source", "cue", "content", "form", "confidence", "article")


def register(app: typer.Typer) -> None:
    app.command("statements", help="The statement table.", epilog=EXAMPLES)(statements)


def statements(
    ledger: LedgerOption = DEFAULT_LEDGER,
    source: Annotated[str | None, typer.Option(help="Whole words in the source's words.")] = None,
    content: Annotated[str | None, typer.Option(help="Whole words in what is said.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Exactly this publisher.")] = None,
    article: Annotated[str | None, typer.Option(help="An article's id or url.")] = None,
    since: Annotated[str | None, typer.Option(help="Published on this day or later (ISO 8601).")] = None,
    until: Annotated[str | None, typer.Option(help="Published on this day or earlier.")] = None,
    limit: Annotated[int, typer.Option(min=0, help="Most statements shown; 0 shows all.")] = 100,
    offset: Annotated[int, typer.Option(min=0, help="Statements left out at the start.")] = 0,
    how: FormatOption = Format.table,
) -> None:
    wanted = StatementFilter(
        source=source,
        content=content,
        publisher=publisher,
        article=article,
        since=since,
        until=until,
        limit=limit or None,
        offset=offset,
    )
    with Ledger(ledger, create=False) as opened:
        found = opened.statements(wanted)
        if how is Format.table:
            show_table(list(found), opened)
        else:
            show((row(each) for each in found), COLUMNS, how)


def show_table(found: Sequence[StatementRow], opened: Ledger) -> None:
    known = headlines(opened, found)
    rows = [{**row(each), "source": _source(each.statement), "article": article_name(each, known)} for each in found]
    show(rows, SHORT, Format.table, "no statement matches")


def _source(statement: Statement) -> str:
    """The source's words, and who is meant where these do not say it."""
    who = who_speaks(statement, titles=0)
    return f"{statement.source_text} [{who}]".strip() if who else statement.source_text
