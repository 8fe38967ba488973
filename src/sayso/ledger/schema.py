"""The tables. Integer keys join; an id is a unique column. Text is stored exactly; nothing is normalised.

Every table holds what happened and only grows, except those that point and may be pointed elsewhere: ``current`` (which
reading of a version is shown), ``newest`` (which version and which metadata of an article are shown), ``standing`` (which
decision about a statement stands), and of the registry those that ``registry_tables`` names. Triggers refuse every other
UPDATE and DELETE, also to programs that are not Sayso; ``removing`` alone lifts them, for ``retract`` and ``forget``.
"""

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    insert,
)

from sayso.ledger import (
    correction_tables,
    label_tables,
    position_tables,
    raw_tables,
    registry_tables,
    removal_tables,
    search,
    voice_tables,
)
from sayso.ledger.columns import identity, key, metadata, number, stretches, text, to, told

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")
"""Every revision a ledger can have, oldest first; the migrations of the same names lead from one to the next."""

HEAD = REVISIONS[-1]

article = Table(
    "article",
    metadata,
    key(),
    identity(),
    Column("publisher", Text),
    Column("url", Text),
    Column("given_id", Text),
    Column("collection", Text),
    text("added_at"),
    sqlite_strict=True,
)

article_metadata = Table(
    "article_metadata",
    metadata,
    key(),
    Column("article", Integer, ForeignKey("article.key"), nullable=False, index=True),
    Column("title", Text),
    Column("agency", Text),
    text("authors"),
    text("genre"),
    Column("section", Text),
    Column("language", Text),
    Column("published", Text),
    Column("retrieved", Text),
    Column("supersedes", Text),
    Column("weight", REAL),
    Column("input_name", Text),
    text("added_at"),
    Column("updated", Text),
    *(
        Column(f"{date}_basis", Text, CheckConstraint(f"{date}_basis IN ('text', 'metadata', 'given')"))
        for date in ("published", "updated", "retrieved")
    ),
    sqlite_strict=True,
)

version = Table(
    "version",
    metadata,
    key(),
    identity(),
    Column("article", Integer, ForeignKey("article.key"), nullable=False, index=True),
    text("text_sha256"),
    Column("raw_sha256", Text),
    text("added_at"),
    text("text"),
    sqlite_strict=True,
)

newest = Table(
    "newest",
    metadata,
    Column("article", Integer, ForeignKey("article.key"), primary_key=True),
    to("version", "version"),
    to("metadata", "article_metadata"),
    sqlite_strict=True,
)

run = Table(
    "run",
    metadata,
    key(),
    identity(),
    text("model"),
    text("settings"),
    text("code"),
    text("added_at"),
    sqlite_strict=True,
)

reading = Table(
    "reading",
    metadata,
    key(),
    identity(),
    to("version", "version"),
    Column("run", Integer, ForeignKey("run.key"), nullable=False, index=True),
    number("statements"),
    number("quotes"),
    number("blocks"),
    text("read_at"),
    Column("language", Text),
    Column("language_basis", Text, CheckConstraint("language_basis IN ('detected', 'given')")),
    *(Column(name, Integer) for name in ("actors", "mentions", "occasions", "speakers", "positions")),
    Column("voices", Integer),
    *(Column(name, Integer) for name in ("titles", "labels", "collectives")),
    UniqueConstraint("version", "run"),
    sqlite_strict=True,
)

current = Table(
    "current",
    metadata,
    Column("version", Integer, ForeignKey("version.key"), primary_key=True),
    to("reading", "reading"),
    number("pinned"),
    CheckConstraint("pinned IN (0, 1)"),
    sqlite_strict=True,
)

block = stretches("block", text("kind"))

unattributed_quote = stretches("unattributed_quote")

statement = Table(
    "statement",
    metadata,
    key(),
    identity(),
    Column("version", Integer, ForeignKey("version.key"), nullable=False, index=True),
    sqlite_strict=True,
)

span = Table(
    "span",
    metadata,
    to("statement", "statement"),
    text("part"),
    number("number"),
    number("start"),
    number("end"),
    text("text"),
    PrimaryKeyConstraint("statement", "part", "number"),
    CheckConstraint("part IN ('source', 'cue', 'content')"),
    CheckConstraint('0 <= start AND start < "end"'),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

finding = Table(
    "finding",
    metadata,
    key(),
    identity(),
    to("reading", "reading"),
    number("number"),
    Column("statement", Integer, ForeignKey("statement.key"), nullable=False, index=True),
    text("form"),
    text("marks"),
    Column("confidence", REAL, nullable=False),
    to("parent", "statement", nullable=True),
    number("sentence_start"),
    number("sentence_end"),
    text("sentence"),
    Column("status", Text),
    Column("move", Text),
    *told(),
    Column("occasion", Integer),
    UniqueConstraint("reading", "number"),
    CheckConstraint("0 <= sentence_start AND sentence_start < sentence_end"),
    sqlite_strict=True,
)

judgement = Table(
    "judgement",
    metadata,
    key(),
    identity(),
    Column("subject", Text, nullable=False, index=True),
    text("decision"),
    text("judge"),
    text("made_at"),
    Column("note", Text),
    Column("replacement", Text),
    Column("undoes", Text),
    sqlite_strict=True,
)

outcome = Table(
    "outcome",
    metadata,
    key(),
    to("run", "run"),
    Column("input_name", Text, nullable=False, index=True),
    Column("line", Integer),
    Column("given_id", Text),
    text("ending"),
    Column("reason", Text),
    Column("version", Text),
    text("at"),
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
    *position_tables.GROWING,
    *correction_tables.GROWING,
    *registry_tables.GROWING,
    *removal_tables.GROWING,
    *raw_tables.GROWING,
    *voice_tables.GROWING,
    *label_tables.GROWING,
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
    for part in (*search.DDL, *registry_tables.DDL):
        connection.exec_driver_sql(part)
    connection.execute(insert(alembic_version).values(version_num=HEAD))
