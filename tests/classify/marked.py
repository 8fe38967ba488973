"""Statements written in one line: ``[s source]``, ``[c cue]``, ``[x content]``, ``[o mention]``, ``[e judging words]``, nested at will."""

import re
from dataclasses import dataclass

from sayso.records.span import Span
from sayso.records.statement import Form, Statement, Status

_MARK = re.compile(r"\[([scxoe]) |\]")


@dataclass(frozen=True, slots=True)
class Marked:
    text: str
    statement: Statement
    mention: Span | None
    evidence: tuple[Span, ...]


def marked(
    line: str, form: Form = "unknown", status: Status = "actual", number: int = 1, parent: str | None = None
) -> Marked:
    """The text without marks, and what they mark; the whole text is the sentence."""
    text, found, opened, at = "", [], [], 0
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        at = mark.end()
        if mark[1]:
            opened.append((mark[1], len(text)))
        else:
            name, start = opened.pop()
            found.append((name, start, len(text)))
    text += line[at:]
    parts = {
        name: tuple(Span.of(text, start, end) for each, start, end in sorted(found, key=lambda f: f[1]) if each == name)
        for name in "scxoe"
    }
    statement = Statement(
        f"st{number}", parts["s"], parts["c"], parts["x"], form, "unknown", 1.0, Span.of(text, 0, len(text)), parent, status
    )  # fmt: skip
    return Marked(text, statement, parts["o"][0] if parts["o"] else None, parts["e"])
