"""The ledger: what other packages open, ask and write to."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from sayso.ledger import judgements, pins, verify, views
from sayso.ledger.connection import BUSY_TIMEOUT, location, open_engine, transaction
from sayso.ledger.opening import prepare
from sayso.ledger.writer import Writer
from sayso.records.corpus import Corpus
from sayso.records.filter import StatementFilter
from sayso.records.judgement import Judgement
from sayso.records.reading import Reading
from sayso.records.row import ArticleRow, OutcomeRow, RunRow, StatementRow


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

    def statement(self, statement_id: str) -> StatementRow | None:
        """One statement as shown, or as the last run found it where it is not shown; None if it is not stored."""
        return views.statement(self._engine, statement_id)

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

    def pin(self, reading_id: str) -> None:
        """Makes this reading the current one of its version, and keeps it so whatever is read later."""
        pins.pin(self._engine, reading_id)

    def unpin(self, version_id: str) -> None:
        """Makes the last reading of the version the current one again."""
        pins.unpin(self._engine, version_id)

    def judge(self, judgement: Judgement) -> bool:
        """Appends a person's decision, safe from a power loss; whether it is new."""
        return judgements.append(self._engine, judgement)

    def judgements(self, subject: str) -> list[Judgement]:
        """Everything ever decided about ``subject``, undone or not, in the order written."""
        with transaction(self._engine) as connection:
            return judgements.of(connection, subject)

    def latest(self, subject: str) -> Judgement | None:
        """The decision about ``subject`` that stands, those taken back aside."""
        return judgements.latest(self.judgements(subject))

    def verify(self) -> verify.Verification:
        """The proof: iterate over its problems, then ask ``checked`` how many rows of each table were looked at."""
        return verify.Verification(self._engine)
