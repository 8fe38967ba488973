"""Titles, labels and sizes of actors, and how many; unknown of what was read before."""

from alembic import op

revision = "0009"
down_revision = "0008"

DDL = (
    *(f"ALTER TABLE reading ADD COLUMN {counted} INTEGER" for counted in ("titles", "labels", "collectives")),
    """CREATE TABLE title (
	reading INTEGER NOT NULL,
	number INTEGER NOT NULL,
	actor INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (reading, number),
	FOREIGN KEY(reading, actor) REFERENCES actor (reading, number),
	CHECK (0 <= start AND start < "end"),
	FOREIGN KEY(reading) REFERENCES reading ("key")
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE label (
	reading INTEGER NOT NULL,
	number INTEGER NOT NULL,
	actor INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	text TEXT NOT NULL,
	"by" INTEGER,
	disputed_by INTEGER,
	distance_start INTEGER,
	distance_end INTEGER,
	distance_text TEXT,
	PRIMARY KEY (reading, number),
	FOREIGN KEY(reading, actor) REFERENCES actor (reading, number),
	FOREIGN KEY(reading, "by") REFERENCES actor (reading, number),
	FOREIGN KEY(reading, disputed_by) REFERENCES actor (reading, number),
	CHECK (0 <= start AND start < "end"),
	FOREIGN KEY(reading) REFERENCES reading ("key")
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE collective (
	reading INTEGER NOT NULL,
	actor INTEGER NOT NULL,
	size INTEGER,
	size_start INTEGER,
	size_end INTEGER,
	size_text TEXT,
	of_start INTEGER,
	of_end INTEGER,
	of_text TEXT,
	PRIMARY KEY (reading, actor),
	FOREIGN KEY(reading, actor) REFERENCES actor (reading, number),
	FOREIGN KEY(reading) REFERENCES reading ("key")
)
 WITHOUT ROWID,
 STRICT""",
)

GROWING = ("title", "label", "collective")


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
