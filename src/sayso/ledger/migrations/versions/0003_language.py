"""The language of the text that was read, as it was found or given; unknown of readings that were there."""

from alembic import op

revision = "0003"
down_revision = "0002"

DDL = (
    "ALTER TABLE reading ADD COLUMN language TEXT",
    "ALTER TABLE reading ADD COLUMN language_basis TEXT CHECK (language_basis IN ('detected', 'given'))",
)


def upgrade() -> None:
    for part in DDL:
        op.get_bind().exec_driver_sql(part)
