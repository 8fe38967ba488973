"""What every page is set with: numbered statements, lines with what they rest on, statements in context, method and limits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.records.placed import Placed
from sayso.records.row import RunRow, StatementRow
from sayso.report import method
from sayso.report.choice import Numbering
from sayso.report.clippings import cuttings
from sayso.report.speakers import Speakers
from sayso.report.values import Cell, Line, Prose, Row, Section, Table
from sayso.report.wording import counted, one_line

TOLD = 15
"""Rows shown of the smaller blocks."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The statements that a page shows in context: ``rows`` by id, ``texts`` of their versions, ``placed`` positions to be marked;
    ``headlines`` stand for titles that are not known.
    """

    rows: Mapping[str, StatementRow]
    texts: Mapping[str, str]
    placed: Mapping[str, Sequence[Placed]]
    headlines: Mapping[str, str]


class Setting:
    """One page in the making."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self.numbering = Numbering(shown.rows)
        self.speakers = Speakers(self.numbering)

    def line(self, strong: str, text: str, statements: Sequence[str] = (), anchor: str = "") -> Line:
        """Some of the statements in their words, the others as numbers."""
        quotes = self.speakers.quotes(statements)
        quoted = {quote.ref.id for quote in quotes if quote.ref}
        rest = self.numbering.refs(each for each in statements if each not in quoted)
        return Line(strong, text, quotes, rest, anchor)

    def number(self, statements: Sequence[str], told: str = "") -> Cell:
        """How many there are, with their numbers; ``told`` instead where something else is counted in them."""
        return Cell(told or f"{len(statements):,}", self.numbering.refs(statements), number=True)

    def called(self, version_id: str, otherwise: str) -> str:
        """The title of an article, as far as a statement of it is shown."""
        row = next((each for each in self.shown.rows.values() if each.version_id == version_id), None)
        title = row.metadata.title if row else None
        return one_line(title or self.shown.headlines.get(version_id) or otherwise)

    def context(self, every: int, way: str, why: Mapping[str, Sequence[tuple[str, str]]]) -> Section:
        """The statements in context. ``why`` says what those stand for that no speaker is counted for; ``way`` leads to the rest."""
        counted_for = {**why, **self.speakers.anchors}
        made = cuttings(self.numbering, self.shown.texts, self.shown.placed, self.shown.headlines, counted_for)
        here = len(self.numbering.rows)
        note = (
            f"{counted(here, 'statement')}." if here == every else f"Showing {here:,} of {every:,} statements: {way}."
        )
        return Section("statements", "Statements in context", (made,), note=note)


def shares_section(shares: Iterable[tuple[Cell, ...]], too_little: str) -> Section:
    """The shares with their intervals, or why there are none."""
    rows = tuple(Row(cells) for cells in shares)
    if not rows:
        return Section("shares", "Shares", (Prose((too_little,)),), beside=True)
    head = ("share of", "counted", "share", "95 % interval", "method")
    note = "The intervals hold for sampling alone; errors of the model come on top."
    return Section("shares", "Shares", (Table("Shares with intervals", head, rows),), note=note)


def reading_guide(counted_as: Sequence[str]) -> Iterator[Section]:
    """How it is counted, and what the page cannot say."""
    yield Section("method", "How this is counted", (Prose(tuple(counted_as)),), beside=True)
    yield Section("limits", "What it cannot say", (Prose(method.LIMITS),), beside=True)


def run_facts(runs: Iterable[RunRow]) -> Iterator[tuple[str, str]]:
    yield from method.run_facts(runs)


def somebody(speaker: str | None) -> str:
    return one_line(speaker or "") or "(nobody named)"


def more(left: int, what: str) -> str:
    return f"… and {left:,} more {what}{'' if left == 1 else 's'}" if left > 0 else ""
