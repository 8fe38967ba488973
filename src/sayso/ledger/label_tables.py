"""Tables of what actors are called: titles that a reading found, labels with who uses and who disputes them, sizes of collectives.

Actors are stored by their local numbers. A label without ``by`` is the writer's; what somebody calls himself has his own number there.
"""

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, Table, Text

from sayso.ledger.columns import metadata, number, text, to

title = Table(
    "title",
    metadata,
    to("reading", "reading"),
    number("number"),
    number("actor"),
    number("start"),
    number("end"),
    text("text"),
    PrimaryKeyConstraint("reading", "number"),
    ForeignKeyConstraint(["reading", "actor"], ["actor.reading", "actor.number"]),
    CheckConstraint('0 <= start AND start < "end"'),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

label = Table(
    "label",
    metadata,
    to("reading", "reading"),
    number("number"),
    number("actor"),
    number("start"),
    number("end"),
    text("text"),
    Column("by", Integer),
    Column("disputed_by", Integer),
    Column("distance_start", Integer),
    Column("distance_end", Integer),
    Column("distance_text", Text),
    PrimaryKeyConstraint("reading", "number"),
    *(
        ForeignKeyConstraint(["reading", who], ["actor.reading", "actor.number"])
        for who in ("actor", "by", "disputed_by")
    ),
    CheckConstraint('0 <= start AND start < "end"'),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

collective = Table(
    "collective",
    metadata,
    to("reading", "reading"),
    number("actor"),
    Column("size", Integer),
    Column("size_start", Integer),
    Column("size_end", Integer),
    Column("size_text", Text),
    Column("of_start", Integer),
    Column("of_end", Integer),
    Column("of_text", Text),
    PrimaryKeyConstraint("reading", "actor"),
    ForeignKeyConstraint(["reading", "actor"], ["actor.reading", "actor.number"]),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""``size`` is a number where the text gives one; else ``size_text``, where there is one, says it in words."""

GROWING = (title, label, collective)
