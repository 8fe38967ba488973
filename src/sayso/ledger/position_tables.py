"""Tables of who is meant and who judges whom.

A name is stored once for each kind of actor that has it: a row of ``actor`` is then three integers, and one look-up finds
every position on somebody. A local id (``ac_3``, ``oc_1``) is stored as its number, a speaker or object of a position also
by the key of the name, so that counting needs no row of ``actor``.
"""

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, Integer, PrimaryKeyConstraint, Table, Text
from sqlalchemy import UniqueConstraint as Unique

from sayso.ledger.columns import identity, judged, key, metadata, number, text, to, told

name = Table(
    "name",
    metadata,
    key(),
    text("name"),
    Column("folded", Text, nullable=False, index=True),
    text("kind"),
    Unique("name", "kind"),
    sqlite_strict=True,
)

actor = Table(
    "actor",
    metadata,
    to("reading", "reading"),
    number("number"),
    to("name", "name", index=True),
    PrimaryKeyConstraint("reading", "number"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

mention = Table(
    "mention",
    metadata,
    number("reading"),
    number("actor"),
    number("number"),
    text("kind"),
    number("start"),
    number("end"),
    text("text"),
    PrimaryKeyConstraint("reading", "actor", "number"),
    ForeignKeyConstraint(["reading", "actor"], ["actor.reading", "actor.number"]),
    CheckConstraint('0 <= start AND start < "end"'),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

occasion = Table(
    "occasion",
    metadata,
    to("reading", "reading"),
    number("number"),
    text("medium"),
    *told(),
    PrimaryKeyConstraint("reading", "number"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

occasion_speaker = Table(
    "occasion_speaker",
    metadata,
    number("reading"),
    number("occasion"),
    number("number"),
    number("actor"),
    PrimaryKeyConstraint("reading", "occasion", "number"),
    ForeignKeyConstraint(["reading", "occasion"], ["occasion.reading", "occasion.number"]),
    ForeignKeyConstraint(["reading", "actor"], ["actor.reading", "actor.number"]),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

speaker = Table(
    "speaker",
    metadata,
    to("finding", "finding"),
    number("number"),
    number("actor"),
    text("reason"),
    Column("on_behalf_of", Integer),
    PrimaryKeyConstraint("finding", "number"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

position = Table(
    "position",
    metadata,
    key(),
    identity(),
    to("statement", "statement", index=True),
    text("role"),
    number("start"),
    number("end"),
    text("text"),
    Column("issue_start", Integer),
    Column("issue_end", Integer),
    Column("issue_text", Text),
    CheckConstraint('0 <= start AND start < "end"'),
    sqlite_strict=True,
)

position_finding = Table(
    "position_finding",
    metadata,
    key(),
    identity(),
    to("reading", "reading"),
    number("number"),
    to("finding", "finding"),
    to("position", "position"),
    Column("speaker", Integer),
    number("object"),
    to("speaker_name", "name", nullable=True),
    to("object_name", "name"),
    *judged(),
    Unique("reading", "number"),
    Index("ix_position_finding_speaker", "speaker_name", "reading", "finding"),
    Index("ix_position_finding_object", "object_name", "reading", "finding"),
    sqlite_strict=True,
)

GROWING = (name, actor, mention, occasion, occasion_speaker, speaker, position, position_finding)
