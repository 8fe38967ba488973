"""What a ledger answers with: one row of a listing, complete, without keys or connections."""

from dataclasses import dataclass

from sayso.records.article import Metadata
from sayso.records.judgement import Decision, Judgement
from sayso.records.language import UNKNOWN, Language
from sayso.records.reading import Ending
from sayso.records.run import Run
from sayso.records.statement import Statement


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement as one run found it, with its article and what a person decided last (undone decisions aside).

    ``language`` is that of the text, as it was detected or given when it was read.
    """

    statement: Statement
    article_id: str
    version_id: str
    run_id: str
    given_id: str | None
    metadata: Metadata
    judgement: Judgement | None = None
    language: Language = UNKNOWN

    @property
    def decision(self) -> Decision | None:
        return self.judgement.decision if self.judgement else None


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in its newest version, of ``versions`` in all, with the run and the number of its current reading.

    ``language`` is that of the text, as it was detected or given when it was read.
    """

    article_id: str
    version_id: str
    run_id: str
    given_id: str | None
    metadata: Metadata
    text_sha256: str
    versions: int
    statements: int
    added_at: str
    language: Language = UNKNOWN


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run, how many versions it has read, and for how many of them its reading is the current one."""

    run: Run
    added_at: str
    readings: int
    current: int


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """An item of an input that did not become a reading, and why."""

    input_name: str
    line: int | None
    given_id: str | None
    ending: Ending
    reason: str | None
    version_id: str | None
    run_id: str
    at: str
