"""What the user names by address, to items: a page, a document, or the pages that a feed leads to.

Each is read as the same bytes from a file would be. ``retrieved`` is the moment at which they came; a date of a feed fills what the page
does not say of itself.
"""

import logging
from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import Self

from sayso.errors import InputError
from sayso.fetch.address import Address, parsed
from sayso.fetch.memory import digest
from sayso.fetch.robots import Disallowed
from sayso.fetch.session import Fetched, Session
from sayso.fetch.settings import Fetching
from sayso.fetch.shown import shown
from sayso.ingest.documents import HEAD, of_bytes
from sayso.ingest.feeds import Entry, entries, is_feed
from sayso.ingest.html_page import read_html
from sayso.ingest.kinds import Kind, by_content, by_name, other
from sayso.ingest.sourced import Sourced, Wanted, failed, read, skipped
from sayso.records import ids
from sayso.records.article import Metadata

_LOG = logging.getLogger(__name__)
FEED = "feed:"
"""What stands before an address that is said to be a feed's."""
UNCHANGED = "unchanged since it was fetched and read"

_KINDS: dict[str, Kind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "plain",
    "application/pdf": "pdf",
    "application/rtf": "rtf",
    "text/rtf": "rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "word",
}
_UNKNOWN = frozenset({"", "application/octet-stream", "binary/octet-stream"})
"""What servers call a file that they know nothing of; its name may tell more."""
_DOCUMENTS: frozenset[Kind] = frozenset({"pdf", "word", "rtf"})
_READ = frozenset({"html", "plain"}) | _DOCUMENTS


class Addresses:
    """Items from addresses, over one session; to be closed. ``told`` is what the options say of every article."""

    def __init__(self, wanted: Wanted, fetching: Fetching, told: Metadata) -> None:
        self._wanted = wanted
        self._told = told
        self._memory = fetching.memory
        self._session = Session(fetching)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._session.close()

    def sourced(self, named: str) -> Iterator[Sourced]:
        """The items of an address, complete. Whatever comes from there, nothing is raised for its sake."""
        as_feed = named[: len(FEED)].casefold() == FEED
        text = named[len(FEED) :] if as_feed else named
        try:
            address = parsed(text)
        except InputError as error:
            yield failed(shown(text), error)
            return
        got = self._got(address)
        if isinstance(got, Sourced):
            yield got
        elif as_feed or is_feed(got.data, got.media):
            yield from self._feed(address, got)
        else:
            yield from self._page(address, got, Metadata())

    def _got(self, address: Address) -> Fetched | Sourced:
        """What the address gives, or the item that says why it gives nothing."""
        known = self._memory.recall(self._key(address)) if self._memory is not None else None
        try:
            got = self._session.get(address, self._most, known)
        except Disallowed as error:
            return skipped(address.url, str(error))
        except InputError as error:
            return failed(address.url, error)
        except Exception as error:  # one address must not end the run, whatever is there
            _LOG.debug("fetching failed", exc_info=True)
            return failed(address.url, f"it cannot be fetched ({type(error).__name__})")
        return skipped(address.url, UNCHANGED) if got is None else got

    def _feed(self, address: Address, got: Fetched) -> Iterator[Sourced]:
        """The pages that the feed leads to, in its order."""
        limits = self._wanted.limits
        try:
            found = entries(got.data, got.url, got.charset, limits)
        except InputError as error:
            yield failed(address.url, error)
            return
        if not found:
            yield skipped(address.url, "the feed has no entries")
        made: list[str] = []
        whole = len(found) <= limits.entries
        seen: set[str] = set()
        for number, entry in enumerate(found[: limits.entries], 1):
            versions = yield from self._entry(f"{address.url}#{number}", Address(got.url), entry, seen)
            made += versions or ()
            whole = whole and versions is not None
        if len(found) > limits.entries:
            left = len(found) - limits.entries
            yield failed(
                address.url, f"the feed has more than {limits.entries:,} entries; the last {left:,} are not read"
            )
        if whole and self._memory is not None:
            self._memory.keep(self._key(address), got.validators, made)

    def _entry(
        self, place: str, feed: Address, entry: Entry, seen: set[str]
    ) -> Generator[Sourced, None, tuple[str, ...] | None]:
        """Yields what an entry leads to; returns the versions that were made of it, None if nothing was."""
        try:
            if entry.link is None:
                raise InputError("the entry names no page")
            address = feed.joined(entry.link)
        except InputError as error:
            yield failed(place, error)
            return None
        if address.url in seen:
            yield skipped(address.url, "the feed names it more than once")
            return ()
        seen.add(address.url)
        got = self._got(address)
        if isinstance(got, Fetched):
            return (yield from self._page(address, got, entry.metadata))
        yield got
        if self._memory is None or got.item.skip != UNCHANGED:
            return None
        return self._memory.versions(self._key(address))

    def _page(
        self, address: Address, got: Fetched, stated: Metadata
    ) -> Generator[Sourced, None, tuple[str, ...] | None]:
        """Yields the articles of what was fetched; returns their versions, None if there are none. ``stated`` is what a feed says."""
        try:
            found = list(self._articles(address, got))
        except InputError as error:
            yield failed(address.url, error)
            return None
        except Exception as error:  # one page must not end the run, whatever is in it
            _LOG.debug("reading a page failed", exc_info=True)
            yield failed(address.url, f"what is there cannot be read ({type(error).__name__})")
            return None
        alone = len(found) == 1
        completed = [self._completed(each, got, stated, alone=alone) for each in found]
        articles = [each.item.article for each in completed]
        versions = tuple(ids.of_article(each)[1] for each in articles if each is not None)
        whole = len(versions) == len(completed)
        if whole and self._memory is not None:
            self._memory.keep(self._key(address), got.validators, versions)
        yield from completed
        return versions if whole else None

    def _articles(self, address: Address, got: Fetched) -> Iterator[Sourced]:
        head = got.data[:HEAD]
        strange = other(head)
        if strange is not None:
            raise InputError(strange)
        named = by_name(got.url.partition("?")[0]) if got.media in _UNKNOWN else _KINDS.get(got.media)
        kind = by_content(head, named)
        if kind == "html":
            article = read_html(got.data, url=got.url, charset=got.charset, limits=self._wanted.limits)
            yield read(address.url, article, got.data)
        elif kind in _READ:
            yield from of_bytes(kind, got.data, address.url, self._wanted)
        else:
            called = got.media[:80] or "of no kind"
            raise InputError(f"what is there is no page and no document ({called}): save it as a file and add that")

    def _completed(self, each: Sourced, got: Fetched, stated: Metadata, *, alone: bool) -> Sourced:
        article = each.item.article
        if article is None:
            return each
        own = replace(article.metadata, retrieved=got.retrieved, retrieved_basis="given")
        if alone and own.url is None:
            own = replace(own, url=got.url)
        metadata = own.filled_from(stated).filled_from(self._told)
        return replace(each, item=replace(each.item, article=replace(article, metadata=metadata)))

    def _most(self, media: str) -> int:
        limits = self._wanted.limits
        return limits.file if _KINDS.get(media) in _DOCUMENTS or media in _UNKNOWN else limits.page

    def _key(self, address: Address) -> str:
        """By what a page is remembered: the same page of another publisher is another article."""
        return digest(address.url, self._told.publisher, self._told.url)
