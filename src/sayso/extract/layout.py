"""The layout of a text, found by rule before the model reads it: paragraphs, sentences, quotations, blocks."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from sayso.extract.blocks import blocks
from sayso.extract.paragraphs import Range, paragraphs, sentences
from sayso.extract.quotes import Quotation, quotations
from sayso.records.article import Block


@dataclass(frozen=True, slots=True)
class Layout:
    """``prose`` are the paragraphs that may hold statements: all but furniture. All lists stand in text order."""

    blocks: tuple[Block, ...]
    prose: tuple[Range, ...]
    sentences: tuple[Range, ...]
    quotations: tuple[Quotation, ...]
    apart: tuple[Range, ...]
    """Headlines and captions: texts of their own beside the body."""

    def furniture(self, start: int, end: int) -> list[Range]:
        """Furniture that overlaps ``[start, end)``."""
        first = max(0, bisect_right(self.blocks, start, key=lambda block: block.span.start) - 1)
        last = bisect_left(self.blocks, end, key=lambda block: block.span.start)
        return [(b.span.start, b.span.end) for b in self.blocks[first:last] if b.kind == "furniture"]

    def sentence_range(self, start: int, end: int) -> Range:
        """The smallest run of whole sentences around ``[start, end)``; the range itself where there are none."""
        first = max(0, bisect_right(self.sentences, (start, float("inf"))) - 1)
        last = max(first, bisect_right(self.sentences, (end - 1, float("inf"))) - 1)
        if not self.sentences:
            return start, end
        return min(start, self.sentences[first][0]), max(end, self.sentences[last][1])


def lay_out(text: str) -> Layout:
    """Layout of ``text``; linear in its length."""
    all_paragraphs = paragraphs(text)
    found = blocks(text, all_paragraphs)
    prose = tuple(p for p, block in zip(all_paragraphs, found, strict=True) if block.kind != "furniture")
    return Layout(
        blocks=tuple(found),
        prose=prose,
        sentences=tuple(sentence for paragraph in prose for sentence in sentences(text, *paragraph)),
        quotations=tuple(quotations(text, prose)),
        apart=tuple((b.span.start, b.span.end) for b in found if b.kind in ("headline", "caption")),
    )
