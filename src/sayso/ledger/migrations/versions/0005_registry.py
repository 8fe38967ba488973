"""Actors across articles: registry actors with their names, what is imported of them, and what is decided about them."""

from alembic import op

revision = "0005"
down_revision = "0004"

DDL = (
    """CREATE TABLE registry_import (
	"key" INTEGER NOT NULL,
	name TEXT NOT NULL,
	format TEXT NOT NULL,
	judge TEXT NOT NULL,
	made_at TEXT NOT NULL,
	PRIMARY KEY ("key")
)
 STRICT""",
    """CREATE TABLE registry_actor (
	"key" INTEGER NOT NULL,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	folded TEXT NOT NULL,
	kind TEXT NOT NULL,
	import INTEGER,
	added_at TEXT NOT NULL,
	PRIMARY KEY ("key"),
	UNIQUE (id),
	FOREIGN KEY(import) REFERENCES registry_import ("key")
)
 STRICT""",
    """CREATE INDEX ix_registry_actor_folded ON registry_actor (folded)""",
    """CREATE TABLE registry_name (
	name INTEGER NOT NULL,
	actor INTEGER,
	PRIMARY KEY (name),
	FOREIGN KEY(name) REFERENCES name ("key"),
	FOREIGN KEY(actor) REFERENCES registry_actor ("key")
)
 STRICT""",
    """CREATE INDEX ix_registry_name_actor ON registry_name (actor)""",
    """CREATE TABLE identifier (
	scheme TEXT NOT NULL,
	value TEXT NOT NULL,
	actor INTEGER NOT NULL,
	import INTEGER NOT NULL,
	PRIMARY KEY (scheme, value),
	FOREIGN KEY(actor) REFERENCES registry_actor ("key"),
	FOREIGN KEY(import) REFERENCES registry_import ("key")
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE INDEX ix_identifier_actor ON identifier (actor)""",
    """CREATE TABLE alias (
	actor INTEGER NOT NULL,
	name TEXT NOT NULL,
	folded TEXT NOT NULL,
	import INTEGER NOT NULL,
	PRIMARY KEY (actor, name),
	FOREIGN KEY(actor) REFERENCES registry_actor ("key"),
	FOREIGN KEY(import) REFERENCES registry_import ("key")
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE INDEX ix_alias_folded ON alias (folded)""",
    """CREATE TABLE tenure (
	"key" INTEGER NOT NULL,
	actor INTEGER NOT NULL,
	held TEXT NOT NULL,
	title TEXT NOT NULL,
	form TEXT NOT NULL,
	first TEXT,
	last TEXT,
	qid TEXT,
	import INTEGER NOT NULL,
	PRIMARY KEY ("key"),
	CHECK (held IN ('office', 'member')),
	FOREIGN KEY(actor) REFERENCES registry_actor ("key"),
	FOREIGN KEY(import) REFERENCES registry_import ("key")
)
 STRICT""",
    """CREATE INDEX ix_tenure_actor ON tenure (actor)""",
    """CREATE INDEX ix_tenure_form ON tenure (form)""",
    """CREATE INDEX ix_tenure_qid ON tenure (qid)""",
    """CREATE TABLE actor_judgement (
	"key" INTEGER NOT NULL,
	id TEXT NOT NULL,
	decision TEXT NOT NULL,
	one INTEGER NOT NULL,
	other INTEGER,
	judge TEXT NOT NULL,
	made_at TEXT NOT NULL,
	by_run INTEGER NOT NULL,
	score REAL,
	reason TEXT,
	name TEXT,
	undoes INTEGER,
	PRIMARY KEY ("key"),
	CHECK (decision IN ('same', 'not_same', 'unsure', 'suggested', 'rename', 'undo')),
	CHECK ((decision = 'undo') = (undoes IS NOT NULL)),
	CHECK ((decision = 'rename') = (name IS NOT NULL)),
	CHECK (decision = 'undo' OR (decision = 'rename') = (other IS NULL)),
	CHECK (other IS NULL OR one < other),
	CHECK (by_run = 0 OR (by_run = 1 AND decision IN ('same', 'suggested'))),
	UNIQUE (id),
	FOREIGN KEY(one) REFERENCES registry_actor ("key"),
	FOREIGN KEY(other) REFERENCES registry_actor ("key"),
	FOREIGN KEY(undoes) REFERENCES actor_judgement ("key")
)
 STRICT""",
    """CREATE INDEX ix_actor_judgement_other ON actor_judgement (other)""",
    """CREATE INDEX ix_actor_judgement_pair ON actor_judgement (one, other)""",
    """CREATE TABLE actor_standing (
	one INTEGER NOT NULL,
	other INTEGER NOT NULL,
	judgement INTEGER,
	decision TEXT,
	PRIMARY KEY (one, other),
	FOREIGN KEY(one) REFERENCES registry_actor ("key"),
	FOREIGN KEY(other) REFERENCES registry_actor ("key"),
	FOREIGN KEY(judgement) REFERENCES actor_judgement ("key")
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE INDEX ix_actor_standing_decision ON actor_standing (decision)""",
    """CREATE INDEX ix_actor_standing_other ON actor_standing (other)""",
    """CREATE TABLE actor_shown (
	actor INTEGER NOT NULL,
	root INTEGER NOT NULL,
	name TEXT NOT NULL,
	folded TEXT NOT NULL,
	PRIMARY KEY (actor),
	FOREIGN KEY(actor) REFERENCES registry_actor ("key"),
	FOREIGN KEY(root) REFERENCES registry_actor ("key")
)
 STRICT""",
    """CREATE INDEX ix_actor_shown_folded ON actor_shown (folded)""",
    """CREATE INDEX ix_actor_shown_root ON actor_shown (root)""",
    """CREATE TABLE registry_key (
	form TEXT NOT NULL,
	actor INTEGER NOT NULL,
	PRIMARY KEY (form, actor),
	FOREIGN KEY(actor) REFERENCES registry_actor ("key")
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE registry_mark (
	what TEXT NOT NULL,
	upto INTEGER NOT NULL,
	PRIMARY KEY (what)
)
 STRICT""",
    "CREATE TRIGGER actor_judgement_person_first BEFORE INSERT ON actor_judgement WHEN new.by_run = 1 AND EXISTS (SELECT 1 FROM actor_judgement WHERE one = new.one AND other = new.other AND by_run = 0) BEGIN SELECT RAISE(ABORT, 'a person has decided about these two: a run adds nothing'); END",
)

GROWING = ("registry_import", "registry_actor", "registry_name", "identifier", "alias", "tenure", "actor_judgement")


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
