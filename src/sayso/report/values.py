"""What a page holds, as values: sections with items of a few kinds, each of which the template knows how to set.

Text in them is as it came; nothing is escaped before the template does it. Ids of statements have become ``Refs``: numbers
that a reader can follow on the screen and look up on paper.
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Ref:
    """A statement that the page shows in context, by its running number. ``id`` is its anchor."""

    number: int
    id: str


@dataclass(frozen=True, slots=True)
class Refs:
    """The statements behind a number: those in the page, and how many are not ``shown``."""

    shown: tuple[Ref, ...] = ()
    hidden: int = 0

    @property
    def count(self) -> int:
        return len(self.shown) + self.hidden


NOTHING = Refs()


@dataclass(frozen=True, slots=True)
class Count:
    """A number and what it counts. ``href`` is where its statements stand, empty for a number without any."""

    number: str
    what: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement or another passage in short: its cue, its words, its article, whether a person has decided about it."""

    cue: str
    said: str
    where: str
    ref: Ref | None
    decided: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one speaker that count for the same: ``labels`` are of critical, supportive, mixed and demand.

    ``anchors`` are those labels that have their first statements here, each with its place in the page.
    """

    labels: tuple[str, ...]
    anchors: tuple[tuple[str, str], ...]
    quotes: tuple[Quote, ...]
    rest: Refs


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker in a block. ``notes`` say what a person should look at before believing the row."""

    anchor: str
    name: str
    camps: tuple[str, ...]
    notes: tuple[str, ...]
    named: bool
    when: str
    counts: tuple[Count, ...]
    wording: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class People:
    """A block of speakers; ``none`` is said where there are none, ``more`` where not all are shown."""

    kind: ClassVar[str] = "people"
    people: tuple[Person, ...]
    none: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody or something, what is told of it, and the statements it rests on."""

    strong: str
    text: str
    quotes: tuple[Quote, ...] = ()
    rest: Refs = NOTHING
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    kind: ClassVar[str] = "lines"
    lines: tuple[Line, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: words or a number, and the statements behind it."""

    text: str
    refs: Refs = NOTHING
    number: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """``head`` names the columns; the first cell of a row is its heading."""

    kind: ClassVar[str] = "table"
    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart as SVG for a wide and for a narrow page, with the table of what it shows. Both SVG texts are safe to embed."""

    kind: ClassVar[str] = "figure"
    anchor: str
    title: str
    note: str
    key: tuple[tuple[str, str], ...]
    wide: str
    narrow: str
    table: Table


@dataclass(frozen=True, slots=True)
class Prose:
    kind: ClassVar[str] = "prose"
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms with what is to be said of them."""

    kind: ClassVar[str] = "facts"
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a passage. ``parts`` are the parts of the statement it belongs to, ``opens`` and ``closes`` those that begin
    and end with it; none of them is context, and a ``cut`` stands for text left out."""

    text: str
    parts: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Clipping:
    """A statement in context. ``counted`` says what for, each with the place in the page where it is."""

    ref: Ref
    segments: tuple[Segment, ...]
    place: str
    counted: tuple[tuple[str, str], ...]
    decided: str


@dataclass(frozen=True, slots=True)
class Cutting:
    """Statements of one article."""

    heading: str
    origin: str
    clippings: tuple[Clipping, ...]


@dataclass(frozen=True, slots=True)
class Cuttings:
    kind: ClassVar[str] = "cuttings"
    cuttings: tuple[Cutting, ...]


Item = People | Lines | Table | Figure | Prose | Facts | Cuttings


@dataclass(frozen=True, slots=True)
class Section:
    """``beside`` sections are set two abreast where there is room."""

    anchor: str
    title: str
    items: tuple[Item, ...]
    note: str = ""
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report. ``subject`` heads each printed page; ``status`` is what must stand beside every finding."""

    title: str
    subject: str
    status: str
    dek: str
    rests_on: tuple[tuple[str, str], ...]
    figures: tuple[Count, ...]
    sections: tuple[Section, ...]
    made: str
