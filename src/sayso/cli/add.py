"""``sayso add``: articles into the ledger."""

from typing import Annotated, cast

import typer

from sayso.cli.options import (
    DEFAULT_LEDGER,
    CollectionOption,
    LedgerOption,
    PublishedOption,
    PublisherOption,
    WorkersOption,
    workers_for,
)
from sayso.cli.summary import Tally, followed, place_of, progress, show_summary
from sayso.errors import InputError, UsageError
from sayso.ingest import inputs
from sayso.ledger.store import Ledger
from sayso.pipeline import read_items, shipped_run
from sayso.records.article import GENRES, Genre, Metadata
from sayso.records.reading import Outcome

EXAMPLES = """Examples:

  sayso add articles/                                  every text and JSON Lines file in a folder

  sayso add story.txt --publisher "The Herald" --published 2019-04-05

  sayso add - < articles.jsonl                         a stream

Articles that the same model has read are skipped, so a killed run is completed by running it again."""


def register(app: typer.Typer) -> None:
    app.command("add", help="Read articles into the ledger.", epilog=EXAMPLES)(add)


def add(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, or - for JSON Lines on standard input.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    workers: WorkersOption = 0,
    collection: CollectionOption = None,
    publisher: PublisherOption = None,
    published: PublishedOption = None,
    genre: Annotated[str | None, typer.Option(help=f"One of {', '.join(GENRES)}.")] = None,
    log: Annotated[
        bool, typer.Option("--log", help="One line for each article once it is safe in the ledger.")
    ] = False,
) -> None:
    known = metadata(publisher, published, genre)
    run = shipped_run()
    tally = Tally()
    total = inputs.count(paths)
    with Ledger(ledger) as opened, opened.writer() as writer, progress(total) as bar:
        outcomes = read_items(
            inputs.items(paths, known, collection),
            workers=workers_for(workers, total),
            is_read=lambda version: writer.has_reading(version, run.id),
        )
        for outcome in outcomes:
            stored = outcome
            try:
                writer.add(outcome, run)
            except InputError as error:
                stored = Outcome(outcome.item, "failed", reason=str(error))
                writer.add(stored, run)
            for passed in followed([stored], bar, tally):
                if log:
                    print(f"{passed.ending}\t{place_of(passed)}\t{passed.reason or ''}".rstrip(), flush=True)
    show_summary(tally)
    raise typer.Exit(tally.exit_code)


def metadata(publisher: str | None, published: str | None, genre: str | None) -> Metadata:
    """What the options say about every article of the input."""
    if genre is not None and genre not in GENRES:
        raise UsageError(f"--genre must be one of {', '.join(GENRES)}, not {genre!r}")
    return Metadata(publisher=publisher, published=published, genre=cast(Genre, genre or "unknown"))
