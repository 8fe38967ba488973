"""What is named by address becomes items as a file would, against a server on this machine."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.fetch.memory import Memory
from sayso.ingest import inputs
from sayso.ingest.html_page import read_html
from sayso.ingest.limits import LIMITS, Limits
from sayso.ingest.sourced import Sourced, Wanted
from sayso.records import ids
from sayso.records.article import Article, Metadata
from tests.fetch.serving import ASKING_HERE, START, Asked, Reply, Server, Waits, serving
from tests.ingest.files import LEDE, PROSE, docx, page, pdf

HTML = {"Content-Type": "text/html; charset=utf-8"}
NOW = START.strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


def items(
    *named: str, told: Metadata = Metadata(), memory: Memory | None = None, limits: Limits = LIMITS
) -> list[Sourced]:
    fetching = replace(ASKING_HERE, clock=Waits().clock, memory=memory)
    return list(inputs.sourced(named, told, Wanted(fetching=fetching, limits=limits)))


def article(each: Sourced) -> Article:
    assert each.item.article is not None, each.item
    return each.item.article


def feed(*links: str) -> Reply:
    entries = "".join(
        f"<item><title>In the feed</title><link>{each}</link><pubDate>Sat, 05 Apr 2031 18:30:00 GMT</pubDate></item>"
        for each in links
    )
    body = f"<rss version='2.0'><channel><title>T</title>{entries}</channel></rss>"
    return Reply(body.encode(), headers={"Content-Type": "application/xml", "ETag": '"feed"'})


def test_a_page_is_read_as_its_file_would_be(server: Server) -> None:
    data = page('<meta property="article:published_time" content="2031-04-04">')
    server.pages["/a"] = Reply(data, headers=HTML)
    (each,) = items(server.url("/a"), told=Metadata(publisher="The Herald", published="2030"))
    found = article(each)
    assert found.text == read_html(data).text
    assert found.raw_sha256 == hashlib.sha256(data).hexdigest()
    assert each.raw == data
    known = found.metadata
    assert (known.url, known.publisher) == (server.url("/a"), "The Herald")
    assert (known.published, known.published_basis) == ("2031-04-04", "metadata")
    assert (known.retrieved, known.retrieved_basis) == (NOW, "given")


def test_where_a_page_was_in_the_end_is_its_address_and_its_name_is_what_was_named(server: Server) -> None:
    server.pages |= {"/a": Reply(status=301, headers={"Location": "/b"}), "/b": Reply(page(), headers=HTML)}
    (each,) = items(server.url("/a", "ada:hush@mill.example") + "#top")
    assert each.item.name == server.url("/a")
    assert article(each).metadata.url == server.url("/b")


@pytest.mark.parametrize("header", ["text/html; charset=windows-1252", "text/html"])
def test_a_page_in_an_old_encoding(server: Server, header: str) -> None:
    text = page(
        paragraphs=["“Réne said that the mill at Varn would stay open,” she added — whatever happens.", *PROSE[1:2]]
    )
    data = text.decode().replace("utf-8", "windows-1252").replace("😀", "").encode("cp1252")
    server.pages["/a"] = Reply(data, headers={"Content-Type": header})
    assert "“Réne said" in article(items(server.url("/a"))[0]).text


@pytest.mark.parametrize(
    ("data", "media", "url"),
    [
        (docx(*PROSE), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "/a"),
        (docx(*PROSE), "application/octet-stream", "/a.docx?x=1"),
        (pdf(PROSE[:1]), "application/pdf", "/a"),
        (pdf(PROSE[:1]), "text/html", "/a"),
        (LEDE.encode(), "text/plain; charset=utf-8", "/a"),
        (page(), "text/plain", "/a"),
        (page(), "application/xml", "/a"),
        (page(), "", "/a"),
    ],
)
def test_documents_are_read_too(server: Server, data: bytes, media: str, url: str) -> None:
    server.pages[url] = Reply(data, headers={"Content-Type": media})
    (each,) = items(server.url(url))
    assert "mill at Varn would stay open" in " ".join(article(each).text.split())
    assert article(each).metadata.url == server.url(url)


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (Reply(b"\x89PNG\r\n", headers={"Content-Type": "image/png"}), "a picture"),
        (Reply(b"{}", headers={"Content-Type": "application/json"}), "no page and no document (application/json)"),
        (Reply(b"a,b\n", headers={"Content-Type": "text/csv"}), "save it as a file"),
        (Reply(b"", headers=HTML), "no main text"),
        (Reply(b"<html><body></body></html>", headers=HTML), "no main text"),
        (Reply(status=410), "410 Gone"),
    ],
)
def test_what_is_no_article_fails_for_itself(server: Server, reply: Reply, told: str) -> None:
    server.pages |= {"/a": reply, "/b": Reply(page(), headers=HTML)}
    bad, good = items(server.url("/a"), server.url("/b"))
    assert told in str(bad.item.error)
    assert article(good)


def test_a_page_has_a_bound_of_its_own(server: Server) -> None:
    server.pages |= {
        "/a": Reply(page(), headers=HTML),
        "/b": Reply(LEDE.encode() * 5, headers={"Content-Type": "application/pdf"}),
    }
    large, other = items(server.url("/a"), server.url("/b"), limits=Limits(page=100))
    assert "more than 100 bytes" in str(large.item.error)
    assert "more than 100 bytes" not in str(other.item.error)


def test_a_feed_leads_to_its_pages_and_one_that_is_missing_fails_alone(server: Server) -> None:
    stated = page('<meta property="article:published_time" content="2031-04-01">')
    server.pages |= {
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /no"),
        "/feed": feed("/a", "/gone", "/no", "/a#again", "mailto:a@b.c", "/b"),
        "/a": Reply(page(), headers=HTML),
        "/b": Reply(stated, headers=HTML),
    }
    first, gone, disallowed, again, mail, last = items(server.url("/feed"))
    assert (article(first).metadata.published, article(first).metadata.published_basis) == (
        "2031-04-05T18:30:00Z",
        "metadata",
    )
    assert article(first).metadata.title == "Mill stays open"
    assert article(last).metadata.published == "2031-04-01"
    assert (gone.item.name, gone.item.error) == (server.url("/gone"), "the server answers 404 Not Found")
    assert disallowed.item.skip == "robots.txt of mill.example disallows it"
    assert again.item.skip == "the feed names it more than once"
    assert mail.item.name == server.url("/feed#5")
    assert "only http and https" in str(mail.item.error)


@pytest.mark.parametrize("named", ["feed:", "FEED:"])
def test_what_is_said_to_be_a_feed_is_read_as_one(server: Server, named: str) -> None:
    server.pages |= {
        "/a": Reply(page(), headers=HTML),
        "/f": Reply(b"  " + feed("/a").body, headers={"Content-Type": "text/plain"}),
    }
    (no_feed, entry) = items(named + server.url("/a"), named + server.url("/f"))
    assert "no feed" in str(no_feed.item.error)
    assert article(entry)


def test_a_feed_of_too_many_entries_says_how_many_are_left(server: Server) -> None:
    server.pages |= {"/feed": feed("/a", "/b", "/c"), "/a": Reply(page(), headers=HTML)}
    *_, last = items(server.url("/feed"), limits=Limits(entries=1))
    assert "the last 2 are not read" in str(last.item.error)
    assert server.paths == ["/feed", "/a"]


def test_an_empty_feed_is_no_failure(server: Server) -> None:
    server.pages["/feed"] = feed()
    (each,) = items(server.url("/feed"))
    assert each.item.skip == "the feed has no entries"


class Read:
    """A ledger in which everything that was made is read, until something is taken out."""

    def __init__(self, file: Path) -> None:
        self.versions: set[str] = set()
        self.file = file

    def memory(self) -> Memory:
        return Memory(self.file, self.versions.__contains__)

    def add(self, found: list[Sourced]) -> list[str]:
        self.versions |= {ids.of_article(each.item.article)[1] for each in found if each.item.article is not None}
        return [each.item.skip or "read" for each in found]


def tagged(server: Server, path: str, body: bytes, tag: str) -> None:
    def answer(asked: Asked) -> Reply:
        same = asked.headers.get("if-none-match") == tag
        return Reply(status=304) if same else Reply(body, headers=HTML | {"ETag": tag})

    server.pages[path] = answer


def test_an_unchanged_page_is_skipped_as_long_as_it_is_read(server: Server, tmp_path: Path) -> None:
    ledger = Read(tmp_path / "f")
    tagged(server, "/a", page(), '"1"')
    url = server.url("/a")
    assert ledger.add(items(url, memory=ledger.memory())) == ["read"]
    assert ledger.add(items(url, memory=ledger.memory())) == ["unchanged since it was fetched and read"]
    assert ledger.add(items(url, memory=ledger.memory(), told=Metadata(publisher="Other"))) == ["read"]
    ledger.versions.clear()
    assert ledger.add(items(url, memory=ledger.memory())) == ["read"]
    tagged(server, "/a", page(paragraphs=[LEDE, *PROSE]), '"2"')
    assert ledger.add(items(url, memory=ledger.memory())) == ["read"]


def test_an_unchanged_feed_is_skipped_once_all_its_pages_are_read(server: Server, tmp_path: Path) -> None:
    ledger = Read(tmp_path / "f")
    tagged(server, "/feed", feed("/a", "/b").body, '"f"')
    tagged(server, "/a", page(), '"1"')
    url, unchanged = server.url("/feed"), "unchanged since it was fetched and read"
    found = items(url, memory=ledger.memory())
    assert "404" in str(found[1].item.error)
    ledger.add(found)
    server.pages["/b"] = Reply(page(paragraphs=[LEDE, *PROSE]), headers=HTML)
    assert ledger.add(items(url, memory=ledger.memory())) == [unchanged, "read"]
    assert ledger.add(items(url, memory=ledger.memory())) == [unchanged]
    asked = len(server.paths)
    assert asked == 3 + 3 + 1


def test_an_article_of_a_page_is_the_one_of_its_file(server: Server) -> None:
    server.pages["/a"] = Reply(page(f'<link rel="canonical" href="{server.url("/story")}">'), headers=HTML)
    (each,) = items(server.url("/a"))
    known = Article(article(each).text, Metadata(url=server.url("/story"), publisher=article(each).metadata.publisher))
    assert ids.of_article(article(each)) == ids.of_article(known)


def test_nothing_is_fetched_where_nobody_says_so() -> None:
    (each,) = inputs.items(["http://ada:hush@127.0.0.1:9/"])
    assert "only `sayso add` and `sayso read` fetch addresses" in str(each.error)
    assert "hush" not in each.name


def test_an_address_is_not_asked_how_many_articles_it_holds() -> None:
    named = ["http://127.0.0.1:9/"]
    assert inputs.count(named) is None
    assert not inputs.one_article(named)


def test_a_json_feed_leads_to_its_pages(server: Server) -> None:
    listed = {"version": "https://jsonfeed.org/version/1", "items": [{"url": "a", "date_published": "2031-04-05"}]}
    server.pages |= {
        "/feed": Reply(json.dumps(listed).encode(), headers={"Content-Type": "application/json"}),
        "/a": Reply(page(), headers=HTML),
    }
    (each,) = items(server.url("/feed"))
    assert article(each).metadata.published == "2031-04-05"
