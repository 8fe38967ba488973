"""The server that the tests of this folder ask."""

from collections.abc import Iterator

import pytest

from tests.fetch.serving import Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made
