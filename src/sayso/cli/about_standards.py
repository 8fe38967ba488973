"""The blocks of an answer's page on fairness: reply, headline check, and groups said to judge. Article text passes through ``plain``."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.answers.headline import Promise
from sayso.answers.reply import REPLY_STATES, Reply
from sayso.answers.standards import Standards
from sayso.cli.about_words import counted
from sayso.cli.audit_words import HEADLINE_NAMES, STATE_NAMES, promise_words
from sayso.cli.output import plain

PASSAGES = 3
"""Passages shown of a state, without --evidence."""


def claim_lines(found: Standards) -> Iterator[str]:
    """Groups that a headline or lead says judge them, one line each."""
    for each in found.claims():
        verb = "criticise" if each.sign == "critical" else "support"
        yield f"  “{plain(each.span.text)}” ({each.passage}): said to {verb}, no statement of theirs in the body  {_place(each)}"


def reply_title(found: Standards) -> str:
    if found.looked_through < found.articles:
        return f"REPLY (the last {found.looked_through:,} of {found.articles:,} articles critical of them)"
    return f"REPLY ({counted(found.articles, 'article')} critical of them)"


def reply_lines(found: Standards, *, whole: bool) -> Iterator[str]:
    """For each name how often it replies, declines or is not said to be asked, with the passages."""
    by_name: dict[str, list[Reply]] = {}
    for each in found.replies:
        by_name.setdefault(each.name, []).append(each)
    for name, rows in by_name.items():
        told = [_state(rows, state) for state in REPLY_STATES if any(row.state == state for row in rows)]
        yield f"  {plain(name)}: {'; '.join(told)}"
        yield from _passages(rows, whole=whole)


def headline_lines(found: Standards, called: Mapping[str, str]) -> Iterator[str]:
    """The checks of headlines and leads that speak of them; ``called`` names articles by version id."""
    for check in found.headlines:
        text = (
            f"“{plain(check.headline.text)}”"
            if check.headline
            else plain(called.get(check.version_id, check.article_id))
        )
        yield f"  {text}: {HEADLINE_NAMES[check.state]}"
        yield from (f"    - {promise_words(each)}  {_place(each)}" for each in check.promises)


def _state(rows: Sequence[Reply], state: str) -> str:
    held = [row for row in rows if row.state == state]
    where = f" in {counted(len(held), 'article')}" if len(rows) > 1 else ""
    unquoted = state == "not_said" and not any(row.quoted for row in held)
    return f"{'not quoted, ' if unquoted else ''}{STATE_NAMES[held[0].state]}{where}"


def _passages(rows: Sequence[Reply], *, whole: bool) -> Iterator[str]:
    passages = [(row, each) for row in rows for each in row.evidence]
    for row, each in passages if whole else passages[:PASSAGES]:
        through = f"{plain(each.through)}: " if each.through and each.through != row.name else ""
        end = f"  {each.statement}" if whole and each.statement else ""
        yield f"    - {through}{plain(each.span.text)}  [{each.span.start},{each.span.end}){end}"
    if not whole and len(passages) > PASSAGES:
        yield f"    … of {len(passages):,} passages (--evidence shows all)"


def _place(each: Promise) -> str:
    return f"[{each.span.start},{each.span.end})"
