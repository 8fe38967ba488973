"""The block of an answer's page on what people are called. What an article says reaches it only through ``plain``."""

from collections.abc import Iterator

from sayso.answers.labels import LabelRow, Labels
from sayso.cli.about_words import counted
from sayso.cli.output import plain

PLACES = 3
"""Places of one label shown, without --evidence."""


def label_title(found: Labels) -> str:
    return f"LABELS IN THE TEXT ({counted(len(found.rows), 'label')} in {counted(found.articles, 'article')}; a label is no camp)"


def label_lines(found: Labels, limit: int, *, whole: bool) -> Iterator[str]:
    """A line for each label, ``limit`` of them (0 for all): its words, who uses it of whom, who disputes it, where."""
    shown = found.rows[: limit or None]
    for row in shown:
        yield f"  “{plain(row.words)}”: {who_uses(row)}  {_places(row, whole=whole)}"
    if len(found.rows) > len(shown):
        yield f"  … and {len(found.rows) - len(shown):,} more (--limit 0 shows all)"


def who_uses(row: LabelRow) -> str:
    """Who uses the label of whom, and who disputes it."""
    first = row.first
    of = "" if row.told else f", of {plain(row.of)}"
    if first.own and first.distance:
        told = f"their own word{of}, which the writer holds at a distance (“{plain(first.distance.text)}”)"
    elif first.own:
        told = f"{plain(row.of)}, of themselves"
    elif first.by is not None:
        told = f"{plain(first.by)}{of}"
    else:
        told = f"the writer{of}{_distance(row)}"
    if first.disputed_by is None:
        return told
    return f"{told}; disputed by {'themselves' if first.denied else plain(first.disputed_by)}"


def _distance(row: LabelRow) -> str:
    if row.first.distance is None:
        return ""
    return ", in scare quotes" if row.scare else f", at a distance (“{plain(row.first.distance.text)}”)"


def _places(row: LabelRow, *, whole: bool) -> str:
    facts = row.facts if whole else row.facts[:PLACES]
    places = " ".join(f"[{fact.span.start},{fact.span.end})" for fact in facts)
    return f"{places} in {row.articles:,} articles" if row.articles > 1 else places
