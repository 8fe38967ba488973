"""``sayso import``: corrections that annotators made in other tools, shown first, then appended as judgements."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.annotations.formats import TOOLS, Tool
from sayso.annotations.inputs import documents
from sayso.annotations.planning import ALREADY, LEFT, Plan, Step
from sayso.cli.judge import login
from sayso.cli.options import DEFAULT_LEDGER, FormatOption, LedgerOption
from sayso.cli.output import SOME_FAILED, Format, messages, show
from sayso.errors import UsageError
from sayso.ledger.store import Ledger

EXAMPLES = """Examples:

  sayso import corrected/                                what would change; nothing is written

  sayso import corrected/ --apply --coder "Ada Roe"      appended as Ada Roe's judgements

  sayso import tasks.json --accept-rest --apply --coder ada

  sayso import corrected.jsonl --as doccano --format csv > changes.csv

Takes what `sayso export --format …` wrote, corrected: inception, brat, label-studio, doccano, prodigy, web-annotation. A statement
whose marks were moved is a fix, one whose marks were all deleted is rejected, and so on (docs/exporting.md). All is appended together
or nothing is, and `sayso judge ID undo` takes any of it back."""

COLUMNS = ("file", "item", "statement", "change", "told")
READABLE = tuple(each.name for each in TOOLS.values() if each.reads)


def register(app: typer.Typer) -> None:
    app.command(
        "import", help="Corrected annotations back, by stable id: a report first, then judgements.", epilog=EXAMPLES
    )(take)


def take(
    paths: Annotated[list[str], typer.Argument(metavar="FILE…", help="Files, or folders of them.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: Annotated[
        str | None, typer.Option("--as", help=f"One of {', '.join(READABLE)}; by default what each file tells.")
    ] = None,
    apply: Annotated[bool, typer.Option("--apply/--dry-run", help="Append the changes, or only show them.")] = False,
    coder: Annotated[
        str | None,
        typer.Option("--coder", envvar="SAYSO_JUDGE", help="Who corrected; your login name by default."),
    ] = None,
    accept_rest: Annotated[
        bool,
        typer.Option(
            "--accept-rest", help="The coder has looked at every statement: what came back unchanged is accepted."
        ),
    ] = False,
    how: FormatOption = Format.table,
) -> None:
    tool = _tool(form)
    by = (coder or login()).strip()
    if not by:
        raise UsageError("say with --coder who corrected")
    with Ledger(ledger, create=False) as opened:
        plan = Plan(opened, by, accept=accept_rest)
        found = list(_steps(plan, paths, tool))
        entries = [(step.judgement, step.correction) for _, step in found if step.judgement]
        if apply and entries:
            opened.judge_all(entries)
    show((_row(file, step, applied=apply) for file, step in found), COLUMNS, how, empty="nothing came back changed")
    _summary([step for _, step in found], by, applied=apply)


def _tool(form: str | None) -> Tool | None:
    if form is None:
        return None
    if form not in READABLE:
        raise UsageError(f"{form!r} is not taken back: choose one of {', '.join(READABLE)}")
    return TOOLS[form]


def _steps(plan: Plan, paths: list[str], tool: Tool | None) -> Iterator[tuple[str, Step]]:
    for file, item in documents(paths, tool):
        for step in plan.steps([item]):
            yield file, step


def _row(file: str, step: Step, *, applied: bool) -> dict[str, Any]:
    return {
        "file": Path(file).name,
        "item": step.name,
        "statement": step.statement,
        "change": step.what,
        "told": step.told,
        "judgement": step.judgement.id if step.judgement and applied else None,
        "replacement": step.judgement.replacement if step.judgement else None,
        "note": step.judgement.note if step.judgement else None,
    }


def _summary(steps: list[Step], by: str, *, applied: bool) -> None:
    """What was or would be appended, on standard error; exit code 1 where something was left alone."""
    made = [step for step in steps if step.judgement]
    counts = {name: sum(step.what == name for step in made) for name in ("fix", "accept", "reject", "unsure")}
    told = ", ".join(f"{count:,} {name}" for name, count in counts.items() if count)
    already = sum(step.what == ALREADY for step in steps)
    left = sum(step.what == LEFT for step in steps)
    done = f"appended as {by}'s judgements" if applied else f"would be appended as {by}'s judgements; --apply does it"
    messages().print(f"{told}: {done}" if made else "nothing to append")
    if already:
        messages().print(f"{already:,} already so")
    if left:
        messages().print(
            f"{left:,} left alone, with the reason in the list; the rest {'was' if applied else 'can be'} taken"
        )
        raise typer.Exit(SOME_FAILED)
