"""The answer about somebody as a page: its blocks in their order, each number with its statements."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields

from sayso.answers.as_json import blocks
from sayso.answers.counting import Reason
from sayso.answers.labels import Labels
from sayso.answers.matrix import Matrix
from sayso.answers.positions import CODEBOOK, Answer
from sayso.answers.shares import FLOOR_ARTICLES
from sayso.answers.standards import Standards
from sayso.answers.voice import Voices
from sayso.records.corpus import Count as PublisherCount
from sayso.records.row import RunRow
from sayso.report import camps, generic, labels, method, timeline, voices, who_on_whom
from sayso.report.fairness import FairWords, claims, headline_section, reply_section, statements_of
from sayso.report.setting import TOLD, Setting, Shown, more, reading_guide, run_facts, shares_section, somebody
from sayso.report.values import (
    Cell,
    Count,
    Facts,
    Figure,
    Item,
    Line,
    Lines,
    Page,
    People,
    Prose,
    Row,
    Section,
    Table,
)
from sayso.report.wording import counted, in_words, one_line, unbroken

PEOPLE = 40
"""Speakers shown of each block, unless asked for more."""
LAID_OUT = frozenset(
    {
        *(
            "question",
            "rows",
            "said_to",
            "withheld",
            "parts",
            "camps",
            "elsewhere",
            "moved",
            "left",
            "named_only",
            "shares",
        ),
        *("timeline", "positions", "counted", "reviewed", "rejected", "articles", "coverage", "versions"),
    }
)
"""Fields of an answer that this module sets; others are set by ``generic``."""
FIELDS = {
    "critics": "critical",
    "supporters": "supportive",
    "supported_before": "supportive",
    "mixed": "mixed",
    "only_demand": "demands",
}
"""By block, the field of a row whose statements are shown first."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the terminal says in the same words."""

    in_short: str
    rests_on: str
    review: str
    foreign: str
    why: Mapping[Reason, str]
    said_as: Mapping[str, str]
    fair: FairWords


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a page is made of. ``shown`` are the statements in context, their positions those on whom it is about.

    ``fair`` are replies and headlines, ``heard`` writers in their own voice, ``called`` labels, ``more`` further blocks of the answer by
    name. ``people`` bounds the blocks of speakers (0 for all); ``publishers`` is empty where only a part of the ledger is asked; ``least``
    is the probability under which positions were left out; ``made`` is the day it is made.
    """

    found: Answer
    told: Told
    shown: Shown
    fair: Standards | None = None
    heard: Voices | None = None
    called: Labels | None = None
    more: Mapping[str, object] = field(default_factory=dict)
    matrix: Matrix | None = None
    publishers: Sequence[PublisherCount] = ()
    runs: Sequence[RunRow] = ()
    people: int = PEOPLE
    least: float = 0.0
    made: str = ""


def wanted(
    found: Answer, judged: Matrix | None = None, fair: Standards | None = None, people: int = PEOPLE
) -> Iterator[Sequence[str]]:
    """Lists of statements that ask for a place in the page, the most important first."""
    for block, held in blocks(found).items():
        for row in held[: people or None]:
            first = getattr(row, FIELDS[block])
            yield [each for each in dict.fromkeys([*first, *row.statements]) if each not in row.repeats]
    for told in (found.said_to, found.withheld, found.parts, found.moved):
        yield from (one.statements for one in told[:TOLD])
    yield from statements_of(fair) if fair else ()
    for each in fields(found):
        if each.name not in LAID_OUT:
            yield list(generic.ids_in(getattr(found, each.name)))
    yield from (each.statements for each in (judged.cells if judged else ()))
    yield from (each.statements for each in found.camps)
    yield from (each.statements for each in found.elsewhere[:TOLD])
    yield from (row.statements for held in blocks(found).values() for row in held[: people or None])
    yield from (each.statements for each in found.left if each.reason != "no_stance")
    yield found.named_only


def page(material: Material) -> Page:
    return _Made(material).page()


class _Made(Setting):
    def __init__(self, material: Material) -> None:
        super().__init__(material.shown)
        self.material, self.found = material, material.found
        self.name = one_line(self.found.question.chosen.name)
        self.articles = counted(self.found.coverage.articles, "article")

    def page(self) -> Page:
        found, told = self.found, self.material.told
        sections = tuple(each for each in self._sections() if each)
        return Page(
            title=f"Who criticises {unbroken(self.name)}, and who still supports?",
            subject=self.name,
            status=told.review,
            dek=told.in_short,
            rests_on=tuple(self._rests_on()),
            figures=(
                Count(f"{len(found.critics):,}", "criticise", "#critics" if found.critics else ""),
                Count(f"{len(found.supporters):,}", "still support", "#supporters" if found.supporters else ""),
                Count(f"{len(found.withheld):,}", "withheld a position", "#withheld" if found.withheld else ""),
                Count(f"{found.counted:,}", "positions counted", "#statements" if found.counted else ""),
            ),
            sections=sections,
            made=self.material.made,
        )

    def _rests_on(self) -> Iterator[tuple[str, str]]:
        chosen, told = self.found.question.chosen, self.material.told
        yield "Rests on", told.rests_on
        if told.foreign:
            yield "Language", told.foreign
        if chosen.bare:
            yield (
                "Names",
                f"{', '.join(map(one_line, chosen.names))} ({one_line(chosen.bare)} alone: no other full name ends so)",
            )
        if chosen.left:
            left = f"{counted(chosen.left.positions, 'position')} on {one_line(chosen.left.name)} alone, which several full names end with"
            yield "Names", f"{self.name}; not counted: {left}"
        asked = (
            [f"status {', '.join(self.found.question.statuses)}"] if self.found.question.statuses != ("actual",) else []
        )
        asked += [f"camp {one_line(self.found.question.camp)}"] if self.found.question.camp else []
        if asked:
            yield "Asked", "; ".join(asked)
        yield "Codebook", CODEBOOK

    def _sections(self) -> Iterator[Section | None]:
        held = blocks(self.found)
        yield self._block("critics", f"Criticise {self.name}", beside=True)
        yield self._block("supporters", f"Still support {self.name}", beside=True)
        titles = {
            "supported_before": "Supported before, criticise since",
            "mixed": "Praise and blame on one issue",
            "only_demand": f"Ask something of {self.name}, judge nothing",
        }
        yield from (self._block(block, title, beside=True) for block, title in titles.items() if held[block])
        yield self._said_to()
        yield self._withheld()
        yield self._parts()
        yield self._timeline()
        yield self._matrix()
        yield self._camps()
        if self.material.called is not None:
            yield labels.section(self.material.called)
        yield self._moved()
        yield self._elsewhere()
        if self.material.heard is not None:
            yield voices.section(self.material.heard)
        yield from self._fairness()
        for name, value in self._others():
            yield generic.section(name, value, self.numbering, self.speakers)
        yield self._shares()
        yield self._not_counted()
        yield self._clippings()
        yield self._corpus()
        yield from reading_guide(method.COUNTED)

    def _block(self, block: str, title: str, *, beside: bool = False) -> Section:
        rows = blocks(self.found)[block]
        shown = rows[: self.material.people or None]
        people = self.speakers.people(shown, FIELDS[block])
        none = f"None found in {self.articles}."
        return Section(
            block.replace("_", "-"),
            title,
            (People(people, none, _more(len(rows) - len(shown), "speaker")),),
            beside=beside,
        )

    def _said_to(self) -> Section | None:
        told, fair = self.found.said_to, self.material.fair
        lines = []
        for each in told[:TOLD]:
            verb = "criticise" if each.label == "critical" else "support"
            how = self.material.told.said_as[each.reason]
            lines.append(self.line(somebody(each.speaker), f"said to {verb}, {how}; not counted", each.statements))
        lines += claims(self, fair) if fair else ()
        if not lines:
            return None
        title = "Said to criticise or support, no statement of theirs"
        return Section("said-to", title, (Lines(tuple(lines), more(len(told) - TOLD, "speaker")),), beside=True)

    def _fairness(self) -> Iterator[Section]:
        fair, words = self.material.fair, self.material.told.fair
        if fair is not None:
            yield reply_section(self, fair, words)
            yield headline_section(self, fair.headlines, words)

    def _others(self) -> Iterator[tuple[str, object]]:
        for each in fields(self.found):
            if each.name not in LAID_OUT:
                yield each.name, getattr(self.found, each.name)
        yield from self.material.more.items()

    def _withheld(self) -> Section:
        told = self.found.withheld
        if not told:
            return Section(
                "withheld", "Offered no position", (Prose((f"None reported in {self.articles}.",)),), beside=True
            )
        lines = tuple(self.line(somebody(each.speaker), "", each.statements) for each in told[:TOLD])
        return Section(
            "withheld", "Offered no position", (Lines(lines, _more(len(told) - TOLD, "speaker")),), beside=True
        )

    def _parts(self) -> Section | None:
        if not self.found.question.parts:
            return None
        rows = self.found.parts
        lines = tuple(
            self.line(one_line(each.part), f"{each.label}, {one_line(each.speaker)}", each.statements)
            for each in rows[:TOLD]
        )
        item: Item = (
            Lines(lines, _more(len(rows) - TOLD, "row")) if rows else Prose((f"None found in {self.articles}.",))
        )
        return Section("parts", f"About what is part of {self.name}", (item,), note="As declared; not counted above.")

    def _timeline(self) -> Section | None:
        return _figured("time", "When it was said", timeline.figure(self.found, self.numbering))

    def _matrix(self) -> Section | None:
        found = self.material.matrix
        return _figured("objects", "Whom else they judge", who_on_whom.figure(found, self.numbering)) if found else None

    def _camps(self) -> Section:
        schemes = self.found.question.schemes
        if not schemes:
            return Section("camps", "Camps", (Prose(("No scheme of camps is declared (sayso.toml).",)),), beside=True)
        figures = tuple(
            camps.figure(
                scheme.name,
                [row for row in self.found.camps if row.scheme == scheme.name],
                self.speakers.blocks,
                self.numbering,
                n,
            )
            for n, scheme in enumerate(schemes, 1)
        )
        return Section("camps", "Camps", figures)

    def _moved(self) -> Section | None:
        rows = self.found.moved
        if not rows:
            return None
        lines: list[Line] = []
        for each in rows[:TOLD]:
            lines.append(Line(one_line(each.speaker), f"{counted(each.days, 'day')} between the two"))
            for fact, said in ((each.before, each.before_said), (each.after, each.after_said)):
                lines.append(self.line("", f"{in_words(said.date)}: {fact.label}", (fact.statement,)))
        return Section("moved", "Who moved", (Lines(tuple(lines), _more(len(rows) - TOLD, "speaker")),))

    def _elsewhere(self) -> Section | None:
        rows = self.found.elsewhere
        if not rows:
            return None
        made = tuple(
            Row(
                (
                    Cell(", ".join([one_line(each.speaker), *(one_line(place.camp) for place in each.camps)])),
                    Cell(
                        f"{len(each.statements):,} ({each.named:,})", self.numbering.refs(each.statements), number=True
                    ),
                )
            )
            for each in rows[:TOLD]
        )
        head = ("speaker", f"statements (of them naming {self.name})")
        table = Table("Speakers quoted on other things only", head, made, _more(len(rows) - TOLD, "speaker"))
        return Section("elsewhere", "Quoted on other things only", (table,), beside=True)

    def _shares(self) -> Section:
        rows = (
            (
                Cell(each.of),
                Cell(f"{each.part:,} of {each.whole:,}", number=True, href="#critics"),
                Cell(f"{each.value:.0%}", number=True, href="#critics"),
                Cell(f"{each.low:.0%} to {each.high:.0%}"),
                Cell(each.method),
            )
            for each in self.found.shares
        )
        told = f"Too little for shares and intervals (from {FLOOR_ARTICLES} articles with a counted position on): not shown."
        return shares_section(rows, told)

    def _not_counted(self) -> Section:
        left = [each for each in self.found.left if each.reason != "no_stance"]
        rows = []
        for each in left:
            kinds = ", ".join(f"{status} {count:,}" for status, count in each.statuses)
            why = self.material.told.why[each.reason] + (f" ({kinds})" if kinds else "")
            rows.append(
                Row((Cell(why), Cell(f"{each.positions:,}", self.numbering.refs(each.statements), number=True)))
            )
        named = self.numbering.refs(self.found.named_only)
        rows.append(
            Row(
                (
                    Cell(f"statements that name {self.name} and judge nothing"),
                    Cell(f"{len(self.found.named_only):,}", named, number=True),
                )
            )
        )
        least = self.material.least
        note = (
            f"Left out besides: positions less than {least:g} sure (--min-confidence 0 counts them too)."
            if least
            else ""
        )
        table = Table("Positions not counted, by reason", ("why", "positions"), tuple(rows))
        return Section("not-counted", "Not counted", (table,), note=note, beside=True)

    def _clippings(self) -> Section:
        every = len({each for ids in wanted(self.found, self.material.matrix, self.material.fair, 0) for each in ids})
        way = f"--statements {every} shows all; `sayso about … --evidence` lists them"
        return self.context(every, way, self._reasons())

    def _reasons(self) -> dict[str, list[tuple[str, str]]]:
        """By statement, why a position of it is not counted."""
        told: dict[str, list[tuple[str, str]]] = {}
        named = (self.found.named_only, "named, not judged")
        for statements, why in (
            named,
            *((each.statements, self.material.told.why[each.reason]) for each in self.found.left),
        ):
            for statement in statements:
                told[statement] = [(f"not counted: {why}", "#not-counted")]
        return told

    def _corpus(self) -> Section:
        coverage = self.found.coverage
        facts = [
            ("Articles", f"{coverage.articles:,}, with {coverage.statements:,} statements"),
            ("Published", _published(coverage.first_published, coverage.last_published, coverage.undated)),
            *run_facts(self.material.runs),
        ]
        if coverage.gaps:
            months = ", ".join(
                gap.first if gap.months == 1 else f"{gap.first} to {gap.last}" for gap in coverage.gaps[:TOLD]
            )
            facts.append(("Months without an article", months))
        items: list[Item] = [Facts(tuple(facts))]
        if self.material.publishers:
            items.append(_publishers(self.material.publishers))
        return Section("corpus", "What was read", tuple(items))


def _figured(anchor: str, title: str, made: Figure | None) -> Section | None:
    return Section(anchor, title, (made,)) if made else None


def _publishers(publishers: Sequence[PublisherCount]) -> Table:
    shown = publishers[: 2 * TOLD]
    rows = tuple(
        Row(
            (
                Cell(one_line(each.value or "publisher not given")),
                Cell(f"{each.articles:,}", number=True),
                Cell(f"{each.statements:,}", number=True),
            )
        )
        for each in shown
    )
    more = _more(len(publishers) - len(shown), "publisher")
    return Table("Articles and statements read, by publisher", ("publisher", "articles", "statements"), rows, more)


def _published(first: str | None, last: str | None, undated: int) -> str:
    if first is None:
        return "not given"
    return f"{in_words(first)} to {in_words(last)}" + (f"; {counted(undated, 'article')} undated" if undated else "")


def _more(left: int, what: str) -> str:
    return f"{more(left, what)}; `sayso about … --limit 0` lists all" if left > 0 else ""
