"""The tables. Integer keys join; an id is a unique column. Text is stored exactly; nothing is normalised.

Every table holds what happened and only grows, except two: ``current`` (which reading of a version is shown) and
``newest`` (which version and which metadata of an article are shown) point, and may be pointed elsewhere.
Triggers refuse every other UPDATE and DELETE, also to programs that are not Sayso.
"""

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    insert,
)

from sayso.ledger import search

REVISIONS = ("0001", "0002", "0003")
"""Every revision a ledger can have, oldest first; the migrations of the same names lead from one to the next."""

HEAD = REVISIONS[-1]

metadata = MetaData()


def _key() -> Column[int]:
    return Column("key", Integer, primary_key=True)


def _to(name: str, table: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(f"{table}.key"), nullable=nullable)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _id() -> Column[str]:
    return Column("id", Text, nullable=False, unique=True)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _stretches(name: str, *more: Column[str]) -> Table:
    """A table of the stretches of text that a reading numbers, with ``more`` known of each."""
    return Table(
        name,
        metadata,
        _to("reading", "reading"),
        _number("number"),
        *more,
        _number("start"),
        _number("end"),
        _text("text"),
        PrimaryKeyConstraint("reading", "number"),
        CheckConstraint('0 <= start AND start < "end"'),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


article = Table(
    "article",
    metadata,
    _key(),
    _id(),
    Column("publisher", Text),
    Column("url", Text),
    Column("given_id", Text),
    Column("collection", Text),
    _text("added_at"),
    sqlite_strict=True,
)

article_metadata = Table(
    "article_metadata",
    metadata,
    _key(),
    Column("article", Integer, ForeignKey("article.key"), nullable=False, index=True),
    Column("title", Text),
    Column("agency", Text),
    _text("authors"),
    _text("genre"),
    Column("section", Text),
    Column("language", Text),
    Column("published", Text),
    Column("retrieved", Text),
    Column("supersedes", Text),
    Column("weight", REAL),
    Column("input_name", Text),
    _text("added_at"),
    sqlite_strict=True,
)

version = Table(
    "version",
    metadata,
    _key(),
    _id(),
    Column("article", Integer, ForeignKey("article.key"), nullable=False, index=True),
    _text("text_sha256"),
    Column("raw_sha256", Text),
    _text("added_at"),
    _text("text"),
    sqlite_strict=True,
)

newest = Table(
    "newest",
    metadata,
    Column("article", Integer, ForeignKey("article.key"), primary_key=True),
    _to("version", "version"),
    _to("metadata", "article_metadata"),
    sqlite_strict=True,
)

run = Table(
    "run",
    metadata,
    _key(),
    _id(),
    _text("model"),
    _text("settings"),
    _text("code"),
    _text("added_at"),
    sqlite_strict=True,
)

reading = Table(
    "reading",
    metadata,
    _key(),
    _id(),
    _to("version", "version"),
    Column("run", Integer, ForeignKey("run.key"), nullable=False, index=True),
    _number("statements"),
    _number("quotes"),
    _number("blocks"),
    _text("read_at"),
    Column("language", Text),
    Column("language_basis", Text, CheckConstraint("language_basis IN ('detected', 'given')")),
    UniqueConstraint("version", "run"),
    sqlite_strict=True,
)

current = Table(
    "current",
    metadata,
    Column("version", Integer, ForeignKey("version.key"), primary_key=True),
    _to("reading", "reading"),
    _number("pinned"),
    CheckConstraint("pinned IN (0, 1)"),
    sqlite_strict=True,
)

block = _stretches("block", _text("kind"))

unattributed_quote = _stretches("unattributed_quote")

statement = Table(
    "statement",
    metadata,
    _key(),
    _id(),
    Column("version", Integer, ForeignKey("version.key"), nullable=False, index=True),
    sqlite_strict=True,
)

span = Table(
    "span",
    metadata,
    _to("statement", "statement"),
    _text("part"),
    _number("number"),
    _number("start"),
    _number("end"),
    _text("text"),
    PrimaryKeyConstraint("statement", "part", "number"),
    CheckConstraint("part IN ('source', 'cue', 'content')"),
    CheckConstraint('0 <= start AND start < "end"'),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

finding = Table(
    "finding",
    metadata,
    _key(),
    _id(),
    _to("reading", "reading"),
    _number("number"),
    Column("statement", Integer, ForeignKey("statement.key"), nullable=False, index=True),
    _text("form"),
    _text("marks"),
    Column("confidence", REAL, nullable=False),
    _to("parent", "statement", nullable=True),
    _number("sentence_start"),
    _number("sentence_end"),
    _text("sentence"),
    UniqueConstraint("reading", "number"),
    CheckConstraint("0 <= sentence_start AND sentence_start < sentence_end"),
    sqlite_strict=True,
)

judgement = Table(
    "judgement",
    metadata,
    _key(),
    _id(),
    Column("subject", Text, nullable=False, index=True),
    _text("decision"),
    _text("judge"),
    _text("made_at"),
    Column("note", Text),
    Column("replacement", Text),
    Column("undoes", Text),
    sqlite_strict=True,
)

outcome = Table(
    "outcome",
    metadata,
    _key(),
    _to("run", "run"),
    Column("input_name", Text, nullable=False, index=True),
    Column("line", Integer),
    Column("given_id", Text),
    _text("ending"),
    Column("reason", Text),
    Column("version", Text),
    _text("at"),
    CheckConstraint("ending IN ('skipped', 'failed')"),
    sqlite_strict=True,
)

alembic_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Where the ledger's revision stands: the table as Alembic makes it, so that a new ledger needs no Alembic."""

GROWING = (
    article,
    article_metadata,
    version,
    run,
    reading,
    block,
    unattributed_quote,
    statement,
    span,
    finding,
    judgement,
    outcome,
)
"""Rows are added to these tables and neither changed nor removed."""


def guards(table: str) -> tuple[str, str]:
    """The triggers that keep the rows of ``table`` as they were written."""
    return (
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}"
        f" BEGIN SELECT RAISE(ABORT, '{table} is append-only: a row is never changed'); END",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}"
        f" BEGIN SELECT RAISE(ABORT, '{table} is append-only: a row is never removed'); END",
    )


def create(connection: Connection) -> None:
    """All tables, triggers and the search index, in the transaction of ``connection``, stamped with HEAD."""
    metadata.create_all(connection, checkfirst=False)
    for table in GROWING:
        for guard in guards(table.name):
            connection.exec_driver_sql(guard)
    for part in search.DDL:
        connection.exec_driver_sql(part)
    connection.execute(insert(alembic_version).values(version_num=HEAD))
