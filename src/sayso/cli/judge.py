"""``sayso judge``: a person's decision about a statement, appended."""

import getpass
from enum import StrEnum
from typing import Annotated

import typer

from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import console, plain
from sayso.errors import UsageError
from sayso.ledger.clock import now
from sayso.ledger.correcting import Wish, correct
from sayso.ledger.store import Ledger
from sayso.records.ids import judgement_id
from sayso.records.judgement import Correction, Judgement
from sayso.records.row import StatementRow

EXAMPLES = """Examples:

  sayso judge st1_4be2… reject --note "the writer's own words"

  sayso judge st1_4be2… fix --source "Ada Roe" --content "we stay"

  sayso judge st1_4be2… fix --label critical --object "Corin Vasarel"

  sayso judge st1_4be2… undo

Nothing is overwritten: undo takes back the last decision that stands. A corrected statement is shown in place of the one it
replaces; either id names it."""

FIX = "What a fix puts right"


class Decided(StrEnum):
    accept = "accept"
    reject = "reject"
    fix = "fix"
    unsure = "unsure"
    undo = "undo"


class Stances(StrEnum):
    critical = "critical"
    supportive = "supportive"
    mixed = "mixed"
    none = "none"


class Forms(StrEnum):
    direct = "direct"
    indirect = "indirect"
    mixed = "mixed"


def register(app: typer.Typer) -> None:
    app.command("judge", help="A person's decision about a statement, appended and signed.", epilog=EXAMPLES)(judge)


def judge(
    statement: Annotated[str, typer.Argument(metavar="ID", help="Id of a statement, as every listing gives it.")],
    decision: Annotated[Decided, typer.Argument(help="What you decide; undo takes back the last decision.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    who: Annotated[
        str | None, typer.Option("--judge", envvar="SAYSO_JUDGE", help="Who decides; your login name by default.")
    ] = None,
    note: Annotated[str | None, typer.Option(help="Why, in your words.")] = None,
    source: Annotated[
        str | None, typer.Option(help="Words that name who speaks; '' for nobody.", rich_help_panel=FIX)
    ] = None,
    cue: Annotated[str | None, typer.Option(help="Words that attribute; '' for none.", rich_help_panel=FIX)] = None,
    content: Annotated[str | None, typer.Option(help="Words that are said.", rich_help_panel=FIX)] = None,
    form: Annotated[Forms | None, typer.Option(help="How they are said.", rich_help_panel=FIX)] = None,
    label: Annotated[Stances | None, typer.Option(help="The stance.", rich_help_panel=FIX)] = None,
    toward: Annotated[
        str | None, typer.Option("--object", help="Whom the stance is toward, by name.", rich_help_panel=FIX)
    ] = None,
) -> None:
    wish = Wish(source, cue, content, form.value if form else None, label.value if label else None, toward)
    if (decision is Decided.fix) != (wish != Wish()):
        raise UsageError("a fix, and nothing else, says what is right: --source, --cue, --content, --form or --label")
    by = who or login()
    with Ledger(ledger, create=False) as opened:
        subject = opened.judged_as(statement)
        found = opened.statement(subject)
        if found is None:
            raise UsageError(f"no statement {statement} is in this ledger: `sayso statements` lists those that are")
        correction = _correction(opened, subject, found, wish) if decision is Decided.fix else None
        undoes = _last(opened, subject) if decision is Decided.undo else None
        made = Judgement(
            id=judgement_id(),
            subject=subject,
            decision=decision.value,
            judge=by,
            made_at=now(),
            note=note,
            replacement=correction.id if correction else None,
            undoes=undoes.id if undoes else None,
        )
        opened.judge(made, correction)
        after = opened.statement(subject)
    console().print(holds(after or found, undoes))


def holds(row: StatementRow, undone: Judgement | None = None) -> str:
    """One line: the statement as it is shown now, and what was decided about it last."""
    judgement, statement = row.judgement, row.statement
    stands = f"{judgement.decision} by {judgement.judge}" if judgement else "unreviewed"
    back = f"{undone.decision} by {undone.judge} taken back; " if undone else ""
    said = " ".join(filter(None, (statement.source_text, statement.cue_text, statement.content_text)))
    return f"{statement.id}  {back}now {plain(stands)}: {plain(said)}"


def _correction(opened: Ledger, subject: str, found: StatementRow, wish: Wish) -> Correction:
    reading = opened.reading(found.version_id, found.run_id)
    if reading is None:
        raise UsageError(f"no reading of {found.version_id} is in this ledger: nothing to correct")
    return correct(reading, subject, found.statement, opened.shown_correction(subject), wish)


def _last(opened: Ledger, subject: str) -> Judgement:
    last = opened.latest(subject)
    if last is None:
        raise UsageError(f"nothing is decided about {subject}: nothing to undo")
    return last


def login() -> str:
    """Who decides where nobody is named; UsageError where the system knows no name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        raise UsageError("say with --judge who decides, or set SAYSO_JUDGE: the system knows no login name") from None
