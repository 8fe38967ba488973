"""How a host is treated: by its robots.txt, with pauses, and left alone when it asks. Nobody waits for these tests."""

from datetime import timedelta
from email.utils import format_datetime

import pytest

from sayso.errors import InputError
from sayso.fetch.address import parsed
from sayso.fetch.robots import Disallowed
from sayso.fetch.session import Session
from sayso.fetch.settings import Bounds
from tests.fetch.serving import START, Asked, Reply, Server, Waits, session


def get(made: Session, *urls: str) -> None:
    for url in urls:
        assert made.get(parsed(url), lambda _media: 1000) is not None


def robots(text: str) -> Reply:
    return Reply(text.encode(), headers={"Content-Type": "text/plain"})


def test_what_robots_txt_disallows_is_not_asked_for(server: Server) -> None:
    server.pages |= {"/robots.txt": robots("User-agent: *\nDisallow: /private\n"), "/a": Reply(b"x"), "/private": Reply(b"y")}  # fmt: skip
    with session() as made:
        get(made, server.url("/a"))
        with pytest.raises(Disallowed, match=r"robots\.txt of mill\.example disallows it"):
            get(made, server.url("/private"))
    assert server.paths == ["/a"]
    assert len(server.asked) == 2  # robots.txt once


def test_rules_for_sayso_count_more_than_rules_for_all(server: Server) -> None:
    server.pages |= {"/robots.txt": robots("User-agent: *\nDisallow: /\n\nUser-agent: Sayso\nAllow: /\n"), "/a": Reply(b"x")}  # fmt: skip
    with session() as made:
        get(made, server.url("/a"))
    with session(user_agent="someone/2") as made, pytest.raises(Disallowed):
        get(made, server.url("/a"))


def test_a_redirect_leads_to_nothing_that_is_disallowed(server: Server) -> None:
    server.pages |= {
        "/robots.txt": robots("User-agent: *\nDisallow: /private\n"),
        "/a": Reply(status=302, headers={"Location": "/private"}),
        "/private": Reply(b"y"),
    }
    with session() as made, pytest.raises(Disallowed):
        get(made, server.url("/a"))
    assert server.paths == ["/a"]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_no_robots_txt_allows_everything(server: Server, status: int) -> None:
    server.pages |= {"/robots.txt": Reply(b"User-agent: *\nDisallow: /", status), "/a": Reply(b"x")}
    with session() as made:
        get(made, server.url("/a"))


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_robots_txt_that_fails_allows_nothing(server: Server, status: int) -> None:
    server.pages |= {"/robots.txt": Reply(status=status), "/a": Reply(b"x")}
    with session() as made, pytest.raises(InputError, match=f"answered with {status}"):
        get(made, server.url("/a"))
    assert server.paths == []


def test_robots_txt_may_lie_elsewhere_and_be_long(server: Server) -> None:
    rules = "User-agent: *\nDisallow: /private\n" + "# nothing\n" * 100_000
    server.pages |= {
        "/robots.txt": Reply(status=301, headers={"Location": "/rules"}),
        "/rules": robots(rules),
        "/private": Reply(b"y"),
    }
    with session() as made, pytest.raises(Disallowed):
        get(made, server.url("/private"))


def test_pages_of_one_host_are_fetched_with_a_pause(server: Server) -> None:
    server.pages |= {"/a": Reply(b"x"), "/b": Reply(b"x")}
    waits = Waits()
    with session(waits, delay=2.5) as made:
        get(made, server.url("/a"), server.url("/b"), server.url("/a", "other.example"), server.url("/a"))
    assert waits.slept == [2.5, 2.5]


def test_a_page_that_fails_was_a_visit_too(server: Server) -> None:
    server.pages |= {"/a": Reply(bytes(2000)), "/b": Reply(b"x")}
    waits = Waits()
    with session(waits, delay=1.0) as made:
        with pytest.raises(InputError, match="more than 1,000 bytes"):
            get(made, server.url("/a"))
        get(made, server.url("/b"))
    assert waits.slept == [1.0]


@pytest.mark.parametrize(("asked", "pause"), [("0.5", 1.0), ("7", 7.0), ("86400", 60.0), ("soon", 1.0), ("-3", 1.0)])
def test_a_host_may_ask_for_a_longer_pause_up_to_a_bound(server: Server, asked: str, pause: float) -> None:
    server.pages |= {"/robots.txt": robots(f"User-agent: *\nCrawl-delay: {asked}\n"), "/a": Reply(b"x")}
    waits = Waits()
    with session(waits, delay=1.0) as made:
        get(made, server.url("/a"), server.url("/a"))
    assert waits.slept == [pause]


@pytest.mark.parametrize("asked", ["30", format_datetime(START + timedelta(seconds=30), usegmt=True)])
@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_waited_for(server: Server, asked: str, status: int) -> None:
    def answer(_asked: Asked) -> Reply:
        again = len(server.paths) > 1
        return Reply(b"x") if again else Reply(status=status, headers={"Retry-After": asked})

    server.pages["/a"] = answer
    waits = Waits()
    with session(waits, delay=1.0) as made:
        get(made, server.url("/a"))
    assert waits.slept == [30.0]


def test_a_host_that_never_has_time_fails(server: Server) -> None:
    server.pages["/a"] = Reply(status=429, headers={"Retry-After": "5"})
    waits = Waits()
    with session(waits, bounds=Bounds(retries=2)) as made, pytest.raises(InputError, match="429"):
        get(made, server.url("/a"))
    assert len(server.paths) == 3
    assert waits.slept == [5.0, 5.0]


def test_a_host_that_wants_a_long_pause_is_left_alone(server: Server) -> None:
    server.pages |= {"/a": Reply(status=503, headers={"Retry-After": "7200"}), "/b": Reply(b"x")}
    waits = Waits()
    with session(waits) as made:
        with pytest.raises(InputError, match="503"):
            get(made, server.url("/a"))
        with pytest.raises(InputError, match="left alone for 7,200 more seconds"):
            get(made, server.url("/b"))
        get(made, server.url("/b", "other.example"))
    assert (server.paths, waits.slept) == (["/a", "/b"], [])


@pytest.mark.parametrize("value", ["", "soon", "1e9", "Fri, 99 Foo 2031"])
def test_a_pause_that_nobody_understands_is_none(server: Server, value: str) -> None:
    server.pages["/a"] = Reply(status=503, headers={"Retry-After": value})
    waits = Waits()
    with session(waits) as made, pytest.raises(InputError, match="503"):
        get(made, server.url("/a"))
    assert waits.slept == []
