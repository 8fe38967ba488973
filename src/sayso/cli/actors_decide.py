"""``sayso actors same-as, not-same-as, unsure, undo, rename``: what a person decides about actors, appended."""

from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli.actors_rows import DECIDED, decided_row
from sayso.cli.actors_shown import decision_line, meant, short, show_actor
from sayso.cli.judge import login
from sayso.cli.options import DEFAULT_LEDGER, FormatOption, LedgerOption
from sayso.cli.output import Format, console, messages, show
from sayso.errors import InputError, UsageError
from sayso.ledger.clock import now
from sayso.ledger.registry import Registry
from sayso.ledger.store import Ledger
from sayso.records.ids import JUDGEMENT, judgement_id
from sayso.records.registry import ActorJudgement, Decided, RegistryActor
from sayso.registry.imports import clean
from sayso.registry.standing import untouched

SAME = """Examples:

  sayso actors same-as "Bob Holm" "Robert Holm"

  sayso actors same-as ra1_4be2… ra1_90ac… --yes --note "one signature"

What articles show of both comes first, then you are asked. Nothing is read again, and no statement changes; `undo` restores it."""

NOT_SAME = """Examples:

  sayso actors not-same-as "Ana Roe" "Ana M. Roe"

No run ever joins two that you keep apart."""

UNSURE = """Examples:

  sayso actors unsure Holm "Robert Holm" --note "no first name in the article"

They stay two, and no run joins them."""

UNDO = """Examples:

  sayso actors undo ju1_4be2…

  sayso actors undo "Bob Holm" "Robert Holm"

  sayso actors undo "Bob Holm"

Takes back one decision: that with this id, the last about these two, or the last about this one. An undo can be undone by its id."""

RENAME = """Examples:

  sayso actors rename Qadiani "Abolfazl Qadiani"

The actor is shown and found under this name. No statement changes: articles keep the names they have."""

JudgeOption = Annotated[
    str | None, typer.Option("--judge", envvar="SAYSO_JUDGE", help="Who decides; your login name by default.")
]
NoteOption = Annotated[str | None, typer.Option(help="Why, in your words.")]
OneArgument = Annotated[str, typer.Argument(metavar="ONE", help="A name, an id of an actor or a QID.")]
OtherArgument = Annotated[str, typer.Argument(metavar="OTHER", help="As ONE.")]
EVIDENCE = 5
"""Articles shown of either actor before somebody says that they are one."""


def register(group: typer.Typer) -> None:
    group.command("same-as", help="The two are one. Shows what articles say of both, and asks.", epilog=SAME)(same_as)
    group.command("not-same-as", help="The two are not one, whatever a run finds.", epilog=NOT_SAME)(not_same_as)
    group.command("unsure", help="It cannot be told whether the two are one.", epilog=UNSURE)(unsure)
    group.command("undo", help="Take back a decision.", epilog=UNDO)(undo)
    group.command("rename", help="Show an actor under another name.", epilog=RENAME)(rename)


def same_as(
    one: OneArgument,
    other: OtherArgument,
    ledger: LedgerOption = DEFAULT_LEDGER,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    who: JudgeOption = None,
    note: NoteOption = None,
    how: FormatOption = Format.table,
) -> None:
    with Ledger(ledger, create=False) as opened:
        registry = _registry(opened)
        first, second = _two(registry, one, other)
        wholes = meant(registry, first.id), meant(registry, second.id)
        if wholes[0].id == wholes[1].id:
            raise UsageError(f"{short(one)} and {short(other)} are one actor already, {wholes[0].id}")
        paper = console() if how is Format.table else messages()
        for each in wholes:
            show_actor(each, registry.sightings(each.id, EVIDENCE), out=paper)
        _warn(first, second, registry, paper)
        if not yes and not _agreed(first, second):
            messages().print("nothing is decided")
            raise typer.Exit(1)
        _decide(registry, "same", first, second, who, note, how)


def not_same_as(
    one: OneArgument,
    other: OtherArgument,
    ledger: LedgerOption = DEFAULT_LEDGER,
    who: JudgeOption = None,
    note: NoteOption = None,
    how: FormatOption = Format.table,
) -> None:
    with Ledger(ledger, create=False) as opened:
        registry = _registry(opened)
        _decide(registry, "not_same", *_two(registry, one, other), who, note, how)


def unsure(
    one: OneArgument,
    other: OtherArgument,
    ledger: LedgerOption = DEFAULT_LEDGER,
    who: JudgeOption = None,
    note: NoteOption = None,
    how: FormatOption = Format.table,
) -> None:
    with Ledger(ledger, create=False) as opened:
        registry = _registry(opened)
        _decide(registry, "unsure", *_two(registry, one, other), who, note, how)


def undo(
    what: Annotated[str, typer.Argument(metavar="WHAT", help="The id of a decision, or an actor.")],
    other: Annotated[str | None, typer.Argument(metavar="OTHER", help="Another actor.", show_default=False)] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    who: JudgeOption = None,
    note: NoteOption = None,
    how: FormatOption = Format.table,
) -> None:
    with Ledger(ledger, create=False) as opened:
        registry = _registry(opened)
        taken = _taken_back(registry, what, other)
        made = _made("undo", taken.one, taken.other, who, note, undoes=taken.id)
        registry.judge(made)
        if how is Format.table:
            console().print(f"taken back: {decision_line(taken)}")
        _told(registry, made, how)


def rename(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="A name, an id of an actor or a QID.")],
    name: Annotated[str, typer.Argument(help="What it is called from now on.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    who: JudgeOption = None,
    note: NoteOption = None,
    how: FormatOption = Format.table,
) -> None:
    try:
        called = clean(name)
    except InputError as error:
        raise UsageError(f"this cannot be a name: {error}") from error
    with Ledger(ledger, create=False) as opened:
        registry = _registry(opened)
        made = _made("rename", meant(registry, actor).id, None, who, note, name=called)
        registry.judge(made)
        _told(registry, made, how)


def _registry(opened: Ledger) -> Registry:
    registry = opened.registry()
    registry.catch_up()
    return registry


def _two(registry: Registry, one: str, other: str) -> tuple[RegistryActor, RegistryActor]:
    """The very actors meant, without those they are one with: so an undo takes back what was said, and no more."""
    first, second = registry.alone(one, meant(registry, one)), registry.alone(other, meant(registry, other))
    if first.id == second.id:
        raise UsageError(f"{short(one)} and {short(other)} are one actor with one name, {first.id}: nothing to decide")
    return first, second


def _warn(first: RegistryActor, second: RegistryActor, registry: Registry, paper: Console) -> None:
    if first.kind != second.kind:
        paper.print(f"Note: one is of the kind {first.kind}, the other {second.kind}.")
    if registry.apart(first.name, second.name):
        paper.print("Note: a decision keeps them apart; it stands until it is undone, and this would be a conflict.")


def _agreed(first: RegistryActor, second: RegistryActor) -> bool:
    try:
        return typer.confirm(f"Are {short(first.name)} and {short(second.name)} one?", err=True)
    except typer.Abort:
        raise UsageError("nobody answered, so nothing is decided: answer y, or give --yes") from None


def _decide(
    registry: Registry,
    decision: Decided,
    first: RegistryActor,
    second: RegistryActor,
    who: str | None,
    note: str | None,
    how: Format,
) -> None:
    made = _made(decision, first.id, second.id, who, note)
    registry.judge(made)
    _told(registry, made, how)


def _made(
    decision: Decided,
    one: str,
    other: str | None,
    who: str | None,
    note: str | None,
    name: str | None = None,
    undoes: str | None = None,
) -> ActorJudgement:
    return ActorJudgement(
        id=judgement_id(),
        decision=decision,
        one=one,
        other=other,
        judge=who or login(),
        made_at=now(),
        reason=note,
        name=name,
        undoes=undoes,
    )


def _taken_back(registry: Registry, what: str, other: str | None) -> ActorJudgement:
    if what.startswith(JUDGEMENT):
        found = registry.judgement(what)
        if found is None or other is not None:
            raise UsageError(
                f"{what} is no decision about actors" if other is None else "the id of a decision is enough"
            )
        return found
    first = meant(registry, what)
    log = list(registry.judgements(first.id))
    if other is not None:
        log = _between(registry, (what, first), (other, meant(registry, other)))
    last = next(untouched(log), None)
    if last is None:
        raise UsageError(f"nothing is decided about {short(what)}: nothing to undo")
    return last


def _between(
    registry: Registry, one: tuple[str, RegistryActor], other: tuple[str, RegistryActor]
) -> list[ActorJudgement]:
    """What was decided about the two themselves; where nothing was, about any two of their sets."""
    first, second = registry.alone(*one), registry.alone(*other)
    log = list(registry.judgements(first.id))
    known = {each.id for each in log}
    log += [each for each in registry.judgements(second.id) if each.id not in known]
    alone = _edges(log, {first.id}, {second.id})
    return alone or _edges(log, {first.id, *one[1].merged}, {second.id, *other[1].merged})


def _edges(log: Iterable[ActorJudgement], first: set[str], second: set[str]) -> list[ActorJudgement]:
    return [
        each
        for each in log
        if each.other is not None
        and ((each.one in first and each.other in second) or (each.other in first and each.one in second))
    ]


def _told(registry: Registry, made: ActorJudgement, how: Format) -> None:
    """What was decided, as it is stored now, and the conflicts that it is part of."""
    stored = registry.judgement(made.id) or made
    if how is Format.table:
        console().print(decision_line(stored))
    else:
        show([decided_row(stored)], DECIDED, how)
    for each in registry.conflicts():
        if {made.one, made.other} & {each.one, each.other} or made.id in each.chain:
            messages().print(
                f"conflict: {each.one} and {each.other} are kept apart by {each.apart} and joined by {', '.join(each.chain)};"
                f" {each.refused} is not followed until one of them is undone"
            )
