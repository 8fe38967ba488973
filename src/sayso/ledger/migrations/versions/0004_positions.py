"""Actors, speakers, occasions, positions and corrections; of the statements that were there status, move and time are unknown."""

from collections.abc import Iterable
from typing import Any

from alembic import op

revision = "0004"
down_revision = "0003"

COLUMNS = (
    ("finding", "status TEXT"),
    ("finding", "move TEXT"),
    ("finding", "told TEXT"),
    ("finding", "told_start INTEGER"),
    ("finding", "told_end INTEGER"),
    ("finding", "told_text TEXT"),
    ("finding", "occasion INTEGER"),
    ("reading", "actors INTEGER"),
    ("reading", "mentions INTEGER"),
    ("reading", "occasions INTEGER"),
    ("reading", "speakers INTEGER"),
    ("reading", "positions INTEGER"),
)

DDL = (
    """CREATE TABLE name (
	"key" INTEGER NOT NULL,
	name TEXT NOT NULL,
	folded TEXT NOT NULL,
	kind TEXT NOT NULL,
	PRIMARY KEY ("key"),
	UNIQUE (name, kind)
)
 STRICT""",
    """CREATE INDEX ix_name_folded ON name (folded)""",
    """CREATE TABLE actor (
	reading INTEGER NOT NULL,
	number INTEGER NOT NULL,
	name INTEGER NOT NULL,
	PRIMARY KEY (reading, number),
	FOREIGN KEY(reading) REFERENCES reading ("key"),
	FOREIGN KEY(name) REFERENCES name ("key")
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE INDEX ix_actor_name ON actor (name)""",
    """CREATE TABLE mention (
	reading INTEGER NOT NULL,
	actor INTEGER NOT NULL,
	number INTEGER NOT NULL,
	kind TEXT NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (reading, actor, number),
	FOREIGN KEY(reading, actor) REFERENCES actor (reading, number),
	CHECK (0 <= start AND start < "end")
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE occasion (
	reading INTEGER NOT NULL,
	number INTEGER NOT NULL,
	medium TEXT NOT NULL,
	told TEXT,
	told_start INTEGER,
	told_end INTEGER,
	told_text TEXT,
	PRIMARY KEY (reading, number),
	FOREIGN KEY(reading) REFERENCES reading ("key")
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE occasion_speaker (
	reading INTEGER NOT NULL,
	occasion INTEGER NOT NULL,
	number INTEGER NOT NULL,
	actor INTEGER NOT NULL,
	PRIMARY KEY (reading, occasion, number),
	FOREIGN KEY(reading, occasion) REFERENCES occasion (reading, number),
	FOREIGN KEY(reading, actor) REFERENCES actor (reading, number)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE speaker (
	finding INTEGER NOT NULL,
	number INTEGER NOT NULL,
	actor INTEGER NOT NULL,
	reason TEXT NOT NULL,
	on_behalf_of INTEGER,
	PRIMARY KEY (finding, number),
	FOREIGN KEY(finding) REFERENCES finding ("key")
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE position (
	"key" INTEGER NOT NULL,
	id TEXT NOT NULL,
	statement INTEGER NOT NULL,
	role TEXT NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	text TEXT NOT NULL,
	issue_start INTEGER,
	issue_end INTEGER,
	issue_text TEXT,
	PRIMARY KEY ("key"),
	CHECK (0 <= start AND start < "end"),
	UNIQUE (id),
	FOREIGN KEY(statement) REFERENCES statement ("key")
)
 STRICT""",
    """CREATE INDEX ix_position_statement ON position (statement)""",
    """CREATE TABLE position_finding (
	"key" INTEGER NOT NULL,
	id TEXT NOT NULL,
	reading INTEGER NOT NULL,
	number INTEGER NOT NULL,
	finding INTEGER NOT NULL,
	position INTEGER NOT NULL,
	speaker INTEGER,
	object INTEGER NOT NULL,
	speaker_name INTEGER,
	object_name INTEGER NOT NULL,
	critical REAL NOT NULL,
	supportive REAL NOT NULL,
	mixed REAL NOT NULL,
	none REAL NOT NULL,
	label TEXT NOT NULL,
	wording TEXT,
	flags TEXT NOT NULL,
	evidence TEXT NOT NULL,
	PRIMARY KEY ("key"),
	UNIQUE (reading, number),
	UNIQUE (id),
	FOREIGN KEY(reading) REFERENCES reading ("key"),
	FOREIGN KEY(finding) REFERENCES finding ("key"),
	FOREIGN KEY(position) REFERENCES position ("key"),
	FOREIGN KEY(speaker_name) REFERENCES name ("key"),
	FOREIGN KEY(object_name) REFERENCES name ("key")
)
 STRICT""",
    """CREATE INDEX ix_position_finding_object ON position_finding (object_name, reading, finding)""",
    """CREATE INDEX ix_position_finding_speaker ON position_finding (speaker_name, reading, finding)""",
    """CREATE TABLE correction (
	"key" INTEGER NOT NULL,
	judgement INTEGER NOT NULL,
	replaces INTEGER NOT NULL,
	statement INTEGER NOT NULL,
	form TEXT NOT NULL,
	sentence_start INTEGER NOT NULL,
	sentence_end INTEGER NOT NULL,
	sentence TEXT NOT NULL,
	positions INTEGER NOT NULL,
	PRIMARY KEY ("key"),
	CHECK (0 <= sentence_start AND sentence_start < sentence_end),
	UNIQUE (judgement),
	FOREIGN KEY(judgement) REFERENCES judgement ("key"),
	FOREIGN KEY(replaces) REFERENCES statement ("key"),
	FOREIGN KEY(statement) REFERENCES statement ("key")
)
 STRICT""",
    """CREATE INDEX ix_correction_replaces ON correction (replaces)""",
    """CREATE INDEX ix_correction_statement ON correction (statement)""",
    """CREATE TABLE corrected_position (
	correction INTEGER NOT NULL,
	number INTEGER NOT NULL,
	position INTEGER NOT NULL,
	speaker_name INTEGER,
	object_name INTEGER NOT NULL,
	critical REAL NOT NULL,
	supportive REAL NOT NULL,
	mixed REAL NOT NULL,
	none REAL NOT NULL,
	label TEXT NOT NULL,
	wording TEXT,
	flags TEXT NOT NULL,
	evidence TEXT NOT NULL,
	carried INTEGER,
	PRIMARY KEY (correction, number),
	FOREIGN KEY(correction) REFERENCES correction ("key"),
	FOREIGN KEY(position) REFERENCES position ("key"),
	FOREIGN KEY(speaker_name) REFERENCES name ("key"),
	FOREIGN KEY(object_name) REFERENCES name ("key"),
	FOREIGN KEY(carried) REFERENCES position_finding ("key")
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE INDEX ix_corrected_position_object_name ON corrected_position (object_name)""",
    """CREATE INDEX ix_corrected_position_speaker_name ON corrected_position (speaker_name)""",
    """CREATE TABLE standing (
	statement INTEGER NOT NULL,
	judgement INTEGER,
	correction INTEGER,
	PRIMARY KEY (statement),
	FOREIGN KEY(statement) REFERENCES statement ("key"),
	FOREIGN KEY(judgement) REFERENCES judgement ("key"),
	FOREIGN KEY(correction) REFERENCES correction ("key")
)
 STRICT""",
    """CREATE INDEX ix_standing_correction ON standing (correction)""",
    """CREATE VIEW correction_text AS SELECT correction."key" AS "key",
 coalesce((SELECT group_concat(text, ' […] ') FROM (SELECT text FROM span
 WHERE statement = correction.statement AND part = 'source' ORDER BY number)), '') AS source,
 coalesce((SELECT group_concat(text, ' […] ') FROM (SELECT text FROM span
 WHERE statement = correction.statement AND part = 'content' ORDER BY number)), '') AS content,
 correction.sentence AS sentence FROM correction""",
    """CREATE VIRTUAL TABLE correction_search USING fts5(source, content, sentence, content='correction_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER correction_search_feed AFTER INSERT ON correction BEGIN INSERT INTO correction_search(rowid, source, content, sentence) SELECT "key", source, content, sentence FROM correction_text WHERE "key" = new."key"; END""",
)

GROWING = ("name", "actor", "mention", "occasion", "occasion_speaker", "speaker", "position", "position_finding",
           "correction", "corrected_position")  # fmt: skip


def upgrade() -> None:
    execute = op.get_bind().exec_driver_sql
    for table, column in COLUMNS:
        execute(f"ALTER TABLE {table} ADD COLUMN {column}")
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
    _decide()


def _decide() -> None:
    """Which decision stands of each statement that was judged, from the log."""
    execute = op.get_bind().exec_driver_sql
    logs: dict[int, list[Any]] = {}
    query = (
        'SELECT statement."key", judgement."key", judgement.id, judgement.decision, judgement.undoes FROM judgement'
        ' JOIN statement ON statement.id = judgement.subject ORDER BY judgement."key"'
    )
    for statement, *row in execute(query):
        logs.setdefault(statement, []).append(row)
    for statement, log in logs.items():
        execute("INSERT INTO standing (statement, judgement) VALUES (?, ?)", (statement, _last(reversed(log))))


def _last(log: Iterable[Any]) -> int | None:
    undone = set()
    for key, judgement, decision, undoes in log:
        if judgement in undone:
            continue
        if decision != "undo":
            return int(key)
        undone.add(undoes)
    return None
