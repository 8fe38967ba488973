"""A server on this machine, a clock that nobody waits for, and names that lead to the server."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from sayso.fetch.clock import Clock
from sayso.fetch.session import Session
from sayso.fetch.settings import Bounds, Fetching

HOST = "mill.example"
START = datetime(2031, 4, 5, 12, 0, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Reply:
    """An answer; ``pieces`` are sent one after the other, with whatever happens between them."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    pieces: Callable[[], Iterator[bytes]] | None = None


@dataclass(frozen=True)
class Asked:
    path: str
    headers: dict[str, str]


class Server:
    """Answers by ``pages``, path to answer, or to what makes one of a request; other paths are not found."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.port: int = server.server_address[1]
        self.pages: dict[str, Reply | Callable[[Asked], Reply]] = {}
        self.asked: list[Asked] = []

    def url(self, path: str = "/", host: str = HOST) -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, robots.txt aside."""
        return [each.path for each in self.asked if each.path != "/robots.txt"]

    def answer(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        found = self.pages.get(asked.path, Reply(status=404))
        return found if isinstance(found, Reply) else found(asked)


@contextmanager
def serving() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            reply = served.answer(Asked(self.path, {name.lower(): value for name, value in self.headers.items()}))
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.pieces is None:
                self.send_header("Content-Length", str(len(reply.body)))
            else:
                self.send_header("Connection", "close")
            self.end_headers()
            try:
                for piece in (reply.pieces or (lambda: iter([reply.body])))():
                    self.wfile.write(piece)
            except OSError:  # who asked has left
                self.close_connection = True

        def log_message(self, *_told: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        served = Server(server)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()


class Waits:
    """A clock that moves only when somebody sleeps, and remembers for how long."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self.clock = Clock(
            lambda: sum(self.slept), self.slept.append, lambda: START + timedelta(seconds=sum(self.slept))
        )


def here(_host: str, _port: int) -> Sequence[str]:
    """Every name leads to this machine."""
    return ["127.0.0.1"]


ASKING_HERE = Fetching(allow_private=True, delay=0.0, resolve=here, bounds=Bounds(silence=5))


@contextmanager
def session(waits: Waits | None = None, **options: Any) -> Iterator[Session]:
    """A session that may ask this machine; ``options`` are those of ``Fetching``."""
    timed = replace(ASKING_HERE, delay=1.0, clock=waits.clock) if waits is not None else ASKING_HERE
    made = Session(replace(timed, **options))
    try:
        yield made
    finally:
        made.close()
