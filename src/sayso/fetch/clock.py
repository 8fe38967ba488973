"""The time, and waiting: one value, so that tests wait for nothing."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def _today() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """``passed`` counts seconds from any beginning and never goes back; ``now`` is the moment, in UTC."""

    passed: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = _today

    def moment(self) -> str:
        """ISO 8601 in UTC, to the second."""
        return self.now().strftime("%Y-%m-%dT%H:%M:%SZ")


SYSTEM = Clock()
