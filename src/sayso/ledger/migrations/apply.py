"""Running Alembic without its command line or files, inside a transaction of the caller."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def next_revision(connection: Connection) -> None:
    """One step and the record of it, in the transaction ``connection`` is in; the caller commits both or neither."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "+1")
