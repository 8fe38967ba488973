"""What a page declares about itself: JSON-LD, meta tags, microdata, time elements. Only what stands there; nothing is guessed.

An address, a copyright line or a date somewhere in the text tells nothing about when an article was published, so they are not asked.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from sayso.ingest.assembled import storable
from sayso.ingest.bylines import NOT_A_NAME, byline
from sayso.ingest.dates import iso_date
from sayso.ingest.html_tree import inside, marked, said
from sayso.records.article import Genre, Metadata
from sayso.records.language import code_of

Values = dict[str, list[str]]

LONGEST = 500
"""Code points of a name or a title; what is longer is none."""

_JSON = 2_000_000
"""Code points of a script with JSON-LD that is read."""
_DEEP = 12
"""How deep JSON-LD is searched for an article."""
_KINDS = re.compile(r"(?:Article|Posting|Report|Review|Story)$|^LiveBlog")
_GENRES: dict[str, Genre] = {
    "OpinionNewsArticle": "opinion",
    "ReportageNewsArticle": "news",
    "AdvertiserContentArticle": "sponsored",
}
_PUBLISHED = (
    *("article:published_time", "article:published", "og:published_time", "og:article:published_time"),
    *("datepublished", "date_published", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date"),
    *("publish_date", "publication_date", "article.published", "cxenseparse:recs:publishtime", "dc.date.issued"),
    *("dcterms.issued", "dcterms.date", "dc.date", "citation_publication_date", "bt:pubdate", "pdate", "ptime"),
)
_UPDATED = (
    *("article:modified_time", "article:modified", "og:updated_time", "og:modified_time", "datemodified"),
    *("date_modified", "last-modified", "dcterms.modified", "dc.date.modified", "article.updated", "utime", "lastmod"),
)
_TITLES = ("og:title", "headline", "parsely-title", "dc.title", "dcterms.title", "twitter:title", "title")
_SITES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "copyright-holder")
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl")
_SECTIONS = ("article:section", "parsely-section", "section", "cxenseparse:recs:section")
_BYLINES = re.compile(r"(?:^|\s)byline(?:\s|$)|author-name|byline__name|byline-name")
_FURTHER = frozenset({"aside", "footer"})
_NO_AUTHORS = frozenset({"admin", "administrator", "webmaster", "editor", "staff", "guest", "author", "null", "none"})
_SITE_IN_TITLE = re.compile(r"\s+(?:\||[-–—•·»])\s+")
_SAVED = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(\S{1,2000})\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    r"Page saved with SingleFile\s+url:\s*(\S{1,2000})\s+saved date:\s*\w{3} (\w{3} \d{1,2} \d{4}) ([0-9:]{8}) GMT([+-]\d{4})"
)
_TOP = 8192
"""Code points in which the program that saved a page says where it had it from."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page says of itself, each list in the order of how much it is worth. ``description`` may be a standfirst."""

    metadata: Metadata
    titles: Sequence[str] = ()
    description: str | None = None


def declared(tree: Any, page: str, url: str | None = None) -> Declared:
    """From the tree and the source of a page; ``url`` is where it was fetched, if it was."""
    meta = _meta(tree)
    linked = list(_articles(tree))
    saved_at, saved_on = _saved(page)
    at = _address(tree, meta, url or saved_at)
    published = _first_date(_linked(linked, "datePublished"), _meta_of(meta, _PUBLISHED), _times(tree, "datePublished"))
    updated = _first_date(_linked(linked, "dateModified"), _meta_of(meta, _UPDATED), _times(tree, "dateModified"))
    published = published or _only_time(tree, updated)
    metadata = Metadata(
        url=at,
        publisher=next((each for each in _names(_publishers(linked), _meta_of(meta, _SITES)) if each[0] != "@"), None),
        authors=_authors(tree, linked, meta),
        genre=_genre(linked),
        section=next(_names(_linked(linked, "articleSection"), _meta_of(meta, _SECTIONS)), None),
        language=next(_languages(tree, linked, meta), None),
        published=published,
        updated=updated,
        retrieved=saved_on,
    )
    page_titles = [text for each in islice(tree.iter("title"), 1) if (text := said(each, LONGEST))]
    titles = list(_names(_linked(linked, "headline"), _meta_of(meta, _TITLES), map(_without_site, page_titles)))
    about = next(
        _names(_linked(linked, "description"), _meta_of(meta, ("og:description", "description")), longest=1000), None
    )
    return Declared(metadata.with_basis("metadata"), titles, about)


def _meta(tree: Any) -> Values:
    """Contents of meta tags by their name, in lower case."""
    found: Values = {}
    for each in tree.iter("meta"):
        content = (each.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (each.get(attribute) or "").strip().casefold()
            if name and content:
                found.setdefault(name, []).append(content)
    return found


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles that JSON-LD describes; where it describes several on a page, the first is the page's."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > _JSON:
            continue
        try:
            held = json.loads(script.text.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _described(held, 0)


def _described(held: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEP:
        return
    if isinstance(held, list):
        for each in held[:200]:
            yield from _described(each, depth + 1)
    elif isinstance(held, dict):
        if any(_KINDS.search(kind) for kind in _texts(held.get("@type"))):
            yield held
            return
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _described(held.get(name), depth + 1)


def _texts(held: Any) -> Iterator[str]:
    """The strings of a value that is one, or a list of them, or things with names."""
    for each in held if isinstance(held, list) else [held]:
        if isinstance(each, str) and each.strip():
            yield each.strip()
        elif isinstance(each, dict):
            yield from _texts(each.get("name"))


def _linked(articles: Iterable[dict[str, Any]], name: str) -> Iterator[str]:
    for article in list(articles)[:1]:
        yield from _texts(article.get(name))


def _publishers(articles: Sequence[dict[str, Any]]) -> Iterator[str]:
    for name in ("publisher", "sourceOrganization"):
        yield from (each for each in _linked(articles, name) if not NOT_A_NAME.search(each))


def _meta_of(meta: Values, names: Iterable[str]) -> Iterator[str]:
    return (value for name in names for value in meta.get(name, ()))


def _names(*sources: Iterable[str], longest: int = LONGEST) -> Iterator[str]:
    """The texts as lines, those aside that are empty or too long."""
    for source in sources:
        for each in source:
            tidy = " ".join(storable(each).split())
            if tidy and len(tidy) <= longest:
                yield tidy


def _first_date(*sources: Iterable[str]) -> str | None:
    return next((date for source in sources for each in source if (date := iso_date(each))), None)


def _times(tree: Any, name: str) -> Iterator[str]:
    """What elements marked as this date hold."""
    meant = (each for each in tree.iter() if _is_time(each, name) and not inside(each, _FURTHER))
    for each in islice(meant, 3):
        yield from (value for value in (each.get("datetime"), each.get("content"), said(each, LONGEST)) if value)


def _is_time(element: Any, name: str) -> bool:
    return element.get("itemprop") == name or (name == "datePublished" and element.get("pubdate") is not None)


def _only_time(tree: Any, updated: str | None) -> str | None:
    """The day that the time elements of the article agree on, those aside that repeat when it was updated."""
    times = (each for each in tree.iter("time") if each.get("datetime") and inside(each, ("article",)))
    found = {iso_date(each.get("datetime")) for each in islice(times, 20) if not inside(each, _FURTHER)} - {
        None,
        updated,
    }
    days = {date[:10] for date in found if date} - {(updated or "")[:10]}
    return min(date for date in found if date) if len(days) == 1 else None


def _authors(tree: Any, linked: Sequence[dict[str, Any]], meta: Values) -> tuple[str, ...]:
    """Names of who signed, from the first place that has any."""
    signed = (each for each in tree.iter() if _is_byline(each) and not inside(each, _FURTHER))
    shown = (text for each in islice(signed, 10) if (text := said(each, LONGEST)))
    for source in (_linked(linked, "author"), _meta_of(meta, _AUTHORS), shown):
        found = dict.fromkeys(name for line in source for name in byline(line))
        if names := [each for each in found if each.casefold() not in _NO_AUTHORS]:
            return tuple(names)
    return ()


def _is_byline(element: Any) -> bool:
    return (
        "author" in (element.get("rel"), element.get("itemprop"))
        or _BYLINES.search(marked(element, "class")) is not None
    )


def _genre(linked: Sequence[dict[str, Any]]) -> Genre:
    kinds = _texts(linked[0].get("@type")) if linked else ()
    return next((_GENRES[kind] for kind in kinds if kind in _GENRES), "unknown")


def _languages(tree: Any, linked: Sequence[dict[str, Any]], meta: Values) -> Iterator[str]:
    told = [tree.get("lang"), *_linked(linked, "inLanguage"), *_meta_of(meta, ("og:locale", "content-language"))]
    yield from (code for each in told if each and (code := code_of(each.replace("_", "-"))))


def _address(tree: Any, meta: Values, at: str | None) -> str | None:
    """The address the page gives itself, if it is one of an article and of the same site; else where it was had from."""
    links = [each.get("href") for each in tree.iter("link") if marked(each, "rel") == "canonical" and each.get("href")]
    for given in (*links, *_meta_of(meta, ("og:url",))):
        try:
            full = urljoin(at or "", given.strip())
            parts, here = urlsplit(full), urlsplit(at or full)
        except ValueError:
            continue
        same = parts.hostname is not None and _site(parts.hostname) == _site(here.hostname or "")
        if parts.scheme in ("http", "https") and same and parts.path.strip("/") and len(full) <= 2000:
            return storable(full)
    return at


def _site(host: str) -> str:
    return host.casefold().removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def _without_site(title: str) -> str:
    """A page's title without the name of the site at its end."""
    parts = _SITE_IN_TITLE.split(title)
    return " – ".join(parts[:-1]) if len(parts) > 1 and len(parts[-1].split()) <= 5 else title


def _saved(page: str) -> tuple[str | None, str | None]:
    """Where and when the program that saved the page had it from, as it wrote it into a comment."""
    top = page[:_TOP]
    single = _SINGLE_FILE.search(top)
    if single:
        day = iso_date(single[2])
        zone = f"{single[4][:3]}:{single[4][3:]}"
        return _http(single[1]), f"{day}T{single[3]}{zone}" if day else None
    found = _SAVED.search(top)
    return (_http(found[1]) if found else None), None


def _http(address: str) -> str | None:
    return address if address.startswith(("http://", "https://")) else None
