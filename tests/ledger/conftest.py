"""A place for a ledger, and a way into its file that knows none of its rules."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.ledger.connection import driver

Raw = Callable[..., list[Any]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


@pytest.fixture
def raw(path: Path) -> Raw:
    """Runs statements on the file at ``path`` as any program could, and gives the rows of the last one."""

    def run(*statements: str) -> list[Any]:
        connection = driver.connect(str(path))
        try:
            rows: list[Any] = []
            for statement in statements:
                rows = connection.execute(statement).fetchall()
            connection.commit()
            return rows
        finally:
            connection.close()

    return run
