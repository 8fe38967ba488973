"""Feeds to their entries: RSS and Atom by feedparser, which is given bytes and asks no network, JSON Feed as it stands.

A date is taken where the feed says which one it is: ``pubDate`` of RSS, ``published`` and ``updated`` of Atom and JSON. A date of RSS
that does not (``dc:date``) is none, and neither is that of the feed as a whole.
"""

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.utils import parseaddr
from typing import Any

from sayso.errors import InputError
from sayso.ingest.assembled import storable, tidy
from sayso.ingest.bylines import byline
from sayso.ingest.dates import iso_date
from sayso.ingest.limits import Limits, told
from sayso.ingest.silence import silent
from sayso.ingest.text import decode
from sayso.records.article import Metadata

HEAD = 8_192
"""Bytes in which a feed shows that it is one."""
LONGEST = 500
"""Code points of a title; a longer one is none."""
_BEFORE = r"<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>|\s"
_ROOT = re.compile(rf"(?:{_BEFORE})*+<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE | re.DOTALL)
_ADDRESSED = re.compile(r"\S+@\S+\s+\(")
_GMT = re.compile(r"\b(?:GMT|UTC|UT)$")
_JSON_FEED = re.compile(r"https?://(?:www\.)?jsonfeed\.org/version/")
_JSON_HEAD = re.compile(r"\s*\{.*?\"version\"\s*:\s*\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the reference that leads to its page, relative to the feed's address, and what the feed says of it."""

    link: str | None
    metadata: Metadata


def is_feed(data: bytes, media: str) -> bool:
    """Whether the bytes begin as a feed does; what a server calls them counts where it names a kind of feed."""
    if media in ("application/rss+xml", "application/atom+xml", "application/feed+json"):
        return True
    head = data[:HEAD].decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", errors="replace")
    return _ROOT.match(head) is not None or _JSON_HEAD.match(head) is not None


def entries(data: bytes, url: str, charset: str | None, limits: Limits) -> list[Entry]:
    """The entries of a feed, in its order. InputError if it is none, or one that would take too long to read."""
    if len(data) > limits.feed:
        raise InputError(f"the feed has more than {told(limits.feed)}")
    if data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return list(_json_entries(data))
    if data.count(b"<") > limits.feed_tags:
        raise InputError(f"the feed has more than {limits.feed_tags:,} tags")
    return list(_xml_entries(data, url, charset))


def _xml_entries(data: bytes, url: str, charset: str | None) -> Iterator[Entry]:
    import feedparser  # 0.1 s, which only feeds need wait for

    headers = {"content-location": url} | ({"content-type": f"application/xml; charset={charset}"} if charset else {})
    with silent("feedparser"):
        try:
            found = feedparser.parse(
                io.BytesIO(data), response_headers=headers, resolve_relative_uris=False, sanitize_html=False
            )
        except Exception as error:  # it gives no list of what it raises on what is no feed
            raise InputError(f"the feed cannot be read ({type(error).__name__})") from None
    version = str(found.get("version") or "")
    if not version:
        raise InputError("what is there is no feed: RSS, Atom and JSON Feed are read")
    for each in found.entries:
        # past the mapping of feedparser, which gives one date for another that is missing
        held = {name: dict.get(each, name) for name in ("title", "link", "published", "updated")}
        updated = held["updated"] if version.startswith("atom") else None
        yield Entry(_text(held["link"]), _metadata(held["title"], _names(each), held["published"], updated))


def _json_entries(data: bytes) -> Iterator[Entry]:
    try:
        held = json.loads(decode(data))
    except (ValueError, RecursionError):
        raise InputError("the feed is not JSON") from None
    if not isinstance(held, dict) or not _JSON_FEED.match(_text(held.get("version")) or ""):
        raise InputError("what is there is no feed: RSS, Atom and JSON Feed are read")
    items = held.get("items")
    for each in items if isinstance(items, list) else ():
        if isinstance(each, dict):
            days = (each.get("date_published"), each.get("date_modified"))
            link = _text(each.get("url")) or _text(each.get("external_url"))
            yield Entry(link, _metadata(each.get("title"), _authors(each), *days))


def _authors(item: Mapping[str, Any]) -> list[Any]:
    several = item.get("authors")
    listed = several if isinstance(several, list) else [item.get("author")]
    return [each.get("name") for each in listed if isinstance(each, dict)]


def _metadata(title: Any, authors: list[Any], published: Any, updated: Any) -> Metadata:
    line = tidy(storable(_text(title) or ""))
    names = dict.fromkeys(name for each in authors for name in byline(_text(each) or ""))
    return Metadata(
        title=line if line and len(line) <= LONGEST and "<" not in line else None,
        authors=tuple(names),
        published=_date(published),
        updated=_date(updated),
    ).with_basis("metadata")


def _date(stated: Any) -> str | None:
    """The date, with its time: a zone in letters is one that the format of RSS defines, GMT is the one in use."""
    return iso_date(_GMT.sub("+0000", _text(stated) or ""))


def _names(entry: Any) -> list[Any]:
    """Who signed. Where RSS writes an address with the name beside it, the whole is asked: feedparser cuts addresses at four letters."""
    whole = dict.get(entry, "author")
    if isinstance(whole, str) and _ADDRESSED.match(whole):
        return [parseaddr(whole[:LONGEST])[0]]
    return [one.get("name") for one in entry.get("authors", ())]


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
