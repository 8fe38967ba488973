"""``sayso forget``: a person out of every text, table and index, for good."""

from typing import Annotated

import typer

from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import console, plain
from sayso.cli.retract import YesOption, confirmed, say_whether_wiped
from sayso.fetch.memory import beside
from sayso.ledger.store import Ledger

EXAMPLES = """Examples:

  sayso forget "Mara Holt"

  sayso forget "a baker in Norr" --article herald-17       who is only described, in one article

  sayso forget Q42 --yes

Shown first: what goes. Then the person's mentions are overwritten with as many █ in every text, and the person is removed as speaker,
object and actor, in one transaction. What stays is the day and salted digests of the names: an article that names the person is
refused. Decide with `sayso actors same-as` first which names are the same person's. What stays and why: docs/people-at-risk.md."""


def register(app: typer.Typer) -> None:
    app.command("forget", help="Remove a person for good.", epilog=EXAMPLES)(forget)


def forget(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="A name, an id of an actor or a QID.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    article: Annotated[str | None, typer.Option(help="In this article only: its id, url or given id.")] = None,
    yes: YesOption = False,
) -> None:
    with Ledger(ledger, create=False) as opened:
        opened.registry().catch_up()
        removals = opened.removals()
        found = removals.forgettable(person, article)
        out = console()
        out.print(f"names    {'; '.join(plain(each) for each in found.names)}")
        out.print(
            f"overwritten in {found.mentions:,} places of {found.articles:,} articles; removed as speaker of {found.statements:,}"
            f" statements, with {found.positions:,} positions by or on them; this cannot be undone"
        )
        if found.near:
            out.print(
                f"stays    {'; '.join(plain(each) for each in found.near)} (ends alike; forget it by itself if it is the same person)"
            )
        confirmed("Forget this person?", yes)
        beside(opened.path).unlink(missing_ok=True)  # digests of addresses would tell what was here
        done = removals.forget(person, article)
    out.print("forgotten")
    say_whether_wiped(done.wiped)
