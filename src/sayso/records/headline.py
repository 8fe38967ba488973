"""The words that stand for a title where an article has none. For display alone: an unknown title stays unknown."""

from collections.abc import Iterable

from sayso.records.article import Block

LONGEST = 300
"""Code points of a headline that are shown."""

WIDTH = 60
"""Code points shown of a text that has no headline."""


def headline(blocks: Iterable[Block]) -> str | None:
    """The first headline, else the first words of the first block that is no furniture; None if there is neither."""
    readable = [block for block in blocks if block.kind != "furniture"]
    first = next((block for block in readable if block.kind == "headline"), next(iter(readable), None))
    return words_of(first.kind, first.span.text) if first else None


def words_of(kind: str, text: str) -> str:
    """A block of this kind in one line: a headline up to LONGEST, anything else up to WIDTH, cut at a word."""
    width = LONGEST if kind == "headline" else WIDTH
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    end = line.rfind(" ", 0, width + 1)
    return line[: end if end > 0 else width].rstrip(" ,;:") + "…"
