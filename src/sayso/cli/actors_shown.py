"""How one actor is shown to a person: what is known of it, and the articles that show it. And which actor a word of the call means."""

from collections.abc import Sequence

from rich.console import Console

from sayso.cli.output import console, plain
from sayso.errors import UsageError
from sayso.ledger.registry import Registry
from sayso.records.registry import ActorJudgement, RegistryActor, Sighting, Tenure

SUGGESTED, COMPANY, LONGEST = 5, 4, 80
"""Near names told, others named of a company, code points of a name."""


def meant(registry: Registry, term: str) -> RegistryActor:
    """The one actor that ``term`` means; UsageError where it is nobody or several."""
    found = registry.meant(term)
    if len(found) == 1:
        return found[0]
    if found:
        named = "; ".join(f"{each.id} ({short(each.name)}, {each.kind}, {_articles(each)})" for each in found)
        raise UsageError(f"{short(term)} is {len(found)} actors: give an id: {named}")
    near = ", ".join(short(each.name) for each in registry.near(term)[:SUGGESTED])
    hint = f"much like it: {near}" if near else "`sayso actors list` lists who is"
    raise UsageError(f"no actor is called {short(term)}; what is only described is none; {hint}")


def show_actor(
    found: RegistryActor,
    seen: Sequence[Sighting],
    decided: Sequence[ActorJudgement] = (),
    out: Console | None = None,
) -> None:
    """The actor with the articles that show it, and all that was decided about it."""
    paper = out or console()
    paper.print(f"{short(found.name)}  {found.kind}, {_articles(found)}, {found.id}")
    for label, values in (
        ("names", [each for each in found.names if each != found.name]),
        ("aliases", found.aliases),
        ("identifiers", [value for _, value in found.identifiers]),
        ("held", [_held(each) for each in found.tenures]),
        ("one with", [each for each in found.merged if each != found.id]),
    ):
        if values:
            paper.print(f"  {label}: {', '.join(short(each) for each in values)}")
    for each in seen:
        _show_sighting(paper, each)
    if found.readings > len(seen) > 0:
        paper.print(f"  … and {found.readings - len(seen):,} more")
    for decision in decided:
        paper.print(f"  {decision_line(decision)}")


def decision_line(made: ActorJudgement) -> str:
    """One decision in one line, with its id, by which it can be undone."""
    what = {"not_same": "not the same", "same": "the same", "suggested": "may be one"}.get(made.decision, made.decision)
    about = " and ".join(filter(None, (made.one, made.other)))
    more = "; ".join(plain(each) for each in (made.name, made.reason) if each)
    score = f" {made.score:.2f}" if made.score is not None else ""
    undone = f" of {made.undoes}" if made.undoes else ""
    return f"{made.id}  {what}{undone}{score}: {about} by {plain(made.judge)}, {made.made_at}" + (
        f" ({more})" if more else ""
    )


def short(name: str) -> str:
    """A name in one line, however long it is and whatever it holds."""
    line = plain(name)
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}… ({len(name):,} characters)"


def _show_sighting(paper: Console, each: Sighting) -> None:
    where = " · ".join(part for part in (each.publisher, each.published, each.title) if part)
    paper.print(f"  {plain(where or each.given_id or each.article_id)}")
    if each.context:
        paper.print(f"    “{plain(each.context)}”")
    if each.roles:
        paper.print(f"    called: {plain(', '.join(each.roles))}")
    if each.company:
        others = f" and {len(each.company) - COMPANY} more" if len(each.company) > COMPANY else ""
        paper.print(f"    with: {', '.join(short(name) for name in each.company[:COMPANY])}{others}")


def _articles(found: RegistryActor) -> str:
    return "1 article" if found.readings == 1 else f"{found.readings:,} articles"


def _held(each: Tenure) -> str:
    if not (each.first or each.last):
        return each.title
    return f"{each.title} ({each.first or '…'} to {each.last or '…'})"
