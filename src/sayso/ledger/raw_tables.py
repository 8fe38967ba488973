"""The bytes that articles were made of, kept where the user asks for it: once for each digest, packed.

They lie in the ledger itself, so that they are there exactly when the version is that was made of them, and go with it when an article
is retracted or somebody in it is forgotten.
"""

from sqlalchemy import Column, LargeBinary, Table, Text

from sayso.ledger.columns import key, metadata, text

raw = Table(
    "raw",
    metadata,
    key(),
    Column("sha256", Text, nullable=False, unique=True),
    Column("packed", LargeBinary, nullable=False),
    text("added_at"),
    sqlite_strict=True,
)

GROWING = (raw,)
