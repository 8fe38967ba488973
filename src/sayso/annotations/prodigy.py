"""Prodigy: one task a line, for the interfaces ``spans_manual`` and ``relations``.

Offsets count code points, as spaCy's do, on which Prodigy builds. Tokens are given along, cut so that each mark begins and ends with
one, since Prodigy selects whole tokens; ``token_end`` is the last token of a span, not the one after it.
"""

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sayso.annotations.base import packed
from sayso.annotations.document import PARTS, Broken, Document, Mark, Range
from sayso.annotations.tokens import tokens
from sayso.annotations.values import UNREADABLE, base_of, read_offset, statement_in, why
from sayso.errors import InputError
from sayso.records.position import LABELS

SUFFIX = ".jsonl"
TIED = "of"


def write(document: Document) -> dict[str, str]:
    """One task; labels of objects are the stances. A mark without a single token has no token numbers."""
    text = document.text
    words = tokens(text, (at for mark in document.marks for at in (mark.start, mark.end)))
    spans = {mark.key: _span(mark, words, text) for mark in document.marks}
    task = {
        "text": text,
        "tokens": [
            {"text": text[start:end], "start": start, "end": end, "id": number, "ws": text[end : end + 1].isspace()}
            for number, (start, end) in enumerate(words)
        ],
        "spans": list(spans.values()),
        "relations": [_relation(spans[mark.key], spans[mark.of]) for mark in document.marks if mark.of],
        "meta": dict(document.about),
        "sayso_base": packed(document.version or "", document.given or ()),
    }
    return {SUFFIX: json.dumps(task, ensure_ascii=False) + "\n"}


def read(files: Mapping[str, str], name: str) -> Iterator[Document | Broken]:
    """The tasks that were accepted; one that was rejected or ignored as a whole is left alone, with a word about it."""
    for number, line in enumerate(files[SUFFIX].split("\n"), 1):
        if line.strip():
            try:
                yield from _document(json.loads(line), f"{name} line {number}")
            except UNREADABLE as error:
                yield Broken(f"{name} line {number}", why(error))


def _span(mark: Mark, words: Sequence[Range], text: str) -> dict[str, Any]:
    first = bisect_left(words, (mark.start, 0))
    last = bisect_left(words, (mark.end, 0)) - 1
    numbers = {"token_start": first, "token_end": last} if first <= last else {}
    return {
        "start": mark.start,
        "end": mark.end,
        "text": text[mark.start : mark.end],
        **numbers,
        "label": mark.label if mark.part == "object" else mark.part,
        "statement": mark.statement,
        "key": mark.key,
    }


def _relation(child: Mapping[str, Any], head: Mapping[str, Any]) -> dict[str, Any]:
    """A relation between two spans, which Prodigy names by their last tokens."""
    return {
        "child": child.get("token_end"),
        "head": head.get("token_end"),
        "child_span": dict(child),
        "head_span": dict(head),
        "label": TIED,
    }


def _document(value: Any, name: str) -> Iterator[Document | Broken]:
    answer = value.get("answer", "accept")
    if answer != "accept":
        yield Broken(name, f"it was answered with {answer!r}: left alone; delete or correct its marks and accept it")
        return
    text = value["text"]
    version, given = base_of(value.get("sayso_base"), text)
    keys = {_place(each): f"{number}" for number, each in enumerate(value.get("spans") or [])}
    tied = {
        _place(each["child_span"]): keys.get(_place(each["head_span"]))
        for each in value.get("relations") or []
        if "child_span" in each
    }
    marks = []
    for number, each in enumerate(value.get("spans") or []):
        try:
            marks.append(_mark(each, str(number), tied.get(_place(each))))
        except InputError as error:
            yield Broken(name, str(error))
    whole = len(marks) == len(value.get("spans") or [])
    yield Document(name, version, text, tuple(marks), given, frozenset(), whole=whole)


def _place(span: Mapping[str, Any]) -> tuple[Any, ...]:
    """What tells a span of a task from another: its key if it still has one, else where it is and what it is called."""
    return (span["start"], span["end"], span["label"], span.get("key"))


def _mark(value: Any, key: str, of: str | None) -> Mark:
    start, end = read_offset(int, value["start"], value["end"])
    statement, label = statement_in(value.get("statement")), value["label"]
    if label in LABELS:
        return Mark(key, "object", start, end, statement, of, label=label)
    if label not in PARTS or label == "object":
        raise InputError(
            f"the label {label!r} at [{start}, {end}) is none of source, cue, content, {', '.join(LABELS)}"
        )
    return Mark(key, label, start, end, statement, of)
