"""Storing what reading an input brought: one item, one transaction.

Nothing changes when a reading that is there is added again. One process writes at a time: a second writer waits
for the first one's transaction, at most ``busy_timeout``, and then gets LedgerBusy.
"""

from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.dialects import sqlite

from sayso.errors import InputError, UsageError
from sayso.ledger import raw_bytes, schema
from sayso.ledger.articles import store_article, store_metadata
from sayso.ledger.check import check_language, check_metadata, check_reading, check_run, escaped, id_of, metadata_fits
from sayso.ledger.clock import now
from sayso.ledger.connection import transaction
from sayso.ledger.findings import store_findings
from sayso.ledger.label_proofs import stored_counts
from sayso.ledger.tombstones import people_of, refusal
from sayso.records.ids import text_sha256, version_id
from sayso.records.language import Language
from sayso.records.reading import Item, Outcome, Reading
from sayso.records.run import Run


class Writer:
    """Adds outcomes to a ledger. What ``add`` has returned for is safe from the death of the process."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is pending: every ``add`` has been committed or rolled back."""

    def has_reading(self, version_id: str, run_id: str) -> bool:
        """Whether this run has read this version: the question to ask before reading an article."""
        with transaction(self._engine) as connection:
            return _reading_key(connection, version_id, run_id) is not None

    def add(self, outcome: Outcome, run: Run, input_name: str | None = None, raw: bytes | None = None) -> bool:
        """Whether anything was new. ``input_name`` replaces the item's own name in what is stored; ``raw`` are the bytes that the
        article was made of, to be kept with it.

        Raises InputError when the reading is not what it claims to be (nothing of this item is stored), LedgerBusy
        and LedgerError when the ledger cannot be written.
        """
        check_run(run)
        item = outcome.item
        name = item.name if input_name is None else input_name
        if outcome.ending != "done":
            with transaction(self._engine, write=True) as connection:
                return _store_ending(connection, outcome, run, name, raw)
        if item.article is None or outcome.reading is None:
            raise UsageError(f"an outcome that is done needs an article and its reading ({name}, line {item.line})")
        check_metadata(item.article)
        check_language(outcome.language)
        check_reading(item.article, outcome.reading, run)
        with transaction(self._engine, write=True) as connection:
            refused = refusal(connection, item.article, people_of(outcome.reading))
            if refused is not None:
                raise InputError(refused)
            before = _rows_written(connection)
            version = store_article(connection, item.article, outcome.reading, name)
            if _reading_key(connection, outcome.reading.version_id, run.id) is None:
                _store_reading(connection, outcome.reading, outcome.language, version, run)
            if raw is not None:
                raw_bytes.keep(connection, outcome.reading.version_id, raw)
            return _rows_written(connection) > before


def _store_reading(connection: Connection, reading: Reading, language: Language, version: int, run: Run) -> None:
    key = connection.execute(
        insert(schema.reading)
        .values(
            id=reading.id,
            version=version,
            run=_run_key(connection, run),
            statements=len(reading.statements),
            quotes=len(reading.unattributed_quotes),
            blocks=len(reading.blocks),
            read_at=now(),
            language=language.code,
            language_basis=language.basis if language.code else None,
            actors=len(reading.actors),
            mentions=sum(len(each.mentions) for each in reading.actors),
            occasions=len(reading.occasions),
            speakers=sum(len(each.speakers) for each in reading.statements)
            + sum(len(each.speakers) for each in reading.occasions),
            positions=len(reading.positions),
            voices=len(reading.voices),
            **stored_counts(reading),
        )
        .returning(schema.reading.c.key)
    ).scalar_one()
    store_findings(connection, reading, key, version)
    pointer = sqlite.insert(schema.current).values(version=version, reading=key, pinned=0)
    connection.execute(
        pointer.on_conflict_do_update(
            index_elements=["version"], set_={"reading": key}, where=schema.current.c.pinned == 0
        )
    )


def _store_ending(connection: Connection, outcome: Outcome, run: Run, name: str, raw: bytes | None) -> bool:
    """Records why an item is no reading, unless it is one already, the same has been recorded, or it was removed.

    An article that is skipped because it has been read may still tell more about itself than was known.
    """
    item = outcome.item
    if item.article is not None and refusal(connection, item.article) is not None:
        return False
    version = _version_of(item)
    before = _rows_written(connection)
    if item.article and version:
        article = connection.scalar(select(schema.version.c.article).where(schema.version.c.id == version))
        if article is not None and metadata_fits(item.article):
            store_metadata(connection, article, item.article.metadata, name)
        if article is not None and raw is not None:
            raw_bytes.keep(connection, version, raw)
    if outcome.ending == "skipped" and version and _reading_key(connection, version, run.id) is not None:
        return _rows_written(connection) > before
    row = {
        "run": _run_key(connection, run),
        "input_name": escaped(name),
        "line": item.line,
        "given_id": escaped(item.given_id or (item.article.given_id if item.article else None)),
        "ending": outcome.ending,
        "reason": escaped(outcome.reason if outcome.reason is not None else item.error),
        "version": version,
    }
    same = select(schema.outcome.c.key).where(
        *(schema.outcome.c[column].is_not_distinct_from(value) for column, value in row.items())
    )
    if connection.scalar(same) is None:
        connection.execute(insert(schema.outcome).values(at=now(), **row))
    return _rows_written(connection) > before


def _version_of(item: Item) -> str | None:
    """The id of the version an item holds, or None if it holds none that has an id."""
    if item.article is None:
        return None
    try:
        digest = text_sha256(item.article.text)
        return version_id(id_of(item.article, digest), digest)
    except UnicodeEncodeError:
        return None


def _run_key(connection: Connection, run: Run) -> int:
    known = connection.scalar(select(schema.run.c.key).where(schema.run.c.id == run.id))
    if known is not None:
        return known
    row = insert(schema.run).values(id=run.id, model=run.model, settings=run.settings, code=run.code, added_at=now())
    return connection.execute(row.returning(schema.run.c.key)).scalar_one()


def _reading_key(connection: Connection, version_id: str, run_id: str) -> int | None:
    return connection.scalar(
        select(schema.reading.c.key)
        .join(schema.version, schema.version.c.key == schema.reading.c.version)
        .join(schema.run, schema.run.c.key == schema.reading.c.run)
        .where(schema.version.c.id == version_id, schema.run.c.id == run_id)
    )


def _rows_written(connection: Connection) -> int:
    """Rows this connection has written since it was opened; only the difference between two calls means something."""
    return int(connection.exec_driver_sql("SELECT total_changes()").scalar_one())
