"""What was removed: tombstones, and the digests of what is left after a redaction."""

from alembic import op

revision = "0006"
down_revision = "0005"

DDL = (
    """CREATE TABLE tombstone (
	"key" INTEGER NOT NULL,
	kind TEXT NOT NULL,
	salt TEXT NOT NULL,
	digest TEXT NOT NULL,
	made_at TEXT NOT NULL,
	PRIMARY KEY ("key"),
	CHECK (kind IN ('article', 'person')),
	UNIQUE (digest)
)
 STRICT""",
    """CREATE TABLE redaction (
	"key" INTEGER NOT NULL,
	subject TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	made_at TEXT NOT NULL,
	PRIMARY KEY ("key")
)
 STRICT""",
    """CREATE INDEX ix_redaction_subject ON redaction (subject)""",
)

GROWING = ("tombstone", "redaction")


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
