"""Who says what about somebody: the statements that name them, by source. Arithmetic without I/O.

This is as much as is known before positions are: a statement that names somebody need not judge them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.answers.naming import Name
from sayso.records.corpus import Corpus
from sayso.records.row import StatementRow

NO_SOURCE = ""
"""The source text of statements that name none."""


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Statements of one source text, in the order of the corpus, and the articles they stand in."""

    source: str
    statements: tuple[StatementRow, ...]

    @property
    def articles(self) -> int:
        return len({row.article_id for row in self.statements})


@dataclass(frozen=True, slots=True)
class About:
    """The answer about ``name``: groups with the most statements first, and what the corpus is."""

    name: str
    groups: tuple[SourceGroup, ...]
    corpus: Corpus
    rejected: int

    @property
    def statements(self) -> int:
        return sum(len(group.statements) for group in self.groups)

    @property
    def articles(self) -> int:
        return len({row.article_id for group in self.groups for row in group.statements})

    @property
    def reviewed(self) -> int:
        """Statements a person has decided about."""
        return sum(row.decision is not None for group in self.groups for row in group.statements)


def about(name: str, candidates: Iterable[StatementRow], corpus: Corpus) -> About:
    """Group those of ``candidates`` that name ``name``; statements a person rejected are counted and left out."""
    asked = Name(name)
    groups: dict[str, list[StatementRow]] = {}
    rejected = 0
    for row in candidates:
        if not names(row, asked):
            continue
        if row.decision == "reject":
            rejected += 1
            continue
        groups.setdefault(" ".join(row.statement.source_text.split()), []).append(row)
    ordered = sorted(groups.items(), key=lambda group: (group[0] == NO_SOURCE, -len(group[1]), group[0].casefold()))
    return About(asked.asked, tuple(SourceGroup(source, tuple(rows)) for source, rows in ordered), corpus, rejected)


def names(row: StatementRow, name: Name) -> bool:
    """Whether the statement names ``name`` in its content, or in its sentence after the cue."""
    statement = row.statement
    if any(name.is_in(span.text) for span in statement.content):
        return True
    if not statement.cue:
        return False
    after = statement.cue[-1].end - statement.sentence.start
    return after >= 0 and name.is_in(statement.sentence.text[after:])
