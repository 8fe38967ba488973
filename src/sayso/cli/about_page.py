"""The answer as a page on the terminal. What an article says reaches it only through ``plain``."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.answers.about import About
from sayso.answers.as_json import blocks
from sayso.answers.choose import Ambiguous
from sayso.answers.labels import NO_LABELS, Labels
from sayso.answers.left_out import Unshown
from sayso.answers.parts import parts_of
from sayso.answers.positions import CODEBOOK, Answer
from sayso.answers.shares import FLOOR_ARTICLES
from sayso.answers.speakers import SpeakerRow
from sayso.answers.standards import Standards
from sayso.answers.voice import NO_VOICES, Voices
from sayso.cli.about_labels import label_lines, label_title
from sayso.cli.about_standards import claim_lines, headline_lines, reply_lines, reply_title
from sayso.cli.about_voice import voice_lines, voice_title
from sayso.cli.about_words import (
    SAID_AS,
    WHY,
    counted,
    decided,
    first_of,
    foreign_note,
    in_short,
    labels,
    numbers,
    place,
    rests_on,
    review_note,
    said_when,
    speaker_name,
    when,
    wording,
    words,
)
from sayso.cli.output import console, plain
from sayso.cli.speaker_words import titles_told
from sayso.project import Project
from sayso.records.corpus import Corpus
from sayso.records.row import StatementRow

LINES = 3
"""Statements shown under each row, without --evidence."""
FIELDS: Mapping[str, str] = {
    "critics": "critical",
    "supporters": "supportive",
    "supported_before": "supportive",
    "mixed": "mixed",
    "only_demand": "demands",
}
"""By block, the field of a row whose statements are shown first."""
NUMBERS = ("occasions", "critical", "supportive", "demands", "reports", "printings")
"""Columns of a block of speakers; those of positions and demands count statements, each once."""


@dataclass(frozen=True, slots=True)
class Page:
    """How much is shown: ``limit`` rows of each block (0 for all), all statements or a few of each.

    ``least`` is the probability under which a position was left out.
    """

    project: Project
    limit: int
    evidence: bool
    least: float = 0.0

    def first(self, rows: Sequence[SpeakerRow]) -> Sequence[SpeakerRow]:
        return rows[: self.limit or None]

    def of(self, statements: Sequence[str], row: SpeakerRow | None = None) -> Sequence[str]:
        """Those of ``statements`` that are shown; of a ``row`` no repetitions, unless all are."""
        if self.evidence:
            return statements
        return [each for each in statements if row is None or each not in row.repeats][:LINES]

    def statements(self, found: Answer) -> tuple[str, ...]:
        """Ids of the statements whose words are shown."""
        rows = ((FIELDS[block], row) for block, held in blocks(found).items() for row in self.first(held))
        every = [each for field, row in rows for each in self.of(first_of(row, field), row)]
        for held in (found.said_to, found.withheld, found.parts):
            every += [each for told in held[: self.limit or None] for each in self.of(told.statements)]
        every += [each for move in found.moved[: self.limit or None] for each in move.statements]
        return tuple(dict.fromkeys(every))


@dataclass(frozen=True, slots=True)
class _Paper:
    """What the blocks write with: the answer, how much of it, the statements' words and their articles' headlines."""

    out: Console
    found: Answer
    page: Page
    rows: Mapping[str, StatementRow]
    known: Mapping[str, str]

    @property
    def name(self) -> str:
        return plain(self.found.question.chosen.name)

    @property
    def articles(self) -> str:
        return counted(self.found.coverage.articles, "article")

    def heading(self, text: str) -> None:
        self.out.print()
        self.out.print(Text(text, "bold cyan"))

    def line(self, text: str, style: str = "") -> None:
        self.out.print(Text(text, style))

    def none(self, text: str = "none found") -> None:
        self.line(f"  {text} in {self.articles}")

    def more(self, count: int) -> None:
        left = count - self.page.limit
        if self.page.limit and left > 0:
            self.line(f"  … and {left:,} more (--limit 0 shows all)", "dim")


def show_answer(
    found: Answer,
    page: Page,
    corpus: Corpus,
    rows: Mapping[str, StatementRow],
    known: Mapping[str, str],
    fair: Standards | None = None,
    heard: Voices = NO_VOICES,
    called: Labels = NO_LABELS,
) -> None:
    """The page, block by block; a block that nothing is known for is left out, one that is empty says so with its denominator."""
    paper = _Paper(console(), found, page, rows, known)
    _head(paper, corpus)
    capital = paper.name.upper()
    _speakers(paper, f"CRITICISE {capital}", found.critics, "critical")
    _said_to(paper, fair)
    _speakers(paper, f"STILL SUPPORT {capital}", found.supporters, "supportive")
    if found.supported_before:
        names = ", ".join(plain(row.speaker) for row in page.first(found.supported_before))
        paper.line(f"  supported before and criticise since: {names}", "dim")
    if found.mixed:
        _speakers(paper, "PRAISE AND BLAME ON ONE ISSUE", found.mixed, "mixed")
    if found.only_demand:
        _speakers(paper, f"ASK SOMETHING OF {capital}, JUDGE NOTHING", found.only_demand, "demands")
    _withheld(paper)
    _parts(paper)
    _camps(paper)
    _labels(paper, called)
    _elsewhere(paper)
    _moved(paper)
    _voice(paper, heard)
    _fairness(paper, fair)
    _timeline(paper)
    _shares(paper)
    _not_counted(paper)


def show_unknown(worded: About, near: Sequence[str], rows: Iterable[StatementRow], known: Mapping[str, str]) -> None:
    """What is known of a name that no actor has: near names, and the statements that hold its last word."""
    out, name = console(), plain(worded.name)
    out.print(Text(f"Nobody is called {name} in {counted(worded.corpus.articles, 'article')}."))
    if near:
        out.print(Text(f"Much like it: {', '.join(plain(each) for each in near)}"))
    if foreign := foreign_note(worded.corpus):
        out.print(Text(foreign, "yellow"))
    if not worded.groups:
        out.print(Text(f"No statement names {name}. The silence of these articles is not silence of the world."))
        return
    out.print(
        Text(
            f"{counted(worded.statements, 'statement')} hold the word {plain(name.split()[-1])}; nobody is judged by it:"
        )
    )
    for row in rows:
        out.print(Text(f"  {words(row, whole=False)} — {place(row, known)}", "dim"))


def show_ambiguous(asked: str, found: Ambiguous) -> None:
    """The candidates, in a table that names the call for each."""
    out = console()
    out.print(Text(f"{plain(asked)} may be any of these; ask for one of them (--exact for a name as it stands):"))
    table = _table("name", "articles", "positions on", "statements by")
    for row in found.candidates:
        table.add_row(Text(plain(row.name)), f"{row.readings:,}", f"{row.positions:,}", f"{row.statements:,}")
    out.print(table)


def _head(paper: _Paper, corpus: Corpus) -> None:
    found, chosen = paper.found, paper.found.question.chosen
    paper.line(f"WHO CRITICISES {paper.name.upper()}, AND WHO STILL SUPPORTS?", "bold")
    paper.line(f"{review_note(found)} · codebook {CODEBOOK}", "yellow")
    paper.line(f"Rests on {rests_on(found.coverage)}")
    if foreign := foreign_note(corpus):
        paper.line(foreign, "yellow")
    if asked := _asked(paper):
        paper.line(f"Asked    {asked}")
    if chosen.bare:
        paper.line(
            f"Names    {', '.join(plain(name) for name in chosen.names)} ({plain(chosen.bare)} alone: no other full name ends so)"
        )
    if chosen.left:
        left = f"{counted(chosen.left.positions, 'position')} on {plain(chosen.left.name)} alone, which several full names end with"
        paper.line(f"Names    {plain(chosen.name)}; not counted: {left}")
    paper.line(f"In short {in_short(found)}")


def _asked(paper: _Paper) -> str:
    question = paper.found.question
    parts = [f"status {', '.join(question.statuses)}" if question.statuses != ("actual",) else ""]
    parts.append(f"camp {plain(question.camp)}" if question.camp else "")
    return " · ".join(part for part in parts if part)


def _speakers(paper: _Paper, title: str, rows: Sequence[SpeakerRow], field: str) -> None:
    """Each speaker's name and numbers, and below them the statements that the block is about."""
    paper.heading(title)
    if not rows:
        paper.none()
        return
    paper.line(f"  {'  '.join(NUMBERS)}  judging words", "dim")
    for row in paper.page.first(rows):
        paper.out.print(Text(speaker_name(row), "bold") + Text(f"{_titles(paper, row)}  {when(row)}", "dim"))
        cells = (each.rjust(len(column)) for column, each in zip(NUMBERS, numbers(row), strict=True))
        paper.line(f"  {'  '.join(cells)}  {wording(row)}")
        _statements(paper, paper.page.of(first_of(row, field), row), len(row.statements), labels(row))
    paper.more(len(rows))


def _titles(paper: _Paper, row: SpeakerRow) -> str:
    """Titles that the statements of the row give its speaker, as far as they are shown."""
    shown = [paper.rows[each].statement for each in row.statements if each in paper.rows]
    return "".join(f", “{each}”" for each in titles_told(row.speaker, shown))


def _statements(paper: _Paper, shown: Sequence[str], every: int, label: Mapping[str, str] | None = None) -> None:
    """The words and places of ``shown``, of ``every`` statement in all."""
    for each in shown:
        row = paper.rows.get(each)
        if row is None:
            paper.line(f"  - {each}", "dim")
            continue
        told = Text("  - ") + Text(f"{label[each]}  " if label else "", "green")
        paper.out.print(told + Text(words(row, whole=paper.page.evidence)))
        end = f"  {each}" if paper.page.evidence else ""
        paper.line(f"      {place(row, paper.known)}{decided(row)}{end}", "dim")
    if every > len(shown):
        paper.line(f"    … of {every:,} statements and printings (--evidence shows all)", "dim")


def _said_to(paper: _Paper, fair: Standards | None) -> None:
    claims = list(claim_lines(fair)) if fair else []
    if paper.found.said_to or claims:
        paper.heading("SAID TO CRITICISE OR SUPPORT, NO STATEMENT OF THEIRS")
    _unshown(paper, paper.found.said_to)
    for line in claims[: paper.page.limit or None]:
        paper.line(line)
    paper.more(len(claims))


def _voice(paper: _Paper, heard: Voices) -> None:
    """Whom writers judge in a voice of their own; left out where they evaluate nothing."""
    if not heard.passages:
        return
    paper.heading(voice_title(heard))
    for line in voice_lines(heard, paper.page.limit, whole=paper.page.evidence):
        paper.line(line)


def _fairness(paper: _Paper, fair: Standards | None) -> None:
    """Whether they reply, and whether headlines that speak of them hold."""
    if fair is None or not fair.articles:
        return
    paper.heading(reply_title(fair))
    for line in reply_lines(fair, whole=paper.page.evidence):
        paper.line(line)
    if fair.headlines:
        paper.heading("HEADLINE CHECK")
        for line in headline_lines(fair, paper.known):
            paper.line(line)


def _unshown(paper: _Paper, told: Sequence[Unshown]) -> None:
    for each in told[: paper.page.limit or None]:
        who = plain(each.speaker) or "(nobody named)"
        verb = "criticise" if each.label == "critical" else "support"
        paper.line(f"  {who}: said to {verb}, {SAID_AS[each.reason]}; not counted")
        _statements(paper, paper.page.of(each.statements), len(each.statements))
    paper.more(len(told))


def _withheld(paper: _Paper) -> None:
    paper.heading("OFFERED NO POSITION / WITHHELD")
    if not paper.found.withheld:
        paper.none("none reported")
    for each in paper.found.withheld[: paper.page.limit or None]:
        paper.line(f"  {plain(each.speaker) or '(nobody named)'}")
        _statements(paper, paper.page.of(each.statements), len(each.statements))
    paper.more(len(paper.found.withheld))


def _parts(paper: _Paper) -> None:
    found = paper.found
    declared = parts_of(found.question.chosen.names, paper.page.project.parts)
    if not found.question.parts:
        if declared:
            paper.heading(f"ABOUT WHAT IS PART OF {paper.name.upper()}")
            paper.line(f"  {counted(len(declared), 'part')} declared, not asked about (--include-parts)")
        return
    paper.heading(f"ABOUT WHAT IS PART OF {paper.name.upper()} (declared; not counted above)")
    if not found.parts:
        paper.none()
    for each in found.parts[: paper.page.limit or None]:
        paper.line(f"  {plain(each.part)}: {each.label}, {plain(each.speaker)}")
        _statements(paper, paper.page.of(each.statements), len(each.statements))
    paper.more(len(found.parts))


def _camps(paper: _Paper) -> None:
    paper.heading("CAMPS")
    if not paper.found.question.schemes:
        paper.line("  no scheme declared (sayso.toml)")
        return
    for scheme in paper.found.question.schemes:
        rows = [row for row in paper.found.camps if row.scheme == scheme.name]
        some = sum(bool(row.critics) for row in rows)
        paper.line(f"  {plain(scheme.name)}: critics in {some} of {counted(len(rows), 'declared camp')}")
        for row in rows:
            told = [f"{row.quoted:,} of {counted(row.declared, 'member')} quoted on this"]
            for verb, names in (("criticise", row.critics), ("support", row.supporters)):
                told += [f"{verb}: {', '.join(plain(name) for name in names)}"] if names else []
            paper.line(f"    {plain(row.camp)}: {' · '.join(told)}")


def _labels(paper: _Paper, called: Labels) -> None:
    """What people are called in the articles of the answer; left out where nobody is called anything."""
    if not called.rows:
        return
    paper.heading(label_title(called))
    for line in label_lines(called, paper.page.limit, whole=paper.page.evidence):
        paper.line(line)


def _elsewhere(paper: _Paper) -> None:
    rows = paper.found.elsewhere
    if not rows:
        return
    paper.heading("QUOTED ON OTHER THINGS ONLY")
    for each in rows[: paper.page.limit or None]:
        camps = ", ".join(plain(place.camp) for place in each.camps)
        named = f", {each.named:,} of them naming {paper.name}" if each.named else ""
        paper.line(
            f"  {plain(each.speaker)}{f' ({camps})' if camps else ''}: {counted(len(each.statements), 'statement')}{named}"
        )
        if paper.page.evidence:
            paper.line(f"      {' '.join(each.statements)}", "dim")
    paper.more(len(rows))


def _moved(paper: _Paper) -> None:
    if not paper.found.moved:
        return
    paper.heading("WHO MOVED")
    for each in paper.found.moved[: paper.page.limit or None]:
        paper.line(f"  {plain(each.speaker)}: {counted(each.days, 'day')} between")
        for fact, said in ((each.before, each.before_said), (each.after, each.after_said)):
            paper.line(f"  {said_when(said)} {fact.label}", "green")
            _statements(paper, (fact.statement,), 1)
    paper.more(len(paper.found.moved))


def _shares(paper: _Paper) -> None:
    found = paper.found
    if not found.shares:
        paper.out.print()
        paper.line(
            f"Too little for shares and intervals (from {FLOOR_ARTICLES} articles with a counted position on): not shown.",
            "dim",
        )
        return
    paper.heading("SHARES (as far as sampling goes: errors of the model come on top)")
    for each in found.shares:
        interval = f"95 % interval {each.low:.0%} to {each.high:.0%}"
        paper.line(f"  {each.of}: {each.part:,} of {each.whole:,}, {each.value:.0%} ({interval}, {each.method})")


def _timeline(paper: _Paper) -> None:
    if not paper.found.timeline:
        return
    paper.heading("BY THE DATE SAID (statements)")
    for each in paper.found.timeline:
        paper.line(f"  {each.period}: {len(each.critical):,} critical, {len(each.supportive):,} supportive")


def _not_counted(paper: _Paper) -> None:
    found = paper.found
    left = [each for each in found.left if each.reason != "no_stance"]
    if left or paper.page.least:
        paper.heading("NOT COUNTED")
    if paper.page.least:
        paper.line(f"  positions less than {paper.page.least:g} sure (--min-confidence 0 counts them too)")
    for each in left:
        kinds = ", ".join(f"{status} {count:,}" for status, count in each.statuses)
        told = f"{WHY[each.reason]}{f' ({kinds})' if kinds else ''}"
        paper.line(f"  {counted(each.positions, 'position')}: {told}")
        if paper.page.evidence:
            paper.line(f"      {' '.join(paper.page.of(each.statements))}", "dim")
    paper.out.print()
    of = f"of {found.coverage.statements:,} statements name {paper.name} and judge nothing"
    paper.line(f"{len(found.named_only):,} {of}.", "dim")


def _table(*columns: str, left: Sequence[str] = ()) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(columns[0], overflow="fold")
    for column in columns[1:]:
        table.add_column(column, justify="left" if column in left else "right")
    return table
