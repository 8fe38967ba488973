"""When an article was updated, what its dates rest on, and the bytes it was made of; unknown of what was there."""

from alembic import op

revision = "0008"
down_revision = "0007"

BASES = "IN ('text', 'metadata', 'given')"
DDL = (
    "ALTER TABLE article_metadata ADD COLUMN updated TEXT",
    *(
        f"ALTER TABLE article_metadata ADD COLUMN {date}_basis TEXT CHECK ({date}_basis {BASES})"
        for date in ("published", "updated", "retrieved")
    ),
    """CREATE TABLE raw (
	"key" INTEGER NOT NULL,
	sha256 TEXT NOT NULL,
	packed BLOB NOT NULL,
	added_at TEXT NOT NULL,
	PRIMARY KEY ("key"),
	UNIQUE (sha256)
)
 STRICT""",
)

GROWING = ("raw",)


def upgrade() -> None:
    execute = op.get_bind().exec_driver_sql
    for part in DDL:
        execute(part)
    for table in GROWING:
        execute(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{table} is append-only: a row is never changed'); END"
        )
        execute(
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{table} is append-only: a row is never removed'); END"
        )
