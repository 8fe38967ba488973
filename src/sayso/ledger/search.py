"""Full-text search, the one place that knows how it is done (FTS5); callers get selects of keys.

The index keeps no text of its own: it is an external-content one, so that no character is stored twice, and
SQLite can compare it with the rows it was made from. (A contentless one could not be compared, and before SQLite 3.43
could not forget a row.) Triggers feed it, so no writer can forget to; they only insert, since the rows never change.

A term is always a phrase of plain words. Case and diacritics do not count, and neither does what stands between
the words: what a search finds is a candidate wherever the exact characters matter.
"""

import re
import unicodedata
from typing import Any, Literal

from sqlalchemy import Connection, Select, column, select, table

from sayso.errors import UsageError

Field = Literal["source", "content", "sentence"]

_STATEMENTS = table("statement_search", column("rowid"), column("statement_search"))
_TEXTS = table("text_search", column("rowid"), column("text_search"))
_CORRECTIONS = table("correction_search", column("rowid"), column("correction_search"))
_TITLES = table("title_search", column("rowid"), column("title_search"))

_TOKENIZE = "tokenize='unicode61 remove_diacritics 2'"

INDEXES = ("statement_search", "text_search", "title_search", "correction_search")

DDL = (
    """CREATE VIEW statement_text AS SELECT finding."key" AS "key",
 coalesce((SELECT group_concat(text, ' […] ') FROM (SELECT text FROM span
 WHERE statement = finding.statement AND part = 'source' ORDER BY number)), '') AS source,
 coalesce((SELECT group_concat(text, ' […] ') FROM (SELECT text FROM span
 WHERE statement = finding.statement AND part = 'content' ORDER BY number)), '') AS content,
 finding.sentence AS sentence FROM finding""",
    "CREATE VIRTUAL TABLE statement_search USING fts5(source, content, sentence,"
    f" content='statement_text', content_rowid='key', {_TOKENIZE})",
    f"CREATE VIRTUAL TABLE text_search USING fts5(text, content='version', content_rowid='key', {_TOKENIZE})",
    f"CREATE VIRTUAL TABLE title_search USING fts5(title, content='article_metadata', content_rowid='key', {_TOKENIZE})",
    "CREATE TRIGGER finding_search AFTER INSERT ON finding BEGIN"
    " INSERT INTO statement_search(rowid, source, content, sentence)"
    ' SELECT "key", source, content, sentence FROM statement_text WHERE "key" = new."key"; END',
    "CREATE TRIGGER version_search AFTER INSERT ON version BEGIN"
    ' INSERT INTO text_search(rowid, text) VALUES (new."key", new.text); END',
    "CREATE TRIGGER article_metadata_search AFTER INSERT ON article_metadata BEGIN"
    ' INSERT INTO title_search(rowid, title) VALUES (new."key", new.title); END',
    """CREATE VIEW correction_text AS SELECT correction."key" AS "key",
 coalesce((SELECT group_concat(text, ' […] ') FROM (SELECT text FROM span
 WHERE statement = correction.statement AND part = 'source' ORDER BY number)), '') AS source,
 coalesce((SELECT group_concat(text, ' […] ') FROM (SELECT text FROM span
 WHERE statement = correction.statement AND part = 'content' ORDER BY number)), '') AS content,
 correction.sentence AS sentence FROM correction""",
    "CREATE VIRTUAL TABLE correction_search USING fts5(source, content, sentence,"
    f" content='correction_text', content_rowid='key', {_TOKENIZE})",
    "CREATE TRIGGER correction_search_feed AFTER INSERT ON correction BEGIN"
    " INSERT INTO correction_search(rowid, source, content, sentence)"
    ' SELECT "key", source, content, sentence FROM correction_text WHERE "key" = new."key"; END',
)
"""The index and what feeds it; the migrations that brought it hold their own copies."""


def phrase(term: str) -> str:
    """``term`` as one quoted phrase of the query language, in which nothing is an operator.

    UsageError if it holds no letter and no digit: such a term can match nothing.
    """
    if not any(unicodedata.category(character)[0] in "LN" for character in term):
        raise UsageError(f"nothing to search for in {term!r}: give at least one word")
    plain = re.sub("[\0\ud800-\udfff]", " ", term)
    return '"' + plain.replace('"', '""') + '"'


def statement_keys(term: str, *fields: Field) -> Select[Any]:
    """Keys of the findings with ``term`` in one of ``fields``, in the order they were added."""
    return select(_STATEMENTS.c.rowid).where(
        _STATEMENTS.c.statement_search.op("MATCH")(f"{{{' '.join(fields)}}} : {phrase(term)}")
    )


def correction_keys(term: str, *fields: Field) -> Select[Any]:
    """Keys of the corrections with ``term`` in one of ``fields``."""
    return select(_CORRECTIONS.c.rowid).where(
        _CORRECTIONS.c.correction_search.op("MATCH")(f"{{{' '.join(fields)}}} : {phrase(term)}")
    )


def version_keys(term: str) -> Select[Any]:
    """Keys of the versions with ``term`` in their text."""
    return select(_TEXTS.c.rowid).where(_TEXTS.c.text_search.op("MATCH")(phrase(term)))


def metadata_keys(term: str) -> Select[Any]:
    """Keys of the metadata rows with ``term`` in the title."""
    return select(_TITLES.c.rowid).where(_TITLES.c.title_search.op("MATCH")(phrase(term)))


def check(connection: Connection, index: str) -> None:
    """Compares ``index`` with its rows; a database error if they differ. Needs a transaction that may write."""
    connection.exec_driver_sql(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
