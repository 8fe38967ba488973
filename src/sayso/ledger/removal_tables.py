"""Tables of what was removed: enough to refuse it when it comes again, and to prove what is left.

A tombstone holds a salted digest and a day, nothing that reads as a name or an address. A redaction holds the digest of what is
left of a version's text, or of what an article is identified by; of several about one subject the last one counts.
"""

from sqlalchemy import CheckConstraint, Column, Table, Text

from sayso.ledger.columns import key, metadata, text

tombstone = Table(
    "tombstone",
    metadata,
    key(),
    text("kind"),
    text("salt"),
    Column("digest", Text, nullable=False, unique=True),
    text("made_at"),
    CheckConstraint("kind IN ('article', 'person')"),
    sqlite_strict=True,
)

redaction = Table(
    "redaction",
    metadata,
    key(),
    Column("subject", Text, nullable=False, index=True),
    text("sha256"),
    text("made_at"),
    sqlite_strict=True,
)

GROWING = (tombstone, redaction)
