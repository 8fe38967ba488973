"""The text of an article put together from its parts, before any offset exists.

Headline, standfirst and body stand as paragraphs in this order, captions behind them, each begun with the word that makes the reader
see a caption: blocks are found from the text alone. What belongs to no article (menus, share buttons, related links) is left out.
"""

import re
from collections.abc import Iterable, Sequence

from sayso.ingest.text import clean

CAPTION = "Caption: "
"""Put before a caption that does not say itself that it is one; the only words that are not the document's own."""

_SAYS_SO = re.compile(
    r"\W*(?:photo(?:graph)?|image|picture|file photo|caption|illustration|graphic|video)\s*[:|]", re.IGNORECASE
)
_UNPAIRED = re.compile("[\ud800-\udfff]")


def assemble(
    paragraphs: Sequence[str], *, title: str | None = None, standfirst: str | None = None, captions: Iterable[str] = ()
) -> str:
    """The text: parts that are not empty, with a blank line between them.

    A title or standfirst that the body begins with is not repeated.
    """
    body = [paragraph for paragraph in map(tidy, paragraphs) if paragraph]
    top: list[str] = []
    for part in map(tidy, (title or "", standfirst or "")):
        if part and folded(part) not in {folded(each) for each in (*top, *body[:3])}:
            top.append(part)
    bottom = [each if _SAYS_SO.match(each) else CAPTION + each for each in map(tidy, captions) if each]
    return "\n\n".join((*top, *body, *bottom))


def tidy(text: str) -> str:
    """One line without white space around it, runs of blanks as one, and nothing that cannot be stored."""
    return " ".join(storable(text).split())


def storable(text: str) -> str:
    """Without NUL; a surrogate that stands alone becomes U+FFFD."""
    return _UNPAIRED.sub("\ufffd", clean(text))


def folded(text: str) -> str:
    """What is compared to see whether two parts are the same: words alone, in lower case."""
    return " ".join(re.findall(r"\w+", text.casefold()))
