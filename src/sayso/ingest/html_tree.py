"""An HTML page as bytes to a tree, in bounded time: what would take too long is refused before it is parsed."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from sayso.errors import InputError
from sayso.ingest.assembled import tidy
from sayso.ingest.limits import LIMITS, Limits, told
from sayso.ingest.silence import silent
from sayso.ingest.text import clean, decode

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})[\"']", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_BODY = re.compile(r"<(?:html|body|head)[\s>]", re.IGNORECASE)
_HEAD = 4096
"""Bytes in which a page declares its encoding; browsers look at 1,024."""

_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>"'][^\s>]*+)?)?"""
_TAG = re.compile(rf"<[A-Za-z][^\s/>]*+(?:[\s/]++|{_ATTRIBUTE})*+")
_ATTRIBUTES = re.compile(_ATTRIBUTE)


def decoded_page(data: bytes, charset: str | None = None) -> str:
    """The page as text. ``charset`` is what a header says of it, which counts more than what the page says."""
    head = data[:_HEAD]
    stated = [found[1].decode("ascii") for found in (_XML.search(head), _META.search(head)) if found]
    return clean(decode(data, [charset, *stated]))


def parsed_page(text: str, limits: Limits = LIMITS) -> Any:
    """The tree that lxml makes of the page. InputError if it is none, or one that would take too long to read."""
    import trafilatura  # 0.15 s, which no other kind of file need wait for

    for tag in _long_tags(text, limits.attributes):
        if sum(1 for _ in _ATTRIBUTES.finditer(tag)) > limits.attributes:
            raise InputError(f"a tag of the page has more than {limits.attributes:,} attributes: it is no page of news")
    with silent("trafilatura"):
        try:
            tree = trafilatura.load_html(_whole(_DECLARATION.sub("", text)))
        except (ValueError, RecursionError) as error:
            raise InputError(f"the page cannot be parsed ({error}): save it again") from None
    if tree is None or len(tree) == 0:
        raise InputError("the file holds no HTML: if it is plain text, name it .txt")
    if (elements := sum(1 for _ in tree.iter())) > limits.elements:
        raise InputError(
            f"the page has {elements:,} elements, more than {limits.elements:,}: save the article alone, or its text"
        )
    return tree


def _whole(text: str) -> str:
    """The page; a fragment of one is put where a page has it."""
    return text if _BODY.search(text) else f"<html><body>{text}</body></html>"


def inside(element: Any, tags: Collection[str]) -> bool:
    """Whether one of these elements is around ``element``."""
    return any(each.tag in tags for each in element.iterancestors())


def marked(element: Any, attribute: str) -> str:
    """The attribute in lower case; empty if there is none."""
    return (element.get(attribute) or "").casefold()


def said(element: Any, most: int) -> str | None:
    """What the element says, as one line; None if that is nothing or more than ``most`` code points, of which no more is held."""
    parts, length = [], 0
    for piece in element.itertext():
        if not isinstance(piece, str):
            continue
        parts.append(piece)
        length += len(piece)
        if length > 4 * most:
            return None
    text = tidy(" ".join(parts))
    return text if text and len(text) <= most else None


def check_size(data: bytes, limits: Limits = LIMITS) -> None:
    """InputError if the page is too large."""
    if len(data) > limits.page:
        raise InputError(
            f"the page has {len(data):,} bytes, more than {told(limits.page)}: save the article alone, or its text"
        )


def _long_tags(text: str, attributes: int) -> Iterator[str]:
    """Tags long enough to have more than so many attributes, as the tokenizer of HTML cuts them."""
    for found in _TAG.finditer(text):
        if found.end() - found.start() > 2 * attributes:
            yield found.group()
