"""Whose turn it is: hosts are visited one after the other, with a pause between two visits, and left alone when they ask for it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from sayso.errors import InputError
from sayso.fetch.settings import Fetching

OVERLOADED = frozenset({429, 503})
"""Statuses of an answer that asks for a pause."""


class Turns:
    """When each host was last visited, and until when it wants to be left alone."""

    def __init__(self, fetching: Fetching) -> None:
        self._clock = fetching.clock
        self._bounds = fetching.bounds
        self._visited: dict[str, float] = {}
        self._closed: dict[str, float] = {}

    def wait(self, host: str, delay: float) -> None:
        """Comes back when ``host`` may be visited, ``delay`` seconds after the last visit.

        InputError if the host asked to be left alone for longer than anybody waits.
        """
        now = self._clock.passed()
        closed = self._closed.get(host, now) - now
        if closed > self._bounds.retry_after:
            raise InputError(f"{host} asks to be left alone for {closed:,.0f} more seconds: try again later")
        pause = max(closed, self._visited.get(host, now - delay) + delay - now)
        if pause > 0:
            self._clock.sleep(pause)

    def visited(self, host: str) -> None:
        self._visited[host] = self._clock.passed()

    def close(self, host: str, status: int, headers: Mapping[str, str]) -> bool:
        """Notes a pause that an answer asks for; whether there is one, and not too long to wait for."""
        asked = self._asked(headers.get("retry-after", "")) if status in OVERLOADED else None
        if asked is None:
            return False
        self._closed[host] = max(self._closed.get(host, 0.0), self._clock.passed() + asked)
        return asked <= self._bounds.retry_after

    def _asked(self, value: str) -> float | None:
        """Seconds that ``Retry-After`` tells, as a number or as a date; None if it tells neither."""
        if value.strip().isascii() and value.strip().isdigit():
            return float(value.strip()[:12])
        try:
            until = parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
        return max(0.0, (_aware(until) - self._clock.now()).total_seconds())


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
