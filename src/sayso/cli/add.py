"""``sayso add``: articles into the ledger."""

from contextlib import closing
from typing import Annotated, cast

import typer

from sayso.cli.options import (
    DEFAULT_LEDGER,
    AgencyOption,
    AllowPrivateOption,
    AnyLanguageOption,
    AuthorOption,
    CollectionOption,
    DatesOption,
    DelayOption,
    FeedOption,
    GenreOption,
    KeepRawOption,
    LanguageOption,
    LedgerOption,
    MapOption,
    PublishedOption,
    PublisherOption,
    RetrievedOption,
    SectionOption,
    SummaryOption,
    TitleOption,
    UpdatedOption,
    UrlOption,
    UserAgentOption,
    WorkersOption,
    fetching_of,
    known_of,
    wanted_of,
    with_feeds,
    workers_for,
)
from sayso.cli.output import messages, plain
from sayso.cli.raw import Passing
from sayso.cli.stopping import STOPPED, Stopping
from sayso.cli.summary import Tally, place_of, progress, show_summary
from sayso.cli.summary_file import SummaryFile
from sayso.errors import InputError
from sayso.fetch.settings import DELAY
from sayso.ingest import inputs
from sayso.ledger.store import Ledger
from sayso.ledger.writer import Writer
from sayso.model.heap import give_back_large_blocks
from sayso.pipeline import read_items, shipped_run
from sayso.records.article import Genre, Metadata
from sayso.records.reading import Outcome
from sayso.records.run import Run

EXAMPLES = """Examples:

  sayso add articles/                                  every file in a folder: pages, text, PDF, DOCX, tables and more

  sayso add press.csv --map text=body,published=day    a table; --dates dmy where days come first

  sayso add export.zip --keep-raw                      an archive, with the bytes kept

  sayso add story.txt --publisher "The Herald" --published 2019-04-05 --author "Ada Roe"

  sayso add - < articles.jsonl                         a stream

  sayso add https://herald.example/feed                every page of a feed; also the address of a page

What a file says of an article goes before what the options say of all.

  sayso add articles/ --summary added.csv              what became of each, with the reason

Articles that the same model has read are skipped, so a run that was stopped or killed is completed by running it again."""


def register(app: typer.Typer) -> None:
    app.command("add", help="Read articles into the ledger.", epilog=EXAMPLES)(add)


def add(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files, folders, zip files, addresses, or - for JSON Lines on standard input."),
    ] = None,
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
    feed: FeedOption = None,
    allow_private: AllowPrivateOption = False,
    delay: DelayOption = DELAY,
    user_agent: UserAgentOption = "",
    summary: SummaryOption = None,
) -> None:
    paths = with_feeds(paths, feed)
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
    run, tally, passing, total = shipped_run(), Tally(), Passing(keep_raw), inputs.count(paths)
    give_back_large_blocks()
    stopped = False
    try:
        with (
            Stopping() as stopping,
            Ledger(ledger) as opened,
            opened.writer() as writer,
            SummaryFile(summary) as file,
            progress(total, tally) as shown,
        ):

            def is_read(version: str) -> bool:
                return writer.has_reading(version, run.id)

            fetching = fetching_of(allow_private, delay, user_agent, opened.path, is_read)
            read = read_items(
                passing.items(inputs.sourced(paths, known, wanted_of(columns, dates, collection, fetching))),
                workers=workers_for(workers, total),
                any_language=any_language,
                is_read=is_read,
                kept=passing.held,
            )
            with closing(read) as outcomes:
                for outcome in outcomes:
                    with stopping.writing():
                        stored = _stored(outcome, writer, run, passing.raw())
                        file.add(stored)
                        shown.add(stored)
                        if log:
                            print(f"{stored.ending}\t{place_of(stored)}\t{plain(stored.reason)}".rstrip(), flush=True)
    except KeyboardInterrupt:
        stopped = True
    show_summary(tally, "" if summary else "; --summary FILE.csv lists all")
    if stopped:
        how = "stopped: what is counted is in the ledger, and the same command goes on from there"
        messages().print(how, soft_wrap=True)
    raise typer.Exit(STOPPED if stopped else tally.exit_code)


def _stored(outcome: Outcome, writer: Writer, run: Run, raw: bytes | None) -> Outcome:
    """The outcome as the ledger has it now: failed if it refuses the reading."""
    try:
        writer.add(outcome, run, raw=raw)
    except InputError as error:
        refused = Outcome(outcome.item, "failed", reason=str(error))
        writer.add(refused, run)
        return refused
    return outcome
