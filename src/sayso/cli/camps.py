"""``sayso camps``: the camps of sayso.toml, who of the ledger is in them, and who is in none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.answers.camps import schemes_of
from sayso.answers.membership import Enrolled, Outside, PartFound, Roll
from sayso.cli.actors import caught_up
from sayso.cli.options import DEFAULT_LEDGER, FormatOption, LedgerOption
from sayso.cli.output import Format, console, messages, show
from sayso.errors import UsageError
from sayso.ledger.store import Ledger
from sayso.project import Days, Project, Scheme, project_of

EXAMPLES = """Examples:

  sayso camps

  sayso camps --scheme alignment --limit 0

  sayso camps --format csv > camps.csv

Camps are declared in sayso.toml beside the ledger, or in the file that --project names:

  [schemes.alignment.camps.reform]

  members = [{ name = "Edda Okun", from = 2016-01-01, to = 2019-06-30, cited = "party register" },

  { qid = "Q42" }, { affiliation = "Reform Front" }]

  [[parts]]

  whole = "Aurel Tarr"

  part = "the Guardian Court"

What somebody is called in an article makes nobody a member. What counts as what: docs/camps.md."""

COLUMNS = ("what", "scheme", "camp", "member", "by", "from", "to", "cited", "found", "quoted", "readings", "id")
MEMBERS = ("scheme", "camp", "member", "days", "found", "quoted", "cited")
PARTS = ("whole", "part", "days", "found")


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything that one call lists."""

    schemes: tuple[Scheme, ...]
    enrolled: tuple[Enrolled, ...]
    outside: tuple[Outside, ...]
    parts: tuple[PartFound, ...]


def register(app: typer.Typer) -> None:
    app.command("camps", help="Declared camps, their members found here, and who has none.", epilog=EXAMPLES)(camps)


def camps(
    ledger: LedgerOption = DEFAULT_LEDGER,
    scheme: Annotated[str | None, typer.Option(help="This scheme only.")] = None,
    project: Annotated[Path | None, typer.Option(help="A sayso.toml; by default the one beside the ledger.")] = None,
    limit: Annotated[int, typer.Option(min=0, help="Most actors without a camp; 0 shows all.")] = 20,
    how: FormatOption = Format.table,
) -> None:
    with Ledger(ledger, create=False) as opened:
        declared = _declared(project, Path(opened.path))
        schemes = schemes_of(declared, scheme, None)
        registry = caught_up(opened)
        roll = Roll(schemes, registry.actors(), opened.quoted())
    outside = roll.outside()
    shown = outside[: limit or None]
    found = Listing(schemes, tuple(roll.enrolled()), tuple(shown), tuple(roll.parts(declared.parts)))
    if how is not Format.table:
        show(_rows(found), COLUMNS, how)
        return
    _tables(found)
    if len(shown) < len(outside):
        messages().print(f"{len(outside) - len(shown):,} more without a camp: --limit 0 shows all")


def _declared(project: Path | None, ledger: Path) -> Project:
    found = project_of(project, ledger)
    if not found.schemes and not found.parts:
        place = project or ledger.parent / "sayso.toml"
        raise UsageError(f"no camps are declared: write them into {place}; `sayso camps --help` shows how")
    return found


def _rows(found: Listing) -> Iterator[dict[str, Any]]:
    for each in found.enrolled:
        yield from _member_rows(each)
    for outsider in found.outside:
        for scheme, camps in zip(found.schemes, outsider.camps, strict=True):
            if not camps:
                yield _row(
                    "without a camp",
                    scheme=scheme.name,
                    found=outsider.actor.name,
                    quoted=outsider.quoted,
                    readings=outsider.actor.readings,
                    id=outsider.actor.id,
                )
    for part in found.parts:
        yield _row(
            "part",
            camp=part.part.whole,
            member=part.part.part,
            **_ends(part.part.days),
            found="; ".join(each.name for each in part.part_found) or None,
        )


def _member_rows(each: Enrolled) -> Iterator[dict[str, Any]]:
    member = each.member
    by = "affiliation" if member.affiliation else "name" if member.name else "qid"
    told = {"scheme": each.scheme, "camp": each.camp, "member": member.called, "by": by, "cited": member.cited}
    for one in each.found:
        yield _row(
            "member",
            **told,
            **_ends(one.days),
            found=one.actor.name,
            quoted=one.quoted,
            readings=one.actor.readings or None,
            id=one.actor.id or None,
        )
    if not each.found:
        yield _row("not found", **told, **_ends(member.days))


def _row(what: str, **known: Any) -> dict[str, Any]:
    return {column: known.get(column) for column in COLUMNS} | {"what": what}


def _tables(found: Listing) -> None:
    out = console()
    members = [row | {"days": _days(row)} for each in found.enrolled for row in _member_rows(each)]
    here = [row for row in members if row["what"] == "member"]
    missing = [row for row in members if row["what"] == "not found"]
    _part(f"MEMBERS FOUND ({len(here)})", here, MEMBERS, "none of the declared members is named in this ledger")
    _part(f"DECLARED, NOT FOUND ({len(missing)})", missing, ("scheme", "camp", "member", "by", "days", "cited"))
    if len(found.schemes) > 1:
        _part("SIDE BY SIDE", list(_beside(found)), ("actor", "quoted", *_titles(found.schemes)))
    without = [_outsider(each, found.schemes) for each in found.outside]
    _part("WITHOUT A CAMP, MOST QUOTED FIRST", without, ("actor", "quoted", *_titles(found.schemes)))
    parts = [
        {
            "whole": each.part.whole,
            "part": each.part.part,
            "days": _days(_ends(each.part.days)),
            "found": "; ".join(one.name for one in each.part_found) or "not found",
        }
        for each in found.parts
    ]
    _part("PARTS", parts, PARTS)
    out.print("Camps are as declared; what an article calls somebody is no membership.")


def _part(title: str, rows: Sequence[dict[str, Any]], columns: Sequence[str], empty: str | None = None) -> None:
    if rows or empty:
        console().print(title)
        show(rows, columns, Format.table, empty or "")
        console().print()


def _beside(found: Listing) -> Iterator[dict[str, Any]]:
    """Actors that are in a camp of some scheme, with their camps in each."""
    held: dict[str, dict[str, Any]] = {}
    for each in found.enrolled:
        for one in each.found:
            row = held.setdefault(one.actor.id or one.actor.name, {"actor": one.actor.name, "quoted": one.quoted})
            stay = " ".join(filter(None, (each.camp, _days(_ends(one.days)))))
            row[_title(each.scheme)] = "; ".join(filter(None, (row.get(_title(each.scheme)), stay)))
    empty = dict.fromkeys(_titles(found.schemes), "-")
    yield from ({**empty, **row} for row in sorted(held.values(), key=lambda row: -row["quoted"]))


def _outsider(each: Outside, schemes: Sequence[Scheme]) -> dict[str, Any]:
    camps = {_title(scheme.name): ", ".join(own) or "-" for scheme, own in zip(schemes, each.camps, strict=True)}
    return {"actor": each.actor.name, "quoted": each.quoted, **camps}


def _titles(schemes: Sequence[Scheme]) -> tuple[str, ...]:
    return tuple(_title(each.name) for each in schemes)


def _title(scheme: str) -> str:
    """A scheme may be called "quoted": its column is told apart from those that are always there."""
    return f"in {scheme}"


def _ends(days: Days) -> dict[str, str | None]:
    return {
        "from": days.first.isoformat() if days.first else None,
        "to": days.last.isoformat() if days.last else None,
    }


def _days(ends: dict[str, Any]) -> str:
    if not ends["from"] and not ends["to"]:
        return ""
    return f"{ends['from'] or '…'} to {ends['to'] or '…'}"
