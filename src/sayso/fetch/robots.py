"""What a host allows to be fetched, as its robots.txt says (RFC 9309)."""

from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from sayso.errors import InputError
from sayso.fetch.address import Address
from sayso.fetch.settings import Fetching

KEPT = 1_000
"""Hosts whose rules are held at once; those asked about longest ago are asked again."""


class Disallowed(InputError):
    """The host does not want this page to be fetched."""


@dataclass(frozen=True, slots=True)
class Rules:
    """``parsed`` is None where everything is allowed; ``unknown`` says why nobody can tell, and then nothing is."""

    parsed: Protego | None = None
    unknown: str | None = None


class Robots:
    """Rules by origin. ``asked`` gives status and body of an address, redirects followed; it raises InputError."""

    def __init__(self, fetching: Fetching, asked: Callable[[Address], tuple[int, bytes]], agent: str) -> None:
        self._asked = asked
        self._agent = agent
        self._most = fetching.bounds.crawl_delay
        self._delay = fetching.delay
        self._rules: dict[tuple[str, str, int], Rules] = {}

    def check(self, address: Address) -> None:
        """Disallowed if the host does not want the page fetched; InputError if that cannot be known."""
        rules = self._of(address)
        if rules.unknown is not None:
            raise InputError(f"whether {address.host} allows it is unknown: {rules.unknown}; try again later")
        if rules.parsed is not None and not rules.parsed.can_fetch(address.url, self._agent):
            raise Disallowed(f"robots.txt of {address.host} disallows it")

    def delay(self, address: Address) -> float:
        """Seconds between two visits: what the user says, or what the host says if that is more, up to a bound."""
        rules = self._of(address)
        asked = rules.parsed.crawl_delay(self._agent) if rules.parsed is not None else None
        return max(self._delay, min(asked or 0.0, self._most))

    def _of(self, address: Address) -> Rules:
        origin = address.origin
        rules = self._rules.pop(origin, None) or self._read(address.robots)
        self._rules[origin] = rules  # the latest stands last
        if len(self._rules) > KEPT:
            del self._rules[next(iter(self._rules))]
        return rules

    def _read(self, address: Address) -> Rules:
        """As RFC 9309 tells: no such file allows everything, and a server that fails allows nothing."""
        try:
            status, body = self._asked(address)
        except InputError as error:
            return Rules(unknown=f"its robots.txt cannot be had ({error})")
        if status == 429 or status >= 500:
            return Rules(unknown=f"its robots.txt is answered with {status}")
        return Rules(Protego.parse(body.decode("utf-8", errors="replace"))) if status == 200 else Rules()
