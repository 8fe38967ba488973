"""The writer's own voice: passages, what readings found of them, and how many; unknown of what was read before."""

from alembic import op

revision = "0007"
down_revision = "0006"

DDL = (
    "ALTER TABLE reading ADD COLUMN voices INTEGER",
    """CREATE TABLE voice (
	"key" INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY ("key"),
	CHECK (0 <= start AND start < "end"),
	UNIQUE (id),
	FOREIGN KEY(version) REFERENCES version ("key")
)
 STRICT""",
    """CREATE INDEX ix_voice_version ON voice (version)""",
    """CREATE TABLE voice_finding (
	"key" INTEGER NOT NULL,
	id TEXT NOT NULL,
	reading INTEGER NOT NULL,
	number INTEGER NOT NULL,
	voice INTEGER NOT NULL,
	confidence REAL NOT NULL,
	object INTEGER,
	object_name INTEGER,
	mention_start INTEGER,
	mention_end INTEGER,
	mention_text TEXT,
	critical REAL NOT NULL,
	supportive REAL NOT NULL,
	mixed REAL NOT NULL,
	none REAL NOT NULL,
	label TEXT NOT NULL,
	PRIMARY KEY ("key"),
	UNIQUE (reading, number),
	UNIQUE (id),
	FOREIGN KEY(reading) REFERENCES reading ("key"),
	FOREIGN KEY(voice) REFERENCES voice ("key"),
	FOREIGN KEY(object_name) REFERENCES name ("key")
)
 STRICT""",
    """CREATE INDEX ix_voice_finding_voice ON voice_finding (voice)""",
    """CREATE INDEX ix_voice_finding_object_name ON voice_finding (object_name)""",
)

GROWING = ("voice", "voice_finding")


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
