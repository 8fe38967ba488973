"""Addresses to bytes, against a server on this machine: where a way leads, how long it may take, what may be sent."""

import gzip
import logging
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from sayso.errors import InputError
from sayso.fetch.address import Address, parsed
from sayso.fetch.memory import Validators, digest
from sayso.fetch.session import Fetched, Session
from sayso.fetch.settings import Bounds
from tests.fetch.serving import HOST, Asked, Reply, Server, session

MIB = 1 << 20


def got(open_session: Session, url: str, validators: Validators | None = None) -> Fetched | None:
    return open_session.get(parsed(url), lambda _media: MIB, validators)


def moved(to: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": to})


def test_a_page_comes_with_what_the_server_says_of_it(server: Server) -> None:
    headers = {"Content-Type": "Text/HTML; charset=ISO-8859-2", "ETag": '"1"', "Last-Modified": "yesterday"}
    server.pages["/a?b=c"] = Reply(b"text", headers=headers)
    with session() as made:
        found = got(made, server.url("/a?b=c#d"))
    assert found is not None
    assert (found.url, found.media, found.charset, found.data) == (
        server.url("/a?b=c"),
        "text/html",
        "iso-8859-2",
        b"text",
    )
    assert found.validators == Validators(digest(found.url), '"1"', "yesterday")
    assert server.asked[-1].headers["user-agent"].startswith("sayso/")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_the_last_address_counts(server: Server, status: int) -> None:
    server.pages |= {"/a": moved("b", status), "/b": moved(f"//other.example:{server.port}/c", status)}
    server.pages["/c"] = Reply(b"there")
    with session() as made:
        found = got(made, server.url("/a"))
    assert found is not None
    assert (found.url, found.data) == (server.url("/c", "other.example"), b"there")


def test_a_circle_ends(server: Server) -> None:
    server.pages |= {"/a": moved("/b"), "/b": moved("/a")}
    with session(bounds=Bounds(redirects=6)) as made, pytest.raises(InputError, match="more than 6 times"):
        got(made, server.url("/a"))
    assert len(server.paths) == 7


@pytest.mark.parametrize(
    "to",
    ["http://169.254.169.254/", "http://[::ffff:169.254.169.254]/", "http://0.0.0.0/", "http://[ff02::1]/"],
)
def test_a_redirect_leads_to_no_address_that_is_refused(server: Server, to: str) -> None:
    server.pages["/a"] = moved(to)
    with session(resolve=numbers) as made, pytest.raises(InputError, match="not fetched from"):
        got(made, server.url("/a"))


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://h/x", "javascript:alert(1)", "http://a b/"])
def test_a_redirect_leads_to_nothing_but_pages(server: Server, to: str) -> None:
    server.pages["/a"] = moved(to)
    with session() as made, pytest.raises(InputError, match=r"cannot be fetched|answers wrongly"):
        got(made, server.url("/a"))
    assert server.paths == ["/a"]


def numbers(host: str, port: int) -> Sequence[str]:
    """Numbers mean themselves, every name this machine."""
    return [host] if host[0].isdigit() or ":" in host else ["127.0.0.1"]


def test_this_machine_is_not_asked_without_leave(server: Server) -> None:
    server.pages["/a"] = Reply(b"secret")
    with session(allow_private=False) as made, pytest.raises(InputError, match="loopback"):
        got(made, server.url("/a"))
    assert server.asked == []


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A public address that leads here, since no test may ask a real one; and what was connected to."""
    connected: list[str] = []
    real = socket.create_connection

    def connect(address: tuple[str, int], *rest: Any, **options: Any) -> socket.socket:
        connected.append(address[0])
        return real(("127.0.0.1", address[1]), *rest, **options)

    monkeypatch.setattr(socket, "create_connection", connect)
    return connected


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.0.0.7", "::1", "fd00::1", "::ffff:192.168.0.1"])
def test_a_public_host_leads_to_no_private_one(server: Server, outside: list[str], inside: str) -> None:
    server.pages["/a"] = moved("http://inside.example/x")
    with (
        session(allow_private=False, resolve=lambda host, _: [inside if "inside" in host else "8.8.8.8"]) as made,
        pytest.raises(InputError, match="--allow-private"),
    ):
        got(made, server.url("/a"))
    assert set(outside) == {"8.8.8.8"}


def test_a_name_that_changes_its_address_leads_to_the_one_that_was_checked(server: Server, outside: list[str]) -> None:
    answers = iter([["8.8.8.8"], ["8.8.8.8"], ["127.0.0.1"]])  # for robots.txt, the page, the page again
    server.pages["/a"] = Reply(b"public", headers={"Connection": "close"})
    with session(allow_private=False, resolve=lambda *_: next(answers)) as made:
        assert got(made, server.url("/a")) is not None
        with pytest.raises(InputError, match="loopback"):
            got(made, server.url("/a"))
    assert outside == ["8.8.8.8", "8.8.8.8"]


def test_another_address_of_a_host_is_tried(server: Server) -> None:
    server.pages["/a"] = Reply(b"here")
    with session(resolve=lambda *_: ["127.0.0.99", "127.0.0.1"]) as made:
        found = got(made, server.url("/a"))
    assert found is not None
    assert found.data == b"here"


@pytest.mark.parametrize("packed", [True, False])
def test_more_than_may_come_is_refused(server: Server, packed: bool) -> None:
    body = bytes(40 * MIB)
    headers = {"Content-Encoding": "gzip"} if packed else {}
    server.pages["/a"] = Reply(gzip.compress(body) if packed else body, headers=headers)
    with session() as made, pytest.raises(InputError, match="more than 1,048,576 bytes"):
        got(made, server.url("/a"))


def test_a_stream_without_length_is_bounded_too(server: Server) -> None:
    server.pages["/a"] = Reply(pieces=lambda: (bytes(1 << 16) for _ in range(1000)))
    with session() as made, pytest.raises(InputError, match="more than"):
        got(made, server.url("/a"))


def dripping() -> Iterator[bytes]:
    for _ in range(500):
        time.sleep(0.01)
        yield b"x"


def test_a_server_that_drips_is_left_when_the_time_is_up(server: Server) -> None:
    server.pages["/a"] = Reply(pieces=dripping)
    begun = time.monotonic()
    with session(bounds=Bounds(seconds=0.3)) as made, pytest.raises(InputError, match=r"more than 0\.3 seconds"):
        got(made, server.url("/a"))
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize("sent", [b"", b"HTTP/1.1 200 OK\r\nX-Slow: "])
def test_a_server_that_falls_silent_is_left(sent: bytes) -> None:
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.sendall(sent)
                done.wait(5)

        thread = threading.Thread(target=answer)
        thread.start()
        with session(bounds=Bounds(silence=0.2)) as made, pytest.raises(InputError, match=r"nothing came for 0\.2"):
            got(made, f"http://{HOST}:{listening.getsockname()[1]}/")
        done.set()
        thread.join()


def test_a_certificate_is_asked_for_the_name_and_not_for_the_address() -> None:
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            connection, _ = listening.accept()
            with connection:
                heard.append(connection.recv(4096))

        thread = threading.Thread(target=answer)
        thread.start()
        with session() as made, pytest.raises(InputError, match="cannot be reached"):
            got(made, f"https://{HOST}:{listening.getsockname()[1]}/")
        thread.join()
    assert HOST.encode() in heard[0]


@pytest.mark.parametrize("status", [204, 300, 403, 404, 500, 599])
def test_an_answer_without_a_page_says_so(server: Server, status: int) -> None:
    server.pages["/a"] = Reply(b"", status)
    with session() as made, pytest.raises(InputError, match=f"the server answers {status}"):
        got(made, server.url("/a"))


def test_nobody_there_is_one_outcome() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with session() as made, pytest.raises(InputError, match="cannot be had"):
        got(made, f"http://{HOST}:{port}/")


def test_an_unchanged_page_is_not_sent_again(server: Server) -> None:
    def answer(asked: Asked) -> Reply:
        same = asked.headers.get("if-none-match") == '"1"' and asked.headers.get("if-modified-since") == "then"
        return Reply(status=304) if same else Reply(b"page", headers={"ETag": '"1"', "Last-Modified": "then"})

    server.pages["/a"] = answer
    with session() as made:
        first = got(made, server.url("/a"))
        assert first is not None
        assert got(made, server.url("/a"), first.validators) is None


def test_what_another_address_said_is_not_asked_by(server: Server) -> None:
    server.pages |= {"/a": moved("/b"), "/b": Reply(status=304)}
    with session() as made, pytest.raises(InputError, match="304"):
        got(made, server.url("/a"), Validators(digest(server.url("/other")), '"1"'))
    assert all("if-none-match" not in each.headers for each in server.asked)


def test_name_and_password_go_to_their_host_alone_and_into_no_log(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.pages |= {"/a": moved("/b"), "/b": moved(server.url("/c", "evelund:pw2@other.example")), "/c": Reply(b"x")}
    with session() as made:
        found = got(made, server.url("/a", "adaroe:hush@" + HOST))
    sent = {each.path: each.headers.get("authorization") for each in server.asked if each.path != "/robots.txt"}
    assert sent["/a"] is not None
    assert sent["/a"] == sent["/b"]
    assert sent["/c"] is None
    assert found is not None
    told = caplog.text + repr(found) + repr(parsed("http://adaroe:hush@h/"))
    assert server.url("/c", "other.example") in caplog.text
    assert not any(each in told for each in ("hush", "pw2", "adaroe", "evelund"))


@pytest.mark.parametrize(
    "text", ["http://ada:hush@[::1/", "http://ada:hush@:80/", "ftp://ada:hush@h/", "http://ada:hush@h:99999/"]
)
def test_name_and_password_stand_in_no_message(text: str) -> None:
    with pytest.raises(InputError) as told:
        parsed(text)
    assert "hush" not in str(told.value)


def test_cookies_last_for_one_address(server: Server) -> None:
    server.pages |= {"/a": Reply(b"", 302, {"Location": "/b", "Set-Cookie": "seen=1"}), "/b": Reply(b"x")}
    with session() as made:
        got(made, server.url("/a"))
        got(made, server.url("/b"))
    assert [each.headers.get("cookie") for each in server.asked if each.path == "/b"] == ["seen=1", None]


def test_what_the_environment_says_of_proxies_is_not_asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    server.pages["/a"] = Reply(b"direct")
    with session() as made:
        found = got(made, server.url("/a"))
    assert found is not None


def test_an_address_is_brought_to_one_form() -> None:
    assert parsed(" HTTP://Exämple.com:80/a/../b#c ") == Address("http://xn--exmple-cua.com/b")
    assert parsed("http://h/x/y").joined("../z?q") == Address("http://h/z?q")
