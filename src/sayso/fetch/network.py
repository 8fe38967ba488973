"""Connections: to checked addresses alone, and none longer than is left of its time, whatever the other side does meanwhile.

httpcore asks this for every connection that it opens, also for one that a redirect leads to. TLS is spoken with the name of the host,
not with the address that was connected to, so certificates are checked as ever.
"""

import ssl
from collections.abc import Iterable, Iterator

import httpcore
import httpx

from sayso.errors import InputError
from sayso.fetch.names import usable
from sayso.fetch.settings import Fetching

MOST_TRIED = 4
"""Addresses of one host that are tried, one after the other."""
KEPT = 4.0
"""Seconds that an idle connection is kept; servers close them after five or more."""


class Time:
    """How many seconds are left of what a fetch may take."""

    def __init__(self, fetching: Fetching) -> None:
        self._clock = fetching.clock
        self._silence = fetching.bounds.silence
        self._ends = 0.0
        self.start(fetching.bounds.seconds)

    def start(self, seconds: float) -> None:
        self._ends = self._clock.passed() + seconds

    def left(self) -> float:
        return self._ends - self._clock.passed()

    def next(self) -> float:
        """Seconds that the next step may take; httpcore.ReadTimeout if none are left."""
        left = self.left()
        if left <= 0:
            raise httpcore.ReadTimeout("the time is up")
        return min(left, self._silence)


class _Stream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream, time: Time) -> None:
        self._inner = inner
        self._time = time

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._time.next())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._time.next())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, self._time.next()), self._time)

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)


class Network(httpcore.NetworkBackend):
    """Opens connections; InputError where the host has an address that is not to be asked."""

    def __init__(self, fetching: Fetching, time: Time) -> None:
        self._fetching = fetching
        self._time = time
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        fetching = self._fetching
        found = usable(host, port, resolve=fetching.resolve, allow_private=fetching.allow_private)[:MOST_TRIED]
        for n, address in enumerate(found, 1):
            try:
                inner = self._inner.connect_tcp(address, port, self._time.next(), None, socket_options)
                return _Stream(inner, self._time)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if n == len(found):
                    raise
        raise httpcore.ConnectError("the host has no address")

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        raise InputError("a socket of this machine is no address of a page")


class _Body(httpx.SyncByteStream):
    def __init__(self, inner: httpcore.Response) -> None:
        self._inner = inner

    def __iter__(self) -> Iterator[bytes]:
        yield from self._inner.iter_stream()

    def close(self) -> None:
        self._inner.close()


class Transport(httpx.BaseTransport):
    """httpx over connections of ``Network``. Errors of httpcore pass through as they are."""

    def __init__(self, network: Network) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), max_connections=20, keepalive_expiry=KEPT, network_backend=network
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        asked = httpcore.Request(
            request.method,
            httpcore.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            extensions=request.extensions,
        )
        given = self._pool.handle_request(asked)
        return httpx.Response(given.status, headers=given.headers, stream=_Body(given), extensions=given.extensions)

    def close(self) -> None:
        self._pool.close()
