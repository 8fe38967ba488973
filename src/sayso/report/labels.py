"""What people are called, in the words of the article, with who uses it and where."""

from sayso.answers.labels import LabelRow, Labels
from sayso.records.label_fact import LabelFact
from sayso.report.setting import TOLD, more
from sayso.report.values import Line, Lines, Quote, Section
from sayso.report.wording import counted, in_words, one_line

QUOTED = 3
"""Uses of one label that are shown."""


def section(found: Labels) -> Section | None:
    """The labels, those of the one asked about first; None where nobody is called anything."""
    if not found.rows:
        return None
    lines = tuple(_line(row) for row in found.rows[:TOLD])
    left = len(found.rows) - TOLD
    note = (
        f"{counted(found.uses, 'use')} in {counted(found.articles, 'article')}. A label is what somebody calls somebody; it makes nobody "
        "a member of a camp."
    )
    rest = f"{more(left, 'label')}; `sayso about … --limit 0` lists all" if left > 0 else ""
    return Section("labels", "Labels in the text", (Lines(lines, rest),), note=note)


def _line(row: LabelRow) -> Line:
    shown = row.facts[:QUOTED]
    left = len(row.facts) - len(shown)
    told = f"{_whose(row)} ({left:,} more {'use' if left == 1 else 'uses'})" if left else _whose(row)
    return Line(f"“{one_line(row.words)}”", told, tuple(_quote(fact) for fact in shown))


def _whose(row: LabelRow) -> str:
    first = row.first
    of = "" if row.told else f" of {one_line(row.of)}"
    if first.own:
        told = f"{one_line(row.of)}, of themselves"
    else:
        told = f"{'the writer' if first.by is None else one_line(first.by)}{of}"
    if first.distance:
        told += (
            "; in scare quotes" if row.scare else f"; the writer keeps a distance (“{one_line(first.distance.text)}”)"
        )
    if first.disputed_by is not None:
        told += f"; disputed by {'themselves' if first.denied else one_line(first.disputed_by)}"
    return told


def _quote(fact: LabelFact) -> Quote:
    metadata = fact.metadata
    where = (
        metadata.publisher or "publisher not given",
        in_words(metadata.published) or "date not given",
        f"characters {fact.span.start:,} to {fact.span.end:,}",
    )
    return Quote(fact.holder, f"“{one_line(fact.span.text)}”", one_line(" · ".join(where)), None)
