"""brat standoff: the text as it is, annotations in lines, and what was given out in a file beside them.

Offsets count code points and CRLF is two, as brat's server counts; its page counts UTF-16 units (brat issue 1115), so what a person
draws behind an emoji is shifted in brat itself. A line cannot hold a line break: a mark that runs over one is written in pieces, which
are one again when they are read. The statement stands at the beginning of each mark's note, before what a person adds to it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.annotations.base import packed
from sayso.annotations.document import PARTS, Broken, Document, Mark, Range
from sayso.annotations.values import DECIDABLE, UNREADABLE, base_of, one_of, read_offset, remark_in, statement_in, why
from sayso.errors import InputError
from sayso.records.position import LABELS
from sayso.records.statement import FORMS

TEXT, LINES, BASE = ".txt", ".ann", ".sayso.json"

CONFIG = f"""[entities]
Source
Cue
Content
Object

[relations]
of\tArg1:Source|Cue|Content|Object, Arg2:Content

[events]

[attributes]
Decision\tArg:Content, Value:{"|".join(DECIDABLE)}
Form\tArg:Content, Value:{"|".join(FORMS)}
Stance\tArg:Object, Value:{"|".join(LABELS)}
"""
BESIDE = {"annotation.conf": CONFIG}
"""What the folder needs, so that brat offers these types."""

_BREAK = re.compile(r"[\r\n]+")


def write(document: Document) -> dict[str, str]:
    """Text, annotations and base of one article."""
    lines: list[str] = []
    ids = {mark.key: f"T{number}" for number, mark in enumerate(document.marks, 1)}
    attributes = relations = 0
    for mark in document.marks:
        own = ids[mark.key]
        pieces = _pieces(document.text, mark.start, mark.end)
        offsets = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(_BREAK.sub(" ", document.text[start:end]) for start, end in pieces)
        lines.append(f"{own}\t{mark.part.capitalize()} {offsets}\t{words}")
        for name, value in (("Decision", mark.decision), ("Form", mark.form), ("Stance", mark.label)):
            if value:
                attributes += 1
                lines.append(f"A{attributes}\t{name} {own} {value}")
        if mark.of:
            relations += 1
            lines.append(f"R{relations}\tof Arg1:{own} Arg2:{ids[mark.of]}")
        if mark.statement:
            lines.append(f"#{own[1:]}\tAnnotatorNotes {own}\t{mark.statement}")
    return {
        TEXT: document.text,
        LINES: "".join(f"{line}\n" for line in lines),
        BASE: packed(document.version or "", document.given or ()) + "\n",
    }


def read(files: Mapping[str, str], name: str) -> Iterator[Document | Broken]:
    """The one document of these files; a line that cannot be read is told and left out."""
    if TEXT not in files:
        yield Broken(name, f"there is no {name.removesuffix(LINES)}{TEXT} beside it: give both")
        return
    text = files[TEXT]
    try:
        version, given = base_of(files.get(BASE), text)
    except InputError as error:
        yield Broken(name, str(error))
        return
    lines, whole = _Lines(), True
    for number, line in enumerate(files.get(LINES, "").split("\n"), 1):
        try:
            lines.take(line.rstrip("\r"))
        except UNREADABLE as error:
            whole = False
            yield Broken(f"{name} line {number}", why(error))
    marks: list[Mark] = []
    for own in lines.bound:
        try:
            marks.extend(_marks(own, lines, text))
        except InputError as error:
            whole = False
            yield Broken(name, str(error))
    yield Document(name, version, text, tuple(marks), given, whole=whole)


def _pieces(text: str, start: int, end: int) -> list[Range]:
    """The range without the line breaks inside it; breaks at its very ends stay, so that both offsets are kept."""
    inner = [found.span() for found in _BREAK.finditer(text, start, end) if start < found.start() and found.end() < end]
    return list(zip([start, *(last for _, last in inner)], [*(first for first, _ in inner), end], strict=True))


def _joined(text: str, pieces: list[Range]) -> Iterator[Range]:
    """The pieces, those that only line breaks keep apart as one."""
    start, end = pieces[0]
    for before, after in pairwise(pieces):
        if not _BREAK.fullmatch(text, before[1], after[0]):
            yield start, end
            start = after[0]
        end = after[1]
    yield start, end


@dataclass(slots=True)
class _Lines:
    """The lines of one file, by the id of the mark that they are about."""

    bound: dict[str, tuple[str, list[Range]]] = field(default_factory=dict)
    tied: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    notes: dict[str, str] = field(default_factory=dict)

    def take(self, line: str) -> None:
        kind = line[:1]
        if kind == "T":
            own, place, *_ = line.split("\t")
            label, _, offsets = place.partition(" ")
            pieces = [read_offset(int, *map(int, each.split())) for each in offsets.split(";")]
            self.bound[own] = (label, pieces)
        elif kind == "R":
            relation = line.split("\t")[1].split()
            self.tied[relation[1].removeprefix("Arg1:")] = relation[2].removeprefix("Arg2:")
        elif kind in ("A", "M"):
            name, own, *value = line.split("\t")[1].split()
            self.values[own][name] = value[0] if value else ""
        elif kind == "#":
            _, about, note = line.split("\t")
            own = about.split()[1]
            self.notes[own] = " ".join(filter(None, (self.notes.get(own), note)))


def _marks(own: str, lines: _Lines, text: str) -> Iterator[Mark]:
    label, pieces = lines.bound[own]
    part = label.lower()
    if part not in PARTS:
        raise InputError(f"{own}: the type {label!r} is none of {', '.join(each.capitalize() for each in PARTS)}")
    note, values = lines.notes.get(own), lines.values.get(own, {})
    for number, (start, end) in enumerate(_joined(text, sorted(pieces))):
        yield Mark(
            key=f"{own}.{number}" if number else own,
            part=one_of(part, PARTS, "type"),
            start=start,
            end=end,
            statement=statement_in(note),
            of=lines.tied.get(own, own if number else None),
            label=one_of(values.get("Stance"), LABELS, f"{own}: stance"),
            form=None if number else one_of(values.get("Form"), FORMS, f"{own}: form"),
            decision=None if number else one_of(values.get("Decision"), DECIDABLE, f"{own}: decision"),
            note=None if number else remark_in(note),
        )
