"""PDF with a text layer to an article: lines put together to paragraphs, running heads and page numbers left out.

A PDF has lines, not paragraphs, so where one ends is decided by rule: after a line that is empty, or one that ends a sentence and is
clearly shorter than the usual line; a short line alone is a heading. What the file says of its title, its author or the day it was made
is not taken: programs fill it in.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from statistics import median
from time import monotonic
from typing import Any

from sayso.errors import InputError
from sayso.ingest.assembled import assemble, storable
from sayso.ingest.limits import Limits
from sayso.ingest.silence import silent
from sayso.records.article import Article

SHORT = 0.85
"""A last line of a paragraph is shorter than this share of the usual line."""
HEADING = 0.6
"""A line that ends no sentence and is shorter than this share of the usual line stands alone, as a heading does."""
RUNNING = 3
"""Pages on which the same first or last line makes it a running head."""
_EDGE = 2
"""Lines at the top and at the bottom of a page that may be running heads."""

_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_SENTENCE_END = re.compile("[.!?…:][”\"’')\\]]*$")
_WORD = re.compile(r"[^\W\d_]++(?:-[^\W\d_]++)*+")
_LAST_WORD = re.compile(r"(?<![^\W\d_-])[^\W\d_]++(?:-[^\W\d_]++)*+$")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")


def article_of(data: bytes, limits: Limits) -> Article:
    """The article. InputError if the file is encrypted, damaged, too long, or has no text layer."""
    pages = list(_pages(data, limits))
    if not any(line.strip() for page in pages for line in page):
        raise InputError("the PDF has no text layer, only pictures of pages: recognise its text first (OCR)")
    lines = [line for page in _without_running(pages) for line in (*page, "")]
    return Article(assemble(list(_paragraphs(lines))))


def _pages(data: bytes, limits: Limits) -> Iterator[list[str]]:
    """The lines of each page."""
    end = monotonic() + limits.pdf_seconds
    with silent("pypdf"):
        try:
            reader = _reader(data)
            count = len(reader.pages)
            if count > limits.pdf_pages:
                raise InputError(f"the PDF has {count:,} pages, more than {limits.pdf_pages:,}: cut it into articles")
            for number in range(count):
                yield [storable(line).rstrip() for line in reader.pages[number].extract_text().split("\n")]
                if monotonic() > end:
                    raise InputError(
                        f"the PDF took more than {limits.pdf_seconds:.0f} seconds up to page {number + 1} of {count}:"
                        " print it to a new PDF, or save its text"
                    )
        except InputError:
            raise
        except (
            Exception
        ) as error:  # pypdf raises what the damage leads to: KeyError, TypeError, RecursionError and more
            raise InputError(f"the PDF cannot be read ({type(error).__name__}): print it to a new PDF") from None


def _reader(data: bytes) -> Any:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        try:
            open_to_all = bool(reader.decrypt(""))
        except Exception:  # a cipher that is not installed shows as one of several errors
            open_to_all = False
        if not open_to_all:
            raise InputError("the PDF is encrypted: save it without a password")
    return reader


def _without_running(pages: Sequence[list[str]]) -> Iterator[list[str]]:
    """Pages without page numbers and without lines that stand at the edge of several pages."""
    edges = Counter(key for page in pages for key in {_key(page[n]) for n in _edge(page)} if key)
    for page in pages:
        gone = {n for n in _edge(page) if _NUMBER.fullmatch(page[n]) or edges[_key(page[n])] >= RUNNING}
        yield [line for n, line in enumerate(page) if n not in gone]


def _edge(page: Sequence[str]) -> list[int]:
    filled = [n for n, line in enumerate(page) if line.strip()]
    return sorted({*filled[:_EDGE], *filled[-_EDGE:]})


def _key(line: str) -> str:
    """The line without its numbers: a running head may hold that of the page."""
    return re.sub(r"\d+", "", line).strip()


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    lengths = [len(line) for line in lines if len(line) > 20]
    usual = median(lengths) if lengths else 0
    words = {word for line in lines for word in _WORD.findall(line.casefold())}
    held: list[str] = []
    for n, line in enumerate(lines):
        if line.strip():
            _put(held, line.strip(), words)
        following = next((each.strip() for each in lines[n + 1 : n + 1 + _EDGE] if each.strip()), "")
        if held and _ends(line, following, held[-1], usual):
            yield "".join(held)
            held = []
    if held:
        yield "".join(held)


def _ends(line: str, following: str, last: str, usual: float) -> bool:
    """Whether a paragraph, so far ending with ``last``, ends with ``line``.

    One that a page or an empty line cuts in mid-sentence goes on if it plainly does.
    """
    if not line.strip():
        return _SENTENCE_END.search(last) is not None or not following[:1].islower()
    if _SENTENCE_END.search(line) is not None:
        return len(line) < SHORT * usual
    return len(line) < HEADING * usual and bool(following) and not following[:1].islower()


def _put(held: list[str], line: str, words: set[str]) -> None:
    """Adds a line to the pieces of a paragraph; a word cut by a hyphen is whole again, unless the text has it with one elsewhere.

    Only the last piece is looked at, so that the time does not grow with the paragraph.
    """
    if held and not (_HYPHEN.search(held[-1]) and line[:1].islower()):
        held.append(" ")
    elif held:
        first = _LAST_WORD.search(held[-1][:-1])
        second = re.match(r"[^\W\d_]+", line)
        if not (first and second and f"{first.group()}-{second.group()}".casefold() in words):
            held[-1] = held[-1][:-1]
    held.append(line)
