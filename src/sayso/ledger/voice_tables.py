"""Tables of the writer's own voice: passages in which the writer evaluates, and what each reading found of them.

The object is stored as its local number in the reading and by the key of its name, like that of a position. Whose voice it is
stands nowhere: it follows from the article's metadata when somebody asks.
"""

from sqlalchemy import REAL, CheckConstraint, Column, Integer, Table, Text
from sqlalchemy import UniqueConstraint as Unique

from sayso.ledger.columns import identity, key, metadata, number, text, to
from sayso.records.position import LABELS

voice = Table(
    "voice",
    metadata,
    key(),
    identity(),
    to("version", "version", index=True),
    number("start"),
    number("end"),
    text("text"),
    CheckConstraint('0 <= start AND start < "end"'),
    sqlite_strict=True,
)

voice_finding = Table(
    "voice_finding",
    metadata,
    key(),
    identity(),
    to("reading", "reading"),
    number("number"),
    to("voice", "voice", index=True),
    Column("confidence", REAL, nullable=False),
    Column("object", Integer),
    to("object_name", "name", nullable=True, index=True),
    Column("mention_start", Integer),
    Column("mention_end", Integer),
    Column("mention_text", Text),
    *(Column(label, REAL, nullable=False) for label in LABELS),
    text("label"),
    Unique("reading", "number"),
    sqlite_strict=True,
)

GROWING = (voice, voice_finding)
