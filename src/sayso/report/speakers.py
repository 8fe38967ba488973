"""Blocks of speakers, and of others that something is told of: each number leads to the statements it counts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.answers.speakers import SpeakerRow
from sayso.report.choice import Numbering
from sayso.report.values import Count, Group, Person, Quote
from sayso.report.wording import decided, judging_words, one_line, origin, shortened, when

QUOTED = 3
"""Statements of a speaker that are quoted for each label; the others are numbers."""
LABELS: Mapping[str, str] = {
    "critical": "critical",
    "supportive": "supportive",
    "mixed": "mixed",
    "demands": "demand",
}
"""By the field of a row, what its statements count for."""


class Speakers:
    """Makes the blocks of one page.

    ``anchors`` has, for each statement counted, what for and where in the page; ``blocks`` the first block of each speaker.
    """

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._made = 0
        self.anchors: dict[str, list[tuple[str, str]]] = {}
        self.blocks: dict[str, str] = {}

    def people(self, rows: Iterable[SpeakerRow], first: str) -> tuple[Person, ...]:
        """A row each; the statements of the field ``first`` stand first."""
        return tuple(self._person(row, first) for row in rows)

    def _person(self, row: SpeakerRow, first: str) -> Person:
        self._made += 1
        anchor = f"who{self._made}"
        self.blocks.setdefault(row.speaker, anchor)
        groups = tuple(self._groups(row, anchor, first))
        return Person(
            anchor=anchor,
            name=one_line(row.speaker),
            camps=tuple(one_line(each.camp) for each in row.camps),
            notes=tuple(_notes(row)),
            named=not row.described,
            when=when(row),
            counts=tuple(self._counts(row, anchor)),
            wording=judging_words(row),
            groups=groups,
        )

    def _counts(self, row: SpeakerRow, anchor: str) -> Iterator[Count]:
        """As on the terminal: occasions, statements by what they count for, reports, printings."""
        every = self._numbering.anchor(row.statements, anchor)
        most = "at most " if row.at_most else ""
        yield Count(f"{most}{row.occasions:,}", _plural("occasion", row.occasions), every)
        for field, label in LABELS.items():
            number = getattr(row.numbers, field)
            if number:
                what = _plural("demand", number) if label == "demand" else label
                yield Count(f"{number:,}", what, self._numbering.anchor(getattr(row, field), f"{anchor}-{label}"))
        reports = "?" if row.reports is None else f"{row.reports:,}"
        yield Count(reports, _plural("report", row.reports or 0), every)
        yield Count(f"{row.printings:,}", _plural("printing", row.printings), every)

    def _groups(self, row: SpeakerRow, anchor: str, first: str) -> Iterator[Group]:
        """Statements by all that they count for, those of the field ``first`` in front."""
        fields = sorted(LABELS, key=lambda field: field != first)
        counted: dict[str, tuple[str, ...]] = {}
        for field in fields:
            for statement in getattr(row, field):
                counted[statement] = (*counted.get(statement, ()), LABELS[field])
        held: dict[tuple[str, ...], list[str]] = {}
        for statement, labels in counted.items():
            held.setdefault(labels, []).append(statement)
        seen: set[str] = set()
        for labels, ids in held.items():
            new = [label for label in labels if label not in seen]
            seen.update(new)
            self._remember(row.speaker, labels, ids, anchor)
            yield self._group(row, labels, tuple((label, f"{anchor}-{label}") for label in new), ids)

    def _group(
        self, row: SpeakerRow, labels: tuple[str, ...], anchors: tuple[tuple[str, str], ...], ids: Sequence[str]
    ) -> Group:
        shown = [each for each in ids if self._numbering.ref(each)]
        first = [each for each in shown if each not in row.repeats][:QUOTED] or shown[:1]
        quotes = tuple(quote for each in first if (quote := self.quote(each)))
        return Group(labels, anchors, quotes, self._numbering.refs(each for each in ids if each not in first))

    def _remember(self, speaker: str, labels: tuple[str, ...], ids: Sequence[str], anchor: str) -> None:
        told = f"{one_line(speaker)}, {', '.join(labels)}"
        for statement in ids:
            known = self.anchors.setdefault(statement, [])
            if told not in {each for each, _ in known}:
                known.append((told, f"#{anchor}"))

    def quote(self, statement: str) -> Quote | None:
        """The statement in short; None if the page does not show it."""
        row = self._numbering.rows.get(statement)
        if row is None:
            return None
        said = row.statement
        return Quote(
            cue=shortened(said.cue_text, 60) if any(map(str.isalnum, said.cue_text)) else "",
            said=shortened(said.content_text),
            where=origin(row, full=False),
            ref=self._numbering.ref(statement),
            decided=decided(row),
        )

    def quotes(self, statements: Sequence[str], most: int = QUOTED) -> tuple[Quote, ...]:
        found = (self.quote(each) for each in statements)
        return tuple(each for each in found if each)[:most]


def _notes(row: SpeakerRow) -> Iterator[str]:
    if row.described:
        yield "described, not named"
    if row.may_be:
        yield f"may be {', '.join(map(one_line, row.may_be))}"
    if row.reviewed:
        yield f"{row.reviewed:,} reviewed by a person"


def _plural(what: str, number: int) -> str:
    return what if number == 1 else f"{what}s"
