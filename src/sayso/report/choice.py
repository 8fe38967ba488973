"""Which statements a page shows in context, and the numbers they get. Every other one is counted as not shown."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.records.row import StatementRow
from sayso.report.values import Ref, Refs

MOST = 200
"""Statements in context, unless asked for more: a printed report of some forty pages."""
LISTED = 24
"""Numbers after one count; the others are said to be many."""


def chosen(wanted: Iterable[Sequence[str]], most: int = MOST) -> tuple[str, ...]:
    """Up to ``most`` ids from lists in order of weight: the first of each, then the second of each, so that nobody goes unshown."""
    lists = [ids for each in wanted if (ids := list(dict.fromkeys(each)))]
    found: dict[str, None] = {}
    at = 0
    while len(found) < most and lists:
        for each in lists:
            found.setdefault(each[at])
            if len(found) >= most:
                break
        at += 1
        lists = [each for each in lists if len(each) > at]
    return tuple(found)


class Numbering:
    """Statements by their running number: by date of publication, then as articles were added, then by place in the text."""

    def __init__(self, rows: Mapping[str, StatementRow]) -> None:
        order = {version: n for n, version in enumerate(dict.fromkeys(row.version_id for row in rows.values()))}

        def place(item: tuple[str, StatementRow]) -> tuple[str, int, int]:
            row = item[1]
            return row.metadata.published or "9999", order[row.version_id], row.statement.content[0].start

        self.rows = dict(sorted(rows.items(), key=place))
        self._refs = {each: Ref(n, each) for n, each in enumerate(self.rows, 1)}

    def ref(self, statement: str) -> Ref | None:
        return self._refs.get(statement)

    def refs(self, statements: Iterable[str]) -> Refs:
        """By number. Beyond ``LISTED`` they are counted as not shown: nobody reads that many numbers."""
        ids = list(dict.fromkeys(statements))
        found = sorted((self._refs[each] for each in ids if each in self._refs), key=lambda ref: ref.number)[:LISTED]
        return Refs(tuple(found), len(ids) - len(found))

    def anchor(self, statements: Sequence[str], otherwise: str = "") -> str:
        """Where a number leads: to its only statement, or to ``otherwise``, where they are listed."""
        if len(statements) == 1 and statements[0] in self._refs:
            return f"#{statements[0]}"
        return f"#{otherwise}" if statements and otherwise else ""
