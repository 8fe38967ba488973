"""``sayso extract``: JSON Lines in, JSON Lines out, no ledger. ``sayso read --format jsonl`` on a stream."""

import json
import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from sayso.cli.options import (
    AnyLanguageOption,
    CollectionOption,
    PublisherOption,
    UrlOption,
    WorkersOption,
    known_of,
    workers_for,
)
from sayso.cli.summary import Tally, progress
from sayso.ingest import inputs
from sayso.pipeline import read_items
from sayso.records.article import Metadata
from sayso.records.contract import line_of, schema
from sayso.records.reading import Item

EXAMPLES = """Examples:

  sayso extract < articles.jsonl > statements.jsonl

  sayso extract articles.jsonl --workers 2

  sayso extract --schema                               the JSON Schema of an output line

Each input line is {"id": …, "text": …} with optional title, url, publisher, published and more; the output has one line
for each, in the same order. Offsets are half-open and count code points of "text".

Publisher and url are part of the ids: give what `sayso add` is given to get the same ids."""


def register(app: typer.Typer) -> None:
    app.command("extract", help="JSON Lines of articles in, JSON Lines of statements out.", epilog=EXAMPLES)(extract)


def extract(
    paths: Annotated[list[str] | None, typer.Argument(help="JSON Lines files; - or nothing is standard input.")] = None,
    workers: WorkersOption = 0,
    collection: CollectionOption = None,
    any_language: AnyLanguageOption = False,
    show_schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema and stop.")] = False,
    publisher: PublisherOption = None,
    url: UrlOption = None,
) -> None:
    if show_schema:
        print(json.dumps(schema(), indent=2, ensure_ascii=False))
        return
    named = paths or ["-"]
    known = known_of(named, Metadata(publisher=publisher, url=url))
    total = inputs.count(named)
    items = inputs.items(named, known, collection)
    tally = write_lines(items, workers=workers_for(workers, total), total=total, any_language=any_language)
    raise typer.Exit(tally.exit_code)


def write_lines(items: Iterable[Item], *, workers: int, total: int | None, any_language: bool) -> Tally:
    """One line of the contract on standard output for each item, flushed as it is ready."""
    tally = Tally()
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a replaced stdout may be no TextIOWrapper
    with progress(total, tally) as shown:
        for outcome in read_items(items, workers=workers, any_language=any_language):
            shown.add(outcome)
            print(json.dumps(line_of(outcome), ensure_ascii=False), flush=True)
    return tally
