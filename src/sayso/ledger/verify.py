"""Proving a ledger: that the file is sound, that every id and digest recomputes, that every span holds in its text.

Nothing is trusted that can be computed, and nothing is repaired. Articles are taken one at a time, all of them
from one state of the ledger, so memory does not grow with its size and a writer need not wait.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from sayso.errors import LedgerBusy, LedgerError
from sayso.ledger import (
    correction_proofs,
    label_proofs,
    position_proofs,
    proofs,
    raw_bytes,
    removal_proofs,
    search,
    voice_proofs,
)
from sayso.ledger.batches import BATCH
from sayso.ledger.connection import transaction
from sayso.ledger.schema import article, article_metadata, current, judgement, newest, reading, run, statement, version
from sayso.records.ids import run_id
from sayso.records.problem import Problem


class Verification:
    """The problems of a ledger, found while iterated over. ``checked`` counts what was looked at so far, by kind."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._checked: Counter[str] = Counter()
        self._redacted: Mapping[str, str] = {}

    @property
    def checked(self) -> Mapping[str, int]:
        return dict(self._checked)

    def __iter__(self) -> Iterator[Problem]:
        """Each problem once. A file too damaged to be read ends the proof with a problem of kind ``file``."""
        from sayso.ledger import registry_proofs  # takes 0.1 s to import, which opening a ledger need not wait for

        self._checked.clear()
        try:
            with transaction(self._engine) as connection:
                yield from self._file(connection)
                yield from self._runs(connection)
                yield from position_proofs.name_problems(connection, self._checked)
                self._redacted = removal_proofs.redactions(connection)
                yield from self._articles(connection)
                yield from self._judgements(connection)
                yield from correction_proofs.standing_problems(connection, self._checked)
                yield from registry_proofs.registry_problems(connection, self._checked)
                yield from removal_proofs.tombstone_problems(connection, self._checked)
                yield from raw_bytes.raw_problems(connection, self._checked)
            for index in search.INDEXES:
                yield from self._search(index)
        except LedgerBusy:
            raise
        except LedgerError as error:
            yield Problem("file", str(self._engine.url.database), str(error))

    def _file(self, connection: Connection) -> Iterator[Problem]:
        for (message,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if message != "ok":
                yield Problem("file", str(self._engine.url.database), message)
        for table, rowid, parent, _number in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield Problem("key", f"{table} {rowid}", f"points to a row of {parent} that is not there")

    def _runs(self, connection: Connection) -> Iterator[Problem]:
        for row in connection.execute(select(run)):
            self._checked["runs"] += 1
            yield from proofs.same_id(row.id, run_id(model=row.model, settings=row.settings, code=row.code))

    def _articles(self, connection: Connection) -> Iterator[Problem]:
        for keys in connection.execute(select(article.c.key).order_by(article.c.key)).scalars().partitions(BATCH):
            for key in keys:
                yield from self._article(connection, key)

    def _article(self, connection: Connection, key: int) -> Iterator[Problem]:
        whole = connection.execute(select(article).where(article.c.key == key)).one()
        self._checked["articles"] += 1
        yield from self._pointer(connection, whole)
        for row in connection.execute(select(version).where(version.c.article == key).order_by(version.c.key)).all():
            self._checked["versions"] += 1
            yield from proofs.version_problems(whole, row, self._redacted)
            yield from self._version(connection, row)

    def _pointer(self, connection: Connection, whole: Row[Any]) -> Iterator[Problem]:
        """The newest version and metadata are the last ones that were added to this article."""
        shown = connection.execute(select(newest).where(newest.c.article == whole.key)).one_or_none()
        for table, column in ((version, "version"), (article_metadata, "metadata")):
            keys = connection.execute(select(table.c.key).where(table.c.article == whole.key)).scalars().all()
            self._checked["metadata"] += len(keys) if table is article_metadata else 0
            if shown is None or not keys or getattr(shown, column) != max(keys):
                yield Problem("pointer", whole.id, f"the {column} shown is not the last one added")

    def _version(self, connection: Connection, row: Row[Any]) -> Iterator[Problem]:
        shown = connection.execute(select(current).where(current.c.version == row.key)).one_or_none()
        statements = connection.execute(select(statement).where(statement.c.version == row.key)).all()
        self._checked["statements"] += len(statements)
        yield from proofs.statement_problems(connection, row, statements, self._checked)
        yield from position_proofs.position_problems(connection, row, self._checked)
        yield from correction_proofs.correction_problems(connection, row, self._checked)
        yield from voice_proofs.voice_problems(connection, row, self._checked)
        readings = connection.execute(
            select(reading, run.c.id.label("run_id"))
            .outerjoin(run, run.c.key == reading.c.run)
            .where(reading.c.version == row.key)
            .order_by(reading.c.key)
        ).all()
        for read in readings:
            self._checked["readings"] += 1
            yield from proofs.reading_problems(connection, row, read, self._checked)
            yield from position_proofs.reading_position_problems(connection, row, read, self._checked)
            yield from label_proofs.reading_label_problems(connection, row, read, self._checked)
            yield from voice_proofs.reading_voice_problems(connection, row, read, self._checked)
        keys = [read.key for read in readings]
        if shown is None or shown.reading not in keys:
            yield Problem("pointer", row.id, "the current reading is not a reading of this version")
        elif not shown.pinned and shown.reading != max(keys):
            yield Problem("pointer", row.id, "the current reading is neither the last one nor pinned")

    def _judgements(self, connection: Connection) -> Iterator[Problem]:
        taken_back = judgement.alias("taken_back")
        query = (
            select(judgement.c.id, judgement.c.subject, judgement.c.undoes, judgement.c.decision)
            .add_columns(statement.c.key.label("statement"), taken_back.c.subject.label("about"))
            .outerjoin(statement, statement.c.id == judgement.c.subject)
            .outerjoin(taken_back, taken_back.c.id == judgement.c.undoes)
            .order_by(judgement.c.key)
        )
        for row in connection.execute(query):
            self._checked["judgements"] += 1
            if row.statement is None:
                yield Problem("judgement", row.id, f"is about {row.subject}, which is not in the ledger")
            if row.decision == "undo" and row.about != row.subject:
                yield Problem("judgement", row.id, f"takes back {row.undoes}, which is no judgement about its subject")

    def _search(self, index: str) -> Iterator[Problem]:
        """SQLite takes the comparison for a write, so it waits for a writer; nothing is written."""
        self._checked["search indexes"] += 1
        try:
            with transaction(self._engine, write=True) as connection:
                search.check(connection, index)
        except LedgerBusy:
            raise
        except LedgerError as error:
            yield Problem("search", index, f"does not match the rows it was made from: {error.__cause__}")
