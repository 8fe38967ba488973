"""Shared by all tests: a deterministic hypothesis profile, and one loaded model."""

import pytest
from hypothesis import HealthCheck, settings

from sayso.pipeline import Reader

settings.register_profile(
    "steady",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()
