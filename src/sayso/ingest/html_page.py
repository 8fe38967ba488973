"""An HTML page to an article: main text by trafilatura, and around it what the page shows and says of itself.

Pure functions of the bytes. The text is made once, before any offset exists. Menus, share buttons, comments and related links are left
out; captions stand behind the body, as `assembled` says.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from sayso.errors import InputError
from sayso.ingest.assembled import assemble, folded, tidy
from sayso.ingest.html_metadata import declared
from sayso.ingest.html_tree import check_size, decoded_page, inside, marked, parsed_page, said
from sayso.ingest.language import language_of
from sayso.ingest.limits import LIMITS, Limits
from sayso.ingest.silence import silent
from sayso.records.article import Article, Metadata

_LINES = frozenset({"p", "head", "item", "row", "ab", "fw", "quote", "code", "list", "table", "div"})
"""Elements of what trafilatura gives that stand on lines of their own."""

_FURTHER = frozenset({"aside", "nav", "footer"})
"""Elements in which nothing of the article stands."""

_STANDFIRST = re.compile(
    r"standfirst|sub-?headline|subtitle|article-{1,2}summary|article__summary|deck|(?:^|[\s_-])dek(?:[\s_-]|$)|articleheader-subhead"
)
MOST_CAPTIONS = 60
LONGEST_PART = 1_000
"""Code points of a standfirst or a caption; what is longer is prose that is marked as one."""
SHORTEST_STANDFIRST = 5
"""Words."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was found in a page. ``paragraphs`` are the main text alone; ``text`` has all that is read, in order."""

    title: str | None
    standfirst: str | None
    paragraphs: tuple[str, ...]
    captions: tuple[str, ...]
    metadata: Metadata

    @property
    def text(self) -> str:
        return assemble(self.paragraphs, title=self.title, standfirst=self.standfirst, captions=self.captions)


def read_html(data: bytes, url: str | None = None, charset: str | None = None, limits: Limits = LIMITS) -> Article:
    """The article of a page. ``url`` is where it was fetched and ``charset`` what the server says; both may be unknown or wrong.

    The digest is of ``data``. InputError if the page is too large, is no HTML, or has no main text.
    """
    page = read_page(data, url, charset, limits)
    return Article(page.text, page.metadata, raw_sha256=hashlib.sha256(data).hexdigest())


def read_page(data: bytes, url: str | None = None, charset: str | None = None, limits: Limits = LIMITS) -> Page:
    """The parts of a page; arguments and errors as of ``read_html``."""
    check_size(data, limits)
    source = decoded_page(data, charset)
    tree = parsed_page(source, limits)
    found = declared(tree, source, url)
    captions = tuple(dict.fromkeys(_shown(tree.iter("figcaption"))))[:MOST_CAPTIONS]
    h1 = list(_shown(tree.iter("h1")))
    candidates = list(_shown(each for each in tree.iter("p", "h2", "h3", "div") if _is_standfirst(each)))
    shown = (
        {folded(text) for each in tree.iter("p", "h2") if (text := said(each, LONGEST_PART))}
        if found.description
        else set()
    )
    title = _title(h1, found.titles)
    paragraphs = _without(_main_text(tree, url), captions)
    paragraphs = _without(paragraphs[:1], [title or ""]) + paragraphs[1:]
    if not paragraphs:
        raise InputError("no main text was found in the page: if there is one, save it as plain text")
    standfirst = _standfirst(candidates, found.description, shown, title)
    language = _believed(found.metadata.language, paragraphs)
    metadata = replace(found.metadata, title=title, language=language)
    return Page(title, standfirst, paragraphs, captions, metadata)


def _main_text(tree: Any, url: str | None) -> tuple[str, ...]:
    import trafilatura

    with silent("trafilatura", "htmldate", "justext", "courlan", "readability"):
        try:
            found = trafilatura.bare_extraction(tree, url=url, include_comments=False, with_metadata=False)
        except Exception as error:  # it gives no list of what it raises on a tree that is odd
            raise InputError(
                f"the main text of the page cannot be found ({type(error).__name__}): save it as text"
            ) from None
    body = getattr(found, "body", None)
    return () if body is None else tuple(part for part in map(tidy, _lines(body)) if part)


def _lines(body: Any) -> Iterator[str]:
    """The lines of the text in order; cells of a row stand on one. Not recursive: a page decides how deep it is nested."""
    line: list[str] = []
    open_elements = [(body, False)]
    while open_elements:
        element, closing = open_elements.pop()
        if closing:
            breaks = element.tag in _LINES or element.tag == "lb"
            text = element.tail
            if element.tag == "cell" and element.getnext() is not None:
                line.append(" | ")
        else:
            breaks = element.tag in _LINES
            text = element.text
        if breaks and line:
            yield "".join(line)
            line = []
        if text and not (closing and element is body):
            line.append(text)
        if not closing:
            open_elements.append((element, True))
            open_elements.extend((child, False) for child in reversed(element))
    if line:
        yield "".join(line)


def _shown(elements: Iterable[Any]) -> Iterator[str]:
    """What the elements say that stand in the article, and are not too long for what they are."""
    for each in islice(elements, 4 * MOST_CAPTIONS):
        if not inside(each, _FURTHER) and (text := said(each, LONGEST_PART)):
            yield text


def _is_standfirst(element: Any) -> bool:
    return element.get("itemprop") == "alternativeHeadline" or _STANDFIRST.search(marked(element, "class")) is not None


def _without(paragraphs: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs that are none of the ``others``, which are known for something else: captions, the title."""
    known = {folded(each) for each in others}
    return tuple(each for each in paragraphs if folded(each) not in known)


def _title(h1: Sequence[str], titles: Sequence[str]) -> str | None:
    """The heading that the page shows, as far as what it declares agrees; else what it declares."""
    if not titles:
        return h1[0] if len(h1) == 1 else None
    words = [set(folded(each).split()) for each in titles]
    for each in h1:
        own = set(folded(each).split())
        if own and any(2 * len(own & declared) >= min(len(own), len(declared)) for declared in words):
            return each
    return titles[0]


def _standfirst(candidates: Sequence[str], description: str | None, shown: set[str], title: str | None) -> str | None:
    """What is marked as one, else the description if the page shows it word for word."""
    usable = [
        each for each in candidates if len(each.split()) >= SHORTEST_STANDFIRST and folded(each) != folded(title or "")
    ]
    if usable:
        return usable[0]
    if description and folded(description) in shown and len(description.split()) >= SHORTEST_STANDFIRST:
        return description
    return None


def _believed(stated: str | None, paragraphs: Sequence[str]) -> str | None:
    """The language the page states, unless the text is plainly in another: templates state one for all pages."""
    found = language_of("\n".join(paragraphs)) if stated else None
    return stated if found in (None, stated) else None
