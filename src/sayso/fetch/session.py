"""One run's visits to the network: an address in, its bytes out, or the reason why there are none."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from importlib.metadata import PackageNotFoundError, version

import httpcore
import httpx

from sayso.errors import InputError
from sayso.fetch.address import Address
from sayso.fetch.memory import LONGEST, Validators, digest
from sayso.fetch.network import Network, Time, Transport
from sayso.fetch.quiet import quiet
from sayso.fetch.robots import Robots
from sayso.fetch.settings import Fetching
from sayso.fetch.turns import Turns
from sayso.fetch.unpacking import ASKED, whole

_LOG = logging.getLogger(__name__)
ACCEPTED = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"
)
REDIRECTS = frozenset({301, 302, 303, 307, 308})
UNCHANGED = 304


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. ``url`` is where it was in the end; ``media`` and ``charset`` are what the server says of it.

    ``data`` is the body as it was before it was packed for the way; ``retrieved`` is the moment of its last byte.
    """

    url: str
    media: str
    charset: str | None
    data: bytes
    retrieved: str
    validators: Validators


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: httpx.Headers
    charset: str | None = None
    data: bytes = b""

    @property
    def media(self) -> str:
        told: str = self.headers.get("content-type", "")
        return told.partition(";")[0].strip().casefold()


@dataclass(slots=True)
class _Asking:
    """One address on its way through redirects. ``visited`` are hosts whose turn was waited for."""

    first: Address
    at: Address
    most: Callable[[str], int]
    validators: Validators | None = None
    visited: set[str] = field(default_factory=set)


class Session:
    """Fetches addresses one after the other; to be closed. Cookies last as long as one address with its redirects."""

    def __init__(self, fetching: Fetching) -> None:
        self._fetching = fetching
        self._bounds = fetching.bounds
        self._time = Time(fetching)
        agent = fetching.user_agent or default_agent()
        headers = {"User-Agent": agent, "Accept": ACCEPTED, "Accept-Encoding": ASKED}
        transport = Transport(Network(fetching, self._time))
        self._client = httpx.Client(transport=transport, headers=headers, timeout=None, trust_env=False)  # noqa: S113  # `Time` bounds each step
        self._turns = Turns(fetching)
        self._robots = Robots(fetching, self._robots_txt, agent)

    def close(self) -> None:
        self._client.close()

    def get(self, address: Address, most: Callable[[str], int], validators: Validators | None = None) -> Fetched | None:
        """What the address gives; None if that is unchanged since ``validators`` were given.

        ``most`` tells how many bytes an answer of this media type may have. InputError if it cannot be had, Disallowed if the host does
        not want it fetched.
        """
        asking = _Asking(address, address, most, validators)
        try:
            answer = self._arrived(asking)
        finally:
            self._client.cookies.clear()
        if answer.status == UNCHANGED and self._headers(asking):
            return None
        if answer.status != HTTPStatus.OK:
            raise InputError(f"the server answers {_told(answer.status)}")
        at = asking.at.url
        noted = Validators(digest(at), *(_short(answer.headers.get(name)) for name in ("etag", "last-modified")))
        return Fetched(at, answer.media, answer.charset, answer.data, self._fetching.clock.moment(), noted)

    def _arrived(self, asking: _Asking) -> _Answer:
        """The answer behind all redirects, each of which is checked as if it had been named."""
        left, retries = self._bounds.seconds, self._bounds.retries
        redirects = 0
        while True:
            self._take_turn(asking)
            self._time.start(left)
            try:
                answer = self._asked(asking.at, asking.most, self._headers(asking), _secret(asking))
            finally:
                left = self._time.left()
                self._turns.visited(asking.at.host)
            if answer.status in REDIRECTS and "location" in answer.headers:
                redirects += 1
                if redirects > self._bounds.redirects:
                    raise InputError(f"it is redirected more than {self._bounds.redirects} times, perhaps in a circle")
                asking.at = asking.at.joined(answer.headers["location"])
            elif self._turns.close(asking.at.host, answer.status, answer.headers) and retries > 0:
                retries -= 1
                asking.visited.discard(asking.at.host)
            else:
                return answer

    def _take_turn(self, asking: _Asking) -> None:
        self._robots.check(asking.at)
        host = asking.at.host
        if host not in asking.visited:
            self._turns.wait(host, self._robots.delay(asking.at))
            asking.visited.add(host)

    def _headers(self, asking: _Asking) -> dict[str, str]:
        known = asking.validators
        return known.headers() if known is not None and known.at == digest(asking.at.url) else {}

    def _robots_txt(self, address: Address) -> tuple[int, bytes]:
        """Status and beginning of a robots.txt. It is asked for without waiting for a turn, since it tells how long to wait."""
        at = address
        self._time.start(self._bounds.seconds)
        for _ in range(self._bounds.redirects + 1):
            answer = self._asked(at, lambda _media: self._bounds.robots, {}, None, cut=True)
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                return answer.status, answer.data
            at = at.joined(answer.headers["location"])
        raise InputError("it is redirected too often")

    def _asked(
        self,
        at: Address,
        most: Callable[[str], int],
        headers: dict[str, str],
        secret: httpx.BasicAuth | None,
        *,
        cut: bool = False,
    ) -> _Answer:
        """The answer to one request; its body is read only where it is what was asked for. InputError if there is none."""
        _LOG.debug("fetching %s", at.url)
        try:
            with (
                quiet(),
                self._client.stream("GET", at.url, headers=headers, auth=secret, follow_redirects=False) as given,
            ):
                answer = _Answer(given.status_code, given.headers, given.charset_encoding)
                if given.status_code != HTTPStatus.OK:
                    return answer
                bound = most(answer.media)
                if not cut and _length(given.headers) > bound:
                    raise InputError(f"the answer has more than {bound:,} bytes")
                body = whole(given.iter_raw(), given.headers.get("content-encoding", ""), bound, cut=cut)
                return _Answer(given.status_code, given.headers, answer.charset, body)
        except (httpcore.TimeoutException, httpx.TimeoutException):
            if self._time.left() <= 0:
                raise InputError(f"it took more than {self._bounds.seconds:g} seconds") from None
            raise InputError(f"nothing came for {self._bounds.silence:g} seconds") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, httpx.InvalidURL) as error:
            raise InputError(f"{at.host} cannot be reached or answers wrongly ({_why(error)})") from None


def default_agent() -> str:
    """What Sayso calls itself to a server."""
    try:
        return f"sayso/{version('sayso')}"
    except PackageNotFoundError:  # a source tree that is on the path without being installed
        return "sayso"


def _secret(asking: _Asking) -> httpx.BasicAuth | None:
    """Name and password, as long as the host is still the one that they were given for."""
    given = asking.first.secret
    return httpx.BasicAuth(*given) if given is not None and asking.at.origin == asking.first.origin else None


def _length(headers: httpx.Headers) -> int:
    told = headers.get("content-length", "")
    return int(told[:20]) if told.isascii() and told.isdigit() else 0


def _short(value: str | None) -> str | None:
    return value if value and len(value) <= LONGEST else None


def _told(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _why(error: Exception) -> str:
    return str(error)[:200] or type(error).__name__
