"""``sayso read``: the statements of articles as a person would want to read them; nothing is stored."""

from typing import Annotated

import typer
from rich.text import Text

from sayso.cli.extract import write_lines
from sayso.cli.options import (
    AllowPrivateOption,
    AnyLanguageOption,
    DatesOption,
    DelayOption,
    FeedOption,
    FormatOption,
    MapOption,
    PublisherOption,
    UrlOption,
    UserAgentOption,
    fetching_of,
    known_of,
    wanted_of,
    with_feeds,
)
from sayso.cli.output import Format, console, messages, plain, show
from sayso.cli.speaker_words import titles_of, who_speaks
from sayso.cli.summary import ENGLISH_ONLY, Tally, place_of
from sayso.fetch.settings import DELAY
from sayso.ingest import inputs
from sayso.pipeline import read_items
from sayso.records.article import Metadata
from sayso.records.headline import headline
from sayso.records.reading import Outcome, Reading
from sayso.records.statement import Statement

EXAMPLES = """Examples:

  sayso read story.txt

  sayso read page.html

  sayso read https://herald.example/2031/story         fetched; see docs/importing.md

  sayso read story.txt --format jsonl                  as `sayso extract` would write it

  sayso read articles.jsonl --format csv

Publisher and url are part of the ids: give what `sayso add` is given to get the same ids."""

COLUMNS = ("article", "source", "speakers", "titles", "cue", "content", "form", "confidence", "id")


def register(app: typer.Typer) -> None:
    app.command("read", help="Read articles and show their statements; nothing is stored.", epilog=EXAMPLES)(read)


def read(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files, folders, zip files, addresses, or - for JSON Lines on standard input."),
    ] = None,
    how: FormatOption = Format.table,
    publisher: PublisherOption = None,
    url: UrlOption = None,
    any_language: AnyLanguageOption = False,
    columns: MapOption = None,
    dates: DatesOption = None,
    feed: FeedOption = None,
    allow_private: AllowPrivateOption = False,
    delay: DelayOption = DELAY,
    user_agent: UserAgentOption = "",
) -> None:
    named = with_feeds(paths, feed)
    known = known_of(named, Metadata(publisher=publisher, url=url))
    fetching = fetching_of(allow_private, delay, user_agent)
    items = inputs.items(named, known, wanted=wanted_of(columns, dates, fetching=fetching))
    if how is Format.jsonl:
        lines = write_lines(items, workers=1, total=inputs.count(named), any_language=any_language)
        raise typer.Exit(lines.exit_code)
    tally = Tally()
    outcomes = []
    for outcome in read_items(items, any_language=any_language):
        tally.add(outcome)
        if how is not Format.table:
            outcomes.append(outcome)
        elif outcome.reading is not None:
            show_reading(heading(outcome, outcome.reading), outcome.reading)
        if outcome.reading is None:
            messages().print(f"{outcome.ending} {place_of(outcome)}: {plain(outcome.reason)}")
        elif outcome.language.foreign:
            messages().print(f"{place_of(outcome)}: {outcome.language.name}: {ENGLISH_ONLY}", style="yellow")
    if how is not Format.table:
        show((row for outcome in outcomes for row in rows(outcome)), COLUMNS, how)
    raise typer.Exit(tally.exit_code)


def rows(outcome: Outcome) -> list[dict[str, object]]:
    """One flat row a statement."""
    if outcome.reading is None:
        return []
    place = place_of(outcome)
    return [
        {
            "article": place,
            "source": each.source_text,
            "speakers": [speaker.name for speaker in each.speakers],
            "titles": titles_of(each.speakers),
            "cue": each.cue_text,
            "content": each.content_text,
            "form": each.form,
            "confidence": each.confidence,
            "id": each.id,
        }
        for each in outcome.reading.statements
    ]


def heading(outcome: Outcome, reading: Reading) -> Text:
    """The title, else what stands for it, and where the article was found."""
    title = outcome.item.article.metadata.title if outcome.item.article else None
    made = Text(plain(title or headline(reading.blocks)), "bold")
    return made.append(f" — {place_of(outcome)}" if made else place_of(outcome), "dim")


def show_reading(title: Text, reading: Reading) -> None:
    """Statement by statement: source and cue on one line, the content under it."""
    out = console()
    out.print(title)
    for statement in reading.statements:
        out.print(line(statement))
        out.print(Text(f"    {plain(statement.content_text)}"))
    sources = len({statement.source_text for statement in reading.statements if statement.source})
    out.print(
        Text(f"{len(reading.statements)} statements, {sources} sources as worded · machine-coded, unreviewed", "dim")
    )
    for quote in reading.unattributed_quotes:
        out.print(Text(f"  not attributed: {plain(quote.text)}", "dim"))


def line(statement: Statement) -> Text:
    source = plain(statement.source_text) or "(no source named)"
    made = Text("  ")
    made.append(source, "bold cyan" if statement.source else "dim")
    if who := who_speaks(statement):
        made.append(f" [{who}]", "dim")
    made.append(f" {plain(statement.cue_text)}", "green")
    made.append(f"   {statement.form}, {statement.confidence:.2f}", "dim")
    if statement.parent:
        made.append(", inside another statement", "dim")
    return made
