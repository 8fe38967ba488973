"""Tables of what people put in place of a statement, and of which decision about a statement stands.

A correction belongs to one judgement, a *fix*. ``carried`` names the machine's position that a person left as it was;
the other positions of a correction are the person's own.
"""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, PrimaryKeyConstraint, Table

from sayso.ledger.columns import judged, key, metadata, number, text, to

correction = Table(
    "correction",
    metadata,
    key(),
    Column("judgement", Integer, ForeignKey("judgement.key"), nullable=False, unique=True),
    to("replaces", "statement", index=True),
    to("statement", "statement", index=True),
    text("form"),
    number("sentence_start"),
    number("sentence_end"),
    text("sentence"),
    number("positions"),
    CheckConstraint("0 <= sentence_start AND sentence_start < sentence_end"),
    sqlite_strict=True,
)

corrected_position = Table(
    "corrected_position",
    metadata,
    to("correction", "correction"),
    number("number"),
    to("position", "position"),
    to("speaker_name", "name", nullable=True, index=True),
    to("object_name", "name", index=True),
    *judged(),
    to("carried", "position_finding", nullable=True),
    PrimaryKeyConstraint("correction", "number"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

standing = Table(
    "standing",
    metadata,
    Column("statement", Integer, ForeignKey("statement.key"), primary_key=True),
    to("judgement", "judgement", nullable=True),
    Column("correction", Integer, ForeignKey("correction.key"), index=True),
    sqlite_strict=True,
)
"""Of every statement that was ever judged: the decision that stands, and the correction that is shown; none after an undo."""

GROWING = (correction, corrected_position)
