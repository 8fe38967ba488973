"""An audit as a page on the terminal. What an article says reaches it only through ``plain``."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from sayso.answers.audit import (
    FLOOR_STATEMENTS,
    FLOOR_WORDS,
    ArticleAudit,
    OutletAudit,
    OwnPassage,
    Tally,
    UnnamedCritic,
)
from sayso.answers.headline import HeadlineCheck
from sayso.answers.positions import CODEBOOK
from sayso.answers.reply import Reply
from sayso.answers.shares import FLOOR_ARTICLES, FLOOR_POSITIONS, Share
from sayso.cli.about_words import counted, words
from sayso.cli.audit_words import (
    CLASS_NAMES,
    HEADLINE_NAMES,
    STATE_NAMES,
    TRAIT_NAMES,
    WORDING_NAMES,
    article_called,
    promise_words,
    reply_words,
    review,
    source_notes,
)
from sayso.cli.output import console, plain
from sayso.records.row import StatementRow


@dataclass(frozen=True, slots=True)
class _Paper:
    """What the blocks write with; ``limit`` rows of each block, 0 for all."""

    out: Console
    limit: int
    evidence: bool
    rows: Mapping[str, StatementRow]

    def heading(self, text: str) -> None:
        self.out.print()
        self.out.print(Text(text, "bold cyan"))

    def line(self, text: str, style: str = "") -> None:
        self.out.print(Text(text, style))

    def more(self, count: int) -> None:
        if self.limit and count > self.limit:
            self.line(f"  … and {count - self.limit:,} more (--limit 0 shows all)", "dim")

    def ids(self, ids: Sequence[str]) -> None:
        """The statements a number opens to: their words where they are known, and their ids."""
        if not self.evidence:
            return
        for each in ids:
            row = self.rows.get(each)
            if row is None:
                self.line(f"      {each}", "dim")
                continue
            span = row.statement.sentence
            self.line(f"      {words(row, whole=True)}  [{span.start},{span.end})  {each}", "dim")


def show_article(found: ArticleAudit, rows: Mapping[str, StatementRow], limit: int, *, evidence: bool) -> None:
    """The page of one article; an empty block says so."""
    paper = _Paper(console(), limit, evidence, rows)
    room = found.room
    paper.line(f"SOURCING OF {article_called(found)}", "bold")
    paper.line(
        f"{review(found.reviewed, found.rejected)} · run {found.article.run_id[:12]} · codebook {CODEBOOK}", "yellow"
    )
    paper.line(
        f"{room.words:,} words of prose: {room.attributed:,} in statements of sources ({room.quoted:,} quoted, "
        f"{room.paraphrased:,} paraphrased), {room.own:,} the rest"
    )
    _sources(paper, found)
    _tallies(paper, "BY WHO THEY ARE", found.classes, CLASS_NAMES)
    _tallies(paper, "AMONG THEM", found.traits, TRAIT_NAMES)
    _unnamed(paper, found.unnamed_critical, {found.article.article_id: ""})
    _replies(paper, found.replies)
    _headline(paper, found.headline)
    _tallies(paper, "WHOSE WORDS JUDGE", found.wording, WORDING_NAMES)
    _voice(paper, found.voices, found.room.words)
    paper.out.print()
    if not found.shares_shown:
        paper.line(
            f"Too little for shares of words (from {FLOOR_STATEMENTS} statements and {FLOOR_WORDS} words of sources on): not shown.",
            "dim",
        )
    paper.line(
        "Shares of words count this one text; they say nothing of others. --evidence shows the statements behind each number.",
        "dim",
    )


def show_outlet(found: OutletAudit, asked: tuple[str, str | None, str | None], limit: int, *, evidence: bool) -> None:
    """The page of a publisher."""
    paper = _Paper(console(), limit, evidence, {})
    publisher, since, until = asked
    reviewed, rejected = (sum(getattr(each, name) for each in found.articles) for name in ("reviewed", "rejected"))
    paper.line(f"SOURCING OF {plain(publisher).upper()}", "bold")
    paper.line(f"{review(reviewed, rejected)} · codebook {CODEBOOK}", "yellow")
    dates = sorted(each.article.metadata.published or "" for each in found.articles if each.article.metadata.published)
    span = f"published {dates[0]} to {dates[-1]}" if dates else "published: not given"
    asked_for = "".join(f" · {name} {value}" for name, value in (("since", since), ("until", until)) if value)
    paper.line(
        f"Rests on {counted(len(found.articles), 'article')} · {span} · {counted(len(found.statements), 'statement')}{asked_for}"
    )
    room = found.room
    paper.line(
        f"{room.words:,} words of prose: {room.quoted:,} quoted, {room.paraphrased:,} paraphrased, {room.own:,} the rest"
    )
    called = {each.article.article_id: article_called(each) for each in found.articles}
    _tallies(paper, "BY WHO THEY ARE (a source counts once in each article)", found.classes, CLASS_NAMES)
    _tallies(paper, "AMONG THEM", found.traits, TRAIT_NAMES)
    _regulars(paper, found)
    _unnamed(paper, [each for one in found.articles for each in one.unnamed_critical], called)
    _outlet_replies(paper, found, called)
    _outlet_headlines(paper, found, called)
    _tallies(paper, "WHOSE WORDS JUDGE", found.wording, WORDING_NAMES)
    _voice(paper, found.voices, room.words)
    _months(paper, found)
    _shares(paper, found.shares)
    _articles(paper, found)


def _sources(paper: _Paper, found: ArticleAudit) -> None:
    paper.heading("SOURCES, IN THE ORDER IN WHICH THEY APPEAR")
    if not found.sources:
        paper.line("  no statement of anybody was found")
        return
    paper.line("      at  words  quoted  statements  form", "dim")
    for each in found.sources[: paper.limit or None]:
        form = ", ".join(f"{name} {len(ids)}" for name, ids in each.forms)
        numbers = f"{each.first:>8,}  {each.words:>5,}  {each.quoted:>6,}  {len(each.statements):>10,}  {form}"
        paper.line(numbers)
        name = plain(each.name) if each.name else "(nobody named)"
        paper.out.print(Text(f"          {name}", "bold") + Text(f"  {source_notes(each)}", "dim"))
        paper.ids(each.statements)
    paper.more(len(found.sources))


def _tallies(paper: _Paper, title: str, tallies: Sequence[Tally], names: Mapping[str, str]) -> None:
    paper.heading(title)
    if not tallies:
        paper.line("  none found")
    for each in tallies:
        told = [counted(each.sources, "source")] if each.sources else []
        told.append(counted(len(each.statements), "statement"))
        if each.words:
            share = f" ({each.share:.0%} of the words of sources)" if each.share is not None else ""
            told.append(f"{counted(each.words, 'word')}{share}")
        paper.line(f"  {names[each.what]}: {' · '.join(told)}")
        paper.ids(each.statements)


def _unnamed(paper: _Paper, found: Sequence[UnnamedCritic], called: Mapping[str, str]) -> None:
    paper.heading("WITHOUT A NAME, AND CRITICAL")
    if not found:
        paper.line("  none found")
    for each in found[: paper.limit or None]:
        where = called.get(each.article_id, "")
        kind = CLASS_NAMES[each.source_class]
        on = ", ".join(plain(name) for name in each.objects)
        paper.line(f"  {plain(each.source)} ({kind}) on {on}{f' · {where}' if where else ''}")
        paper.ids(each.statements)
    paper.more(len(found))


def _replies(paper: _Paper, found: Sequence[Reply]) -> None:
    paper.heading("REPLY")
    criticised = [each for each in found if each.critical or each.voices]
    if not criticised:
        paper.line("  nobody that could be asked is found criticised")
    for each in criticised[: paper.limit or None]:
        _reply(paper, each)
    paper.more(len(criticised))
    asked = [each for each in found if not (each.critical or each.voices)]
    if asked:
        paper.line("  said to be asked, though nothing critical of them was found:", "dim")
    for each in asked[: paper.limit or None]:
        _reply(paper, each)


def _reply(paper: _Paper, row: Reply) -> None:
    paper.line(f"  {reply_words(row)}")
    for each in row.evidence:
        through = f"{plain(each.through)}: " if each.through and each.through != row.name else ""
        paper.line(f"    - {through}{plain(each.span.text)}  [{each.span.start},{each.span.end})", "dim")
    paper.ids(row.statements)


def _headline(paper: _Paper, found: HeadlineCheck) -> None:
    paper.heading("HEADLINE AND LEAD AGAINST THE BODY")
    text = f"“{plain(found.headline.text)}”" if found.headline else "no headline in the text"
    paper.line(f"  {text}: {HEADLINE_NAMES[found.state]}")
    for each in found.promises:
        paper.line(f"    - {promise_words(each)}  [{each.span.start},{each.span.end})")
        paper.ids(each.statements)


def _voice(paper: _Paper, voices: Sequence[OwnPassage] | None, of: int) -> None:
    paper.heading("THE WRITER'S OWN VOICE")
    if voices is None:
        paper.line("  not looked for by this reading")
        return
    total = sum(each.words for each in voices)
    share = f" ({total / of:.0%})" if voices and of >= FLOOR_WORDS else ""
    told = f"{counted(len(voices), 'passage')} in which the writer judges or argues"
    paper.line(f"  {told}, {total:,} of {of:,} words of prose{share}")
    held: dict[tuple[str, str, str], int] = {}
    for each in voices:
        key = each.holder, each.object or "", each.label
        held[key] = held.get(key, 0) + 1
    for (holder, object_, label), count in sorted(held.items(), key=lambda pair: -pair[1])[: paper.limit or None]:
        on = f" on {plain(object_)}" if object_ else ""
        paper.line(f"    {holder}: {label}{on}, {counted(count, 'passage')}")


def _regulars(paper: _Paper, found: OutletAudit) -> None:
    several = [each for each in found.regulars if len(each.articles) > 1]
    paper.heading("SOURCES IN SEVERAL ARTICLES, BY NAME")
    if not several:
        paper.line("  none found")
    for each in several[: paper.limit or None]:
        official = " · official" if each.official else ""
        told = f"{counted(len(each.articles), 'article')}, {counted(len(each.statements), 'statement')}, {counted(each.words, 'word')}"
        paper.line(f"  {plain(each.name)}: {told}{official}")
        paper.ids(each.statements)
    paper.more(len(several))


def _outlet_replies(paper: _Paper, found: OutletAudit, called: Mapping[str, str]) -> None:
    paper.heading("REPLY (each person criticised once an article)")
    if not found.replies:
        paper.line("  nobody that could be asked is found criticised")
    for state, held in found.replies:
        paper.line(f"  {STATE_NAMES[state]}: {len(held):,}")
        shown = held if state != "replied" or paper.evidence else ()
        for each in shown[: paper.limit or None]:
            critics = ", ".join(plain(name) for name in each.critics) or "a source without a name"
            paper.line(
                f"    {plain(each.name)} · {called.get(each.article_id, each.article_id)} · criticised by {critics}",
                "dim",
            )
            paper.ids(each.statements)
        if shown:
            paper.more(len(held))


def _outlet_headlines(paper: _Paper, found: OutletAudit, called: Mapping[str, str]) -> None:
    paper.heading("HEADLINE AND LEAD AGAINST THE BODY (articles)")
    checks = {each.article.article_id: each.headline for each in found.articles}
    for state, articles in found.headlines:
        paper.line(f"  {HEADLINE_NAMES[state]}: {len(articles):,}")
        for article in articles[: paper.limit or None] if state in ("summary_only", "partly") else ():
            paper.line(f"    {called[article]}", "dim")
            for each in checks[article].promises:
                if each.verdict == "summary_only":
                    paper.line(f"      - {promise_words(each)}", "dim")


def _months(paper: _Paper, found: OutletAudit) -> None:
    paper.heading("BY MONTH OF PUBLICATION")
    if not found.months:
        paper.line("  no article has a month")
        return
    paper.line(
        "           articles  statements  unnamed  private  official  unnamed critical  without reply  not borne out",
        "dim",
    )
    for each in found.months[-paper.limit or None :] if paper.limit else found.months:
        classes = {one.what: len(one.statements) for one in each.classes}
        traits = {one.what: len(one.statements) for one in each.traits}
        silent = sum(count for state, count in each.replies if state in ("not_said", "replied_elsewhere"))
        loose = sum(len(articles) for state, articles in each.headlines if state in ("summary_only", "partly"))
        cells = (
            (len(each.articles), 8), (each.statements, 10), (classes.get("unnamed", 0), 7), (classes.get("private", 0), 7),
            (traits.get("official", 0), 8), (traits.get("unnamed_critical", 0), 16), (silent, 13), (loose, 14),
        )  # fmt: skip
        paper.line(f"  {each.month}  {'  '.join(f'{value:>{width},}' for value, width in cells)}")
    if found.undated:
        paper.line(f"  {counted(found.undated, 'article')} without a month", "dim")


def _shares(paper: _Paper, shares: Iterable[Share]) -> None:
    shown = list(shares)
    if not shown:
        paper.out.print()
        told = f"from {FLOOR_ARTICLES} articles on; of statements and words from {FLOOR_POSITIONS}"
        paper.line(f"Too little for shares and intervals ({told}): not shown.", "dim")
        return
    paper.heading("SHARES (as far as sampling goes: errors of the model come on top)")
    for each in shown:
        interval = f"95 % interval {each.low:.0%} to {each.high:.0%}"
        paper.line(f"  {each.of}: {each.part:,} of {each.whole:,}, {each.value:.0%} ({interval}, {each.method})")


def _articles(paper: _Paper, found: OutletAudit) -> None:
    paper.heading("ARTICLES (sayso audit ID opens one)")
    for each in found.articles[: paper.limit or None]:
        told = f"{counted(len(each.sources), 'source')}, {counted(len(each.statements), 'statement')}"
        paper.line(f"  {article_called(each)}: {told}  {each.article.article_id}")
    paper.more(len(found.articles))
