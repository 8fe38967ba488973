"""The proof of a ledger: every id made again, every text digested again, every span cut again.

Version by version, so that memory holds one article. Reads only, but for the comparison of the search index with
its rows, which SQLite does under the write lock.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Engine, Row, select
from sqlalchemy.exc import DBAPIError

from sayso.ledger import search
from sayso.ledger.connection import transaction
from sayso.ledger.schema import (
    article,
    block,
    current,
    finding,
    judgement,
    newest,
    reading,
    run,
    span,
    statement,
    unattributed_quote,
    version,
)
from sayso.records.ids import (
    article_id,
    finding_id,
    reading_id,
    run_id,
    statement_id,
    text_sha256,
    version_id,
)
from sayso.records.judgement import DECISIONS
from sayso.records.problem import Problem
from sayso.records.span import Span


class Verification:
    """Iterate once over its problems; then ``checked`` says how many of each kind were looked at."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.checked: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Problem]:
        with transaction(self._engine) as connection:
            yield from self._file(connection)
            yield from self._runs(connection)
            for row in _versions(connection):
                yield from self._version(connection, row)
            yield from self._pointers(connection)
            yield from self._judgements(connection)
        yield from self._search()

    def _file(self, connection: Connection) -> Iterator[Problem]:
        for (found,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if found != "ok":
                yield Problem("file", "sqlite", str(found))
        for table, rowid, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield Problem("key", f"{table} {rowid}", f"refers to a row of {parent} that is not there")

    def _runs(self, connection: Connection) -> Iterator[Problem]:
        for row in connection.execute(select(run)):
            self.checked["runs"] += 1
            yield from _same_id("run", row.id, run_id(model=row.model, settings=row.settings, code=row.code))

    def _version(self, connection: Connection, row: Row[Any]) -> Iterator[Problem]:
        self.checked["versions"] += 1
        try:
            digest = text_sha256(row.text)
        except UnicodeEncodeError:
            yield Problem("text", row.id, "the text cannot be encoded")
            return
        if digest != row.text_sha256:
            yield Problem("text", row.id, f"the text has digest {digest[:12]}…, not {row.text_sha256[:12]}…")
        made = article_id(
            publisher=row.publisher,
            url=row.url,
            given_id=row.given_id,
            collection=row.collection,
            text_digest=row.text_sha256,
        )
        if row.url is not None or row.given_id is not None:
            yield from _same_id("article", row.article_id, made)
        elif row.first:
            yield from _same_id("article", row.article_id, made)
        yield from _same_id("version", row.id, version_id(row.article_id, row.text_sha256))
        yield from self._statements(connection, row)
        for found in connection.execute(_readings(row.key)).all():
            yield from self._reading(connection, row, found)

    def _statements(self, connection: Connection, row: Row[Any]) -> Iterator[Problem]:
        for found in connection.execute(select(statement).where(statement.c.version == row.key)).all():
            self.checked["statements"] += 1
            parts: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
            whole = True
            ordered = select(span).where(span.c.statement == found.key).order_by(span.c.number)
            for piece in connection.execute(ordered):
                self.checked["spans"] += 1
                problem = _cut(row.text, piece.start, piece.end, piece.text, f"{found.id} {piece.part}")
                if problem is not None:
                    whole = False
                    yield problem
                if len(piece.text) == piece.end - piece.start:
                    parts[piece.part].append(Span(piece.start, piece.end, piece.text))
                else:
                    whole = False
            if whole or all(parts.values()):
                yield from _same_id("statement", found.id, statement_id(row.id, **parts))

    def _reading(self, connection: Connection, row: Row[Any], found: Row[Any]) -> Iterator[Problem]:
        self.checked["readings"] += 1
        yield from _same_id("reading", found.id, reading_id(row.id, found.run_id))
        counts = {"findings": 0, "quotes": 0, "blocks": 0}
        for each in connection.execute(_findings(found.key)):
            counts["findings"] += 1
            yield from _same_id("finding", each.id, finding_id(found.id, each.statement_id))
            sentence = _cut(row.text, each.sentence_start, each.sentence_end, each.sentence, f"{each.id} sentence")
            if sentence is not None:
                yield sentence
        for name, table in (("quotes", unattributed_quote), ("blocks", block)):
            for piece in connection.execute(select(table).where(table.c.reading == found.key)):
                counts[name] += 1
                problem = _cut(row.text, piece.start, piece.end, piece.text, f"{found.id} {name} {piece.number}")
                if problem is not None:
                    yield problem
        stated = {"findings": found.statements, "quotes": found.quotes, "blocks": found.blocks}
        for name, count in counts.items():
            self.checked[name] += count
            if count != stated[name]:
                yield Problem("count", found.id, f"has {count} {name}, not {stated[name]} as recorded")

    def _pointers(self, connection: Connection) -> Iterator[Problem]:
        shown = (
            select(version.c.id, reading.c.version.label("of"), version.c.key)
            .select_from(version)
            .outerjoin(current, current.c.version == version.c.key)
            .outerjoin(reading, reading.c.key == current.c.reading)
        )
        for row in connection.execute(shown):
            if row.of != row.key:
                yield Problem("pointer", row.id, "its current reading is missing or of another version")
        latest = (
            select(article.c.id, article.c.key, version.c.article.label("of"))
            .select_from(article)
            .outerjoin(newest, newest.c.article == article.c.key)
            .outerjoin(version, version.c.key == newest.c.version)
        )
        for row in connection.execute(latest):
            self.checked["articles"] += 1
            if row.of != row.key:
                yield Problem("pointer", row.id, "its newest version is missing or of another article")

    def _judgements(self, connection: Connection) -> Iterator[Problem]:
        for row in connection.execute(select(judgement)):
            self.checked["judgements"] += 1
            if row.decision not in DECISIONS:
                yield Problem("judgement", row.id, f"{row.decision!r} is no decision")

    def _search(self) -> Iterator[Problem]:
        for index in search.INDEXES:
            try:
                with transaction(self._engine, write=True) as connection:
                    search.check(connection, index)
            except DBAPIError as error:
                yield Problem("search", index, f"differs from the rows it was made from: {error.orig}")
            except Exception as error:  # the connection explains some database errors as errors of its own
                yield Problem("search", index, f"cannot be compared with its rows: {error}")


def _versions(connection: Connection) -> Iterator[Row[Any]]:
    """Each version with its article, one at a time; ``first``: whether it is the article's first."""
    keys = connection.execute(select(version.c.key, version.c.article).order_by(version.c.article, version.c.key)).all()
    before: int | None = None
    for key, of in keys:
        query = (
            select(
                version,
                article.c.id.label("article_id"),
                *(article.c[name] for name in ("publisher", "url", "given_id", "collection")),
                (select(of != before).scalar_subquery()).label("first"),
            )
            .join(article, article.c.key == version.c.article)
            .where(version.c.key == key)
        )
        yield connection.execute(query).one()
        before = of


def _readings(version_key: int) -> Any:
    return select(reading, run.c.id.label("run_id")).join(run).where(reading.c.version == version_key)


def _findings(reading_key: int) -> Any:
    return (
        select(finding, statement.c.id.label("statement_id"))
        .join(statement, statement.c.key == finding.c.statement)
        .where(finding.c.reading == reading_key)
    )


def _same_id(kind: str, stored: str, made: str) -> Iterator[Problem]:
    if stored != made:
        yield Problem("id", stored, f"the {kind} it stands for has id {made}")


def _cut(text: str, start: int, end: int, recorded: str, where: str) -> Problem | None:
    if text[start:end] == recorded and len(recorded) == end - start:
        return None
    return Problem("span", where, f"[{start}, {end}) does not hold {recorded!r}")
