"""``sayso actors import``: what others know of actors, from a file or a stream."""

import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.judge import login
from sayso.cli.options import DEFAULT_LEDGER, FormatOption, LedgerOption
from sayso.cli.output import SOME_FAILED, Format, messages, plain, show
from sayso.errors import UsageError
from sayso.ledger.registry_imports import Stored
from sayso.ledger.store import Ledger
from sayso.registry import csv_table, ftm, wikidata
from sayso.registry.imports import Imported

EXAMPLES = """Examples:

  sayso actors import people.csv

  sayso actors import entities.ftm.json --as ftm

  sayso actors import wikidata-slice.json.gz

  zcat dump.json.gz | sayso actors import - --as wikidata

A table has the column name and any of kind, id, qid, aliases (with semicolons between), office, member, from, to. Imported again,
nothing is added. Nothing is joined here: `sayso actors suggestions` compares what is new with the actors of your articles."""

COLUMNS = ("file", "format", "entities", "new", "aliases", "tenures", "broken")
TOLD = 20
"""Broken lines told one by one."""
GZIP = b"\x1f\x8b"


class As(StrEnum):
    ftm = "ftm"
    csv = "csv"
    wikidata = "wikidata"


def register(group: typer.Typer) -> None:
    group.command("import", help="FollowTheMoney entities, a CSV table or a Wikidata JSON dump.", epilog=EXAMPLES)(take)


def take(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file, gzipped or not; - is standard input.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: Annotated[As | None, typer.Option("--as", help="The format, if the file does not tell.")] = None,
    who: Annotated[
        str | None, typer.Option("--judge", envvar="SAYSO_JUDGE", help="Who imports; your login name by default.")
    ] = None,
    how: FormatOption = Format.table,
) -> None:
    by = who or login()
    with _lines(file) as lines, Ledger(ledger, create=False) as opened:
        first = next(lines, "")
        chosen = form or _form(file, first)
        stored = opened.registry().store(
            _entities(chosen, chain([first], lines)), name=Path(file).name, form=chosen.value, judge=by
        )
    row = {
        "file": file,
        "format": chosen.value,
        "entities": stored.entities,
        "new": stored.new,
        "aliases": stored.aliases,
        "tenures": stored.tenures,
        "broken": len(stored.broken),
    }
    show([row], COLUMNS, how)
    _tell(file, stored)


def _tell(file: str, stored: Stored) -> None:
    for each in stored.broken[:TOLD]:
        messages().print(f"{plain(file)} line {each.line}: {plain(each.message)}")
    if len(stored.broken) > TOLD:
        messages().print(f"… and {len(stored.broken) - TOLD:,} more")
    if stored.broken:
        messages().print(f"{len(stored.broken):,} lines were not taken, the rest was: put them right and import again")
        raise typer.Exit(SOME_FAILED)


def _entities(form: As, lines: Iterable[str]) -> Iterable[Imported]:
    if form is As.csv:
        return csv_table.entities(lines)
    return ftm.entities(lines) if form is As.ftm else wikidata.entities(lines)


def _form(file: str, first: str) -> As:
    """What the name or the first line tells; UsageError where neither does."""
    if file.removesuffix(".gz").endswith(".csv"):
        return As.csv
    text = first.strip().removeprefix("\ufeff")
    if text == "[":
        return As.wikidata
    try:
        value = json.loads(text.removeprefix("[").rstrip(","))
    except (ValueError, RecursionError):
        value = None
    if isinstance(value, dict):
        if "schema" in value:
            return As.ftm
        if "claims" in value or "labels" in value:
            return As.wikidata
    raise UsageError(f"{file} does not tell what it is: say --as ftm, csv or wikidata")


@contextmanager
def _lines(file: str) -> Iterator[Iterator[str]]:
    """The lines as they come; bytes that are not UTF-8 become U+FFFD, so that a broken line spoils itself alone."""
    try:
        with sys.stdin.buffer if file == "-" else Path(file).open("rb") as raw:
            peek = getattr(raw, "peek", None)
            packed = peek is not None and peek(2)[:2] == GZIP
            plain_bytes = gzip.GzipFile(fileobj=raw) if packed else raw
            with TextIOWrapper(plain_bytes, encoding="utf-8", errors="replace", newline="") as text:
                yield iter(text)
    except (OSError, EOFError) as error:
        raise UsageError(f"{file} cannot be read: {getattr(error, 'strerror', None) or error}") from error
