"""Reply, and headlines against their articles: for somebody whom a page is about, and for one article that is audited."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.answers.headline import HeadlineCheck, HeadlineState, Promise
from sayso.answers.reply import REPLY_STATES, Reply, ReplyState
from sayso.answers.standards import Standards
from sayso.report.setting import TOLD, Setting, more
from sayso.report.values import Line, Lines, Prose, Section
from sayso.report.wording import counted, one_line

PASSAGES = 3
"""Passages told of a reply."""


@dataclass(frozen=True, slots=True)
class FairWords:
    """How states and promises are told, in the words of the terminal."""

    states: Mapping[ReplyState, str]
    headlines: Mapping[HeadlineState, str]
    promise: Callable[[Promise], str]
    reply: Callable[[Reply], str]


def statements_of(found: Standards) -> Iterator[Sequence[str]]:
    """Lists of statements that ask for a place in the page."""
    yield from (each.statements for each in found.replies)
    yield from (each.statements for each in found.headlines)


def reply_section(setting: Setting, found: Standards, words: FairWords) -> Section:
    """Each name once, with how often it replies, declines, or is not said to be asked."""
    if found.looked_through < found.articles:
        note = f"In the last {found.looked_through:,} of {counted(found.articles, 'article')} critical of them."
    else:
        note = f"In {counted(found.articles, 'article')} critical of them."
    by_name: dict[str, list[Reply]] = {}
    for each in found.replies:
        by_name.setdefault(each.name, []).append(each)
    lines = tuple(_name(setting, name, rows, words) for name, rows in by_name.items())
    items = (Lines(lines),) if lines else (Prose(("No article is critical of them.",)),)
    return Section("reply", "Reply", items, note=note, beside=True)


def _name(setting: Setting, name: str, rows: Sequence[Reply], words: FairWords) -> Line:
    told = []
    for state in REPLY_STATES:
        held = [row for row in rows if row.state == state]
        if held:
            unquoted = "not quoted, " if state == "not_said" and not any(row.quoted for row in held) else ""
            where = f" in {counted(len(held), 'article')}" if len(rows) > 1 else ""
            told.append(f"{unquoted}{words.states[state]}{where}")
    answers = [each.statement for row in rows for each in row.evidence if each.statement]
    found = [f"“{one_line(each.span.text)}”" for row in rows for each in row.evidence if not each.statement][:PASSAGES]
    text = "; ".join(told) + (f": {' · '.join(found)}" if found else "")
    every = [each for row in rows for each in row.statements]
    return setting.line(one_line(name), text, tuple(dict.fromkeys([*answers, *every])))


def headline_section(setting: Setting, found: Sequence[HeadlineCheck], words: FairWords) -> Section:
    """Each article's headline or lead with what it promises, and whether the body bears it out."""
    lines: list[Line] = []
    for check in found[:TOLD]:
        named = check.headline.text if check.headline else setting.called(check.version_id, check.article_id)
        lines.append(setting.line(f"“{one_line(named)}”", words.headlines[check.state]))
        lines += [setting.line("", one_line(words.promise(each)), _rests(each)) for each in check.promises]
    if not lines:
        told = "No headline, lead or caption promises criticism or support that could be checked."
        return Section("headline", "Headline check", (Prose((told,)),), beside=True)
    return Section(
        "headline", "Headline check", (Lines(tuple(lines), more(len(found) - TOLD, "headline")),), beside=True
    )


def _rests(each: Promise) -> tuple[str, ...]:
    own = (each.statement,) if each.statement else ()
    return tuple(dict.fromkeys([*own, *each.statements]))


def claims(setting: Setting, found: Standards) -> Iterator[Line]:
    """Groups that a headline or lead says judge them, and of whom the body shows nothing."""
    for each in found.claims():
        verb = "criticise" if each.sign == "critical" else "support"
        told = f"said to {verb} ({each.passage}), no statement of theirs in the body"
        yield setting.line(f"“{one_line(each.span.text)}”", told, _rests(each))


def replies_lines(setting: Setting, rows: Sequence[Reply], words: FairWords) -> Lines:
    """A line for each reply of one article, or of many."""
    lines = []
    for each in rows[:TOLD]:
        found = [f"“{one_line(one.span.text)}”" for one in each.evidence if not one.statement][:PASSAGES]
        name, told = one_line(each.name), one_line(words.reply(each)) + (f": {' · '.join(found)}" if found else "")
        answers = [one.statement for one in each.evidence if one.statement]
        ids = tuple(dict.fromkeys([*answers, *each.statements]))
        lines.append(setting.line(name if told.startswith(name) else "", told.removeprefix(name).strip(": "), ids))
    return Lines(tuple(lines), more(len(rows) - TOLD, "person"))
