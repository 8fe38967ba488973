"""What a ledger answers with: one row of a listing, complete, without keys or connections."""

from dataclasses import dataclass

from sayso.records.actor import ActorKind
from sayso.records.article import Metadata
from sayso.records.judgement import Decision, Judgement
from sayso.records.language import UNKNOWN, Language
from sayso.records.position import Flag, Label, Role, Wording
from sayso.records.reading import Ending
from sayso.records.run import Run
from sayso.records.said import Told
from sayso.records.statement import Move, Statement, Status


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


@dataclass(frozen=True, slots=True)
class PositionFact:
    """A position as the current reading found it, lean enough for a hundred thousand: the answers count over these.

    ``speaker`` and ``object`` are names as the reading knows them, or as the registry shows an actor that is one with others or
    was renamed; None where the speaker is open; ``reading`` and ``occasion``
    together name one occasion. ``confidence`` is the probability of statement and label together. ``decision`` is what a
    person decided last about the statement.
    """

    id: str
    statement: str
    reading: str
    occasion: str | None
    article_id: str
    version_id: str
    publisher: str | None
    agency: str | None
    genre: str
    published: str | None
    speaker: str | None
    speaker_kind: ActorKind | None
    object: str
    role: Role
    label: Label
    wording: Wording | None
    flags: tuple[Flag, ...]
    status: Status
    move: Move
    told: Told | None
    confidence: float
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name of actors in current readings, with the readings that have it and the positions on it and by it."""

    name: str
    readings: int
    positions: int
    statements: int
