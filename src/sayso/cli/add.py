"""``sayso add``: articles into the ledger."""

from typing import Annotated, cast

import typer

from sayso.cli.options import (
    DEFAULT_LEDGER,
    AgencyOption,
    AnyLanguageOption,
    AuthorOption,
    CollectionOption,
    DatesOption,
    GenreOption,
    KeepRawOption,
    LanguageOption,
    LedgerOption,
    MapOption,
    PublishedOption,
    PublisherOption,
    RetrievedOption,
    SectionOption,
    TitleOption,
    UpdatedOption,
    UrlOption,
    WorkersOption,
    known_of,
    wanted_of,
    workers_for,
)
from sayso.cli.raw import Passing
from sayso.cli.summary import Tally, followed, place_of, progress, show_summary
from sayso.errors import InputError
from sayso.ingest import inputs
from sayso.ledger.store import Ledger
from sayso.pipeline import read_items, shipped_run
from sayso.records.article import Genre, Metadata
from sayso.records.reading import Outcome

EXAMPLES = """Examples:

  sayso add articles/                                  every file in a folder: pages, text, PDF, DOCX, tables and more

  sayso add press.csv --map text=body,published=day    a table; --dates dmy where days come first

  sayso add export.zip --keep-raw                      an archive, with the bytes kept

  sayso add story.txt --publisher "The Herald" --published 2019-04-05 --author "Ada Roe"

  sayso add - < articles.jsonl                         a stream

What a file says of an article goes before what the options say of all.

Articles that the same model has read are skipped, so a killed run is completed by running it again."""


def register(app: typer.Typer) -> None:
    app.command("add", help="Read articles into the ledger.", epilog=EXAMPLES)(add)


def add(
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, zip files, or - for JSON Lines on standard input.")
    ],
    ledger: LedgerOption = DEFAULT_LEDGER,
    workers: WorkersOption = 0,
    collection: CollectionOption = None,
    any_language: AnyLanguageOption = False,
    log: Annotated[
        bool, typer.Option("--log", help="One line for each article once it is safe in the ledger.")
    ] = False,
    publisher: PublisherOption = None,
    published: PublishedOption = None,
    genre: GenreOption = None,
    author: AuthorOption = None,
    agency: AgencyOption = None,
    section: SectionOption = None,
    language: LanguageOption = None,
    retrieved: RetrievedOption = None,
    title: TitleOption = None,
    url: UrlOption = None,
    updated: UpdatedOption = None,
    columns: MapOption = None,
    dates: DatesOption = None,
    keep_raw: KeepRawOption = False,
) -> None:
    told = Metadata(
        title=title,
        url=url,
        publisher=publisher,
        agency=agency,
        authors=tuple(author or ()),
        genre=cast(Genre, genre or "unknown"),
        section=section,
        language=language,
        published=published,
        retrieved=retrieved,
        updated=updated,
    )
    known = known_of(paths, told)
    run = shipped_run()
    tally = Tally()
    total = inputs.count(paths)
    passing = Passing(keep_raw)
    with Ledger(ledger) as opened, opened.writer() as writer, progress(total) as bar:
        outcomes = read_items(
            passing.items(inputs.sourced(paths, known, wanted_of(columns, dates, collection))),
            workers=workers_for(workers, total),
            any_language=any_language,
            is_read=lambda version: writer.has_reading(version, run.id),
        )
        for outcome in outcomes:
            stored, raw = outcome, passing.raw()
            try:
                writer.add(outcome, run, raw=raw)
            except InputError as error:
                stored = Outcome(outcome.item, "failed", reason=str(error))
                writer.add(stored, run)
            for passed in followed([stored], bar, tally):
                if log:
                    print(f"{passed.ending}\t{place_of(passed)}\t{passed.reason or ''}".rstrip(), flush=True)
    show_summary(tally)
    raise typer.Exit(tally.exit_code)
