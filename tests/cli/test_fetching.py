"""The commands and addresses, against a server on this machine."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.running import sayso
from tests.fetch.serving import Asked, Reply, Server, serving
from tests.ingest.files import LEDE, page

HERE = "127.0.0.1"
HTML = {"Content-Type": "text/html; charset=utf-8"}
OPTIONS = ("--allow-private", "--delay", "0")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        made.pages["/a"] = unchanged_if('"1"', Reply(page(), headers=HTML | {"ETag": '"1"'}))
        made.pages["/feed"] = Reply(
            b"<rss version='2.0'><channel><item><link>/a</link><pubDate>Sat, 05 Apr 2031 18:30:00 GMT</pubDate></item>"
            b"<item><link>/gone</link></item></channel></rss>"
        )
        yield made


def unchanged_if(tag: str, page: Reply) -> Callable[[Asked], Reply]:
    return lambda asked: Reply(status=304) if asked.headers.get("if-none-match") == tag else page


def test_a_feed_goes_in_and_comes_again_unchanged(server: Server, tmp_path: Path) -> None:
    ledger = tmp_path / "sayso.db"
    options = (*OPTIONS, "--ledger", str(ledger), "--keep-raw", "--log")
    first = sayso("add", server.url("/feed", HERE), *options)
    assert first.returncode == 1
    assert [line.split("\t") for line in first.stdout.splitlines()] == [
        ["done", server.url("/a", HERE)],
        ["failed", server.url("/gone", HERE), "the server answers 404 Not Found"],
    ]
    row = json.loads(sayso("export", "articles", "--ledger", str(ledger)).stdout)
    assert row["url"] == server.url("/a", HERE)
    assert (row["published"], row["published_basis"]) == ("2031-04-05T18:30:00Z", "metadata")
    assert (len(row["retrieved"]), row["retrieved_basis"]) == (20, "given")

    again = sayso("add", "--feed", server.url("/feed", HERE), *options)
    assert again.stdout.splitlines()[0] == f"skipped\t{server.url('/a', HERE)}\tunchanged since it was fetched and read"
    assert sayso("verify", "--ledger", str(ledger)).returncode == 0

    notes = tmp_path / "sayso.db.fetched"
    assert notes.exists()
    assert sayso("retract", server.url("/a", HERE), "--ledger", str(ledger), "--yes").returncode == 0
    assert not notes.exists()


def test_this_machine_is_not_asked_unless_allowed(server: Server, tmp_path: Path) -> None:
    url = server.url("/a", "ada:hush@" + HERE)
    ran = sayso("add", url, "--ledger", str(tmp_path / "sayso.db"))
    assert ran.returncode == 1
    assert "--allow-private" in ran.stderr
    assert "hush" not in ran.stderr + ran.stdout
    assert server.asked == []


def test_an_address_is_read_without_a_ledger(server: Server) -> None:
    ran = sayso("read", server.url("/a", HERE), *OPTIONS, "--user-agent", "herald-desk/1")
    assert ran.returncode == 0
    assert LEDE.split(" said")[0] in ran.stdout
    assert {each.headers["user-agent"] for each in server.asked} == {"herald-desk/1"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("add",),
        ("read", "http://127.0.0.1:9/", "--title", "T"),
        ("read", "http://127.0.0.1:9/", "--url", "http://h/"),
        ("read", "http://127.0.0.1:9/", "--delay", "-1"),
        ("read", "http://127.0.0.1:9/", "--user-agent", "a\nb"),
    ],
)
def test_a_call_that_means_nothing_is_wrong(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert sayso(*arguments, SAYSO_LEDGER=str(tmp_path / "sayso.db")).returncode == 2
