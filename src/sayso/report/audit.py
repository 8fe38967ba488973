"""What pages of audits have in common: their words, tables of classes, unnamed critics, the writer's voice, what they rest on."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.answers.audit import ArticleAudit, Tally, UnnamedCritic
from sayso.answers.audit_sources import Room, Source
from sayso.records.row import RunRow
from sayso.report import method, voices
from sayso.report.fairness import FairWords
from sayso.report.setting import TOLD, Setting, Shown, more, reading_guide, run_facts
from sayso.report.values import Cell, Facts, Item, Lines, Prose, Row, Section, Table
from sayso.report.wording import counted, one_line


@dataclass(frozen=True, slots=True)
class AuditWords:
    """How an audit is told, in the words of the terminal."""

    classes: Mapping[str, str]
    traits: Mapping[str, str]
    wording: Mapping[str, str]
    notes: Callable[[Source], str]
    review: str
    called: Mapping[str, str]
    """Articles by id."""
    fair: FairWords


@dataclass(frozen=True, slots=True)
class AuditMaterial:
    """What a page of an audit is made of. ``asked`` names what was asked for, as a publisher and days."""

    words: AuditWords
    shown: Shown
    runs: Sequence[RunRow]
    made: str
    asked: tuple[tuple[str, str], ...] = ()


def wanted(audits: Iterable[ArticleAudit]) -> Iterator[Sequence[str]]:
    """Lists of statements that ask for a place in the page: what an editor looks at first, then every source's."""
    every = list(audits)
    for each in every:
        yield from (row.statements for row in each.unnamed_critical)
        yield from (row.statements for row in each.replies if row.state != "replied")
        yield each.headline.statements
    for each in every:
        yield from (row.statements for row in each.replies)
        yield from (source.statements for source in each.sources)


class Audit(Setting):
    """What both pages have."""

    def __init__(self, material: AuditMaterial, audits: Sequence[ArticleAudit]) -> None:
        super().__init__(material.shown)
        self.material, self.words, self.audits = material, material.words, audits
        for each in audits:
            for source in each.sources:
                for statement in source.statements:
                    told = (one_line(source.name) or "nobody named", "#sources")
                    self.speakers.anchors.setdefault(statement, [told])

    def tallies(self, anchor: str, title: str, rows: Sequence[Tally], named: Mapping[str, str]) -> Section:
        """A table of classes, traits or wording; a share of words stands where it is borne."""
        shown = [each for each in rows if each.statements]
        columns: dict[str, Callable[[Tally], Cell]] = {
            "": lambda each: Cell(named.get(each.what, each.what)),
            "sources": lambda each: Cell(f"{each.sources:,}"),
            "statements": lambda each: self.number(each.statements),
            "words": lambda each: Cell(f"{each.words:,}"),
            "share of words": lambda each: Cell("" if each.share is None else f"{each.share:.0%}"),
        }
        borne = {"sources": any(each.sources for each in shown), "words": any(each.words for each in shown)}
        borne["share of words"] = any(each.share is not None for each in shown)
        head = tuple(name for name in columns if borne.get(name, True))
        made = tuple(
            Row(tuple(columns[name](each) for name in head), f"{anchor}-{each.what.replace('_', '-')}")
            for each in shown
        )
        items: tuple[Item, ...] = (Table(title, head, made),) if made else (Prose(("None found.",)),)
        return Section(anchor, title, items, beside=True)

    def unnamed(self, found: Sequence[UnnamedCritic]) -> Section:
        title = "Without a name, and critical"
        if not found:
            return Section("unnamed", title, (Prose(("No unnamed source is critical of anybody.",)),), beside=True)
        several = len(self.audits) > 1
        lines = tuple(
            self.line(
                one_line(each.source),
                f"{self.words.classes[each.source_class]}, on {', '.join(map(one_line, each.objects))}"
                + (f" ({one_line(self.words.called.get(each.article_id, ''))})" if several else ""),
                each.statements,
            )
            for each in found[:TOLD]
        )
        return Section("unnamed", title, (Lines(lines, more(len(found) - TOLD, "source")),), beside=True)

    def voice(self, of: int) -> Section:
        known = [each.voices for each in self.audits if each.voices is not None]
        passages = [voice for held in known for voice in held]
        title = voices.TITLE
        if not known:
            return Section("voice", title, (Prose(("This reading did not look for it.",)),), beside=True)
        total = sum(each.words for each in passages)
        note = f"{counted(len(passages), 'passage')} in which the writer judges or argues: {total:,} of {of:,} words of prose."
        versions = {each.article.article_id: each.article.version_id for each in self.audits}
        items = voices.passages(passages, versions.__getitem__, self.shown.texts)
        return Section("voice", title, items, note=note)

    def closing(self, statements: Sequence[str]) -> Iterator[Section]:
        every = len({each for ids in (*wanted(self.audits), statements) for each in ids})
        yield self.context(every, f"--statements {every} shows all", {})
        yield Section("corpus", "What was read", (Facts(tuple(run_facts(self.material.runs))),))
        yield from reading_guide(method.AUDITED)


def room_told(room: Room) -> str:
    return (
        f"{room.words:,} words of prose: {room.attributed:,} in statements of sources ({room.quoted:,} quoted, "
        f"{room.paraphrased:,} paraphrased), {room.own:,} the rest"
    )
