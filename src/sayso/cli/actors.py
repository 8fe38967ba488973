"""``sayso actors``: who is who across articles. This file has what only looks; deciding and importing have files beside it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

from sayso.cli import actors_decide, actors_import
from sayso.cli.actors_rows import (
    COLUMNS,
    FOUND,
    LISTED,
    OPEN,
    SEEN,
    SUGGESTED,
    actor_row,
    conflict_row,
    in_table,
    seen_row,
    suggestion_row,
)
from sayso.cli.actors_shown import meant, show_actor
from sayso.cli.options import DEFAULT_LEDGER, FormatOption, LedgerOption
from sayso.cli.output import Format, messages, show
from sayso.errors import UsageError
from sayso.ledger.registry import Registry
from sayso.ledger.store import Ledger
from sayso.records.dates import is_date
from sayso.records.registry import RegistryActor
from sayso.registry.matching import match

EXAMPLES = """Examples:

  sayso actors list

  sayso actors suggestions

  sayso actors same-as "Bob Holm" "Robert Holm"

  sayso actors import people.csv

One proper name is one actor until you decide otherwise. What is only described ("two officials", "a baker in Norr") is nobody
across articles. Nothing doubtful is joined unless you say so, and every decision can be undone. What counts as what: docs/actors.md."""

LIST = """Examples:

  sayso actors list --limit 20

  sayso actors list --imported --format csv > actors.csv"""

SHOW = """Examples:

  sayso actors show "Aurel Tarr"

  sayso actors show Q42 --format json"""

SEARCH = """Examples:

  sayso actors search Qadiani

  sayso actors search "president of Varn" --on 2031-04-05"""

SUGGESTIONS = """Examples:

  sayso actors suggestions

  sayso actors suggestions --kind person --limit 0 --format csv

  sayso actors suggestions --conflicts

What is new since the last time is compared first. A conflict is listed before everything else: two are kept apart, and decisions
join them all the same. Undo one of those decisions."""


class Kinds(StrEnum):
    person = "person"
    organization = "organization"
    government = "government"
    office = "office"
    place = "place"
    group = "group"
    publisher = "publisher"
    agency = "agency"
    unknown = "unknown"


KindOption = Annotated[Kinds | None, typer.Option("--kind", help="Actors of this kind only.")]
LimitOption = Annotated[int, typer.Option(min=0, help="Most rows shown; 0 shows all.")]


def register(app: typer.Typer) -> None:
    group = typer.Typer(no_args_is_help=True)
    group.command("list", help="Actors, those in most articles first.", epilog=LIST)(list_actors)
    group.command("show", help="One actor: names, what is known, what was decided, where it stands.", epilog=SHOW)(
        show_one
    )
    group.command("search", help="Actors by name, also spelled otherwise; or who held an office.", epilog=SEARCH)(
        search
    )
    group.command("suggestions", help="Actors that may be one, and what contradicts what.", epilog=SUGGESTIONS)(
        suggestions
    )
    actors_decide.register(group)
    actors_import.register(group)
    app.add_typer(group, name="actors", help="Who is who across articles.", epilog=EXAMPLES)


def list_actors(
    ledger: LedgerOption = DEFAULT_LEDGER,
    kind: KindOption = None,
    imported: Annotated[bool, typer.Option("--imported", help="Also those that only an import names.")] = False,
    limit: LimitOption = 100,
    how: FormatOption = Format.table,
) -> None:
    with Ledger(ledger, create=False) as opened:
        registry = caught_up(opened)
        found = registry.actors(None if kind else limit or None, imported=imported)
    rows = [actor_row(each) for each in found if kind is None or each.kind == kind.value]
    _show(rows[: limit or None], LISTED, COLUMNS, how, "no actor is named in this ledger")


def show_one(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="A name, an id of an actor or a QID.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    limit: Annotated[int, typer.Option(min=1, help="Most articles shown.")] = 10,
    how: FormatOption = Format.table,
) -> None:
    with Ledger(ledger, create=False) as opened:
        registry = caught_up(opened)
        found = meant(registry, actor)
        seen, decided = registry.sightings(found.id, limit), registry.judgements(found.id)
    if how is Format.table:
        show_actor(found, seen, decided)
    elif how is Format.csv:
        show((seen_row(each) for each in seen), SEEN, how)
    else:
        show([actor_row(found, seen, decided)], COLUMNS, how)


def search(
    name: Annotated[str, typer.Argument(help="A name, or with --on an office.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Who held the office called NAME then: 2031, 2031-04 or 2031-04-05."),
    ] = None,
    limit: LimitOption = 20,
    how: FormatOption = Format.table,
) -> None:
    if on is not None and not is_date(on):
        raise UsageError(f"{on!r} is no date; write 2031, 2031-04 or 2031-04-05")
    with Ledger(ledger, create=False) as opened:
        registry = caught_up(opened)
        if on is not None:
            held = [
                {
                    **actor_row(actor),
                    "score": None,
                    "reason": f"{tenure.title}, {tenure.first or '…'} to {tenure.last or '…'}",
                }
                for actor, tenure in registry.holders(name, on)
            ]
            _show(
                held[: limit or None],
                FOUND,
                FOUND,
                how,
                f"nobody is known to have held {name} on {on}: `sayso actors import` tells who did",
            )
            return
        found = registry.near(name)
    scored = sorted((_scored(name, each) for each in found), key=lambda each: -each[0])
    rows = [{**actor_row(each), "score": score, "reason": reason} for score, reason, each in scored if score > 0]
    _show(rows[: limit or None], FOUND, FOUND, how, f"nobody is called {name}, or much like it")


def suggestions(
    ledger: LedgerOption = DEFAULT_LEDGER,
    kind: KindOption = None,
    conflicts: Annotated[bool, typer.Option("--conflicts", help="Conflicts only.")] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Compare everybody again, by the articles there are now.")
    ] = False,
    limit: LimitOption = 50,
    how: FormatOption = Format.table,
) -> None:
    with Ledger(ledger, create=False) as opened:
        registry = opened.registry()
        compared = registry.compare(again=again)
        rows = [conflict_row(each, registry) for each in registry.conflicts()]
        found = [] if conflicts else registry.suggestions(None if kind else limit or None)
    rows += [suggestion_row(each) for each in found if kind is None or kind.value in (each.one.kind, each.other.kind)]
    show(rows[: limit or None], OPEN if how is Format.table else SUGGESTED, how, "nothing is left to decide")
    if compared.actors:
        messages().print(
            f"{compared.actors:,} actors compared: {compared.same:,} pairs joined, {compared.suggested:,} suggested"
        )


def _show(
    rows: Sequence[dict[str, Any]], in_tables: Sequence[str], columns: Sequence[str], how: Format, empty: str
) -> None:
    if how is Format.table:
        show([in_table(each) for each in rows], in_tables, how, empty)
    else:
        show(rows, columns, how, empty)


def caught_up(opened: Ledger) -> Registry:
    """The registry, with the names of all articles taken in."""
    registry = opened.registry()
    registry.catch_up()
    return registry


def _scored(asked: str, found: RegistryActor) -> tuple[float, str, RegistryActor]:
    """How well the likeliest name fits; one of several languages' aliases is enough."""
    names = dict.fromkeys([found.name, *found.names, *found.aliases])
    matches = (match(asked, found.kind, each, found.kind) for each in names)
    best = max(matches, key=lambda each: each.base)
    if found.identifiers and any(asked == value for _, value in found.identifiers):
        return 1.0, "its identifier", found
    return best.base, best.reason, found
