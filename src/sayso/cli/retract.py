"""``sayso retract``: an article out of every table and index, for good."""

from typing import Annotated

import typer

from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import console, messages, plain
from sayso.fetch.memory import beside
from sayso.ledger.store import Ledger

EXAMPLES = """Examples:

  sayso retract https://herald.example/2031/story          by its url, its id or the id it was given

  sayso retract ar1_4be2… --yes                            without asking

Shown first: what goes. Then every version, reading, statement, position and decision of the article is removed, in one
transaction, and its bytes are overwritten. What stays is the day and a salted digest: the article is refused when it comes again."""

YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]


def register(app: typer.Typer) -> None:
    app.command("retract", help="Remove an article for good.", epilog=EXAMPLES)(retract)


def retract(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id, its url, or the id it was given.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    yes: YesOption = False,
) -> None:
    with Ledger(ledger, create=False) as opened:
        removals = opened.removals()
        found = removals.retractable(article)
        out = console()
        out.print(f"{found.article_id}  {plain(found.title or found.url or found.given_id)}")
        out.print(
            f"goes with {found.versions:,} versions, {found.readings:,} readings, {found.statements:,} statements,"
            f" {found.positions:,} positions, {found.judgements:,} decisions of people; this cannot be undone"
        )
        confirmed("Remove it?", yes)
        beside(opened.path).unlink(missing_ok=True)  # digests of addresses would tell what was here
        done = removals.retract(found.article_id)
    out.print("removed")
    say_whether_wiped(done.wiped)


def confirmed(question: str, yes: bool) -> None:
    """Goes on if the user agrees; else nothing is changed, and the exit code is 1."""
    if not yes and not typer.confirm(question):
        messages().print("nothing was changed")
        raise typer.Exit(1)


def say_whether_wiped(wiped: bool | None) -> None:
    """Old bytes can be read back as long as another process holds on to them: whoever removes must know."""
    if not wiped:
        messages().print(
            "another process reads this ledger: what was removed stays in the file ending in -wal until it stops;"
            " then run `sayso verify`, which clears it",
            style="yellow",
        )
