"""The ledger: what other packages open, ask and write to."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sayso.ledger import (
    corrections,
    judgements,
    label_views,
    pins,
    placed,
    quoted,
    raw_bytes,
    verify,
    views,
    voice_views,
)
from sayso.ledger.connection import BUSY_TIMEOUT, location, open_engine, transaction
from sayso.ledger.opening import prepare
from sayso.ledger.writer import Writer
from sayso.records.corpus import Corpus
from sayso.records.filter import StatementFilter
from sayso.records.judgement import Correction, Judgement
from sayso.records.label_fact import LabelFact
from sayso.records.placed import Placed
from sayso.records.position_filter import PositionFilter
from sayso.records.reading import Reading
from sayso.records.row import ArticleRow, NameRow, OutcomeRow, PositionFact, RunRow, StatementRow
from sayso.records.voice import VoiceFact

if TYPE_CHECKING:
    from sayso.ledger.audit_views import Audits
    from sayso.ledger.registry import Registry
    from sayso.ledger.removals import Removals


class Ledger:
    """A ledger at a path or ``sqlite:///`` URL, opened, and made or migrated where that is needed.

    Every method raises LedgerBusy when another process holds the write lock for more than ``busy_timeout`` seconds,
    and LedgerError when the file cannot be used. Listings are iterators: use them up or close them.
    """

    def __init__(self, path_or_url: str | Path, *, create: bool = True, busy_timeout: float = BUSY_TIMEOUT) -> None:
        self.path = location(path_or_url)
        self._engine = open_engine(self.path, create=create, busy_timeout=busy_timeout)
        try:
            prepare(self._engine, create=create)
        except BaseException:
            self._engine.dispose()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._engine.dispose()

    def writer(self) -> Writer:
        """Adds readings: ``with ledger.writer() as writer: writer.add(outcome, run)``."""
        return Writer(self._engine)

    def corpus(self) -> Corpus:
        """What the ledger holds, counted: the denominators."""
        return views.corpus(self._engine)

    def statements(self, wanted: StatementFilter = StatementFilter()) -> Iterator[StatementRow]:
        """The statements that ``wanted`` means, in the order added; UsageError at once for one that means nothing."""
        return views.statement_rows(self._engine, wanted)

    def naming(self, term: str) -> Iterator[StatementRow]:
        """Candidates: statements with ``term`` in content or sentence, whatever its case, diacritics and punctuation."""
        return views.naming(self._engine, term)

    def headlines(self, version_ids: Iterable[str]) -> dict[str, str]:
        """By version id, words of the text to show where no title is known: its headline, else how it begins."""
        return views.headlines(self._engine, version_ids)

    def texts(self, version_ids: Iterable[str]) -> Iterator[tuple[str, str]]:
        """(version id, text) of those versions that are stored, a few hundred in memory at a time."""
        return views.texts(self._engine, version_ids)

    def statement(self, statement_id: str) -> StatementRow | None:
        """One statement as shown, or as the last run found it where it is not shown; None if it is not stored."""
        return views.statement(self._engine, statement_id)

    def statement_rows_of(self, ids: Iterable[str]) -> dict[str, StatementRow]:
        """By id, the statements shown among ``ids``; a corrected one also by the id of the statement it replaces."""
        return views.statement_rows_of(self._engine, ids)

    def positions(self, wanted: PositionFilter, objects: Sequence[str]) -> Iterator[PositionFact]:
        """The positions shown on actors with exactly one of these names, case and diacritics aside.

        Rejected ones are among them, with their decision. UsageError for a filter that means nothing.
        """
        return views.positions(self._engine, wanted, "object", objects)

    def positions_by(self, speakers: Sequence[str], wanted: PositionFilter) -> Iterator[PositionFact]:
        """The positions shown of speakers with exactly one of these names, on whomever."""
        return views.positions(self._engine, wanted, "speaker", speakers)

    def voices_on(self, wanted: PositionFilter, objects: Sequence[str]) -> list[VoiceFact]:
        """The passages shown in which a writer judges an actor with one of these names; UsageError as ``positions``."""
        with transaction(self._engine) as connection:
            return list(voice_views.voices_on(connection, wanted, objects))

    def voices_in(self, wanted: PositionFilter, version_ids: Iterable[str]) -> list[VoiceFact]:
        """The passages shown of these versions in which the writer evaluates."""
        with transaction(self._engine) as connection:
            return list(voice_views.voices_in(connection, wanted, version_ids))

    def labels_on(self, wanted: PositionFilter, names: Sequence[str]) -> list[LabelFact]:
        """The labels shown of actors with one of these names, and those that they use or dispute; UsageError as ``positions``."""
        with transaction(self._engine) as connection:
            return list(label_views.labels_on(connection, wanted, names))

    def labels_in(self, wanted: PositionFilter, version_ids: Iterable[str]) -> list[LabelFact]:
        """The labels shown of these versions."""
        with transaction(self._engine) as connection:
            return list(label_views.labels_in(connection, wanted, version_ids))

    def labels(self) -> Iterator[LabelFact]:
        """Every label shown, in the order added."""
        with transaction(self._engine) as connection:
            yield from label_views.all_labels(connection)

    def placed(self, ids: Iterable[str]) -> list[Placed]:
        """The positions shown of the statements ``ids``, with the spans that name their objects and issues."""
        with transaction(self._engine) as connection:
            return list(placed.placed(connection, ids))

    def names(self, term: str) -> list[NameRow]:
        """Names in what is shown with all words of ``term``; ``positions`` are on the name, ``statements`` by it."""
        return views.names(self._engine, term)

    def all_names(self) -> list[NameRow]:
        """Names that are object or speaker of a position in what is shown, to suggest from; ``readings`` is not counted."""
        return views.all_names(self._engine)

    def quoted(self) -> dict[str, int]:
        """By name, the statements shown that it is a speaker of."""
        with transaction(self._engine) as connection:
            return quoted.quoted(connection)

    def articles(self, containing: str | None = None) -> Iterator[ArticleRow]:
        """Every article in its newest version; ``containing``: words in its text or in a title it had."""
        return views.articles(self._engine, containing)

    def runs(self) -> list[RunRow]:
        """Every run, the first one first."""
        return views.runs(self._engine)

    def outcomes(self) -> Iterator[OutcomeRow]:
        """Every item that was skipped or failed, and why."""
        return views.outcomes(self._engine)

    def reading(self, version_id: str, run_id: str | None = None) -> Reading | None:
        """The current reading of a version, or the one by ``run_id``; equal to what was stored."""
        return views.stored_reading(self._engine, version_id, run_id)

    def raw(self, version_id: str) -> bytes | None:
        """The bytes that the version was made of; None if they were not kept."""
        with transaction(self._engine) as connection:
            return raw_bytes.kept(connection, version_id)

    def pin(self, reading_id: str) -> None:
        """Makes this reading the current one of its version, and keeps it so whatever is read later."""
        pins.pin(self._engine, reading_id)

    def unpin(self, version_id: str) -> None:
        """Makes the last reading of the version the current one again."""
        pins.unpin(self._engine, version_id)

    def judge(self, judgement: Judgement, correction: Correction | None = None) -> bool:
        """Appends a person's decision, safe from a power loss; whether it is new. A *fix* brings its ``correction``.

        UsageError for a decision that means nothing and for a correction that does not hold in its text.
        """
        return judgements.append(self._engine, judgement, correction)

    def judge_all(self, entries: Sequence[tuple[Judgement, Correction | None]]) -> int:
        """Appends several decisions in their order, all or none; how many are new. As ``judge``."""
        return judgements.append_all(self._engine, entries)

    def judged_as(self, statement_id: str) -> str:
        """The id to judge a statement under: a person's statement is judged as the one it replaces."""
        with transaction(self._engine) as connection:
            return corrections.judged_as(connection, statement_id)

    def correction(self, judgement_id: str) -> Correction | None:
        """What a *fix* put in place, whether it stands or not; None if there is no such fix."""
        with transaction(self._engine) as connection:
            return corrections.correction_by(connection, judgement_id)

    def shown_correction(self, statement_id: str) -> Correction | None:
        """What is shown in place of the statement; None if it is shown as a run found it."""
        with transaction(self._engine) as connection:
            return corrections.shown_in_place(connection, statement_id)

    def judgements(self, subject: str) -> list[Judgement]:
        """Everything ever decided about ``subject``, undone or not, in the order written."""
        with transaction(self._engine) as connection:
            return judgements.of(connection, subject)

    def latest(self, subject: str) -> Judgement | None:
        """The decision about ``subject`` that stands, those taken back aside."""
        return judgements.latest(self.judgements(subject))

    def registry(self) -> "Registry":
        """Actors across articles, and what was decided about them."""
        from sayso.ledger.registry import Registry  # takes 0.1 s to import, which reading and adding need not wait for

        return Registry(self._engine)

    def audits(self) -> "Audits":
        """Articles whole, for an audit."""
        from sayso.ledger.audit_views import Audits  # reading and adding need not wait for its queries

        return Audits(self._engine)

    def removals(self) -> "Removals":
        """Retracting articles and forgetting people."""
        from sayso.ledger.removals import Removals  # imports the registry, as above

        return Removals(self._engine)

    def verify(self) -> verify.Verification:
        """The proof: iterate over its problems, then ask ``checked`` how many rows of each table were looked at."""
        return verify.Verification(self._engine)
