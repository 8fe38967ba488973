"""A stretch of an article's text, together with the characters it holds.

Offsets are half-open and count Unicode code points, as Python's ``str`` does.
A span that carries other characters than its text has there cannot be made from a text.
"""

from collections.abc import Iterable
from dataclasses import dataclass

JOIN = " […] "


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]`` of one article, with the characters themselves."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not [{self.start}, {self.end})")
        if len(self.text) != self.end - self.start:
            raise ValueError(f"[{self.start}, {self.end}) cannot hold {len(self.text)} characters")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span ``[start, end)`` of ``text``; ValueError if it reaches beyond the text."""
        return cls(start, end, text[start:end])

    def holds_in(self, text: str) -> bool:
        """Whether ``text`` has exactly these characters there."""
        return text[self.start : self.end] == self.text

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


def joined(spans: Iterable[Span]) -> str:
    """The characters of discontinuous spans for display, parts separated by ``JOIN``."""
    return JOIN.join(span.text for span in spans)
