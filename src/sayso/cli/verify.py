"""``sayso verify``: prove every id and every span of a ledger."""

import typer

from sayso.cli.options import DEFAULT_LEDGER, FormatOption, LedgerOption
from sayso.cli.output import UNUSABLE, Format, messages, show
from sayso.ledger.store import Ledger

EXAMPLES = """Examples:

  sayso verify

  sayso verify --ledger archive.db --format jsonl

Exit code 3 if anything does not hold."""


def register(app: typer.Typer) -> None:
    app.command("verify", help="Prove every id, text and span of the ledger.", epilog=EXAMPLES)(verify)


def verify(ledger: LedgerOption = DEFAULT_LEDGER, how: FormatOption = Format.table) -> None:
    out = messages()
    with Ledger(ledger, create=False) as opened:
        proof = opened.verify()
        problems = [{"kind": each.kind, "id": each.id, "message": each.message} for each in proof]
        checked = ", ".join(f"{count:,} {name}" for name, count in proof.checked.items())
    if problems or how is not Format.table:
        show(problems, ("kind", "id", "message"), how)
    out.print(f"checked {checked}")
    if problems:
        out.print(
            f"{len(problems):,} things do not hold: restore a copy of the ledger, or add the articles to a new one"
        )
        raise typer.Exit(UNUSABLE)
    out.print("everything holds")
