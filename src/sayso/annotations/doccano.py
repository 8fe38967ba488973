"""doccano: one JSON object a line, with spans and relations.

Offsets count UTF-16 code units: doccano's page is JavaScript, and its server stores what the page sends, without grapheme counting
(doccano issues 2290 and 2484). It gives spans new numbers and keeps no field of a span but its label, so the statement that a span
belongs to is found again by the relations and by what was given out (``sayso_base``, a field of the document, which it keeps).
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.annotations.base import packed
from sayso.annotations.document import PARTS, Broken, Document, Mark
from sayso.annotations.utf16 import Utf16
from sayso.annotations.values import UNREADABLE, base_of, read_offset, why
from sayso.errors import InputError
from sayso.records.position import LABELS

SUFFIX = ".jsonl"
TIED = "of"
"""The relation of every other mark to the first mark of its statement's content."""


def write(document: Document) -> dict[str, str]:
    """One line; labels of objects are the stances."""
    units = Utf16(document.text)
    numbers = {mark.key: number for number, mark in enumerate(document.marks)}
    line = {
        "text": document.text,
        "entities": [
            {
                "id": numbers[mark.key],
                "start_offset": units.units(mark.start),
                "end_offset": units.units(mark.end),
                "label": mark.label if mark.part == "object" else mark.part,
            }
            for mark in document.marks
        ],
        "relations": [
            {"id": number, "from_id": numbers[mark.key], "to_id": numbers[mark.of], "type": TIED}
            for number, mark in enumerate(mark for mark in document.marks if mark.of)
            if mark.of
        ],
        "sayso_base": packed(document.version or "", document.given or ()),
        **{f"sayso_{name}": value for name, value in document.about.items()},
    }
    return {SUFFIX: json.dumps(line, ensure_ascii=False) + "\n"}


def read(files: Mapping[str, str], name: str) -> Iterator[Document | Broken]:
    """The documents of a file, in order; an empty line is none."""
    for number, line in enumerate(files[SUFFIX].split("\n"), 1):
        if line.strip():
            try:
                yield from _document(json.loads(line), f"{name} line {number}")
            except UNREADABLE as error:
                yield Broken(f"{name} line {number}", why(error))


def _document(value: Any, name: str) -> Iterator[Document | Broken]:
    text = value["text"]
    version, given = base_of(value.get("sayso_base"), text)
    units = Utf16(text)
    tied = {each["from_id"]: str(each["to_id"]) for each in value.get("relations") or []}
    marks = []
    for each in value["entities"]:
        try:
            marks.append(_mark(each, units, tied))
        except InputError as error:
            yield Broken(name, str(error))
    yield Document(name, version, text, tuple(marks), given, frozenset(), whole=len(marks) == len(value["entities"]))


def _mark(value: Any, units: Utf16, tied: Mapping[Any, str]) -> Mark:
    start, end = read_offset(units.point, value["start_offset"], value["end_offset"])
    label = value["label"]
    if label in LABELS:
        return Mark(str(value["id"]), "object", start, end, of=tied.get(value["id"]), label=label)
    if label not in PARTS or label == "object":
        raise InputError(
            f"the label {label!r} at [{start}, {end}) is none of source, cue, content, {', '.join(LABELS)}"
        )
    return Mark(str(value["id"]), label, start, end, of=tied.get(value["id"]))
