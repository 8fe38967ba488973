"""Options that several commands share, spelled once."""

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any, cast, get_args

import typer

from sayso.cli import summary_file
from sayso.cli.output import Format, messages, plain
from sayso.errors import UsageError
from sayso.fetch.memory import Memory, beside
from sayso.fetch.settings import Fetching
from sayso.ingest.columns import told_columns
from sayso.ingest.dates import Order
from sayso.ingest.inputs import one_article
from sayso.ingest.sourced import Wanted
from sayso.records.article import GENRES, Metadata
from sayso.records.dates import is_date

LedgerOption = Annotated[
    str, typer.Option("--ledger", "-l", envvar="SAYSO_LEDGER", help="The ledger: a path or sqlite:/// URL.")
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How the result is written.")]
WorkersOption = Annotated[
    int, typer.Option("--workers", "-w", min=0, help="Processes that read; 0 chooses by cores and input.")
]
CollectionOption = Annotated[
    str | None,
    typer.Option(help="Scope of the articles' ids where there is no publisher; the input's name by default."),
]
AnyLanguageOption = Annotated[
    bool, typer.Option("--any-language", help="Read articles that are not English too; else they are skipped.")
]


def _text(value: str | None) -> str | None:
    """The value; empty is unknown, as it is in JSON Lines."""
    try:
        (value or "").encode()
    except UnicodeEncodeError:
        raise typer.BadParameter("it is not UTF-8; set the terminal or script to UTF-8") from None
    return value or None


def _texts(values: list[str] | None) -> list[str]:
    return [text for value in values or [] if (text := _text(value))]


def _date(value: str | None) -> str | None:
    if value and not is_date(value):
        raise typer.BadParameter(f"{value!r} is no date; write 2019, 2019-04, 2019-04-05 or 2019-04-05T18:30Z")
    return value or None


def _genre(value: str | None) -> str | None:
    if value and value not in GENRES:
        raise typer.BadParameter(f"{value!r} is no genre; choose one of {', '.join(GENRES)}")
    return value or None


def _known(told: str, callback: Callable[[Any], Any] = _text, name: str | None = None) -> Any:
    """An option for what is known of the articles besides their text."""
    names = (name,) if name else ()
    return typer.Option(*names, help=told, callback=callback, rich_help_panel="What a file does not say")


PublisherOption = Annotated[str | None, _known("Publisher.")]
AgencyOption = Annotated[str | None, _known("News agency it was taken from.")]
AuthorOption = Annotated[list[str] | None, _known("Author; once for each of several.", _texts, "--author")]
GenreOption = Annotated[str | None, _known(f"One of {', '.join(GENRES)}.", _genre)]
SectionOption = Annotated[str | None, _known("Section of the paper.")]
LanguageOption = Annotated[str | None, _known("Language, as a code: en. Any other is skipped.")]
PublishedOption = Annotated[
    str | None, _known("Date of publication: 2019, 2019-04, 2019-04-05 or 2019-04-05T18:30Z.", _date)
]
RetrievedOption = Annotated[str | None, _known("Date it was fetched, written like --published.", _date)]
TitleOption = Annotated[str | None, _known("Title, of one article.")]
UrlOption = Annotated[str | None, _known("Address, of one article.")]
UpdatedOption = Annotated[str | None, _known("Date it was last changed, written like --published.", _date)]

_FILES = "How files are read"


def _columns(values: list[str] | None) -> list[str]:
    try:
        told_columns(values or [])
    except UsageError as error:
        raise typer.BadParameter(str(error)) from None
    return values or []


def _order(value: str | None) -> str | None:
    if value not in (None, "", *get_args(Order)):
        raise typer.BadParameter(f"{value!r} is no order: dmy is day first, mdy is month first")
    return value or None


MapOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        help="Which column or field holds what: text=body,published=day. Without it tables are guessed, and the guess is told.",
        callback=_columns,
        rich_help_panel=_FILES,
    ),
]
DatesOption = Annotated[
    str | None,
    typer.Option(
        "--dates",
        help="What 04/05/2019 means in a table: dmy is 4 May, mdy is April 5. Without it such a date is refused.",
        callback=_order,
        rich_help_panel=_FILES,
    ),
]
KeepRawOption = Annotated[
    bool,
    typer.Option(
        "--keep-raw", help="Keep the bytes that each article was made of in the ledger.", rich_help_panel=_FILES
    ),
]

_ADDRESSES = "How addresses are fetched"


def _agent(value: str) -> str:
    if value and not re.fullmatch(r"[!-~](?:[ -~]{0,198}[!-~])?", value):
        raise typer.BadParameter("a server can read only ASCII there, 200 characters at most")
    return value


FeedOption = Annotated[
    list[str] | None,
    typer.Option(
        "--feed",
        help="Address of a feed (RSS, Atom, JSON Feed) whose pages are fetched; feeds that show what they are need no option.",
        rich_help_panel=_ADDRESSES,
    ),
]
AllowPrivateOption = Annotated[
    bool,
    typer.Option(
        "--allow-private",
        help="Also fetch from this machine and from private networks.",
        rich_help_panel=_ADDRESSES,
    ),
]
DelayOption = Annotated[
    float,
    typer.Option(
        min=0,
        max=3600,
        help="Seconds between two pages of one host; a host may ask for more.",
        rich_help_panel=_ADDRESSES,
    ),
]
UserAgentOption = Annotated[
    str,
    typer.Option(
        help="What Sayso calls itself to servers; robots.txt is asked for that name.",
        callback=_agent,
        rich_help_panel=_ADDRESSES,
    ),
]


def with_feeds(paths: list[str] | None, feeds: list[str] | None) -> list[str]:
    """What the user names, feeds last; UsageError if that is nothing."""
    named = [*(paths or ()), *(f"feed:{each}" for each in feeds or ())]
    if not named:
        raise UsageError("name a file, a folder or an address, or a feed with --feed; - is standard input")
    return named


def fetching_of(
    allow_private: bool,
    delay: float,
    user_agent: str,
    ledger: Path | None = None,
    is_read: Callable[[str], bool] | None = None,
) -> Fetching:
    """How the user wants addresses to be fetched; with a ledger, pages that it has read (``is_read``) are asked for only if changed."""
    memory = Memory(beside(ledger), is_read) if ledger is not None and is_read is not None else None
    return Fetching(allow_private, delay, user_agent, memory=memory)


def _summary(value: Path | None) -> Path | None:
    if value is not None and value.suffix.lower() not in summary_file.FORMATS:
        raise typer.BadParameter(f"{value.name} ends in none of {', '.join(summary_file.FORMATS)}")
    return value


SummaryOption = Annotated[
    Path | None,
    typer.Option(
        "--summary",
        help="What became of each item, with the reason: a file that ends in .csv, .json or .jsonl.",
        callback=_summary,
    ),
]


def wanted_of(
    columns: list[str] | None, dates: str | None, collection: str | None = None, fetching: Fetching | None = None
) -> Wanted:
    """How the user wants files to be read; what is guessed is told on standard error."""
    return Wanted(
        collection,
        columns=told_columns(columns or []),
        dates=cast(Order | None, dates),
        tell=lambda told: messages().print(plain(told)),
        fetching=fetching,
    )


DEFAULT_LEDGER = "sayso.db"
WORTH_A_POOL = 20
"""Items from which on a second worker is worth its start."""


def workers_for(asked: int, items: int | None) -> int:
    """Workers to use: as asked, or two where there are two cores and enough to do. Where nobody knows how much there is, a second
    one is started only once articles wait for it."""
    if asked:
        return asked
    return min(2, _cores()) if items is None or items >= WORTH_A_POOL else 1


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def known_of(paths: Sequence[str], told: Metadata) -> Metadata:
    """``told``, what the options say of every article of the input; UsageError if that can be true of one alone."""
    for option, value in (("--title", told.title), ("--url", told.url)):
        if value is not None and not one_article(paths):
            raise UsageError(
                f"{option} is for one article: name a single file, not a folder, a stream, an address or several;"
                f' in JSON Lines every article has a "{option[2:]}" of its own'
            )
    return told


def existing(ledger: str) -> bool:
    return ledger.startswith("sqlite:") or Path(ledger).exists()
