"""Feeds of every kind to entries; no date is taken that the feed does not say which one it is of."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.ingest.feeds import Entry, entries, is_feed
from sayso.ingest.limits import LIMITS, Limits
from sayso.records.article import Metadata

AT = "http://mill.example/news/feed"

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Herald</title><link>/</link>
<item><title>Mill &amp; café</title><link>/a</link><pubDate>Sat, 05 Apr 2031 18:30:00 +0200</pubDate>
<dc:creator>By Ada Roe and Bo Lund</dc:creator></item>
<item><guid>http://mill.example/b</guid><author>cy@herald.example (Cy Orr)</author><dc:date>2031-04-06</dc:date></item>
<item><title>No page</title></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Herald</title><updated>2031-04-09T00:00:00Z</updated>
<entry><title>Mill</title><link rel="alternate" href="../a"/><id>x</id><published>2031-04-05T18:30:00Z</published>
<updated>2031-04-06T08:00:00Z</updated><author><name>Ada Roe</name><email>ada@herald.example</email></author>
<author><name>Bo Lund</name></author></entry>
<entry><link href="/b"/><updated>2031-04-07</updated></entry></feed>"""

JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Herald",
        "items": [
            {"id": "1", "url": "/a", "title": "Mill", "date_published": "2031-04-05T18:30:00+02:00", "authors": [{"name": "Ada Roe"}]},
            {"id": "2", "external_url": "/b", "date_modified": "2031-04-06", "author": {"name": "Bo Lund"}},
            {"id": "3", "url": 7, "title": ["?"], "authors": [None], "date_published": 5},
            "none",
        ],
    }
)  # fmt: skip


def read(feed: str | bytes, charset: str | None = None, limits: Limits = LIMITS) -> list[Entry]:
    return entries(feed.encode() if isinstance(feed, str) else feed, AT, charset, limits)


def said(**known: object) -> Metadata:
    return Metadata(**known).with_basis("metadata")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("encoding", "charset"), [("utf-8", None), ("iso-8859-1", None), ("utf-16", None), ("wrong", "cp1252")]
)
def test_rss_in_any_encoding(encoding: str, charset: str | None) -> None:
    text = RSS.format(encoding=encoding)
    first, second, third = read(text.encode(charset or encoding), charset)
    assert first == Entry(
        "http://mill.example/a",
        said(title="Mill & café", authors=("Ada Roe", "Bo Lund"), published="2031-04-05T18:30:00+02:00"),
    )
    assert second == Entry("http://mill.example/b", said(authors=("Cy Orr",)))
    assert third == Entry(None, said(title="No page"))


def test_atom() -> None:
    first, second = read(ATOM)
    assert first == Entry(
        "http://mill.example/a",
        said(
            title="Mill",
            authors=("Ada Roe", "Bo Lund"),
            published="2031-04-05T18:30:00Z",
            updated="2031-04-06T08:00:00Z",
        ),
    )
    assert second.metadata == said(updated="2031-04-07")


def test_json_feed() -> None:
    first, second, third = read(JSON)
    assert first == Entry("/a", said(title="Mill", authors=("Ada Roe",), published="2031-04-05T18:30:00+02:00"))
    assert second == Entry("/b", said(authors=("Bo Lund",), updated="2031-04-06"))
    assert third == Entry(None, Metadata())


@pytest.mark.parametrize("day", ["yesterday", "05/04/2031", "2031-02-30", "Sat, 05 Apr", ""])
def test_a_date_that_is_none_stays_unknown(day: str) -> None:
    found = read(RSS.format(encoding="utf-8").replace("Sat, 05 Apr 2031 18:30:00 +0200", day))
    assert found[0].metadata.published is None
    assert found[0].metadata.published_basis is None


@pytest.mark.parametrize(
    ("data", "media", "feed"),
    [
        (RSS.encode(), "text/html", True),
        (b"\xef\xbb\xbf\n<!-- a --><!-- b -->\n" + ATOM.encode(), "", True),
        (RSS.encode("utf-16"), "text/xml", True),
        (b"<!DOCTYPE rss PUBLIC 'x' [<!ENTITY a 'b'>]><RSS version='0.91'>", "text/xml", True),
        (b"<rdf:RDF xmlns='x'>", "application/xml", True),
        (JSON.encode(), "application/json", True),
        (b"anything", "application/rss+xml", True),
        (b"<!DOCTYPE html><html><body><rss>", "text/html", False),
        (b'{"version": 1, "items": []}', "application/json", False),
        (b"<rssx>", "text/xml", False),
        (b"", "", False),
    ],
)
def test_a_feed_is_known_by_how_it_begins(data: bytes, media: str, feed: bool) -> None:
    assert is_feed(data, media) is feed


@pytest.mark.parametrize("feed", ["", "<html><body><p>No feed.</p></body></html>", "{}", "[1]", "{", "\x00"])
def test_what_is_no_feed_says_so(feed: str) -> None:
    with pytest.raises(InputError, match="feed"):
        read(feed)


def test_a_feed_has_bounds() -> None:
    with pytest.raises(InputError, match="more than 10 bytes"):
        read(ATOM, limits=Limits(feed=10))
    with pytest.raises(InputError, match="more than 5 tags"):
        read(ATOM, limits=Limits(feed_tags=5))


@pytest.mark.parametrize(
    "head", ["<!-- a -->" * 900, "<?a?>" * 1600, " " * 8000, "<!DOCTYPE a" * 700, '{"version": "' * 600]
)
def test_a_beginning_that_leads_nowhere_takes_no_time(head: str) -> None:
    begun = time.process_time()
    assert not is_feed(head.encode() + b"<html>", "")
    assert time.process_time() - begun < 1


def test_entities_neither_read_files_nor_grow() -> None:
    bomb = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    doctype = f'<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY a0 "x">{bomb}]>'
    feed = f"{doctype}<rss version='2.0'><channel><item><title>&f;|&a9;</title><link>/a</link></item></channel></rss>"
    (entry,) = read(feed)
    assert len(entry.metadata.title or "") < 50


def test_what_looks_like_the_name_of_a_file_is_not_opened(tmp_path: object) -> None:
    with pytest.raises(InputError, match="no feed"):
        read(str(tmp_path))


@given(st.one_of(st.binary(max_size=300), st.text(alphabet="<>/&;rsfed\"'= \n[]!-", max_size=200).map(str.encode)))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    is_feed(data, "")
    try:
        entries(data, AT, None, LIMITS)
    except InputError:
        return
