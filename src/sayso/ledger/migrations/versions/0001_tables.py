"""The tables of the first ledger, with the triggers that make them append-only."""

from alembic import op

revision = "0001"
down_revision = None

DDL = (
    """CREATE TABLE article (
	"key" INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	publisher TEXT, 
	url TEXT, 
	given_id TEXT, 
	collection TEXT, 
	added_at TEXT NOT NULL, 
	PRIMARY KEY ("key"), 
	UNIQUE (id)
)
 STRICT

""",
    """CREATE TABLE run (
	"key" INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	model TEXT NOT NULL, 
	settings TEXT NOT NULL, 
	code TEXT NOT NULL, 
	added_at TEXT NOT NULL, 
	PRIMARY KEY ("key"), 
	UNIQUE (id)
)
 STRICT

""",
    """CREATE TABLE judgement (
	"key" INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	judge TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	note TEXT, 
	replacement TEXT, 
	undoes TEXT, 
	PRIMARY KEY ("key"), 
	UNIQUE (id)
)
 STRICT

""",
    """CREATE INDEX ix_judgement_subject ON judgement (subject)""",
    """CREATE TABLE article_metadata (
	"key" INTEGER NOT NULL, 
	article INTEGER NOT NULL, 
	title TEXT, 
	agency TEXT, 
	authors TEXT NOT NULL, 
	genre TEXT NOT NULL, 
	section TEXT, 
	language TEXT, 
	published TEXT, 
	retrieved TEXT, 
	supersedes TEXT, 
	weight REAL, 
	input_name TEXT, 
	added_at TEXT NOT NULL, 
	PRIMARY KEY ("key"), 
	FOREIGN KEY(article) REFERENCES article ("key")
)
 STRICT

""",
    """CREATE INDEX ix_article_metadata_article ON article_metadata (article)""",
    """CREATE TABLE version (
	"key" INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	article INTEGER NOT NULL, 
	text_sha256 TEXT NOT NULL, 
	raw_sha256 TEXT, 
	added_at TEXT NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY ("key"), 
	UNIQUE (id), 
	FOREIGN KEY(article) REFERENCES article ("key")
)
 STRICT

""",
    """CREATE INDEX ix_version_article ON version (article)""",
    """CREATE TABLE outcome (
	"key" INTEGER NOT NULL, 
	run INTEGER NOT NULL, 
	input_name TEXT NOT NULL, 
	line INTEGER, 
	given_id TEXT, 
	ending TEXT NOT NULL, 
	reason TEXT, 
	version TEXT, 
	at TEXT NOT NULL, 
	PRIMARY KEY ("key"), 
	CHECK (ending IN ('skipped', 'failed')), 
	FOREIGN KEY(run) REFERENCES run ("key")
)
 STRICT

""",
    """CREATE INDEX ix_outcome_input_name ON outcome (input_name)""",
    """CREATE TABLE newest (
	article INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	metadata INTEGER NOT NULL, 
	PRIMARY KEY (article), 
	FOREIGN KEY(article) REFERENCES article ("key"), 
	FOREIGN KEY(version) REFERENCES version ("key"), 
	FOREIGN KEY(metadata) REFERENCES article_metadata ("key")
)
 STRICT

""",
    """CREATE TABLE reading (
	"key" INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	run INTEGER NOT NULL, 
	statements INTEGER NOT NULL, 
	quotes INTEGER NOT NULL, 
	blocks INTEGER NOT NULL, 
	read_at TEXT NOT NULL, 
	PRIMARY KEY ("key"), 
	UNIQUE (version, run), 
	UNIQUE (id), 
	FOREIGN KEY(version) REFERENCES version ("key"), 
	FOREIGN KEY(run) REFERENCES run ("key")
)
 STRICT

""",
    """CREATE INDEX ix_reading_run ON reading (run)""",
    """CREATE TABLE statement (
	"key" INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY ("key"), 
	UNIQUE (id), 
	FOREIGN KEY(version) REFERENCES version ("key")
)
 STRICT

""",
    """CREATE INDEX ix_statement_version ON statement (version)""",
    """CREATE TABLE current (
	version INTEGER NOT NULL, 
	reading INTEGER NOT NULL, 
	pinned INTEGER NOT NULL, 
	PRIMARY KEY (version), 
	CHECK (pinned IN (0, 1)), 
	FOREIGN KEY(version) REFERENCES version ("key"), 
	FOREIGN KEY(reading) REFERENCES reading ("key")
)
 STRICT

""",
    """CREATE TABLE block (
	reading INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (reading, number), 
	CHECK (0 <= start AND start < "end"), 
	FOREIGN KEY(reading) REFERENCES reading ("key")
)
 WITHOUT ROWID,
 STRICT

""",
    """CREATE TABLE unattributed_quote (
	reading INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (reading, number), 
	CHECK (0 <= start AND start < "end"), 
	FOREIGN KEY(reading) REFERENCES reading ("key")
)
 WITHOUT ROWID,
 STRICT

""",
    """CREATE TABLE span (
	statement INTEGER NOT NULL, 
	part TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (statement, part, number), 
	CHECK (part IN ('source', 'cue', 'content')), 
	CHECK (0 <= start AND start < "end"), 
	FOREIGN KEY(statement) REFERENCES statement ("key")
)
 WITHOUT ROWID,
 STRICT

""",
    """CREATE TABLE finding (
	"key" INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	reading INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	statement INTEGER NOT NULL, 
	form TEXT NOT NULL, 
	marks TEXT NOT NULL, 
	confidence REAL NOT NULL, 
	parent INTEGER, 
	sentence_start INTEGER NOT NULL, 
	sentence_end INTEGER NOT NULL, 
	sentence TEXT NOT NULL, 
	PRIMARY KEY ("key"), 
	UNIQUE (reading, number), 
	CHECK (0 <= sentence_start AND sentence_start < sentence_end), 
	UNIQUE (id), 
	FOREIGN KEY(reading) REFERENCES reading ("key"), 
	FOREIGN KEY(statement) REFERENCES statement ("key"), 
	FOREIGN KEY(parent) REFERENCES statement ("key")
)
 STRICT

""",
    """CREATE INDEX ix_finding_statement ON finding (statement)""",
    """CREATE TRIGGER article_no_update BEFORE UPDATE ON article BEGIN SELECT RAISE(ABORT, 'article is append-only: a row is never changed'); END""",
    """CREATE TRIGGER article_no_delete BEFORE DELETE ON article BEGIN SELECT RAISE(ABORT, 'article is append-only: a row is never removed'); END""",
    """CREATE TRIGGER article_metadata_no_update BEFORE UPDATE ON article_metadata BEGIN SELECT RAISE(ABORT, 'article_metadata is append-only: a row is never changed'); END""",
    """CREATE TRIGGER article_metadata_no_delete BEFORE DELETE ON article_metadata BEGIN SELECT RAISE(ABORT, 'article_metadata is append-only: a row is never removed'); END""",
    """CREATE TRIGGER version_no_update BEFORE UPDATE ON version BEGIN SELECT RAISE(ABORT, 'version is append-only: a row is never changed'); END""",
    """CREATE TRIGGER version_no_delete BEFORE DELETE ON version BEGIN SELECT RAISE(ABORT, 'version is append-only: a row is never removed'); END""",
    """CREATE TRIGGER run_no_update BEFORE UPDATE ON run BEGIN SELECT RAISE(ABORT, 'run is append-only: a row is never changed'); END""",
    """CREATE TRIGGER run_no_delete BEFORE DELETE ON run BEGIN SELECT RAISE(ABORT, 'run is append-only: a row is never removed'); END""",
    """CREATE TRIGGER reading_no_update BEFORE UPDATE ON reading BEGIN SELECT RAISE(ABORT, 'reading is append-only: a row is never changed'); END""",
    """CREATE TRIGGER reading_no_delete BEFORE DELETE ON reading BEGIN SELECT RAISE(ABORT, 'reading is append-only: a row is never removed'); END""",
    """CREATE TRIGGER block_no_update BEFORE UPDATE ON block BEGIN SELECT RAISE(ABORT, 'block is append-only: a row is never changed'); END""",
    """CREATE TRIGGER block_no_delete BEFORE DELETE ON block BEGIN SELECT RAISE(ABORT, 'block is append-only: a row is never removed'); END""",
    """CREATE TRIGGER unattributed_quote_no_update BEFORE UPDATE ON unattributed_quote BEGIN SELECT RAISE(ABORT, 'unattributed_quote is append-only: a row is never changed'); END""",
    """CREATE TRIGGER unattributed_quote_no_delete BEFORE DELETE ON unattributed_quote BEGIN SELECT RAISE(ABORT, 'unattributed_quote is append-only: a row is never removed'); END""",
    """CREATE TRIGGER statement_no_update BEFORE UPDATE ON statement BEGIN SELECT RAISE(ABORT, 'statement is append-only: a row is never changed'); END""",
    """CREATE TRIGGER statement_no_delete BEFORE DELETE ON statement BEGIN SELECT RAISE(ABORT, 'statement is append-only: a row is never removed'); END""",
    """CREATE TRIGGER span_no_update BEFORE UPDATE ON span BEGIN SELECT RAISE(ABORT, 'span is append-only: a row is never changed'); END""",
    """CREATE TRIGGER span_no_delete BEFORE DELETE ON span BEGIN SELECT RAISE(ABORT, 'span is append-only: a row is never removed'); END""",
    """CREATE TRIGGER finding_no_update BEFORE UPDATE ON finding BEGIN SELECT RAISE(ABORT, 'finding is append-only: a row is never changed'); END""",
    """CREATE TRIGGER finding_no_delete BEFORE DELETE ON finding BEGIN SELECT RAISE(ABORT, 'finding is append-only: a row is never removed'); END""",
    """CREATE TRIGGER judgement_no_update BEFORE UPDATE ON judgement BEGIN SELECT RAISE(ABORT, 'judgement is append-only: a row is never changed'); END""",
    """CREATE TRIGGER judgement_no_delete BEFORE DELETE ON judgement BEGIN SELECT RAISE(ABORT, 'judgement is append-only: a row is never removed'); END""",
    """CREATE TRIGGER outcome_no_update BEFORE UPDATE ON outcome BEGIN SELECT RAISE(ABORT, 'outcome is append-only: a row is never changed'); END""",
    """CREATE TRIGGER outcome_no_delete BEFORE DELETE ON outcome BEGIN SELECT RAISE(ABORT, 'outcome is append-only: a row is never removed'); END""",
)


def upgrade() -> None:
    for part in DDL:
        op.get_bind().exec_driver_sql(part)
