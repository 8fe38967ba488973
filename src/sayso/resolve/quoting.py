"""Which statement's content a place stands in, and whether word for word."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.records.statement import Statement

BACK = 600
"""Characters looked back for the mark that opens a quotation."""
DEPTH = 4
"""Statements in each other that are looked at."""

_CLOSED = re.compile(r"’(?!\w)")


class Quoting:
    """The contents of the statements of one text; places are code points."""

    def __init__(self, text: str, statements: Sequence[Statement]) -> None:
        self._text, self._statements = text, statements
        self._number = {each.id: n for n, each in enumerate(statements)}
        spans = sorted(
            ((span.start, span.end, n) for n, each in enumerate(statements) for span in each.content),
            key=lambda each: (each[0], -each[1]),
        )
        self._cuts, self._holders = _innermost(spans)

    def holder(self, place: int) -> int:
        """The number of the innermost statement whose content holds the place, or -1."""
        n = bisect_left(self._cuts, place + 1) - 1
        return self._holders[n] if n >= 0 else -1

    def direct(self, place: int) -> bool:
        """Whether that statement is nothing but a quotation."""
        holder = self.holder(place)
        return holder >= 0 and self._statements[holder].form == "direct"

    def around(self, place: int, holder: int) -> list[int]:
        """The statements, from ``holder`` outwards, that quote the place word for word."""
        found = []
        for _ in range(DEPTH):
            if holder < 0:
                break
            if self._quotes(place, self._statements[holder]):
                found.append(holder)
            holder = self._number.get(self._statements[holder].parent or "", -1)
        return found

    def open_at(self, place: int) -> bool:
        """Whether a quotation is open there, as far as its own line tells."""
        return _opened(self._text[max(0, place - BACK) : place].rsplit("\n", 1)[-1])

    def _quotes(self, place: int, statement: Statement) -> bool:
        if statement.form != "mixed":
            return statement.form == "direct"
        start = max(place - BACK, min(span.start for span in statement.content))
        return _opened(self._text[start:place])


def _opened(before: str) -> bool:
    """Whether a quotation is open where ``before`` ends."""
    if "“" in before or "”" in before:
        return before.rfind("“") > before.rfind("”")
    if before.count('"') % 2 == 1 or before.count("''") % 2 == 1:
        return True
    single = max(before.rfind(" ‘"), 0 if before.startswith("‘") else -1)
    return single >= 0 and not _CLOSED.search(before, single + 2)


def _innermost(spans: Sequence[tuple[int, int, int]]) -> tuple[list[int], list[int]]:
    """Where the innermost holder changes, and to which."""
    cuts: list[int] = []
    holders: list[int] = []
    open_spans: list[tuple[int, int]] = []

    def close(until: int) -> None:
        while open_spans and open_spans[-1][0] <= until:
            end, _ = open_spans.pop()
            while open_spans and open_spans[-1][0] <= end:
                open_spans.pop()
            cuts.append(end)
            holders.append(open_spans[-1][1] if open_spans else -1)

    for start, end, n in spans:
        close(start)
        cuts.append(start)
        holders.append(n)
        open_spans.append((end, n))
    close(max((end for _, end, _ in spans), default=0))
    return cuts, holders
