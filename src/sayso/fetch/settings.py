"""How addresses are fetched: what the user decides, and what an answer may cost. Values, which load no client."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.fetch.clock import SYSTEM, Clock
from sayso.fetch.memory import Memory
from sayso.fetch.names import addresses_of

DELAY = 1.0
"""Seconds between two visits to a host, unless the user says otherwise."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Seconds, unless said otherwise."""

    seconds: float = 60
    """An address with all its redirects, from the first look-up of a name to the last byte; waiting for one's turn aside."""
    silence: float = 20
    """Without a byte, or until a connection stands."""
    redirects: int = 10
    robots: int = 500 * 1024
    """Bytes of a robots.txt that are read; what stands behind them counts for nothing, as RFC 9309 lets it."""
    crawl_delay: float = 60
    """A robots.txt that asks for more gets so much."""
    retry_after: float = 120
    """The longest wait that a server may ask for; who asks for more is left alone for this run."""
    retries: int = 2


@dataclass(frozen=True, slots=True)
class Fetching:
    """What holds for one run. ``user_agent`` is Sayso's own where it is empty.

    ``resolve`` gives the addresses of a host; ``memory`` is what earlier runs were told of pages, where there is a ledger.
    """

    allow_private: bool = False
    delay: float = DELAY
    user_agent: str = ""
    bounds: Bounds = Bounds()
    clock: Clock = SYSTEM
    resolve: Callable[[str, int], Sequence[str]] = addresses_of
    memory: Memory | None = None
