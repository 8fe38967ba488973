"""The search index, made of the rows that are there and fed by triggers from then on."""

from alembic import op

revision = "0002"
down_revision = "0001"

DDL = (
    """CREATE VIEW statement_text AS SELECT finding."key" AS "key",
 coalesce((SELECT group_concat(text, ' […] ') FROM (SELECT text FROM span
 WHERE statement = finding.statement AND part = 'source' ORDER BY number)), '') AS source,
 coalesce((SELECT group_concat(text, ' […] ') FROM (SELECT text FROM span
 WHERE statement = finding.statement AND part = 'content' ORDER BY number)), '') AS content,
 finding.sentence AS sentence FROM finding""",
    """CREATE VIRTUAL TABLE statement_search USING fts5(source, content, sentence, content='statement_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE VIRTUAL TABLE text_search USING fts5(text, content='version', content_rowid='key', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE VIRTUAL TABLE title_search USING fts5(title, content='article_metadata', content_rowid='key', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER finding_search AFTER INSERT ON finding BEGIN INSERT INTO statement_search(rowid, source, content, sentence) SELECT "key", source, content, sentence FROM statement_text WHERE "key" = new."key"; END""",
    """CREATE TRIGGER version_search AFTER INSERT ON version BEGIN INSERT INTO text_search(rowid, text) VALUES (new."key", new.text); END""",
    """CREATE TRIGGER article_metadata_search AFTER INSERT ON article_metadata BEGIN INSERT INTO title_search(rowid, title) VALUES (new."key", new.title); END""",
)


def upgrade() -> None:
    for part in DDL:
        op.get_bind().exec_driver_sql(part)
    for index in ("statement_search", "text_search", "title_search"):
        op.get_bind().exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
